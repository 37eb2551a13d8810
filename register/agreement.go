package register

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/treaty"
)

// AgreementView is an agreement between few parties, or a memorandum, on a day.
type AgreementView struct {
	Memorandum bool // not binding: VCLT art. 2(1)(a)
	State      treaty.BilateralState
	Parties    []Value
	Waiting    []Value // who has yet to notify
	Months     int     // duration; 0 without limit of time
	Notice     int     // months of notice
	Renews     bool
}

// treatyTypes are the types of instruments that stand in lists of treaties.
var treatyTypes = []string{"treaty", "charter", "agreement", "mou"}

// agreement reads the life of an agreement from what is confirmed of it; nil
// where the instrument is none: a treaty of many parties has a status table.
func (p *page) agreement(lines []Line, deeds []deed, by *successor, on chancery.Date) *AgreementView {
	kind := firstOf(lines, "type").Text
	memorandum := kind == "mou" || firstOf(lines, "binding").Text == "no"
	if kind != "agreement" && !memorandum {
		return nil
	}
	b := bilateralOf(lines, deeds, !memorandum)
	if by != nil {
		b.ReplacedBy, b.ReplacedOn = by.name, by.on
	}
	v := &AgreementView{Memorandum: memorandum, State: b.On(on), Parties: lineOf(lines, "party").Values, Months: b.Months, Notice: b.NoticeMonths, Renews: b.Renewal > 0}
	v.State.Steps, v.State.Doubts = p.stepsOf(v.State.Steps), p.doubtsOf(v.State.Doubts)
	for _, w := range v.State.Waiting {
		v.Waiting = append(v.Waiting, p.actor(chancery.EntityID(w)))
	}
	return v
}

// successor is the agreement that took the place of another.
type successor struct {
	id   chancery.EntityID
	name string
	on   chancery.Date
}

// successors finds which of some agreements another one says it replaces.
func (p *page) successors(ids []chancery.EntityID) (map[chancery.EntityID]chancery.EntityID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	facts, err := p.facts(ledger.FactQuery{Refs: ids, Schemas: []string{"Instrument"}, Properties: []string{"replaces"}})
	out := map[chancery.EntityID]chancery.EntityID{}
	for _, f := range facts {
		out[f.Ref] = f.Entity
	}
	return out, err
}

// successor gives the agreement that replaced one, and since when it is in
// force; nil where none did.
func (p *page) successor(id chancery.EntityID, on chancery.Date) (*successor, error) {
	by, err := p.successors([]chancery.EntityID{id})
	if err != nil || by[id] == "" {
		return nil, err
	}
	facts, err := p.facts(ledger.FactQuery{Entities: []chancery.EntityID{by[id]}, Schemas: []string{"Instrument"}})
	if err != nil {
		return nil, err
	}
	lines, err := p.lines("Instrument", facts)
	if err != nil {
		return nil, err
	}
	deeds, err := p.deeds(by[id])
	if err != nil {
		return nil, err
	}
	return &successor{by[id], p.caption(by[id], "Instrument", lines).String(), bilateralOf(lines, deeds, true).On(on).Since}, nil
}

func bilateralOf(lines []Line, deeds []deed, binding bool) treaty.Bilateral {
	b := treaty.Bilateral{Binding: binding}
	for _, v := range lineOf(lines, "party").Values {
		if v.Ref != "" {
			b.Parties = append(b.Parties, string(v.Ref))
		}
	}
	b.Months = MonthsIn(firstOf(lines, "duration").Text)
	if firstOf(lines, "renewal").Text == "yes" {
		b.Renewal = b.Months
	}
	b.NoticeMonths = MonthsIn(firstOf(lines, "notice").Text)
	if b.Months == 0 {
		b.Denunciation = b.NoticeMonths
	}
	b.Signed = firstOf(lines, "date").Date
	for i := range deeds {
		d := &deeds[i]
		switch d.Kind {
		case treaty.Signed:
			if b.Signed.IsZero() || d.When().Compare(b.Signed) > 0 {
				b.Signed = d.When() // in force on the last signature
			}
		case treaty.Notified:
			b.Notifications = append(b.Notifications, treaty.Notice{By: d.By, On: d.When()})
		case treaty.Ratified, treaty.Approved:
			if d.When().Compare(b.Exchanged) > 0 {
				b.Exchanged = d.When()
			}
		case treaty.EnteredIntoForce:
			b.StatedDay = cmp.Or(d.Effective, d.Date)
		case treaty.Denounced, treaty.Withdrawn:
			b.Terminations = append(b.Terminations, treaty.Notice{By: d.By, On: d.When()})
		case treaty.Terminated:
			b.EndedByBoth = cmp.Or(d.Effective, d.Date)
		case treaty.Provisionally:
			b.Provisional = true
		}
	}
	b.Entry = entryOf(firstOf(lines, "entry").Text, firstOf(lines, "entryIntoForce").Text, b)
	return b
}

// entryOf says how an agreement enters into force: as entered, as its clause
// says in words, or, where neither is there, as its acts show. A day stated by
// a source goes before all.
func entryOf(code, clause string, b treaty.Bilateral) treaty.EntryKind {
	if !b.StatedDay.IsZero() {
		return treaty.OnStatedDay
	}
	switch code {
	case "signature":
		return treaty.OnSignature
	case "exchange":
		return treaty.OnExchange
	case "last_notification":
		return treaty.OnLastNotification
	case "stated_day":
		return treaty.OnStatedDay
	}
	c := strings.ToLower(clause)
	switch {
	case strings.Contains(c, "notif"), strings.Contains(c, "уведомлен"), strings.Contains(c, "إخطار"):
		return treaty.OnLastNotification
	case strings.Contains(c, "exchange"), strings.Contains(c, "обмен"):
		return treaty.OnExchange
	case strings.Contains(c, "signature"), strings.Contains(c, "signing"), strings.Contains(c, "подписан"), strings.Contains(c, "التوقيع"):
		return treaty.OnSignature
	case len(b.Notifications) > 0:
		return treaty.OnLastNotification
	case !b.Binding && !b.Signed.IsZero():
		return treaty.OnSignature // a memorandum takes effect as it is signed, unless it says otherwise
	}
	return ""
}

var (
	duration    = regexp.MustCompile(`(?i)(\d+|[a-z]+)[\s-]*(?:\(\d+\)\s*)?(years?|months?)\b`)
	durationRu  = regexp.MustCompile(`(?i)(\d+)\s*(?:\([^)]*\)\s*)?(год|года|лет|месяц|месяца|месяцев)`)
	numberWords = map[string]int{"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20}
)

// MonthsIn reads a length of time: "five years", "6 months", "5 лет". It gives
// 0 where there is none.
func MonthsIn(s string) int {
	if m := duration.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			n = numberWords[strings.ToLower(m[1])]
		}
		return inMonths(n, strings.HasPrefix(strings.ToLower(m[2]), "y"))
	}
	if m := durationRu.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[1])
		return inMonths(n, !strings.HasPrefix(m[2], "м"))
	}
	return 0
}

func inMonths(n int, years bool) int {
	if n < 0 || n > 1200 {
		return 0
	}
	if years {
		return 12 * n
	}
	return n
}
