package register

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/treaty"
)

// DomesticView is the procedure at home beside the acts towards the others.
type DomesticView struct {
	Rows    []DomesticStep
	Next    treaty.DomesticKind
	Missing int
	Undated []DomesticStep // recorded after the day, and not of which day
	Doubts  []chancery.Doubt
}

// Step gives the row of a step; one that is not in the chain is empty.
func (v DomesticView) Step(kind treaty.DomesticKind) DomesticStep {
	for _, s := range v.Rows {
		if s.Kind == kind {
			return s
		}
	}
	return DomesticStep{}
}

// DomesticStep is one step of the procedure at home.
type DomesticStep struct {
	treaty.ChainRow
	For   Value // the person named in full powers
	Held  Value // who has it in hand
	Cites []int
}

// CustodyQuery asks for the papers of one treaty as one State keeps them.
type CustodyQuery struct {
	Treaty chancery.EntityID
	Whose  chancery.EntityID // "" is the home where that is a State
}

// CustodyView is a State's own file on a treaty: the steps at home beside those
// towards the others, what is missing and who has it, notices received and
// sent, and what the depositary passed on.
type CustodyView struct {
	Head
	ID         chancery.EntityID
	Caption    Label
	On         chancery.Date
	Home       Value
	Whose      Value
	Names      []Value // to choose from
	Standing   treaty.Standing
	Chain      DomesticView
	Depositary Value
	Ours       bool // the home is the depositary
	Agreement  bool // between few parties, without a depositary
	Notices    []Notice
	Circulated []Circulated
}

// Notice is a note that the State or the home sent or received about the treaty.
type Notice struct {
	Entity   chancery.EntityID
	Sent     bool // by the State whose file it is, or by the home; else received
	Number   Value
	Other    Value // to whom it went, or from whom it came
	Date     Value
	Text     Value
	Due      Value // by when it is to be answered
	Answered Value
}

// Circulated is an act of which the depositary informs the others.
type Circulated struct {
	treaty.Circulation
	By    Value
	Cites []int
}

// Custody gives the file of one State on a treaty.
func (r *Register) Custody(ctx context.Context, reader Reader, q CustodyQuery) (CustodyView, error) {
	const op = "register.Custody"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return CustodyView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.custody(q)
	if err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	p.finish(&v)
	v.Head.Rows = len(v.Chain.Rows)
	return v, nil
}

func (p *page) custody(q CustodyQuery) (CustodyView, error) {
	t, err := p.treaty(TreatyQuery{Treaty: q.Treaty, Whose: q.Whose, Compact: true})
	if err != nil {
		return CustodyView{}, err
	}
	v := CustodyView{ID: t.ID, Caption: t.Caption, On: t.On, Home: t.Home, Agreement: t.Agree != nil}
	p.depositary(&v, t)
	whose := q.Whose
	if whose == "" && t.Home.Schema == "State" {
		whose = t.Home.Ref
	}
	b, err := p.r.book(p.ctx, p.reader.At)
	if err != nil {
		return v, err
	}
	if v.Names, err = p.participants(b, t.Home.Ref, whose); err != nil {
		return v, err
	}
	deeds, err := p.deeds(t.ID)
	if err != nil {
		return v, err
	}
	l := lawFor(t.ID, deeds)
	if whose != "" {
		table := l.on(v.On)
		v.Whose, v.Standing = p.actor(whose), table.Row(string(whose))
		if v.Chain, err = p.domestic(t, deeds, table, whose); err != nil {
			return v, err
		}
	}
	if err := p.circulated(&v, l, deeds); err != nil {
		return v, err
	}
	return v, p.noticesOf(&v)
}

// depositary finds with whom the instruments are deposited.
func (p *page) depositary(v *CustodyView, t TreatyView) {
	v.Depositary = firstOf(t.Lines, "depositary")
	if v.Depositary.Empty() && t.Clauses.Depositary != "" {
		v.Depositary = Value{Text: t.Clauses.Depositary, Language: "en"}
		if id, ok := participant(t.Clauses.Depositary); ok {
			v.Depositary.Ref = id
		}
	}
	v.Ours = v.Depositary.Ref != "" && v.Depositary.Ref == t.Home.Ref
}

// chainFor gives the steps at home that an instrument needs: an accession has
// no signature before it.
func chainFor(s treaty.Standing) []treaty.DomesticKind {
	if !s.Signed.IsZero() || s.Deposited.IsZero() || s.Instrument != treaty.Accession {
		return treaty.DefaultChain
	}
	return slices.DeleteFunc(slices.Clone(treaty.DefaultChain), func(k treaty.DomesticKind) bool {
		return k == treaty.StepInitialled || k == treaty.StepFullPowers || k == treaty.StepSigned
	})
}

// stepsAtHome gives the steps that a State, or a body that acts for the home,
// took or has in hand, with where their papers stand among the deeds.
func (p *page) stepsAtHome(deeds []deed, whose, home chancery.EntityID) (acts []treaty.DomesticAct, at map[treaty.DomesticKind][]int) {
	at = map[treaty.DomesticKind][]int{}
	for i := range deeds {
		d := &deeds[i]
		own := d.By == string(whose)
		kind := d.Domestic
		switch {
		case own && d.Kind == treaty.Notified:
			kind = treaty.StepDeposit
		case kind == "":
			continue
		case !own && (whose != home || p.labels[chancery.EntityID(d.By)].Schema == "State"):
			continue
		}
		acts = append(acts, treaty.DomesticAct{Kind: kind, Date: cmp.Or(d.Date, d.Deposited), Number: d.Number, Person: d.Person, Holder: d.Holder, Due: d.Due, Note: d.Note, Needless: d.Needless,
			Taken: d.Holder == "" && d.Due.IsZero() && !d.Needless && !awaited(d.Kind), Recorded: d.Recorded})
		at[kind] = append(at[kind], i)
	}
	return acts, at
}

// awaited reports whether an act says that a step is yet to be taken.
func awaited(kind treaty.ActKind) bool {
	return kind == "signature_awaited" || kind == "deposit_awaited"
}

// domestic lays the steps at home beside those towards the others.
func (p *page) domestic(v TreatyView, deeds []deed, t treaty.Table, whose chancery.EntityID) (DomesticView, error) {
	var out DomesticView
	own := t.Row(string(whose))
	acts, at := p.stepsAtHome(deeds, whose, v.Home.Ref)
	recorded := len(acts) > 0
	var more []chancery.EntityID
	for _, a := range acts {
		more = append(more, chancery.EntityID(a.Holder), chancery.EntityID(a.Person))
	}
	if err := p.learn(more); err != nil {
		return out, err
	}
	cites := map[treaty.DomesticKind][]int{}
	for kind, places := range at {
		n, err := p.citesOf(deeds, places)
		if err != nil {
			return out, err
		}
		cites[kind] = n
	}
	if !own.Signed.IsZero() {
		acts = append(acts, treaty.DomesticAct{Kind: treaty.StepSigned, Date: own.Signed})
	}
	if !own.Deposited.IsZero() {
		acts = append(acts, treaty.DomesticAct{Kind: treaty.StepDeposit, Date: own.Deposited})
	}
	for _, row := range v.Rows {
		if row.Participant.Ref == whose {
			cites[treaty.StepSigned] = append(cites[treaty.StepSigned], row.Signed.Cites...)
			cites[treaty.StepDeposit] = append(cites[treaty.StepDeposit], row.Deposited.Cites...)
		}
	}
	chain := treaty.Domestic(chainFor(own), acts, v.On)
	out.Next, out.Missing = chain.Next, chain.Missing
	if recorded {
		out.Doubts = chain.Doubts
	}
	for _, row := range chain.Rows {
		out.Rows = append(out.Rows, p.step(row, cites[row.Kind]))
	}
	for _, a := range chain.Undated {
		out.Undated = append(out.Undated, p.step(treaty.ChainRow{DomesticAct: a}, cites[a.Kind]))
	}
	return out, nil
}

// step shows a step with whom it names.
func (p *page) step(row treaty.ChainRow, cites []int) DomesticStep {
	out := DomesticStep{ChainRow: row, Cites: cites}
	if row.Person != "" {
		out.For = p.actor(chancery.EntityID(row.Person))
	}
	if row.Holder != "" {
		out.Held = p.actor(chancery.EntityID(row.Holder))
	}
	return out
}

// maxCirculated bounds the acts listed with their notices.
const maxCirculated = 100

// circulated lists the acts that the depositary received with its notices of
// them: every one where the home is the depositary, else those of the State.
func (p *page) circulated(v *CustodyView, l lawOf, deeds []deed) error {
	if v.Agreement {
		return nil
	}
	acts := slices.DeleteFunc(slices.Clone(l.Acts), func(a treaty.Act) bool {
		return !v.Ours && a.By != string(v.Whose.Ref)
	})
	for _, c := range treaty.Circulations(acts, v.On) {
		if len(v.Circulated) == maxCirculated {
			break
		}
		cites, err := p.citesOf(deeds, l.Deeds[c.Act.ID])
		if err != nil {
			return err
		}
		v.Circulated = append(v.Circulated, Circulated{Circulation: c, By: p.actor(chancery.EntityID(c.Act.By)), Cites: cites})
	}
	return nil
}

// noticesOf lists the notes about the treaty that the State or the home sent
// or received, the latest first.
func (p *page) noticesOf(v *CustodyView) error {
	found, err := p.recordsReferring("NoteVerbale", "about", v.ID)
	if err != nil {
		return err
	}
	for _, t := range found {
		one, ok, err := p.notice(t, v.Whose.Ref, v.Home.Ref)
		if err != nil {
			return err
		}
		if one.Answered.Date.After(v.On) {
			one.Answered = Value{}
		}
		if ok && !one.Date.Date.After(v.On) {
			v.Notices = append(v.Notices, one)
		}
	}
	slices.SortStableFunc(v.Notices, func(a, b Notice) int { return b.Date.Date.Compare(a.Date.Date) })
	return nil
}

// notice reads one note; ok is false where neither the State nor the home sent
// or received it.
func (p *page) notice(t record, sides ...chancery.EntityID) (n Notice, ok bool, err error) {
	from, to := t.ref("from"), t.ref("to")
	n.Entity = t.id
	other := ""
	for _, side := range sides {
		switch {
		case side == "":
		case from == side:
			n.Sent, ok, other = true, true, "to"
		case to == side:
			ok, other = true, "from"
		}
		if ok {
			break
		}
	}
	if !ok {
		return n, false, nil
	}
	for property, at := range map[string]*Value{"number": &n.Number, other: &n.Other, "date": &n.Date, "text": &n.Text, "answerDue": &n.Due, "answered": &n.Answered} {
		if *at, err = p.shown(t, property); err != nil {
			return n, ok, err
		}
	}
	return n, ok, nil
}

// custodyDeadlines gives the steps that the home has in hand with a day by
// which they are due, late ones too, and the notes to be answered.
func (p *page) custodyDeadlines(home chancery.EntityID, until chancery.Date) ([]Moment, error) {
	b, err := p.r.book(p.ctx, p.reader.At)
	if err != nil {
		return nil, err
	}
	var out []Moment
	var ids []chancery.EntityID
	for _, id := range b.order {
		deeds := p.seenDeeds(b, id)
		if !slices.ContainsFunc(deeds, func(d deed) bool { return !d.Due.IsZero() }) {
			continue
		}
		if err := p.learnActors(deeds, lawOf{}, home); err != nil {
			return nil, err
		}
		acts, _ := p.stepsAtHome(deeds, home, home)
		own := p.seen(b, id).on(p.head.Today).Row(string(home))
		acts = append(acts, treaty.DomesticAct{Kind: treaty.StepSigned, Date: own.Signed}, treaty.DomesticAct{Kind: treaty.StepDeposit, Date: own.Deposited})
		for _, row := range treaty.Domestic(treaty.DefaultChain, acts, p.head.Today).Rows {
			if row.Missing() && !row.Due.IsZero() && !row.Due.After(until) {
				out = append(out, Moment{Date: row.Due, Property: StepProperty + row.Kind.Slug(), Schema: "Instrument", Entity: id, Caption: Label{Schema: "Instrument", Sub: row.Holder}})
				ids = append(ids, id, chancery.EntityID(row.Holder))
			}
		}
	}
	if err := p.learn(ids); err != nil {
		return nil, err
	}
	for i := range out {
		holder := out[i].Caption.Sub
		out[i].Caption = p.treatyLabel(out[i].Entity)
		out[i].Caption.Sub = cmp.Or(p.labels[chancery.EntityID(holder)].String(), holder)
	}
	return out, nil
}

// StepProperty stands before a step at home where a Moment names it.
const StepProperty = "step."

// unanswered gives the notes to the home that are to be answered by a day.
func (p *page) unanswered(home chancery.EntityID, until chancery.Date) ([]Moment, error) {
	links, err := p.dated("NoteVerbale", "answerDue", chancery.Date{}, until, 2*upcomingRows)
	if err != nil {
		return nil, err
	}
	var out []Moment
	for _, l := range links {
		if due := l.First("answerDue"); l.First("answered").Empty() && l.First("from").Ref != home {
			out = append(out, Moment{Date: due.Date, Property: "answerDue", Schema: l.Schema, Entity: l.Entity, Caption: l.Caption, Cites: due.Cites})
		}
	}
	return out, nil
}

// StepEntry is a step at home as typed.
type StepEntry struct {
	Treaty   chancery.EntityID
	By       chancery.EntityID
	Step     treaty.DomesticKind
	Means    treaty.ActKind // of a deposit that was made: ratified, acceded, notified ...
	Date     chancery.Date  // zero while it is not done
	Number   string
	Person   Typed // named in full powers
	Holder   Typed // who has it
	Due      chancery.Date
	Note     string
	Needless bool // the treaty does not need it
	Remark   string
	Marking  string
}

// Typed is a name as typed, with the entity where it is known which is meant.
type Typed struct {
	Text string
	Ref  chancery.EntityID
}

// stepTypes are the acts by which a step is recorded, and while it is not done.
var stepTypes = map[treaty.DomesticKind]struct{ done, waiting treaty.ActKind }{
	treaty.StepInitialled:  {treaty.Initialled, treaty.Initialled},
	treaty.StepFullPowers:  {"full_powers", "full_powers"},
	treaty.StepOpinion:     {"government_opinion", "government_opinion"},
	treaty.StepSigned:      {treaty.Signed, "signature_awaited"},
	treaty.StepSubmitted:   {"submitted", "submitted"},
	treaty.StepLaw:         {"law_adopted", "law_adopted"},
	treaty.StepInstrument:  {"instrument_signed", "instrument_signed"},
	treaty.StepDeposit:     {"", "deposit_awaited"},
	treaty.StepPublication: {treaty.Published, treaty.Published},
	treaty.StepRegistered:  {treaty.Registered, treaty.Registered},
}

// DepositMeans are the acts by which a State consents or notifies (VCLT art. 11).
var DepositMeans = []treaty.ActKind{treaty.Ratified, treaty.Acceded, treaty.Accepted, treaty.Approved, treaty.Succeeded, treaty.Confirmed, treaty.Notified}

// EnterStep records a step at home with the officer's remark as its source.
func (r *Register) EnterStep(ctx context.Context, person string, e StepEntry) (chancery.EntityID, error) {
	const op = "register.EnterStep"
	kind, err := e.kind()
	if err != nil {
		return "", err
	}
	p, err := r.page(ctx, Reader{})
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	if err := p.learn([]chancery.EntityID{e.By}); err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	ids, err := r.keepTyped(ctx, person, e.typed(kind, p.named(e.By).Text), e.Marking)
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	return ids[0], nil
}

// kind gives the act that the entry records, or says what is wrong with it.
func (e StepEntry) kind() (treaty.ActKind, error) {
	invalid := func(key, format string, args ...any) error {
		return chancery.Fail("register.EnterStep", chancery.Invalid, chancery.Say(key, format, args...))
	}
	types, ok := stepTypes[e.Step]
	switch {
	case !ok:
		return "", invalid("custody.no-step", "%q is no step of a State's procedure", string(e.Step))
	case oneLine(e.Remark) == "":
		return "", invalid("enter.source", "the source is missing; choose words of a paper, or write how you know")
	case e.By == "":
		return "", invalid("custody.no-state", "say first of which State this is the file")
	case e.Needless && !e.Date.IsZero():
		return "", invalid("custody.both", "a step that was done on a day was needed; leave one of the two out")
	case e.Date.IsZero() && e.Due.IsZero() && e.Holder.Text == "" && !e.Needless:
		return "", invalid("custody.empty", "say when the step was done, or who has it, or by when it is due")
	case e.Date.IsZero():
		return types.waiting, nil
	case e.Step == treaty.StepDeposit && !slices.Contains(DepositMeans, e.Means):
		return "", invalid("custody.no-means", "say what was deposited: an instrument of ratification, of accession, or a notification")
	case e.Step == treaty.StepDeposit:
		return e.Means, nil
	}
	return types.done, nil
}

// typed writes the entry as one line below the remark.
func (e StepEntry) typed(kind treaty.ActKind, by string) *typed {
	t := &typed{}
	t.write(oneLine(e.Remark) + "\n")
	start, end := t.words(by)
	t.write(", ")
	act := t.thing("Act")
	t.say(act, "type", string(kind), "", string(e.Step))
	t.on(act, "instrument", string(e.Treaty), e.Treaty, start, end)
	t.on(act, "by", by, e.By, start, end)
	for _, f := range []struct {
		property, value, before string
		ref                     chancery.EntityID
	}{
		{"number", oneLine(e.Number), " no. ", ""}, {dayProperty(e), e.Date.String(), " ", ""}, {"person", oneLine(e.Person.Text), ", for ", e.Person.Ref},
		{"holder", oneLine(e.Holder.Text), ", in the hands of ", e.Holder.Ref}, {"due", e.Due.String(), ", due ", ""}, {"note", oneLine(e.Note), ": ", ""},
	} {
		if f.value != "" {
			t.write(f.before)
			t.say(act, f.property, f.value, f.ref, f.value)
		}
	}
	if e.Needless {
		t.write(", ")
		t.say(act, "needed", "no", "", "not needed")
	}
	return t
}

// dayProperty says which day of the act the step's is: an instrument binds by
// its deposit.
func dayProperty(e StepEntry) string {
	if e.Step == treaty.StepDeposit && e.Means != treaty.Notified {
		return "deposited"
	}
	return "date"
}

// NoticeEntry is a note about a treaty as typed.
type NoticeEntry struct {
	Treaty  chancery.EntityID
	Whose   chancery.EntityID // that sent or received it
	Sent    bool
	Other   Typed
	Number  string
	Date    chancery.Date
	Text    string
	Due     chancery.Date // of the answer
	Remark  string
	Marking string
}

// EnterNotice records a note sent or received, with the officer's remark as its
// source.
func (r *Register) EnterNotice(ctx context.Context, person string, e NoticeEntry) (chancery.EntityID, error) {
	const op = "register.EnterNotice"
	invalid := func(key, format string, args ...any) error {
		return chancery.Fail(op, chancery.Invalid, chancery.Say(key, format, args...))
	}
	switch {
	case oneLine(e.Remark) == "":
		return "", invalid("enter.source", "the source is missing; choose words of a paper, or write how you know")
	case e.Whose == "":
		return "", invalid("custody.no-state", "say first of which State this is the file")
	case e.Date.IsZero() || oneLine(e.Other.Text) == "":
		return "", invalid("custody.no-notice", "a notice has a day, and somebody from whom it came or to whom it went")
	}
	p, err := r.page(ctx, Reader{})
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	if err := p.learn([]chancery.EntityID{e.Whose}); err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	ids, err := r.keepTyped(ctx, person, e.typed(p.named(e.Whose).Text), e.Marking)
	if err != nil {
		return "", chancery.Wrap(op, chancery.Internal, err)
	}
	return ids[0], nil
}

func (e NoticeEntry) typed(whose string) *typed {
	t := &typed{}
	t.write(oneLine(e.Remark) + "\n")
	note := t.thing("NoteVerbale")
	number := oneLine(e.Number)
	if number == "" {
		number = strings.TrimSpace(e.Date.String())
	}
	start, end := t.words(number)
	t.on(note, "number", number, "", start, end)
	t.on(note, "about", string(e.Treaty), e.Treaty, start, end)
	own, other := "to", "from"
	if e.Sent {
		own, other = other, own
	}
	t.write(", " + own + " ")
	t.say(note, own, whose, e.Whose, whose)
	t.write(", " + other + " ")
	t.say(note, other, oneLine(e.Other.Text), e.Other.Ref, oneLine(e.Other.Text))
	t.write(", ")
	t.say(note, "date", e.Date.String(), "", e.Date.String())
	if text := oneLine(e.Text); text != "" {
		t.write(": ")
		t.say(note, "text", text, "", text)
	}
	if !e.Due.IsZero() {
		t.write(", to be answered by ")
		t.say(note, "answerDue", e.Due.String(), "", e.Due.String())
	}
	return t
}
