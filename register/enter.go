package register

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Hand is what a person enters: values of one thing, with their source. The
// source is a passage of a paper (Document, Edition, Start, End), or else the
// Remark, which becomes a document of its own.
type Hand struct {
	Subject  chancery.EntityID // "" makes a new thing
	Schema   string
	Values   []HandValue
	Document chancery.DocumentID
	Edition  int
	Start    int
	End      int
	Remark   string
	Marking  string
	Replaces []chancery.StatementID // rejected as the new values are confirmed
	Reason   string
	Grade    chancery.Grade
}

// HandValue is one value as typed.
type HandValue struct {
	Property string
	Value    string
	Ref      chancery.EntityID // of a reference; Value is then the name shown
	Language string
}

// Enter records values by hand; entering is confirming. Editing is entering
// the new value and rejecting the old one it replaces. It gives the subject.
func (r *Register) Enter(ctx context.Context, person string, h Hand) (chancery.EntityID, error) {
	const op = "register.Enter"
	if err := h.check(); err != nil {
		return "", err
	}
	passages, text, err := r.source(ctx, person, &h)
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	if h.Subject == "" {
		h.Subject = chancery.NewMention(h.Document, h.Schema, h.Edition, passages[0].Start, passages[0].End)
	}
	reading := chancery.Reading{Document: h.Document, Edition: h.Edition}
	for i, v := range h.Values {
		s := chancery.Statement{Subject: h.Subject, Schema: h.Schema, Property: v.Property, Value: v.Value, Ref: v.Ref,
			Language: v.Language, Passage: passages[i], Rule: chancery.HandRule, Version: 1, Marking: h.Marking}
		if s.Language == "" && worded(h.Schema, v.Property) {
			s.Language = text
		}
		s.ID = s.Identify()
		reading.Statements = append(reading.Statements, s)
	}
	return h.Subject, chancery.Wrap(op, chancery.Internal, r.enter(ctx, person, reading, h))
}

func (r *Register) enter(ctx context.Context, person string, reading chancery.Reading, h Hand) error {
	var ids []chancery.StatementID
	for _, s := range reading.Statements {
		ids = append(ids, s.ID)
	}
	verdicts := []chancery.Verdict{{Person: person, Judgement: chancery.Confirmed, Reason: h.Reason, Grade: h.Grade, Targets: statementTargets(ids)}}
	if len(h.Replaces) > 0 {
		verdicts = append(verdicts, chancery.Verdict{Person: person, Judgement: chancery.Rejected, Reason: h.Reason, Targets: statementTargets(h.Replaces)})
	}
	defer r.authority.stale()
	return r.store.Enter(ctx, person, reading.Statements, verdicts)
}

// source gives the passage of each value and the language of the source.
func (r *Register) source(ctx context.Context, person string, h *Hand) ([]chancery.Passage, string, error) {
	if h.Document != "" {
		ed, err := r.store.Edition(ctx, h.Document, h.Edition)
		if err != nil {
			return nil, "", err
		}
		h.Edition = ed.Number
		at, err := chancery.Cut(h.Document, ed.Number, ed.Text, h.Start, h.End)
		return slices.Repeat([]chancery.Passage{at}, len(h.Values)), ed.Language, err
	}
	ed, err := r.remark(ctx, person, h.Remark, h.Marking)
	if err != nil {
		return nil, "", err
	}
	h.Document, h.Edition = ed.Document, ed.Number
	out := make([]chancery.Passage, len(h.Values))
	for i, v := range h.Values {
		start, end := 0, len(ed.Text)
		if at := strings.Index(ed.Text, v.Value); at >= 0 && v.Value != "" {
			start, end = at, at+len(v.Value)
		}
		if out[i], err = chancery.Cut(ed.Document, ed.Number, ed.Text, start, end); err != nil {
			return nil, "", err
		}
	}
	return out, ed.Language, nil
}

// remark keeps what was typed as a paper of its own, the same words once, and
// gives its text.
func (r *Register) remark(ctx context.Context, person, text, marking string) (chancery.Edition, error) {
	opened := r.tools.Notes(text)
	opened.Document.Kind, opened.Document.Marking = chancery.Remark, marking
	opened.Document.Received = chancery.DateOf(r.tools.Now())
	ed := opened.Edition
	doc, existed, err := r.store.Receive(ctx, person, ledger.Receipt{Document: opened.Document, Content: []byte(ed.Text)})
	if err != nil {
		return ed, err
	}
	if existed {
		return r.store.Edition(ctx, doc.ID, 0)
	}
	ed.Document = doc.ID
	return r.store.AddEdition(ctx, person, ed)
}

// check says in words what is wrong with what was typed.
func (h Hand) check() error {
	invalid := func(key, format string, args ...any) error {
		return chancery.Fail("register.Enter", chancery.Invalid, chancery.Say(key, format, args...))
	}
	s, ok := chancery.SchemaNamed(h.Schema)
	switch {
	case !ok:
		return invalid("enter.schema", "%q is no sort of thing that the register keeps", h.Schema)
	case len(h.Values) == 0:
		return invalid("enter.empty", "no value was typed; fill in at least one field")
	case h.Document == "" && strings.TrimSpace(h.Remark) == "":
		return invalid("enter.source", "the source is missing; choose words of a paper, or write how you know")
	}
	for _, v := range h.Values {
		p, ok := s.Property(v.Property)
		if !ok {
			return invalid("enter.property", "%s has no %q", h.Schema, v.Property)
		}
		if err := checkValue(p, v); err != nil {
			return err
		}
	}
	return nil
}

func checkValue(p chancery.Property, v HandValue) error {
	invalid := func(key, format string, args ...any) error {
		return chancery.Fail("register.Enter", chancery.Invalid, chancery.Say(key, format, args...))
	}
	switch p.Type {
	case chancery.TypeEntity:
		if v.Ref == "" {
			return invalid("enter.reference", "%s: choose an entity of the register, or enter it first", p.Name)
		}
		return nil
	case chancery.TypeDate:
		_, err := chancery.ParseDate(v.Value)
		if err != nil {
			return err
		}
	case chancery.TypeNumber:
		if _, err := strconv.ParseFloat(v.Value, 64); err != nil {
			return invalid("enter.number", "%s: %q is not a number; write it with digits and a point", p.Name, v.Value)
		}
	case chancery.TypeCode, chancery.TypePosition:
		if !slices.Contains(p.Values, v.Value) {
			return invalid("enter.code", "%s: %q is not one of %s", p.Name, v.Value, strings.Join(p.Values, ", "))
		}
	case chancery.TypeFlag:
		if v.Value != "yes" && v.Value != "no" {
			return invalid("enter.flag", "%s: write yes or no", p.Name)
		}
	}
	if strings.TrimSpace(v.Value) == "" {
		return invalid("enter.blank", "%s: the value is empty", p.Name)
	}
	return nil
}

// worded reports whether values of a property are in a language.
func worded(schema, property string) bool {
	s, _ := chancery.SchemaNamed(schema)
	p, _ := s.Property(property)
	return p.Type == chancery.TypeName || p.Type == chancery.TypeText || p.Type == chancery.TypeLabel
}
