package register

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"chancery"
	"chancery/ledger"
	"chancery/plan"
)

// Lesson is a confirmed recommendation from which suggestions are learnt.
type Lesson struct {
	Text        string
	Category    string
	Issues      []string
	Themes      []string
	Responsible []string // names of the bodies responsible for measures that serve it
}

// Suggestion is what may be said of a recommendation, with the words that
// speak for it. It is no fact and is never shown as one.
type Suggestion struct {
	Category    string
	Issues      []string
	Themes      []string
	Responsible []string
	Reasons     []SuggestionReason
}

// Empty reports whether nothing is suggested.
func (s Suggestion) Empty() bool {
	return s.Category == "" && len(s.Issues)+len(s.Themes)+len(s.Responsible) == 0
}

// labels gives everything suggested.
func (s Suggestion) labels() []string {
	return append(slices.Concat(s.Issues, s.Themes, s.Responsible), s.Category)
}

// SuggestionReason is words of the text that speak for a label.
type SuggestionReason struct{ Label, Words string }

// Suggester suggests for a text.
type Suggester func(text string) Suggestion

// RecommendationQuery narrows the list. Facets are mechanism, cycle, to, by,
// position, theme, category, served ("yes", "no").
type RecommendationQuery struct {
	Facets map[string][]string
	Offset int
	Limit  int // 0 is 50
}

// recommendationFacets are the facets in the order of the page, with the
// property of each.
var recommendationFacets = [][2]string{{"served", ""}, {"mechanism", "mechanism"}, {"cycle", "cycle"}, {"position", "position"}, {"theme", "theme"},
	{"category", "actionCategory"}, {"to", "to"}, {"by", "by"}}

// RecommendationsView is a list of recommendations, those that no measure
// serves first.
type RecommendationsView struct {
	Head
	Query    RecommendationQuery
	Rows     []RecommendationRow
	Total    int
	Unserved int // of the rows chosen
	Facets   []Facet
	Learnt   int // confirmed rows from which suggestions are learnt
}

// RecommendationRow is one recommendation.
type RecommendationRow struct {
	Entity    chancery.EntityID
	Lines     []Line
	Paragraph Value
	Text      Value
	By        []Value
	To        Value
	Position  []Value // with the passage of the position
	Measures  []Value // that serve it
	Category  Value
	Themes    []Value
	Suggested Suggestion // what nobody has confirmed yet
}

// Recommendations lists recommendations.
func (r *Register) Recommendations(ctx context.Context, reader Reader, q RecommendationQuery) (RecommendationsView, error) {
	const op = "register.Recommendations"
	p, err := r.page(ctx, reader)
	if err != nil {
		return RecommendationsView{}, chancery.Wrap(op, chancery.Internal, err)
	}
	v, err := p.recommendations(q)
	v.Head = p.head
	v.Head.Rows = v.Total
	return v, chancery.Wrap(op, chancery.Internal, err)
}

func (p *page) recommendations(q RecommendationQuery) (RecommendationsView, error) {
	if q.Limit <= 0 {
		q.Limit = 50
	}
	v := RecommendationsView{Query: q}
	all, served, err := p.advice()
	if err != nil {
		return v, err
	}
	var chosen []chancery.EntityID
	counts := make([]map[string]int, len(recommendationFacets))
	for i := range counts {
		counts[i] = map[string]int{}
	}
	for i := range all {
		fails, times := all[i].fails(q)
		for f, count := range counts {
			if times == 0 || times == 1 && fails == f {
				for _, value := range all[i].values[f] {
					count[value]++
				}
			}
		}
		if times > 0 {
			continue
		}
		chosen = append(chosen, all[i].id)
		if len(served[all[i].id]) == 0 {
			v.Unserved++
		}
	}
	v.Total = len(chosen)
	if v.Facets, err = p.recommendationFacets(counts, q); err != nil {
		return v, err
	}
	from := min(max(q.Offset, 0), len(chosen))
	return v, p.recommendationRows(&v, chosen[from:min(from+q.Limit, len(chosen))], served)
}

// advised is a recommendation as the list narrows and orders it.
type advised struct {
	id        chancery.EntityID
	paragraph string
	values    [8][]string // by facet
}

// fails gives a facet of which the recommendation has no chosen value, and how
// many such facets there are.
func (a *advised) fails(q RecommendationQuery) (facet, times int) {
	for f, name := range recommendationFacets {
		wanted := q.Facets[name[0]]
		if len(wanted) > 0 && !slices.ContainsFunc(wanted, func(w string) bool { return slices.Contains(a.values[f], w) }) {
			facet, times = f, times+1
		}
	}
	return facet, times
}

// adviceIndex keeps the recommendations of the register as it stands, in the
// order of the list, until the ledger grows.
type adviceIndex struct {
	sync.Mutex
	key    adviceKey
	rows   []advised
	served map[chancery.EntityID][]chancery.EntityID
}

type adviceKey struct {
	head    ledger.Number
	at      ledger.At
	ceiling string
}

// advice gives every recommendation, those that no measure serves first, and
// the measures that serve each. What it gives is shared and not to be changed.
func (p *page) advice() ([]advised, map[chancery.EntityID][]chancery.EntityID, error) {
	x := &p.r.advice
	x.Lock()
	defer x.Unlock()
	if key := (adviceKey{p.head.Ledger, p.reader.At, p.reader.Ceiling}); x.rows == nil || x.key != key {
		served, err := p.served()
		if err != nil {
			return nil, nil, err
		}
		rows, err := p.advised(served)
		if err != nil {
			return nil, nil, err
		}
		slices.SortStableFunc(rows, func(a, b advised) int {
			return cmp.Or(cmp.Compare(len(served[a.id]), len(served[b.id])), naturally(a.paragraph, b.paragraph))
		})
		x.key, x.rows, x.served = key, rows, served
	}
	return x.rows, x.served, nil
}

// advised gives every recommendation with its values by facet, in order of arrival.
func (p *page) advised(served map[chancery.EntityID][]chancery.EntityID) ([]advised, error) {
	var rows []advised
	at := map[chancery.EntityID]int{}
	q := ledger.FactQuery{Schemas: []string{"Recommendation"}, Properties: []string{"paragraph"}}
	for _, f := range recommendationFacets[1:] {
		q.Properties = append(q.Properties, f[1])
	}
	err := p.eachFact(q, func(f ledger.Fact) {
		i, ok := at[f.Entity]
		if !ok {
			i = len(rows)
			at[f.Entity] = i
			rows = append(rows, advised{id: f.Entity})
			rows[i].values[0] = []string{"no"}
			if len(served[f.Entity]) > 0 {
				rows[i].values[0] = []string{"yes"}
			}
		}
		rows[i].add(f)
	})
	return rows, err
}

// add takes one fact of the recommendation.
func (a *advised) add(f ledger.Fact) {
	if f.Property == "paragraph" {
		a.paragraph = cmp.Or(a.paragraph, f.Value)
	}
	for i, facet := range recommendationFacets {
		if facet[1] != f.Property {
			continue
		}
		value := f.Value
		if f.Property == "to" || f.Property == "by" {
			value = string(f.Ref)
		}
		if value != "" && !slices.Contains(a.values[i], value) {
			a.values[i] = append(a.values[i], value)
		}
	}
}

// served gives the measures that serve each promise.
func (p *page) served() (map[chancery.EntityID][]chancery.EntityID, error) {
	facts, err := p.facts(ledger.FactQuery{Schemas: []string{"Measure"}, Properties: []string{"serves"}})
	out := map[chancery.EntityID][]chancery.EntityID{}
	for _, f := range facts {
		if f.Ref != "" && !slices.Contains(out[f.Ref], f.Entity) {
			out[f.Ref] = append(out[f.Ref], f.Entity)
		}
	}
	return out, err
}

// maxFacet bounds the values of one facet.
const maxFacet = 40

func (p *page) recommendationFacets(counts []map[string]int, q RecommendationQuery) ([]Facet, error) {
	var out []Facet
	for f, name := range recommendationFacets {
		facet := Facet{Name: name[0]}
		states := name[0] == "to" || name[0] == "by"
		var ids []chancery.EntityID
		for v, n := range counts[f] {
			facet.Values = append(facet.Values, FacetValue{Value: v, Caption: v, Count: n, Chosen: slices.Contains(q.Facets[name[0]], v)})
			if states {
				ids = append(ids, chancery.EntityID(v))
			}
		}
		if err := p.learn(ids); err != nil {
			return nil, err
		}
		slices.SortFunc(facet.Values, func(a, b FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
		})
		for len(facet.Values) > maxFacet && !facet.Values[len(facet.Values)-1].Chosen {
			facet.Values = facet.Values[:len(facet.Values)-1]
		}
		if states {
			for i, v := range facet.Values {
				facet.Values[i].Caption = p.named(chancery.EntityID(v.Value)).Text
			}
		}
		if len(facet.Values) > 0 {
			out = append(out, facet)
		}
	}
	return out, nil
}

func (p *page) recommendationRows(v *RecommendationsView, ids []chancery.EntityID, served map[chancery.EntityID][]chancery.EntityID) error {
	if len(ids) == 0 {
		return nil
	}
	facts, err := p.facts(ledger.FactQuery{Entities: ids, Schemas: []string{"Recommendation"}})
	if err != nil {
		return err
	}
	links, err := p.linksOf(ids, nil, facts)
	if err != nil {
		return err
	}
	suggest, learnt, err := p.r.suggester(p.ctx)
	if err != nil {
		return err
	}
	v.Learnt = learnt
	at := map[chancery.EntityID]Link{}
	for _, l := range links {
		at[l.Entity] = l
	}
	for _, id := range ids {
		l := at[id]
		row := RecommendationRow{Entity: id, Lines: l.Lines, Paragraph: l.First("paragraph"), Text: l.First("text"), By: l.Line("by").Values, To: l.First("to"),
			Position: l.Line("position").Values, Category: l.First("actionCategory"), Themes: l.Line("theme").Values}
		if row.Measures, err = p.values(served[id]); err != nil {
			return err
		}
		if suggest != nil && row.Text.Text != "" {
			row.suggest(suggest, l)
		}
		v.Rows = append(v.Rows, row)
	}
	return nil
}

// suggest keeps of a suggestion what nobody has confirmed yet.
func (row *RecommendationRow) suggest(suggest Suggester, l Link) {
	s := suggest(row.Text.Text)
	if !row.Category.Empty() {
		s.Category = ""
	}
	if len(l.Line("issue").Values) > 0 {
		s.Issues = nil
	}
	if len(row.Themes) > 0 {
		s.Themes = nil
	}
	if len(row.Measures) > 0 {
		s.Responsible = nil
	}
	left := s.labels()
	s.Reasons = slices.DeleteFunc(s.Reasons, func(r SuggestionReason) bool { return !slices.Contains(left, r.Label) })
	row.Suggested = s
}

// lessons keeps what was learnt until the ledger grows by something that could
// teach more.
type lessons struct {
	sync.Mutex
	suggest Suggester
	learnt  int
	confirm ledger.Number // entry of the ledger up to which was learnt
}

// suggester gives who suggests, learnt from the confirmed rows of this register
// alone; nil where the program was given nothing that learns.
func (r *Register) suggester(ctx context.Context) (Suggester, int, error) {
	if r.tools.Learn == nil {
		return nil, 0, nil
	}
	head, err := r.store.Head(ctx)
	if err != nil {
		return nil, 0, err
	}
	r.lessons.Lock()
	defer r.lessons.Unlock()
	if r.lessons.suggest != nil && r.lessons.confirm == head {
		return r.lessons.suggest, r.lessons.learnt, nil
	}
	rows, err := r.taught(ctx)
	if err != nil {
		return nil, 0, err
	}
	r.lessons.suggest, r.lessons.learnt, r.lessons.confirm = r.tools.Learn(rows), len(rows), head
	return r.lessons.suggest, len(rows), nil
}

// taught gives the confirmed recommendations that bear a label.
func (r *Register) taught(ctx context.Context) ([]Lesson, error) {
	at := map[chancery.EntityID]int{}
	var all []Lesson
	q := ledger.FactQuery{Schemas: []string{"Recommendation"}, Properties: []string{"text", "actionCategory", "issue", "theme"}}
	err := r.store.EachFact(ctx, q, func(f ledger.Fact) error {
		i, ok := at[f.Entity]
		if !ok {
			i = len(all)
			at[f.Entity] = i
			all = append(all, Lesson{})
		}
		switch l := &all[i]; f.Property {
		case "text":
			l.Text = f.Value
		case "actionCategory":
			l.Category = f.Value
		case "issue":
			l.Issues = append(l.Issues, f.Value)
		case "theme":
			l.Themes = append(l.Themes, f.Value)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := r.taughtBodies(ctx, all, at); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(l Lesson) bool {
		return l.Text == "" || l.Category == "" && len(l.Issues)+len(l.Themes)+len(l.Responsible) == 0
	}), nil
}

// taughtBodies adds to each lesson who is responsible for what serves it.
func (r *Register) taughtBodies(ctx context.Context, all []Lesson, at map[chancery.EntityID]int) error {
	facts, err := r.store.Facts(ctx, ledger.FactQuery{Schemas: []string{"Measure"}, Properties: []string{"serves", "responsible"}})
	if err != nil {
		return err
	}
	names := map[chancery.EntityID][]string{}
	for _, f := range facts {
		if f.Property == "responsible" && f.Value != "" {
			names[f.Entity] = append(names[f.Entity], f.Value)
		}
	}
	for _, f := range facts {
		i, ok := at[f.Ref]
		if f.Property != "serves" || !ok {
			continue
		}
		for _, n := range names[f.Entity] {
			if !slices.Contains(all[i].Responsible, n) {
				all[i].Responsible = append(all[i].Responsible, n)
			}
		}
	}
	return nil
}

// naturally compares labels with the numbers in them as numbers: 140.9 comes
// before 140.10.
func naturally(a, b string) int {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			na, nb := strings.TrimLeft(a[:da], "0"), strings.TrimLeft(b[:db], "0")
			if c := cmp.Or(cmp.Compare(len(na), len(nb)), strings.Compare(na, nb)); c != 0 {
				return c
			}
			a, b = a[da:], b[db:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// PlansView lists the plans of the register.
type PlansView struct {
	Head
	Plans  []PlanRow
	Loose  int // measures of no plan
	Unkept int // promises that no measure serves
}

// PlanRow is a plan in the list.
type PlanRow struct {
	Plan     Value
	Measures int
	Done     int // with evidence
	Late     int
}

// PlanView is one plan with its measures, the late ones first.
type PlanView struct {
	Head
	ID       chancery.EntityID // "" for measures of no plan
	Caption  Label
	Lines    []Line
	Measures []MeasureRow
	Late     int
	Done     int
	Unserved []Promise // accepted recommendations and open undertakings that no measure serves
	Doubts   []chancery.Doubt
}

// MeasureRow is a measure and how it stood on the day of the view.
type MeasureRow struct {
	Entity      chancery.EntityID
	Number      Value
	Text        Value
	Area        Value
	Responsible []Value
	Partner     []Value
	Due         Value
	DueText     Value
	Indicator   Value
	Serves      []Value
	Standing    plan.Standing
	Progress    []ProgressRow // the latest first
}

// ProgressRow is what was reported of a measure, with its evidence.
type ProgressRow struct {
	Grade    Value
	Date     Value
	Text     Value
	Evidence []Value
}

// Promise is something promised, by us.
type Promise struct {
	Entity chancery.EntityID
	Schema string
	Label  Label
	Text   Value
	Due    Value
}
