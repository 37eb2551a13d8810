package export

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"slices"
	"time"

	"chancery"
	"chancery/ledger"
	"chancery/register"
)

// Format is the version of the lines that [JSONL] writes (docs/format.md).
const Format = 1

// line is one object of the export; exactly one of the fields is set beside Type.
type line struct {
	Type      string             `json:"type"`
	Register  *about             `json:"register,omitempty"`
	Person    *chancery.Person   `json:"person,omitempty"`
	Document  *chancery.Document `json:"document,omitempty"`
	Text      *text              `json:"text,omitempty"`
	Statement *statement         `json:"statement,omitempty"`
	Verdict   *verdict           `json:"verdict,omitempty"`
	Entry     *ledger.Entry      `json:"entry,omitempty"`
	End       *end               `json:"end,omitempty"`
}

// end closes an export: without it the export was cut short.
type end struct {
	Marking string `json:"marking,omitempty"` // highest of what the export holds
}

type about struct {
	Format  int               `json:"format"`
	Home    chancery.EntityID `json:"home,omitempty"`
	Ledger  ledger.Number     `json:"ledger"`
	Marking string            `json:"ceiling,omitempty"`
}

type text struct {
	Document  chancery.DocumentID `json:"document"`
	Edition   int                 `json:"edition"`
	Extractor string              `json:"extractor"`
	Version   int                 `json:"version"`
	Text      string              `json:"text"`
}

type statement struct {
	ID        string              `json:"id"`
	Subject   chancery.EntityID   `json:"subject"`
	Canonical chancery.EntityID   `json:"canonical"`
	Schema    string              `json:"schema"`
	Property  string              `json:"property"`
	Value     string              `json:"value"`
	Ref       chancery.EntityID   `json:"ref,omitempty"`
	Original  string              `json:"original,omitempty"`
	Language  string              `json:"language,omitempty"`
	Document  chancery.DocumentID `json:"document"`
	Edition   int                 `json:"edition"`
	Start     int                 `json:"start"`
	End       int                 `json:"end"`
	Quote     string              `json:"quote"`
	Rule      string              `json:"rule"`
	Version   int                 `json:"version"`
	Marking   string              `json:"marking,omitempty"`
	Judgement chancery.Judgement  `json:"judgement,omitempty"`
	By        string              `json:"by,omitempty"`
	At        *time.Time          `json:"at,omitempty"`
}

type verdict struct {
	ID        string             `json:"id"`
	At        time.Time          `json:"at"`
	Person    string             `json:"person"`
	Judgement chancery.Judgement `json:"judgement"`
	Reason    string             `json:"reason,omitempty"`
	Grade     chancery.Grade     `json:"grade,omitempty"`
	Targets   []target           `json:"targets"`
}

type target struct {
	Kind      chancery.TargetKind `json:"kind"`
	Statement string              `json:"statement,omitempty"`
	Entity    chancery.EntityID   `json:"entity,omitempty"`
	Other     chancery.EntityID   `json:"other,omitempty"`
	Document  chancery.DocumentID `json:"document,omitempty"`
}

// page is how many rows are asked for at once.
const page = 500

// JSONL writes the register up to a ceiling, one object a line: what it is,
// persons, then each paper with its last text and what was proposed in it and
// judged, then every verdict and every entry of the ledger, oldest first.
// Papers and statements marked above the ceiling are left out; verdicts and
// entries hold no words of theirs. The last line says the highest marking of
// what was written.
func JSONL(ctx context.Context, w io.Writer, reg *register.Register, ceiling string) error {
	b := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	x := &exporter{ctx: ctx, reg: reg, store: reg.Store(), write: func(l line) error { return enc.Encode(l) }}
	err := x.all(ceiling)
	if err == nil {
		err = b.Flush()
	}
	return chancery.Wrap("export.JSONL", chancery.Unavailable, err)
}

type exporter struct {
	ctx   context.Context
	reg   *register.Register
	store ledger.Store
	below []string
	order register.Head // by whose list of markings one is higher than another
	held  end
	write func(line) error
}

func (x *exporter) all(ceiling string) error {
	var err error
	if x.below, err = x.reg.Below(x.ctx, ceiling); err != nil {
		return err
	}
	if x.order.Markings, err = x.reg.Markings(x.ctx); err != nil {
		return err
	}
	head, err := x.store.Head(x.ctx)
	if err != nil {
		return err
	}
	home, err := x.reg.Home(x.ctx)
	if err != nil {
		return err
	}
	if err := x.write(line{Type: "register", Register: &about{Format, home, head, ceiling}}); err != nil {
		return err
	}
	for _, step := range []func() error{x.persons, x.documents, x.verdicts, x.entries} {
		if err := step(); err != nil {
			return err
		}
	}
	return x.write(line{Type: "end", End: &x.held})
}

func (x *exporter) persons() error {
	all, err := x.store.Persons(x.ctx)
	for i := range all {
		if err == nil {
			err = x.write(line{Type: "person", Person: &all[i]})
		}
	}
	return err
}

func (x *exporter) documents() error {
	for offset := 0; ; offset += page {
		got, err := x.store.Documents(x.ctx, ledger.DocumentQuery{Offset: offset, Limit: page, Ceiling: x.below})
		if err != nil {
			return err
		}
		for i := range got.Rows {
			if err := x.document(got.Rows[i]); err != nil {
				return err
			}
		}
		if len(got.Rows) < page {
			return nil
		}
	}
}

func (x *exporter) document(d ledger.DocumentRow) error {
	x.hold(d.Marking)
	if err := x.write(line{Type: "document", Document: &d.Document}); err != nil || d.Withdrawn {
		return err
	}
	if d.Editions > 0 {
		ed, err := x.store.Edition(x.ctx, d.ID, 0)
		if err != nil {
			return err
		}
		if err := x.write(line{Type: "text", Text: &text{d.ID, ed.Number, ed.Extractor, ed.Version, ed.Text}}); err != nil {
			return err
		}
	}
	all, err := x.store.Statements(x.ctx, ledger.StatementQuery{Document: d.ID})
	if err != nil {
		return err
	}
	for _, s := range all {
		if !allowed(x.below, s.Marking) {
			continue
		}
		x.hold(s.Marking)
		if err := x.write(line{Type: "statement", Statement: plain(s)}); err != nil {
			return err
		}
	}
	return nil
}

// hold remembers the highest marking of what was written.
func (x *exporter) hold(marking string) { x.held.Marking = x.order.Higher(x.held.Marking, marking) }

func allowed(below []string, marking string) bool {
	return below == nil || slices.Contains(below, marking)
}

func plain(s ledger.Judged) *statement {
	out := &statement{ID: s.ID.String(), Subject: s.Subject, Canonical: s.Canonical, Schema: s.Schema, Property: s.Property, Value: s.Value, Ref: s.Ref,
		Original: s.Original, Language: s.Language, Document: s.Passage.Document, Edition: s.Passage.Edition, Start: s.Passage.Start, End: s.Passage.End,
		Quote: s.Passage.Quote, Rule: s.Rule, Version: s.Version, Marking: s.Marking, Judgement: s.Judgement, By: s.By}
	if s.Judgement != "" {
		out.At = &s.At
	}
	return out
}

func (x *exporter) verdicts() error {
	all, err := x.store.Verdicts(x.ctx, ledger.VerdictQuery{After: -1})
	if err != nil {
		return err
	}
	for _, v := range all {
		out := verdict{ID: v.ID, At: v.At, Person: v.Person, Judgement: v.Judgement, Reason: v.Reason, Grade: v.Grade}
		for _, t := range v.Targets {
			one := target{Kind: t.Kind, Entity: t.Entity, Other: t.Other, Document: t.Document}
			if t.Kind == chancery.OnStatement {
				one.Statement = t.Statement.String()
			}
			out.Targets = append(out.Targets, one)
		}
		if err := x.write(line{Type: "verdict", Verdict: &out}); err != nil {
			return err
		}
	}
	return nil
}

func (x *exporter) entries() error {
	for after := ledger.Number(0); ; {
		list, err := x.store.Entries(x.ctx, ledger.EntryQuery{After: after, Forward: true, Limit: page})
		if err != nil {
			return err
		}
		for i := range list {
			after = list[i].Number
			if err := x.write(line{Type: "entry", Entry: &list[i]}); err != nil {
				return err
			}
		}
		if len(list) < page {
			return nil
		}
	}
}
