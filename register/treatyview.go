package register

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
	"chancery/text"
	"chancery/treaty"
)

// TreatyQuery asks for one treaty, and what a deposit would change in it.
type TreatyQuery struct {
	Treaty  chancery.EntityID
	WhatIf  chancery.Date     // "what if it deposits on this day"; zero asks nothing
	Kind    treaty.Mark       // of that instrument; "" is what the participant can still do
	Whose   chancery.EntityID // whose instrument; "" is the home
	Compact bool              // without the text by article
}

// TreatyView is one treaty as its depositary prints it, on a day.
type TreatyView struct {
	Head
	ID       chancery.EntityID
	Caption  Label
	On       chancery.Date
	Home     Value
	Lines    []Line // what is confirmed of the instrument itself
	Clauses  Clauses
	Entry    Entering
	Counts   []StatusCount
	Rows     []Participation // the home first
	Effects  []ReservationEffect
	Reserved []ReservationView
	Domestic DomesticView
	Doubts   []chancery.Doubt
	Articles []Article
	What     *WhatIfView
	Agree    *AgreementView // of an agreement between few parties, or a memorandum
	Proposed int
}

// Clauses are the final clauses as the program knows them, each by its article.
type Clauses struct {
	Known      bool
	Name       string
	Article    string // of the clause on entry into force, as cited
	Depositary string
	Adopted    chancery.Date
	Opened     chancery.Date
	Threshold  int
	Counted    string // which instruments count, in the words of the table
	Conditions []string
	Delay      chancery.Message
	Later      chancery.Message
	Leave      string
	From       string // how the clause is known
}

// Entering is the general entry into force and how it was counted.
type Entering struct {
	InForce chancery.Date
	Met     chancery.Date // day on which the number was reached
	Count   int
	Needed  int
	Steps   []treaty.Step
	Missing []chancery.Message
	Stated  bool    // by a source, and not counted
	Others  []Value // participants counted from the table that ships with the program alone
}

// StatusCount is how many participants have a status on the day.
type StatusCount struct {
	Status treaty.Status
	Count  int
}

// Participation is one row of a status table.
type Participation struct {
	Participant  Value
	Home         bool
	Standing     treaty.Standing
	Signed       Value
	Deposited    Value
	Left         Value // the notice of leaving
	Declarations []Declaration
}

// Declaration is a reservation, declaration or objection.
type Declaration struct {
	Entity     chancery.EntityID
	Kind       treaty.ActKind
	Date       chancery.Date
	Text       Value
	Provisions string
	Of         Value // whose act is objected to or withdrawn
	Opposes    bool
	Presumed   bool // the day is that of consent, none being recorded: VCLT art. 23(2)
	Cites      []int
}

// ReservationView is one reservation with who objected to it and between how
// many pairs it works.
type ReservationView struct {
	Reserving Value
	Declaration
	Objections []Objection
	Silence    chancery.Date // last day of the twelve months after notification: VCLT art. 20(5)
	Accepted   int           // contracting States and parties for which it modifies the treaty: art. 21(1)
	Pending    int           // for which the twelve months are running
	Excluded   int           // between which and its author the provisions do not apply: art. 21(3)
	NotBetween int           // between which and its author the treaty is not in force: art. 20(4)(b)
}

// Objection is one State's answer to a reservation.
type Objection struct {
	By      Value
	Date    chancery.Date // zero where not recorded
	Opposes bool
	Text    Value
}

// ReservationEffect is what a reservation makes of the treaty between the home
// and another participant.
type ReservationEffect struct {
	Reserving, Other Value
	Effect           treaty.Effect
	Since, Until     chancery.Date
	Provisions       string
	Source           string
}

// WhatIfView is what a deposit would change.
type WhatIfView struct {
	Whose  Value
	Kind   treaty.Mark
	Day    chancery.Date
	Change treaty.Change
	Moved  []Value
}

// Article is a provision of the treaty's text with what serves it.
type Article struct {
	Entity  chancery.EntityID
	Number  Value
	Heading Value
	Text    Value
	Serves  []Link // measures that serve it
}

// lawPage begins a view that a rule makes of acts: the day asked about is an
// argument of the rule, which sees later acts and dates for itself, so nothing
// is left out before it is asked.
func (r *Register) lawPage(ctx context.Context, reader Reader) (*page, error) {
	p, err := r.page(ctx, reader)
	if err == nil {
		p.reader.At.On = chancery.Date{}
	}
	return p, err
}

// Treaty gives one treaty on a day.
func (r *Register) Treaty(ctx context.Context, reader Reader, q TreatyQuery) (TreatyView, error) {
	const op = "register.Treaty"
	p, err := r.lawPage(ctx, reader)
	if err != nil {
		return TreatyView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.treaty(q)
	if err != nil {
		return v, chancery.Wrap(op, chancery.Internal, err)
	}
	p.finish(&v)
	v.Head.Rows = len(v.Rows)
	return v, nil
}

func (p *page) treaty(q TreatyQuery) (TreatyView, error) {
	v := TreatyView{ID: q.Treaty, On: p.head.Today}
	canon, err := p.r.store.Canonical(p.ctx, p.reader.At.Known, []chancery.EntityID{q.Treaty})
	if err != nil {
		return v, err
	}
	if c, ok := canon[q.Treaty]; ok {
		v.ID = c
	}
	home, err := p.r.Home(p.ctx)
	if err != nil {
		return v, err
	}
	deeds, err := p.deeds(v.ID)
	if err != nil {
		return v, err
	}
	own, err := p.facts(ledger.FactQuery{Entities: []chancery.EntityID{v.ID}, Schemas: []string{"Instrument"}})
	if err != nil {
		return v, err
	}
	l := lawFor(v.ID, deeds)
	if _, ok := authority.Base().Entry(v.ID); !ok && len(deeds) == 0 && len(own) == 0 && l.Known.Title == "" {
		return v, chancery.Fail("register.Treaty", chancery.NotFound, chancery.Say("treaty.nothing", "the register holds no treaty of this name; import its status table, or receive its text"))
	}
	if v.Lines, err = p.lines("Instrument", own); err != nil {
		return v, err
	}
	if err := p.learnActors(deeds, l, home, q.Whose); err != nil {
		return v, err
	}
	if err := p.name(v.Lines); err != nil {
		return v, err
	}
	v.Caption = p.caption(v.ID, "Instrument", v.Lines)
	if v.Caption.Text == "" && l.Known.Title != "" {
		v.Caption = Label{Text: l.Known.Title, Language: "en", Schema: "Instrument"}
	}
	l.Known.Name = cmp.Or(l.Known.Name, v.Caption.Text)
	v.Home = p.actor(home)
	v.Clauses = clausesOf(l.Known)
	return v, p.fillTreaty(&v, q, l, deeds, home)
}

func (p *page) fillTreaty(v *TreatyView, q TreatyQuery, l lawOf, deeds []deed, home chancery.EntityID) error {
	table := l.on(v.On)
	v.Entry = p.entering(l, table)
	v.Doubts = p.doubtsOf(append(slices.Clone(l.Doubts), table.Doubts...))
	for _, s := range []treaty.Status{treaty.Party, treaty.Contracting, treaty.Signatory, treaty.FormerParty} {
		if n := table.Count(s); n > 0 {
			v.Counts = append(v.Counts, StatusCount{s, n})
		}
	}
	by, err := p.successor(v.ID, v.On)
	if err != nil {
		return err
	}
	v.Agree = p.agreement(v.Lines, deeds, by, v.On)
	if err := p.participations(v, l, table, deeds, home); err != nil {
		return err
	}
	p.effects(v, l, home)
	if v.Home.Schema == "State" {
		if v.Domestic, err = p.domestic(*v, deeds, table, home); err != nil {
			return err
		}
	}
	if !q.WhatIf.IsZero() {
		v.What = p.whatIf(q, l, home)
		v.What.Change.Doubts = slices.DeleteFunc(v.What.Change.Doubts, func(d chancery.Doubt) bool {
			return slices.ContainsFunc(v.Doubts, func(o chancery.Doubt) bool { return o.Text == d.Text })
		})
	}
	if q.Compact {
		return nil
	}
	return p.articles(v)
}

// deeds gives the acts about an instrument with their facts; nobody may change them.
func (p *page) deeds(id chancery.EntityID) ([]deed, error) {
	all, err := p.recentDeeds(recentKey{instrument: id}, func() (map[chancery.EntityID][]deed, error) {
		list, err := p.loadDeeds(id)
		return map[chancery.EntityID][]deed{id: list}, err
	})
	return all[id], err
}

func (p *page) loadDeeds(id chancery.EntityID) ([]deed, error) {
	refs, err := p.facts(ledger.FactQuery{Refs: []chancery.EntityID{id}, Schemas: []string{"Act"}, Properties: []string{"instrument"}})
	if err != nil || len(refs) == 0 {
		return nil, err
	}
	ids := make([]chancery.EntityID, 0, len(refs))
	seen := make(map[chancery.EntityID]bool, len(refs))
	for _, f := range refs {
		if !seen[f.Entity] {
			seen[f.Entity] = true
			ids = append(ids, f.Entity)
		}
	}
	all := newDeeds(true)
	facts, err := p.facts(ledger.FactQuery{Entities: ids})
	for _, f := range facts {
		all.add(f)
	}
	if err == nil {
		err = p.r.agents(p.ctx, all, p.reader.At)
	}
	return all.finish()[id], err
}

// learnActors looks up the names of all who acted, in one question.
func (p *page) learnActors(deeds []deed, l lawOf, more ...chancery.EntityID) error {
	ids := more
	for i := range deeds {
		ids = append(ids, chancery.EntityID(deeds[i].By))
	}
	for _, o := range l.others {
		ids = append(ids, chancery.EntityID(o))
	}
	return p.learnKnown(ids)
}

// learnKnown is learn, without asking the store for those whom an authority
// file names.
func (p *page) learnKnown(ids []chancery.EntityID) error {
	var rest []chancery.EntityID
	for _, id := range ids {
		if _, ok := p.labels[id]; ok || id == "" {
			continue
		}
		if name := p.authority(id); name != "" {
			p.labels[id] = Label{Text: name, Language: p.reader.Language, Schema: authoritySchema(id, "")}
			continue
		}
		rest = append(rest, id)
	}
	return p.learn(rest)
}

// actor gives a State or organisation as a value.
func (p *page) actor(id chancery.EntityID) Value {
	if id == "" {
		return Value{}
	}
	l := p.labels[id]
	v := Value{Text: l.String(), Language: l.Language, Ref: id, Schema: l.Schema, Label: l}
	if v.Text == "" {
		v.Text, v.Ref = string(id), ""
	}
	return v
}

func clausesOf(k treaty.KnownTreaty) Clauses {
	if k.Title == "" {
		return Clauses{}
	}
	c := Clauses{Known: true, Name: k.Name, Article: k.Source(), Depositary: k.Depositary, Adopted: k.Adopted, Opened: k.Opened, Threshold: k.Threshold,
		Counted: k.Clause, Leave: k.Leave.Text, From: k.ClauseFrom}
	for _, x := range k.Conditions {
		if x.Text != "" && x.Text != k.Clause {
			c.Conditions = append(c.Conditions, x.Text)
		}
	}
	if k.Delay.Kind != treaty.NoDelay {
		c.Delay = k.Delay.Label()
	}
	if k.Later.Kind != treaty.NoDelay {
		c.Later = k.Later.Label()
	}
	return c
}

func (p *page) entering(l lawOf, t treaty.Table) Entering {
	e := Entering{InForce: t.Entry.InForce, Met: t.Entry.ThresholdMet, Count: t.Entry.Count, Needed: t.Entry.Needed, Steps: p.stepsOf(t.Entry.Steps)}
	e.Stated = !t.Entry.InForce.IsZero() && t.Entry.Met.IsZero()
	if e.Stated && e.Met.IsZero() {
		e.Met = l.Known.Met
	}
	for _, m := range t.Entry.Missing {
		e.Missing = append(e.Missing, p.worded(m))
	}
	if !t.Entry.Met.IsZero() {
		for _, o := range l.others {
			e.Others = append(e.Others, p.actor(chancery.EntityID(o)))
		}
	}
	return e
}

// participations makes the rows, the home's first, then by name.
func (p *page) participations(v *TreatyView, l lawOf, t treaty.Table, deeds []deed, home chancery.EntityID) error {
	byActor := map[string][]int{} // places in l.Acts
	for i, a := range l.Acts {
		byActor[a.By] = append(byActor[a.By], i)
	}
	homeSeen := false
	for _, s := range t.Rows {
		row := Participation{Participant: p.actor(chancery.EntityID(s.Participant)), Home: s.Participant == string(home), Standing: s}
		homeSeen = homeSeen || row.Home
		for _, i := range byActor[s.Participant] {
			if err := p.participate(&row, l, l.Acts[i], deeds, v.On); err != nil {
				return err
			}
		}
		v.Rows = append(v.Rows, row)
	}
	if !homeSeen && v.Home.Schema == "State" {
		v.Rows = append(v.Rows, Participation{Participant: v.Home, Home: true, Standing: treaty.Standing{Participant: string(home), Status: treaty.None}})
	}
	p.sortRows(v.Rows)
	return nil
}

// sortRows orders rows by name, accents aside, the home first.
func (p *page) sortRows(rows []Participation) {
	keys := make(map[chancery.EntityID]string, len(rows))
	for _, r := range rows {
		keys[r.Participant.Ref] = text.Fold(r.Participant.Text)
	}
	slices.SortStableFunc(rows, func(a, b Participation) int {
		if a.Home != b.Home {
			if a.Home {
				return -1
			}
			return 1
		}
		return cmp.Or(strings.Compare(keys[a.Participant.Ref], keys[b.Participant.Ref]), strings.Compare(a.Participant.Text, b.Participant.Text))
	})
}

// participate puts one act of a participant where a status table has it.
func (p *page) participate(row *Participation, l lawOf, a treaty.Act, deeds []deed, on chancery.Date) error {
	if a.When().After(on) {
		return nil
	}
	cites, err := p.citesOf(deeds, l.Deeds[a.ID])
	if err != nil {
		return err
	}
	when := Value{Text: a.When().String(), Date: a.When(), Cites: cites}
	_, binds := a.Instrument()
	switch {
	case binds && a.When() == row.Standing.Deposited:
		row.Deposited = when
	case a.Kind == treaty.Signed && row.Signed.Empty():
		row.Signed = when
	case a.Kind == treaty.Denounced, a.Kind == treaty.Withdrawn && a.Of == "":
		row.Left = when
	case a.Kind == treaty.Reserved, a.Kind == treaty.Declared, a.Kind == treaty.Objected, a.Kind == treaty.Withdrawn:
		d := Declaration{Entity: chancery.EntityID(a.ID), Kind: a.Kind, Date: a.When(), Provisions: a.Provisions, Opposes: a.Opposes, Presumed: a.Presumed, Cites: cites}
		d.Text = Value{Text: a.Text}
		for _, other := range l.Acts {
			if other.ID == a.Of {
				d.Of = p.actor(chancery.EntityID(other.By))
			}
		}
		row.Declarations = append(row.Declarations, d)
	}
	return nil
}

// maxCites bounds the papers cited for one date of a status table.
const maxCites = 3

// citesOf cites the dates of some deeds.
func (p *page) citesOf(deeds []deed, places []int) ([]int, error) {
	var out []int
	for _, i := range places {
		if len(out) >= maxCites {
			break
		}
		f, ok := datingFact(deeds[i].facts)
		if !ok {
			continue
		}
		n, err := p.cite(f)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out, nil
}

// datingFact gives the fact that says when an act was done, else the one that
// says what it is.
func datingFact(facts []ledger.Fact) (ledger.Fact, bool) {
	for _, property := range []string{"deposited", "date", "effective", "type", "text"} {
		for _, f := range facts {
			if f.Property == property {
				return f, true
			}
		}
	}
	return ledger.Fact{}, false
}

// effects lists what reservations make of the treaty between the home and
// others, and each reservation with who objected to it.
func (p *page) effects(v *TreatyView, l lawOf, home chancery.EntityID) {
	if !slices.ContainsFunc(l.Acts, func(a treaty.Act) bool { return a.Kind == treaty.Reserved }) {
		return
	}
	relations, doubts := treaty.Relations(reservingRule(l.Known.Rule, v.Lines), l.Acts, v.On, known)
	v.Doubts = append(v.Doubts, p.doubtsOf(doubts)...)
	reserved, at := reservations(v.Rows)
	for _, r := range relations {
		if i, ok := at[r.Reservation]; ok {
			reserved[i].count(r)
		}
		if r.Reserving != string(home) && r.Other != string(home) {
			continue
		}
		v.Effects = append(v.Effects, ReservationEffect{Reserving: p.actor(chancery.EntityID(r.Reserving)), Other: p.actor(chancery.EntityID(r.Other)),
			Effect: r.Effect, Since: r.Since, Until: r.Until, Provisions: r.Provisions, Source: r.Source})
	}
	for _, a := range l.Acts {
		i, ok := at[a.Of]
		if !ok || a.When().After(v.On) {
			continue
		}
		switch a.Kind {
		case treaty.Objected:
			reserved[i].Objections = append(reserved[i].Objections, Objection{By: p.actor(chancery.EntityID(a.By)), Date: a.When(), Opposes: a.Opposes, Text: Value{Text: a.Text}})
		case treaty.Withdrawn:
			reserved[i].Entity = "" // taken back
		}
	}
	for _, a := range l.Acts {
		if i, ok := at[a.ID]; ok && !a.When().IsZero() {
			reserved[i].Silence = treaty.SilenceEnds(a)
		}
	}
	v.Reserved = slices.DeleteFunc(reserved, func(r ReservationView) bool { return r.Entity == "" })
}

// reservingRule gives a treaty's rule with what is confirmed of its clause on
// reservations; where sources differ, none holds.
func reservingRule(r treaty.Rule, lines []Line) treaty.Rule {
	for _, l := range lines {
		switch {
		case l.Property == "reservations" && len(l.Values) == 1:
			r.Reserving = treaty.Reserving(l.Values[0].Text)
		case l.Property == "reservable":
			for _, v := range l.Values {
				r.Reservable = append(r.Reservable, v.Text)
			}
		}
	}
	return r
}

// reservations gives those of the rows, and where each stands by its act.
func reservations(rows []Participation) ([]ReservationView, map[string]int) {
	var out []ReservationView
	at := map[string]int{}
	for _, row := range rows {
		for _, d := range row.Declarations {
			if d.Kind == treaty.Reserved {
				at[string(d.Entity)] = len(out)
				out = append(out, ReservationView{Reserving: row.Participant, Declaration: d})
			}
		}
	}
	return out, at
}

// count adds one pair.
func (r *ReservationView) count(one treaty.Relation) {
	switch one.Effect {
	case treaty.Modified:
		r.Accepted++
	case treaty.Excluded:
		r.Excluded++
	case treaty.NotBetween:
		r.NotBetween++
	case treaty.Pending:
		r.Pending++
	}
}

func (p *page) whatIf(q TreatyQuery, l lawOf, home chancery.EntityID) *WhatIfView {
	whose := cmp.Or(q.Whose, home)
	w := &WhatIfView{Whose: p.actor(whose), Kind: q.Kind, Day: q.WhatIf}
	if w.Kind == "" {
		w.Kind = treaty.Accession
		if slices.ContainsFunc(l.Acts, func(a treaty.Act) bool { return a.By == string(whose) && a.Kind == treaty.Signed }) {
			w.Kind = treaty.Ratification
		}
	}
	w.Change = treaty.WhatIf(l.Known.Rule, l.all(), string(whose), w.Kind, q.WhatIf, known)
	w.Change.Steps, w.Change.Doubts = p.stepsOf(w.Change.Steps), p.doubtsOf(w.Change.Doubts)
	for _, m := range w.Change.Moved {
		if _, only := slices.BinarySearch(l.others, m); !only || l.acted(m) {
			w.Moved = append(w.Moved, p.actor(chancery.EntityID(m)))
		}
	}
	return w
}

// maxArticles bounds the provisions of one page.
const maxArticles = 400

// articles gives the text by article with the measures that serve each.
func (p *page) articles(v *TreatyView) error {
	links, err := p.referring("Provision", "instrument", []chancery.EntityID{v.ID})
	if err != nil || len(links) == 0 {
		return err
	}
	var ids []chancery.EntityID
	for _, l := range links {
		ids = append(ids, l.Entity)
		if len(v.Articles) < maxArticles {
			v.Articles = append(v.Articles, Article{Entity: l.Entity, Number: l.First("number"), Heading: l.First("heading"), Text: l.First("text")})
		}
	}
	serving, err := p.referring("Measure", "serves", ids)
	if err != nil {
		return err
	}
	for i := range v.Articles {
		for _, m := range serving {
			if slices.ContainsFunc(m.Line("serves").Values, func(x Value) bool { return x.Ref == v.Articles[i].Entity }) {
				v.Articles[i].Serves = append(v.Articles[i].Serves, m)
			}
		}
	}
	slices.SortStableFunc(v.Articles, func(a, b Article) int { return slices.Compare(numbersIn(a.Number.Text), numbersIn(b.Number.Text)) })
	return nil
}

// numbersIn gives the numbers of "art. 18(1)(a)", letters as their place.
func numbersIn(s string) []int {
	var out []int
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			n := 0
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9' && n < 1_000_000; i++ {
				n = n*10 + int(s[i]-'0')
			}
			i--
			out = append(out, n)
		case c >= 'a' && c <= 'z' && i > 0 && s[i-1] == '(':
			out = append(out, int(c-'a')+1)
		}
	}
	return out
}
