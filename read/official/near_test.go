package official

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/authority"
)

// TestNearly: where a rule nearly fired, the reader says which, by which words
// and what was missing, if somebody asked; and nothing where all was read.
func TestNearly(t *testing.T) {
	const upr = "Report of the Working Group on the Universal Periodic Review\nGhana\n94. %s\n94.1. Open a school%s;\n94.2. Teach (Peru);\n95. All conclusions and/or recommendations.\n"
	fill := func(s string, with ...string) string {
		for _, w := range with {
			s = strings.Replace(s, "%s", w, 1)
		}
		return s
	}
	const supports = "The following recommendations enjoy the support of Ghana:"
	const plan = "National Action Plan 2025\n| No. | Measure | Deadline | Responsible |\n"
	const status = "Convention on Shelters\n| Participant | Signature | Ratification, Accession(a) |\n"
	const thematic = "| Recommendation | Position | Full list of themes |\n"
	const observations = "CEDAW/C/KAZ/CO/9\nConcluding observations on the ninth periodic report of Kazakhstan\n"
	const treaty = "CONVENTION ON SHELTERS\nArticle 1\nOpen shelters.\nArticle 2\nKeep them open.\nArticle 3\nEntry into force\n"
	for _, c := range []struct {
		reader, paper string
		want          []string
	}{
		{"upr", fill(upr, supports, " (Peru)"), nil},
		{"upr", fill(upr, supports, ""), []string{"upr.by: Open a school: no brackets at its end"}},
		{"upr", fill(upr, supports, " (as in 2010)"), []string{"upr.by: (as in 2010): the brackets hold more than names of States"}},
		{"upr", fill(upr, "Ghana thinks of the recommendations as follows:", " (Peru)"), []string{"upr.position: 94. Ghana thinks of the recommendations as follows:: the paragraph above the list does not say"}},

		{"thematic", thematic + "| 7.1 Open shelters (Ghana); | Supported | - Women |\n", nil},
		{"thematic", thematic + "| Open shelters (Ghana); | Supported | - Women |\n", []string{"thematic.paragraph: Open shelters (Ghana);: no number at the head of the row"}},
		{"thematic", thematic + "| 7.1 Open shelters; | Deferred | - Women |\n", []string{"thematic.by: Open shelters: no States in brackets at its end", "thematic.position: Deferred: neither supported nor noted"}},

		{"addendum", "1. The Government accepts recommendations 7.1 and 7.2.\n", nil},
		{"addendum", "1. As to recommendations 7.1 and 7.2, see below.\n", []string{"addendum.position: 7.1: no verb and no heading before it gives the position", "addendum.position: 7.2: no verb and no heading before it gives the position"}},

		{"observations", "Concluding observations on the ninth periodic report of Kazakhstan\n", []string{"observations.head: Concluding observations on the ninth periodic report of Kazakhstan: no symbol of concluding observations at its head"}},
		{"observations", observations + "11. The Committee is concerned about delays.\n12. The Committee recommends haste.\n", nil},
		{"observations", observations + "11. The Committee is concerned about delays.\n13. The Committee is concerned about costs.\n14. The Committee urges thrift.\n", []string{"observations.concern: The Committee is concerned about delays.: no recommendation follows it"}},
		{"observations", observations + "B. Positive aspects\n3. The Committee welcomes:\n(a) Committees in each district, in 2024;\n(b) The adoption of the Law on Shelters.\n", []string{"observations.positive: Committees in each district, in 2024;: no word says what kind of instrument it is", "observations.positive: The adoption of the Law on Shelters.: no date"}},
		{"observations", observations + "Follow-up\n30. The Committee requests an answer within a short time on paragraph 12.\nNext report\n31. The Committee requests the State party to submit its tenth periodic report in due course.\n", []string{"observations.next-report: The Committee requests the State party to submit its tenth periodic report in due course.: no date", "observations.follow-up: The Committee requests an answer within a short time on paragraph 12.: no day by which to answer, or no paragraphs named"}},

		{"plan", plan + "| 1 | Open shelters | June 2025 | Ministry of Health |\n", nil},
		{"plan", plan + "| 1 | Open shelters | – | Ministry of Health |\n| 2 | Train staff | every year | Ministry of Health |\n| 3 | Build | soon | Ministry of Health |\n", []string{"plan.due: Open shelters: a measure without a deadline", "plan.due: every year: the deadline comes back, and no year ends it", "plan.due: soon: the words of the deadline fix no year"}},
		{"plan", "| No. | Deadline | Responsible |\n| 1 | June 2025 | Ministry |\n", []string{"plan.measure: No. Deadline Responsible: columns of a plan, and too few of them or none of measures"}},

		{"status", status + "| Ghana | 1 May 2001 | 2 May 2002 a |\n", nil},
		{"status", status + "| Atlantis | signed | 2 May 2002 z |\n", []string{"status.participant: Atlantis: no State of that name; taken for an organisation", "status.date: signed: no date in a column of acts", "status.act: 2 May 2002 z: neither the head of the column nor the depositary's list explains the mark"}},

		{"treaty", treaty + "This Convention shall enter into force on the thirtieth day.\n", nil},
		{"treaty", treaty + "It begins when ten States have joined.\n", []string{"treaty.entry-into-force: Entry into force: the heading of the clause, and no sentence that says it"}},
		{"treaty", "Shelters\n" + treaty[len("CONVENTION ON SHELTERS\n"):] + "It shall enter into force at once.\n", []string{"treaty.title: Shelters: no line before the first article says what the instrument is"}},

		{"resolution", "A/RES/70/1\nResolution adopted by the General Assembly on 25 May 2015\n1. Decides to act.\n", nil},
		{"resolution", "A/RES/70/1\nRecalling its duty.\n", []string{"resolution.adopted: A/RES/70/1: no line says on what day it was adopted", "resolution.paragraph: A/RES/70/1: no operative paragraph bears the number 1"}},
	} {
		d := draftOf(c.paper)
		d.Explain()
		readers[c.reader](d, authority.Base())
		var got []string
		for _, n := range d.Near() {
			got = append(got, n.Rule+": "+strings.Join(strings.Fields(d.Text()[n.Start:n.End]), " ")+": "+n.Why)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %q: %s", c.reader, c.paper, diff)
		}
	}
}

// TestNearlyNamesRules: a near miss is one of a rule that explains itself.
func TestNearlyNamesRules(t *testing.T) {
	known := map[string]bool{}
	for _, r := range Rules() {
		known[r.Name] = true
	}
	for _, paper := range goldenPapers(t) {
		for _, read := range readers {
			d := draftOf(paper)
			d.Explain()
			read(d, authority.Base())
			for _, n := range d.Near() {
				if !known[n.Rule] || n.Why == "" {
					t.Errorf("near miss of %q, because %q", n.Rule, n.Why)
				}
			}
		}
	}
}
