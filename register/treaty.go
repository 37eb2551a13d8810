package register

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/ledger"
	"chancery/treaty"
)

// deed is an act about an instrument, as the facts of one entity of the schema
// Act say it.
type deed struct {
	treaty.Act
	Entity     chancery.EntityID
	Instrument chancery.EntityID
	Domestic   treaty.DomesticKind // of a step of the State's own procedure; "" for acts of the treaty
	Number     string              // of a law, a note, a registration
	Note       string
	Person     string // named in full powers
	Holder     string // who has a step in hand: an entity, or words
	Due        chancery.Date
	Needless   bool
	Recorded   chancery.Date       // when its first fact was confirmed
	Document   chancery.DocumentID // that says when
	Marking    string
	Differs    bool // its own facts give dates that exclude each other
	facts      []ledger.Fact
}

// domesticKinds are the acts that are steps at home and no acts towards others.
var domesticKinds = map[treaty.ActKind]treaty.DomesticKind{
	treaty.Initialled: treaty.StepInitialled, "full_powers": treaty.StepFullPowers, "government_opinion": treaty.StepOpinion, "submitted": treaty.StepSubmitted,
	"law_adopted": treaty.StepLaw, "instrument_signed": treaty.StepInstrument, treaty.Published: treaty.StepPublication, treaty.Registered: treaty.StepRegistered,
	"signature_awaited": treaty.StepSigned, "deposit_awaited": treaty.StepDeposit,
}

// markKinds are the acts by mark, by that say of which kind an instrument was, where the
// its type does not say it.
var markKinds = map[treaty.Mark]treaty.ActKind{treaty.Ratification: treaty.Ratified, treaty.Accession: treaty.Acceded, treaty.Acceptance: treaty.Accepted,
	treaty.Approval: treaty.Approved, treaty.Confirmation: treaty.Confirmed, treaty.Succession: treaty.Succeeded, treaty.Definitive: treaty.Signed,
	treaty.Consent: treaty.ConsentedOtherwise, treaty.Provisional: treaty.Provisionally}

// deedsOf makes deeds of the facts of acts, in the order in which their first
// facts arrived. With keep each deed keeps its facts, to be cited.
type deedsOf struct {
	list  []*deed
	index map[chancery.EntityID]*deed
	names map[string]string // one copy of each string that many deeds share
	keep  bool
}

func newDeeds(keep bool) *deedsOf {
	return &deedsOf{index: map[chancery.EntityID]*deed{}, names: map[string]string{}, keep: keep}
}

func (d *deedsOf) one(s string) string {
	if kept, ok := d.names[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	d.names[s] = s
	return s
}

// add takes one fact of an act.
func (d *deedsOf) add(f ledger.Fact) {
	it := d.index[f.Entity]
	if it == nil {
		it = &deed{Entity: f.Entity}
		it.ID = string(f.Entity)
		it.Recorded = chancery.DateOf(f.ConfirmedAt.UTC())
		it.Document = chancery.DocumentID(d.one(string(f.Passage.Document)))
		d.index[f.Entity] = it
		d.list = append(d.list, it)
	}
	if d.keep {
		it.facts = append(it.facts, f)
	}
	if f.Marking != "" {
		it.Marking = f.Marking
	}
	switch f.Property {
	case "instrument":
		it.Instrument = chancery.EntityID(d.one(string(f.Ref)))
	case "of":
		it.Of = d.one(string(f.Ref))
	case "by":
		it.By = d.one(string(f.Ref))
	case "type":
		it.Kind = treaty.ActKind(d.one(f.Value))
	case "date":
		it.day(&it.Date, f)
		it.Document = chancery.DocumentID(d.one(string(f.Passage.Document)))
	case "deposited":
		it.day(&it.Deposited, f)
		it.Document = chancery.DocumentID(d.one(string(f.Passage.Document)))
	case "effective":
		it.day(&it.Effective, f)
	case "notified":
		it.day(&it.Notified, f)
	case "mark":
		it.Mark = treaty.Mark(d.one(f.Value))
	case "opposes":
		it.Opposes = f.Value == "yes"
	case "provisions":
		it.Provisions = f.Value
	case "number":
		it.Number = f.Value
	case "text":
		it.Text = f.Value
	case "note":
		it.Note = f.Value
	case "person":
		it.Person = cmp.Or(string(f.Ref), f.Value)
	case "holder":
		it.Holder = cmp.Or(string(f.Ref), f.Value)
	case "due":
		it.day(&it.Due, f)
	case "needed":
		it.Needless = f.Value == "no"
	}
	if it.Grade == "" || rankOf(f.Grade) < rankOf(it.Grade) {
		it.Grade = f.Grade
	}
}

// day sets a date; of several the finest of the best source holds.
func (d *deed) day(to *chancery.Date, f ledger.Fact) {
	v, err := chancery.ParseDate(f.Value)
	switch {
	case err != nil || v.IsZero():
	case to.IsZero():
		*to = v
	case !v.Overlaps(*to):
		d.Differs = true
		if rankOf(f.Grade) < rankOf(d.Grade) {
			*to = v
		}
	case v.Precision() > to.Precision():
		*to = v
	}
}

// rankOf orders sources, the best first; a fact that a person looked at by
// itself stands before what the press says.
func rankOf(g chancery.Grade) int {
	return slices.Index([]chancery.Grade{chancery.Depositary, chancery.Gazette, chancery.OfficialSite, "", chancery.Press, chancery.Recollection}, g)
}

// finish gives the deeds by instrument.
func (d *deedsOf) finish() map[chancery.EntityID][]deed {
	out := map[chancery.EntityID][]deed{}
	for _, it := range d.list {
		if it.Instrument == "" {
			continue
		}
		it.settle()
		out[it.Instrument] = append(out[it.Instrument], *it)
	}
	return out
}

// agents takes from persons the acts that they did: who signs or approves acts
// for a State (VCLT art. 7) and is no participant. The person stays beside the act.
func (r *Register) agents(ctx context.Context, d *deedsOf, at ledger.At) error {
	asked := map[chancery.EntityID]bool{}
	var ids []chancery.EntityID
	for _, it := range d.list {
		if id := chancery.EntityID(it.By); id != "" && !asked[id] && !strings.Contains(it.By, ":") { // the authority files' own are States and bodies
			asked[id] = true
			ids = append(ids, id)
		}
	}
	persons := map[string]bool{}
	for chunk := range slices.Chunk(ids, 2000) {
		facts, err := r.store.Facts(ctx, ledger.FactQuery{Entities: chunk, Schemas: []string{"Person"}, At: at})
		if err != nil {
			return err
		}
		for _, f := range facts {
			persons[string(f.Entity)] = true
		}
	}
	for _, it := range d.list {
		if persons[it.By] {
			it.Person, it.By = cmp.Or(it.Person, it.By), ""
		}
	}
	return nil
}

// settle says what kind of act it is, from its type or else its mark.
func (d *deed) settle() {
	if d.Kind == "" {
		d.Kind = markKinds[d.Mark]
	}
	d.Domestic = domesticKinds[d.Kind]
	if d.Mark == "" && d.Kind == treaty.Ratified {
		d.Mark = treaty.Ratification
	}
	if d.Kind == treaty.Signed && d.Mark != treaty.Definitive {
		d.Mark = "" // a simple signature has no mark
	}
}

// united are the acts of one treaty with what several sources say of the same
// act joined to one, and what they disagree about.
type united struct {
	Acts   []treaty.Act
	Deeds  map[string][]int // of each act, by its ID: places in the list of deeds, the one that holds first
	Doubts []chancery.Doubt
}

// unite joins what several papers say of the same act. Each participant's
// consent, and its signature, is taken from the best source that speaks of it;
// others agree where their dates can mean the same day. One that gives another
// day is left out with a doubt, unless the State had left in between and came
// back. Nothing in the register is changed by it.
func unite(deeds []deed) united {
	u := united{Deeds: map[string][]int{}}
	order := make([]int, 0, len(deeds))
	for i := range deeds {
		if deeds[i].Domestic == "" {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &deeds[i], &deeds[j]
		return cmp.Or(rankOf(a.Grade)-rankOf(b.Grade), int(b.When().Precision())-int(a.When().Precision()), a.When().Compare(b.When()), cmp.Compare(a.Entity, b.Entity))
	})
	type slot struct{ by, class string }
	kept := map[slot][]int{} // places in u.Acts
	left := map[string][]chancery.Date{}
	for _, i := range order {
		if deeds[i].Kind == treaty.Denounced || deeds[i].Kind == treaty.Withdrawn && deeds[i].Of == "" {
			left[deeds[i].By] = append(left[deeds[i].By], deeds[i].When())
		}
	}
	for _, i := range order {
		d := &deeds[i]
		at := slot{d.By, classOf(d.Act)}
		place := slices.IndexFunc(kept[at], func(k int) bool { return same(u.Acts[k], d.Act) })
		switch {
		case place >= 0:
			k := kept[at][place]
			u.join(k, d)
			u.Deeds[u.Acts[k].ID] = append(u.Deeds[u.Acts[k].ID], i)
			continue
		case len(kept[at]) > 0 && (at.class == "consent" || at.class == "signed"):
			first := u.Acts[kept[at][0]]
			held := &deeds[u.Deeds[first.ID][0]]
			if held.Document != d.Document && !returned(left[d.By], first.When(), d.When()) {
				u.doubt("sources", "%s: one source says %s, another %s; the better one is shown", d.By, first.When(), d.When())
				continue
			}
		}
		if d.Differs {
			u.doubt("own", "%s: the sources of one act (%s) give different days; %s is shown", d.By, d.Kind, d.When())
		}
		kept[at] = append(kept[at], len(u.Acts))
		u.Acts = append(u.Acts, d.Act)
		u.Deeds[d.ID] = append(u.Deeds[d.ID], i)
	}
	u.stated()
	treaty.AtConsent(u.Acts)
	return u
}

func (u *united) doubt(key, format string, args ...any) {
	u.Doubts = append(u.Doubts, chancery.Doubt{Message: chancery.Say("treaty.doubt.unite."+key, format, args...)})
}

// classOf says what two acts must both be to be one act.
func classOf(a treaty.Act) string {
	if _, binds := a.Instrument(); binds {
		return "consent"
	}
	if a.Kind == treaty.Signed && a.Of == "" {
		return "signed"
	}
	return string(a.Kind) + " " + a.Of + " " + a.Provisions
}

// same reports whether two acts of one class can be one: their days overlap,
// or a source names a signature or consent without saying when.
func same(a, b treaty.Act) bool {
	x, y := a.When(), b.When()
	switch _, binds := a.Instrument(); {
	case !x.IsZero() && !y.IsZero():
		return x.Overlaps(y)
	case binds || a.Kind == treaty.Signed:
		return true
	}
	return x.IsZero() && y.IsZero() && a.Text == b.Text
}

// returned reports whether a participant had left between two days.
func returned(left []chancery.Date, a, b chancery.Date) bool {
	if b.Before(a) {
		a, b = b, a
	}
	return slices.ContainsFunc(left, func(d chancery.Date) bool { return !d.Before(a) && !d.After(b) })
}

// join adds what one more source knows of an act.
func (u *united) join(k int, d *deed) {
	a := &u.Acts[k]
	if a.Effective.IsZero() {
		a.Effective = d.Effective
	}
	if a.Notified.IsZero() {
		a.Notified = d.Notified
	}
	if a.Kind == treaty.ConsentedOtherwise && d.Kind != treaty.ConsentedOtherwise {
		a.Kind, a.Mark = d.Kind, d.Mark
	}
}

// stated puts the day on which a treaty is said to have entered into force for
// one participant into that participant's own instrument.
func (u *united) stated() {
	for _, s := range u.Acts {
		if s.Kind != treaty.EnteredIntoForce || s.By == "" {
			continue
		}
		for k := range u.Acts {
			a := &u.Acts[k]
			if _, binds := a.Instrument(); !binds || a.By != s.By {
				continue
			}
			if day := cmp.Or(s.Effective, s.Date); a.Effective.IsZero() && day.Precision() == chancery.DayPrecision {
				a.Effective = day
			}
		}
	}
	u.Acts = slices.DeleteFunc(u.Acts, func(a treaty.Act) bool { return a.Kind == treaty.EnteredIntoForce && a.By != "" })
}

// treatyKey gives the name under which the program knows a treaty.
func treatyKey(id chancery.EntityID) string { return strings.TrimPrefix(string(id), "treaty:") }

// ruleOf gives what the program knows of a treaty, with States named by their
// addresses.
func ruleOf(id chancery.EntityID) (treaty.KnownTreaty, bool) {
	k, ok := treaty.KnownRule(treatyKey(id))
	if !ok {
		return treaty.KnownTreaty{Rule: treaty.Rule{ID: string(id)}}, false
	}
	k.Rule = k.Rule.Renamed(func(name string) string {
		if id, ok := participant(name); ok {
			return string(id)
		}
		return name
	})
	return k, true
}

// The European Union took the place of the communities under whose names it
// stands in older tables (Treaty on European Union art. 1).
var communities = map[string]bool{"European Economic Community": true, "European Community": true}

// participant gives the State or organisation that a name of a status table means.
func participant(name string) (chancery.EntityID, bool) {
	if communities[name] {
		return "body:EU", true
	}
	if e, ok := authority.Base().State(name); ok {
		return e.ID, true
	}
	for _, prefix := range []string{"body:", "group:"} {
		for _, e := range authority.Base().Lookup(name) {
			if strings.HasPrefix(string(e.ID), prefix) {
				return e.ID, true
			}
		}
	}
	return "", false
}

// known is what the law of treaties asks beside the acts.
var known = treaty.Known{
	InForce: treaty.KnownEntry,
	Member: func(group, participant string, on chancery.Date) (bool, bool) {
		e, ok := authority.Base().Entry(chancery.EntityID(participant))
		if !ok {
			return false, false
		}
		return treaty.InGroup(group, e.Name("en"), on)
	},
	Organisation: func(participant string) bool {
		if e, ok := authority.Base().Entry(chancery.EntityID(participant)); ok {
			return e.Schema == "Organization"
		}
		return treaty.IsOrganisation(participant)
	},
	Ended: func(participant string) (chancery.Date, bool) {
		e, ok := authority.Base().Entry(chancery.EntityID(participant))
		if !ok || e.Schema != "State" || e.Ended.IsZero() {
			return chancery.Date{}, false
		}
		return e.Ended, true
	},
}

// lawOf is one treaty ready to be asked about any day: its rule, the acts of
// the register, and the instruments that the program's own table adds, by which
// the number for entry into force can be counted where the register holds only
// some participants. What is added is never shown as a row.
type lawOf struct {
	Treaty chancery.EntityID
	Known  treaty.KnownTreaty
	united
	added  []treaty.Act
	others []string // participants that only the program's own table has, sorted
}

func lawFor(id chancery.EntityID, deeds []deed) lawOf {
	l := lawOf{Treaty: id, united: unite(deeds)}
	l.Known, _ = ruleOf(id)
	has := map[string]bool{}
	for _, a := range l.Acts {
		if _, binds := a.Instrument(); binds {
			has[a.By] = true
		}
	}
	for _, d := range treaty.KnownDeposits(treatyKey(id)) {
		by := d.By
		if id, ok := participant(d.By); ok {
			by = string(id)
		}
		if has[by] {
			l.says(by, d)
			continue
		}
		has[by] = true
		l.others = append(l.others, by)
		l.added = append(l.added, treaty.Act{ID: "known " + by, Kind: markKinds[d.Mark], By: by, Date: d.Date, Deposited: d.Date, Mark: d.Mark, Says: d.Says, Origin: d.Origin})
	}
	slices.Sort(l.others)
	if !l.Known.InForce.IsZero() {
		l.added = append(l.added, treaty.Act{ID: "known", Kind: treaty.EnteredIntoForce, Date: l.Known.InForce, Effective: l.Known.InForce, Origin: l.Known.DateFrom})
	}
	return l
}

// says takes over from the program's own table whether an instrument counts,
// where the register has the same one.
func (l *lawOf) says(by string, d treaty.Deposit) {
	for i := range l.Acts {
		a := &l.Acts[i]
		if _, binds := a.Instrument(); binds && a.By == by && a.When() == d.Date {
			a.Says = d.Says
		}
	}
}

// all gives every act that counts.
func (l lawOf) all() []treaty.Act { return append(slices.Clone(l.Acts), l.added...) }

// on gives the standing of the register's participants on a day.
func (l lawOf) on(day chancery.Date) treaty.Table {
	t := treaty.StandingOn(l.Known.Rule, l.all(), day, known)
	if len(l.others) > 0 {
		t.Rows = slices.DeleteFunc(t.Rows, func(s treaty.Standing) bool {
			_, only := slices.BinarySearch(l.others, s.Participant)
			return only && !l.acted(s.Participant)
		})
	}
	return t
}

// acted reports whether the register has any act of a participant.
func (l lawOf) acted(participant string) bool {
	return slices.ContainsFunc(l.Acts, func(a treaty.Act) bool { return a.By == participant })
}

// address finds addresses of entities inside what the rules say.
var address = regexp.MustCompile(`\b(?:(?:state|body|group|treaty):[A-Za-z0-9-]+|m[a-z2-7]{26})\b`)

// worded writes the names of entities where a message of the rules has their
// addresses.
func (p *page) worded(m chancery.Message) chancery.Message {
	name := func(s string) string {
		return address.ReplaceAllStringFunc(s, func(id string) string {
			if l := p.labels[chancery.EntityID(id)].String(); l != "" {
				return l
			}
			return id
		})
	}
	m.Text = name(m.Text)
	args := slices.Clone(m.Args)
	for i, a := range args {
		switch v := a.(type) {
		case string:
			args[i] = name(v)
		case chancery.EntityID:
			args[i] = name(string(v))
		}
	}
	m.Args = args
	return m
}

// stepsOf and doubtsOf word the steps and doubts of a rule.
func (p *page) stepsOf(steps []treaty.Step) []treaty.Step {
	out := make([]treaty.Step, len(steps))
	for i, s := range steps {
		out[i] = treaty.Step{Text: p.worded(s.Text), Source: s.Source}
	}
	return out
}

func (p *page) doubtsOf(doubts []chancery.Doubt) []chancery.Doubt {
	out := make([]chancery.Doubt, 0, len(doubts))
	for _, d := range doubts {
		d.Message = p.worded(d.Message)
		if !slices.ContainsFunc(out, func(o chancery.Doubt) bool { return o.Text == d.Text }) {
			out = append(out, d)
		}
	}
	return out
}
