// Package demo fills a register with the founding story, so that every page
// has something to show and the reading desk something to do.
//
// An ambassador calls on the head of a women's organisation in Cairo; a
// commission, a plan and treaties are spoken of, and a candidature for a
// committee. The papers that tell it stand in the folder papers and were
// written for the demo in the layouts that such papers have: a press report in
// four languages, a web page, a letter with an attachment, notes, an action
// plan as a table in a word processor's format, a section of a report as PDF,
// and a depositary's table. The facts are true as far as they were known when
// the demo was made; the promises, the letter and the recommendations are made
// up.
//
// [Build] hands the papers to the register as a person would and judges a part
// of what is proposed. The letter speaks of a meeting some weeks ahead of the
// day the demo is built, so that there is always one to prepare.
package demo

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"path"
	"text/template"
	"time"

	"chancery"
	"chancery/register"
)

//go:embed papers facts
var papers embed.FS

// Home says whose register the demo is.
type Home string

// The homes.
const (
	State       Home = "state"       // a foreign ministry: Kazakhstan
	Secretariat Home = "secretariat" // the secretariat of an organisation: the WDO
)

// organisation is the name under which the secretariat's home is found.
const organisation = "Women Development Organization"

// paper is one paper of the demo and what is done with it.
type paper struct {
	file   string
	about  register.Incoming
	paste  bool
	judge  func(*builder, chancery.DocumentID) error // nil leaves everything for the desk
	status chancery.EntityID                         // of a depositary's table, taken whole: its treaty
	table  chancery.Grade                            // of a table of facts, taken whole: the grade of its source
	behind bool                                      // received after the first page can be shown
}

// confirmAll confirms every card of a paper.
func confirmAll(b *builder, doc chancery.DocumentID) error { return b.confirm(doc, nil) }

// confirmSome confirms the cards of some schemas and leaves the rest.
func confirmSome(schemas ...string) func(*builder, chancery.DocumentID) error {
	return func(b *builder, doc chancery.DocumentID) error { return b.confirm(doc, schemas) }
}

// acceptWhole accepts a table unread.
func acceptWhole(grade chancery.Grade) func(*builder, chancery.DocumentID) error {
	return func(b *builder, doc chancery.DocumentID) error {
		v, err := b.reg.Desk(b.ctx, register.Reader{}, doc)
		if err != nil || v.Waiting == 0 {
			return err
		}
		_, err = b.reg.AcceptWhole(b.ctx, b.person, doc, grade, "A table of the demo, accepted whole.")
		return err
	}
}

func day(y, m, d int) chancery.Date { return chancery.NewDate(y, m, d) }

var list = []paper{
	{file: "press-en.txt", judge: confirmAll,
		about: register.Incoming{Publisher: "Demo News Agency", Published: day(2024, 5, 30), Language: "en"}},
	{file: "notes.txt", paste: true, judge: confirmSome("Person", "Event", "Occupancy", "Undertaking", "Intervention"),
		about: register.Incoming{Name: "Notes of the meeting", Title: "Notes of the meeting at the WDO", Author: "Embassy in Cairo", Published: day(2024, 5, 27), Language: "en"}},
	{file: "press-ru.txt", judge: confirmSome("Person", "Organization"),
		about: register.Incoming{Publisher: "Demo News Agency", Published: day(2024, 5, 30), Language: "ru"}},
	{file: "letter.eml", judge: confirmSome("Event", "Person", "Occupancy", "Undertaking"),
		about: register.Incoming{Number: "214", Language: "en"}},
	{file: "release.html", about: register.Incoming{Publisher: organisation, Published: day(2024, 5, 28), Language: "en"}},
	{file: "press-kk.txt", about: register.Incoming{Publisher: "Demo News Agency", Published: day(2024, 5, 30), Language: "kk"}},
	{file: "press-ar.txt", about: register.Incoming{Publisher: "Demo News Agency", Published: day(2024, 5, 30), Language: "ar"}},
	{file: "action-plan.docx", behind: true, judge: acceptWhole(chancery.Gazette),
		about: register.Incoming{Published: day(2023, 12, 8), Language: "en"}},
	{file: "cedaw-status.csv", behind: true, status: "treaty:UNTC-4-8",
		about: register.Incoming{Title: "Convention on the Elimination of All Forms of Discrimination against Women: status", Published: day(2015, 3, 14), Language: "en"}},
	{file: "facts/elections.csv", behind: true, table: chancery.OfficialSite, about: register.Incoming{Title: "Elections of the demo", Language: "en"}},
	{file: "facts/oic-wdo.csv", behind: true, table: chancery.OfficialSite, about: register.Incoming{Title: "The OIC and the Women Development Organization", Language: "en"}},
	{file: "upr-section.pdf", behind: true,
		about: register.Incoming{Title: "Report of the Working Group on the Universal Periodic Review: Kazakhstan", Symbol: "A/HRC/59/15", Language: "en"}},
}

// builder makes one demo.
type builder struct {
	ctx    context.Context
	reg    *register.Register
	person string
	today  chancery.Date
}

// Build fills an empty register. It returns once there is enough for the first
// page; rest hands in the papers that take longer, and may run beside the server.
func Build(ctx context.Context, reg *register.Register, home Home, today chancery.Date) (rest func(context.Context) error, err error) {
	const op = "demo.Build"
	person, err := reg.AddPerson(ctx, chancery.Person{Name: "Demo officer", Post: "Second Secretary", Body: "Embassy of Kazakhstan in Egypt"})
	if err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	b := &builder{ctx, reg, person.ID, today}
	if err := b.settle(); err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	if err := b.receive(false); err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	if err := b.setHome(home); err != nil {
		return nil, chancery.Wrap(op, chancery.Internal, err)
	}
	return func(ctx context.Context) error {
		late := &builder{ctx, reg, person.ID, today}
		return chancery.Wrap(op, chancery.Internal, late.receive(true))
	}, nil
}

func (b *builder) settle() error {
	if err := b.reg.SetDemo(b.ctx, b.person); err != nil {
		return err
	}
	return b.reg.SetMarkings(b.ctx, b.person, []string{"Internal", "Confidential"})
}

// setHome finds the home among what the papers brought.
func (b *builder) setHome(home Home) error {
	name, schema := "Kazakhstan", "State"
	if home == Secretariat {
		name, schema = organisation, "Organization"
	}
	rows, err := b.reg.Find(b.ctx, register.Reader{}, name, []string{schema}, 1)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return chancery.Fail("demo.Build", chancery.Internal, chancery.Say("demo.home", "the demo's papers name no %s", name))
	}
	return b.reg.SetHome(b.ctx, b.person, rows[0].Entity)
}

func (b *builder) receive(behind bool) error {
	for _, p := range list {
		if p.behind != behind {
			continue
		}
		if err := b.one(p); err != nil {
			return fmt.Errorf("%s: %w", p.file, err)
		}
	}
	return nil
}

func (b *builder) one(p paper) error {
	content, err := b.content(p.file)
	if err != nil {
		return err
	}
	in := p.about
	switch {
	case p.status != "":
		_, err := b.reg.ImportStatus(b.ctx, b.person, register.StatusImport{Name: p.file, Content: content, Treaty: p.status, Title: in.Title, Published: in.Published, Grade: chancery.Depositary})
		return err
	case p.table != "":
		in.Name, in.Content = path.Base(p.file), content
		_, err := b.reg.ImportTable(b.ctx, b.person, in, p.table)
		return err
	}
	var got register.Received
	if p.paste {
		got, err = b.reg.Paste(b.ctx, b.person, in, string(content))
	} else {
		in.Name, in.Content = p.file, content
		got, err = b.reg.Receive(b.ctx, b.person, in)
	}
	if err != nil || p.judge == nil || got.Trouble != nil || got.Existed {
		return err
	}
	return p.judge(b, got.Document.ID)
}

// content gives a paper's bytes; the letter is dated by the day of the demo.
func (b *builder) content(file string) ([]byte, error) {
	if path.Dir(file) == "facts" {
		return papers.ReadFile(file)
	}
	if file != "letter.eml" {
		return papers.ReadFile("papers/" + file)
	}
	t, err := template.ParseFS(papers, "papers/letter.eml.tmpl")
	if err != nil {
		return nil, err
	}
	long := func(days int) string { return b.today.AddDays(days).Time().Format("2 January 2006") }
	var out bytes.Buffer
	err = t.Execute(&out, map[string]string{
		"Sent": b.today.AddDays(-12).Time().Format(time.RFC1123Z), "Dated": long(-12), "Year": fmt.Sprint(b.today.AddDays(-12).Year),
		"Meeting": long(30), "Programme": long(14), "Nominate": long(21),
	})
	return bytes.ReplaceAll(out.Bytes(), []byte("\n"), []byte("\r\n")), err
}

// confirm confirms the cards of some schemas, nil for all, one verdict a card,
// and joins what is certainly the same as something confirmed before.
func (b *builder) confirm(doc chancery.DocumentID, schemas []string) error {
	v, err := b.reg.Desk(b.ctx, register.Reader{}, doc)
	if err != nil {
		return err
	}
	for _, card := range v.Cards {
		if card.Waiting == 0 || !chosen(schemas, card.Schema) {
			continue
		}
		if _, err := b.reg.JudgeStatements(b.ctx, b.person, chancery.Confirmed, waiting(card), ""); err != nil {
			return err
		}
		if len(card.Candidates) > 0 && card.Candidates[0].Score >= certain {
			if _, err := b.reg.JudgeSame(b.ctx, b.person, chancery.Confirmed, card.Entity, card.Candidates[0].Entity, "The same name and context."); err != nil {
				return err
			}
		}
	}
	return nil
}

// waiting lists what a card had to be judged when the desk was laid. A name
// that was confirmed since, with what refers to it, is confirmed for itself.
func waiting(card register.Card) []chancery.StatementID {
	var ids []chancery.StatementID
	for _, p := range card.Proposals {
		if p.Judgement == "" {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// certain is how alike two things must be for the demo to join them.
const certain = 0.93

func chosen(schemas []string, schema string) bool {
	for _, s := range schemas {
		if s == schema {
			return true
		}
	}
	return schemas == nil
}
