package register

import (
	"strings"

	"chancery"
	"chancery/election"
)

// ballots reads a table of ballots: elections, their ballots, and who stood.
// The columns of results (majority_required, outcome) give what the record
// says of a candidate; majorities and who is elected are computed from the rest.
func (t *table) ballots() {
	last := map[string]int{} // last row of each candidate
	for t.row = range t.rows {
		last[t.election()+"|"+t.get("candidate").text] = t.row
	}
	for t.row = range t.rows {
		if t.get("election_id").text == "" || t.get("candidate").text == "" {
			t.note("table.ballot", "row %d names no election or no candidate and is left out", t.line())
			continue
		}
		grade := gradeOf(t.get("status").text, t.get("source").text)
		election := t.electionFacts(grade)
		t.ballotFacts(election, grade)
		if last[t.election()+"|"+t.get("candidate").text] == t.row {
			t.candidature(election, grade)
		}
	}
}

// election is the key of the election that a row belongs to: a group of seats
// is an election of its own.
func (t *table) election() string {
	key := t.get("election_id").text
	if g := t.get("seat_group").text; g != "" && g != "all" {
		key += " " + g
	}
	return key
}

// gradeOf grades a row by how the table says it is known.
func gradeOf(status, source string) chancery.Grade {
	status, source = strings.ToLower(status), strings.ToLower(source)
	switch {
	case strings.Contains(status, "memory"), strings.Contains(status, "remembered"):
		return chancery.Recollection
	case strings.Contains(source, "press.un.org"), strings.Contains(source, "un.org/"), strings.Contains(source, ".gov"), strings.Contains(source, ".gob."):
		return chancery.OfficialSite
	}
	return chancery.Press
}

func (t *table) electionFacts(grade chancery.Grade) chancery.EntityID {
	const schema = "Election"
	key := t.election()
	id := t.address("election|"+key, schema)
	if t.said[saidKey{id, "name"}] != "" {
		return id
	}
	t.say(id, schema, "name", key, "", t.get("election_id"), grade)
	t.body(id, schema, grade)
	t.dated(id, schema, "date", grade)
	for _, pair := range [][2]string{{"seats", "seats"}, {"eligible", "eligible"}, {"majority_kind", "rules"}} {
		head, property := pair[0], pair[1]
		t.say(id, schema, property, t.get(head).text, "", t.get(head), grade)
	}
	if g := t.get("seat_group"); g.text != "all" {
		t.say(id, schema, "seatGroup", g.text, "", g, grade)
	}
	return id
}

// body says which body the seats are of, where it is known by its name.
func (t *table) body(id chancery.EntityID, schema string, grade chancery.Grade) {
	at := t.get("body")
	short, _, _ := strings.Cut(at.text, " (")
	ref, shown, ok := t.refer(short, []string{"Organization"})
	if !ok {
		t.note("table.body", "row %d: no body is called %q", t.line(), at.text)
		return
	}
	t.say(id, schema, "body", shown, ref, at, grade)
}

// dated says the day of a row, where it is a date.
func (t *table) dated(id chancery.EntityID, schema, property string, grade chancery.Grade) {
	at := t.get("date")
	if _, err := chancery.ParseDate(at.text); err != nil {
		t.note("table.value", "row %d: %s", t.line(), chancery.MessageOf(err))
		return
	}
	t.say(id, schema, property, at.text, "", at, grade)
}

func (t *table) ballotFacts(of chancery.EntityID, grade chancery.Grade) {
	const schema = "Ballot"
	number := t.get("ballot")
	if number.text == "" {
		return
	}
	key := "ballot|" + t.election() + "|" + number.text + "|" + t.get("date").text
	organ, at, named := t.organ()
	if organ == election.Council { // numbered by itself
		key += "|" + string(organ)
	}
	id := t.address(key, schema)
	if named {
		t.say(id, schema, "organ", string(organ), "", at, grade)
	}
	t.figure(id, schema, "meeting", "meeting", grade)
	t.say(id, schema, "election", t.election(), of, t.get("election_id"), grade)
	t.say(id, schema, "number", number.text, "", number, grade)
	t.dated(id, schema, "date", grade)
	for _, pair := range [][2]string{{"seats", "seats"}, {"ballot_kind", "kind"}, {"ballots_cast", "cast"}, {"invalid", "invalid"}, {"abstentions", "abstentions"}, {"valid", "valid"}} {
		t.figure(id, schema, pair[0], pair[1], grade)
	}
	candidate, votes := t.get("candidate"), t.get("votes")
	at = votes
	if votes.text == "" {
		at = candidate
	}
	t.say(id, schema, "votes", JoinTally(candidate.text, votes.text), "", at, grade)
	if t.get("outcome").text == "elected" {
		t.say(id, schema, "elected", candidate.text, "", t.get("outcome"), grade)
	}
}

// figure says a number of a ballot, or its kind.
func (t *table) figure(id chancery.EntityID, schema, head, property string, grade chancery.Grade) {
	at := t.get(head)
	if _, ok := election.ParseFigure(at.text); !ok && head != "ballot_kind" {
		t.note("table.figure", "row %d: %q in %s is not a number", t.line(), at.text, head)
		return
	}
	t.say(id, schema, property, at.text, "", at, grade)
}

// organs are the organs as tables name them behind the Court, "ICJ (GA)".
var organs = map[string]election.Organ{"GA": election.Assembly, "SC": election.Council}

// organ gives the organ that a row's ballot is of, where its body names one.
func (t *table) organ() (election.Organ, cellOf, bool) {
	at := t.get("body")
	body, rest, _ := strings.Cut(at.text, " (")
	rules, _ := election.BodyNamed(body)
	name := strings.TrimSuffix(rest, ")")
	organ, ok := organs[name]
	if !ok || rules.Electorate != election.AssemblyCouncil {
		return "", cellOf{}, false
	}
	start := at.start + len(body) + 2
	return organ, cellOf{name, start, start + len(name)}, true
}

// candidature says who stood, put forward by whom, and what came of it.
func (t *table) candidature(of chancery.EntityID, grade chancery.Grade) {
	const schema = "Candidature"
	at := t.get("candidate")
	id := t.address("candidature|"+t.election()+"|"+at.text, schema)
	t.say(id, schema, "election", t.election(), of, t.get("election_id"), grade)
	t.body(id, schema, grade)
	t.dated(id, schema, "electionDate", grade)
	t.who(id, at, grade)
	outcome := t.get("outcome")
	switch {
	case outcome.text == "elected":
		t.say(id, schema, "result", "elected", "", outcome, grade)
	case outcome.text == "not elected":
		t.say(id, schema, "result", "not_elected", "", outcome, grade)
	case strings.HasPrefix(outcome.text, "withdrew"):
		t.say(id, schema, "result", "withdrawn", "", outcome, grade)
	}
	if votes := t.get("votes"); votes.text != "" {
		t.say(id, schema, "votes", votes.text, "", votes, grade)
	}
}

// who says who the candidate is: a State, "Name (State)", or "candidate of State".
func (t *table) who(id chancery.EntityID, at cellOf, grade chancery.Grade) {
	const schema = "Candidature"
	if ref, shown, ok := t.refer(at.text, []string{"State"}); ok && !strings.Contains(at.text, "(") {
		t.say(id, schema, "candidate", shown, ref, at, grade)
		t.say(id, schema, "nominatedBy", shown, ref, at, grade)
		return
	}
	if state, ok := strings.CutPrefix(at.text, "candidate of "); ok {
		if ref, shown, ok := t.refer(state, []string{"State"}); ok {
			t.say(id, schema, "nominatedBy", shown, ref, cellOf{state, at.end - len(state), at.end}, grade)
		}
		return
	}
	name, rest, bracket := strings.Cut(at.text, " (")
	person := t.address("person|"+t.election()+"|"+at.text, "Person")
	t.say(person, "Person", "name", name, "", cellOf{name, at.start, at.start + len(name)}, grade)
	t.say(id, schema, "candidate", name, person, cellOf{name, at.start, at.start + len(name)}, grade)
	if state, closed := strings.CutSuffix(rest, ")"); bracket && closed {
		if ref, shown, ok := t.refer(state, []string{"State"}); ok {
			start := at.start + len(name) + 2
			t.say(id, schema, "nominatedBy", shown, ref, cellOf{state, start, start + len(state)}, grade)
		}
	}
}
