package web

import (
	"io"
	"maps"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"chancery"
	"chancery/election"
	"chancery/register"
)

func (s *Server) getElections(w http.ResponseWriter, r *http.Request) error {
	v, err := look(s, r, s.reg.Elections)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.elections", "nav.elections").titled("", "", v.Head)
	p.Rows = v.Rows
	s.render(w, r, http.StatusOK, electionsPage(p, v))
	return nil
}

// maxTable bounds a table of facts handed in on a page, in bytes.
const maxTable = 8 << 20

// postTable takes a table of facts whole, with the grade of its source, and
// says what became of it.
func (s *Server) postTable(w http.ResponseWriter, r *http.Request) error {
	file, head, err := r.FormFile("files")
	if err != nil {
		return chancery.Fail("web.postTable", chancery.Invalid, chancery.Say("web.table", "no table came with the request; choose a CSV file"))
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxTable+1))
	if err != nil || len(content) > maxTable {
		return chancery.Fail("web.postTable", chancery.Invalid, chancery.Say("web.table-large", "the table is larger than %d MB; hand it in in parts", maxTable>>20))
	}
	grade := chancery.Grade(r.FormValue("grade"))
	if !slices.Contains(tableGrades, grade) {
		return chancery.Fail("web.postTable", chancery.Invalid, chancery.Say("verdict.grade", "say how good the source is: depositary, gazette, official site, press or recollection"))
	}
	got, err := s.reg.ImportTable(r.Context(), person(r).ID, register.Incoming{Name: head.Filename, Content: content}, grade)
	if err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, tablePage(s.page(r, "nav.elections", "table.title"), got))
	return nil
}

// tableGrades are the grades in the order of the form.
var tableGrades = []chancery.Grade{chancery.OfficialSite, chancery.Depositary, chancery.Gazette, chancery.Press, chancery.Recollection}

// electionOf reads the election a request is about and what of it is asked for.
func (s *Server) electionOf(r *http.Request, grid bool) (register.ElectionView, error) {
	at, err := when(r)
	if err != nil {
		return register.ElectionView{}, err
	}
	q := register.ElectionQuery{Candidature: chancery.EntityID(r.FormValue("candidate")), Grid: grid}
	if q.Discounts, err = discounts(r); err != nil {
		return register.ElectionView{}, err
	}
	return s.reg.Election(r.Context(), s.reader(r, at), chancery.EntityID(r.PathValue("id")), q)
}

// discounts reads the discounts that the reader wants to try; nil where the
// request names none.
func discounts(r *http.Request) (*election.Discounts, error) {
	if r.FormValue("written")+r.FormValue("oral")+r.FormValue("undecided") == "" {
		return nil, nil
	}
	d := election.Fulci
	for name, to := range map[string]*float64{"written": &d.Written, "oral": &d.Oral, "undecided": &d.Undecided} {
		typed := strings.Replace(strings.TrimSpace(r.FormValue(name)), ",", ".", 1)
		if typed == "" {
			continue
		}
		f, err := strconv.ParseFloat(typed, 64)
		if err != nil || math.IsNaN(f) || f < 0 || f > 1 {
			return nil, chancery.Fail("web.discounts", chancery.Invalid, chancery.Say("web.discount", "%q is no discount; write a number from 0 to 1", typed))
		}
		*to = f
	}
	if d != election.Fulci {
		d.Source = tidy(r.FormValue("basis"))
	}
	if d.Source == "" {
		d.Source = printer(r).Say("campaign.trial")
	}
	return &d, nil
}

// electionPageOf starts the frame of a page on an election.
func (s *Server) electionPageOf(r *http.Request, v register.ElectionView) said {
	p := s.page(r, "nav.elections", "nav.elections").titled("", "", v.Head)
	p.Title, p.Lang = p.electionName(v.Name, v.Body, v.Date.Date), captionLang(v.Name)
	return newSaid(p, v.Citations)
}

// electionName calls an election by its name, or by its body and day.
func (p page) electionName(name register.Label, body register.Value, day chancery.Date) string {
	if name.Text != "" {
		return p.caption(name)
	}
	return p.Say("election.of", p.text(body), day)
}

func (s *Server) getElection(w http.ResponseWriter, r *http.Request) error {
	v, err := s.electionOf(r, false)
	if err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, electionPage(s.electionPageOf(r, v), v))
	return nil
}

// getGrid shows the electorate as one grid into which pledges are typed.
func (s *Server) getGrid(w http.ResponseWriter, r *http.Request) error {
	return s.grid(w, r, sheet{}, http.StatusOK)
}

func (s *Server) grid(w http.ResponseWriter, r *http.Request, typed sheet, code int) error {
	v, err := s.electionOf(r, true)
	if err != nil {
		return err
	}
	if v.Campaign == nil {
		return chancery.Fail("web.grid", chancery.NotFound, chancery.Say("web.grid", "nobody stands in this election yet; enter a candidature first"))
	}
	p := s.electionPageOf(r, v)
	p.Title, p.Lang = p.Say("pledge.grid-of", p.Title), ""
	rows := gridRows(v)
	p.Rows = len(rows)
	s.render(w, r, code, gridPage(p, v, rows, typed))
	return nil
}

// sheet is what was typed into the grid.
type sheet struct {
	Remark   string
	Pasted   string
	Cells    map[string]string // by the name of the field
	Troubles []string
}

// gridRow is one elector with a cell for each column.
type gridRow struct {
	State register.Value
	Cells []register.GridRow
}

// gridRows lays the columns of the grid side by side, State by State.
func gridRows(v register.ElectionView) []gridRow {
	at := map[chancery.EntityID]int{}
	var out []gridRow
	for c, column := range v.Columns {
		for _, row := range column.Rows {
			i, ok := at[row.State.Ref]
			if !ok {
				i = len(out)
				at[row.State.Ref] = i
				out = append(out, gridRow{State: row.State, Cells: make([]register.GridRow, len(v.Columns))})
			}
			out[i].Cells[c] = row
		}
	}
	return out
}

// The fields of the grid: what a State promises a candidate, and what we
// promise the candidate of a State.
func fieldOf(candidature, state chancery.EntityID) string {
	return "p." + string(candidature) + "." + string(state)
}

func ourField(candidature, state chancery.EntityID) string {
	return "g." + string(candidature) + "." + string(state)
}

// postPledges records what was typed into the grid or pasted from a
// spreadsheet. Where something cannot be read nothing is recorded: the grid
// comes back as typed and says what.
func (s *Server) postPledges(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return chancery.Wrap("web.postPledges", chancery.Invalid, err)
	}
	p := printer(r)
	typed := sheet{Remark: tidy(r.FormValue("remark")), Pasted: r.FormValue("pasted"), Cells: map[string]string{}}
	lines, troubles, err := s.reg.ReadPledges(r.Context(), typed.Pasted)
	if err != nil {
		return err
	}
	for _, m := range troubles {
		typed.Troubles = append(typed.Troubles, p.Message(m))
	}
	candidature := chancery.EntityID(r.FormValue("column"))
	for i := range lines {
		lines[i].Candidature = candidature
	}
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		kind, rest, _ := strings.Cut(name, ".")
		of, state, whole := strings.Cut(rest, ".")
		cell := tidy(r.PostForm.Get(name))
		if kind != "p" && kind != "g" || !whole || cell == "" {
			continue
		}
		typed.Cells[name] = cell
		one, ok := register.ParsePledge(cell)
		if !ok || !strings.HasPrefix(state, "state:") {
			typed.Troubles = append(typed.Troubles, p.Say("pledge.cell", cell))
			continue
		}
		one.Candidature, one.State, one.Ours = chancery.EntityID(of), chancery.EntityID(state), kind == "g"
		lines = append(lines, one)
	}
	if len(typed.Troubles) == 0 {
		_, err := s.reg.EnterPledges(r.Context(), person(r).ID, register.PledgeSheet{Remark: typed.Remark, Lines: lines})
		if err == nil {
			return follow(w, r, electionAddress(chancery.EntityID(r.PathValue("id")))+"?"+url.Values{"candidate": {r.FormValue("candidate")}}.Encode()+"#campaign")
		}
		if chancery.KindOf(err) != chancery.Invalid {
			return err
		}
		typed.Troubles = append(typed.Troubles, p.Error(err))
	}
	return s.grid(w, r, typed, http.StatusBadRequest)
}

// pledgeActs are what may become of a pledge: properties of the schema.
var pledgeActs = []string{"confirmed", "withdrawn", "expires"}

// postPledgeAct records that a pledge was confirmed, taken back or limited.
func (s *Server) postPledgeAct(w http.ResponseWriter, r *http.Request) error {
	act := r.FormValue("act")
	if !slices.Contains(pledgeActs, act) {
		return chancery.Fail("web.postPledgeAct", chancery.Invalid, chancery.Say("web.pledge-act", "%q is nothing that becomes of a pledge", act))
	}
	day, err := chancery.ParseDate(strings.TrimSpace(r.FormValue("date")))
	if err != nil {
		return err
	}
	if day.IsZero() {
		return chancery.Fail("web.postPledgeAct", chancery.Invalid, chancery.Say("web.pledge-date", "the day is missing; write it as 2024-05-27"))
	}
	h := register.Hand{Subject: chancery.EntityID(r.PathValue("id")), Schema: "Pledge", Remark: tidy(r.FormValue("remark")), Values: []register.HandValue{{Property: act, Value: day.String()}}}
	if _, err := s.reg.Enter(r.Context(), person(r).ID, h); err != nil {
		return err
	}
	return follow(w, r, back(r))
}

// postBallot records a ballot as typed on election day.
func (s *Server) postBallot(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return chancery.Wrap("web.postBallot", chancery.Invalid, err)
	}
	day, err := chancery.ParseDate(strings.TrimSpace(r.FormValue("date")))
	if err != nil {
		return err
	}
	id := chancery.EntityID(r.PathValue("id"))
	b := register.TypedBallot{Election: id, Number: max(1, whole(r.FormValue("number"))), Date: day, Seats: whole(r.FormValue("seats")), Kind: tidy(r.FormValue("kind")),
		Cast: tidy(r.FormValue("cast")), Invalid: tidy(r.FormValue("invalid")), Abstentions: tidy(r.FormValue("abstentions")), Remark: tidy(r.FormValue("remark"))}
	if b.Organ = election.Organ(r.FormValue("organ")); b.Organ != "" {
		b.Meeting, b.Number = whole(r.FormValue("meeting")), max(1, whole(r.FormValue("number."+string(b.Organ))))
	}
	names, votes := r.PostForm["name"], r.PostForm["votes"]
	if len(names) != len(votes) || len(names) > election.MaxCandidates {
		return chancery.Fail("web.postBallot", chancery.Invalid, chancery.Say("web.ballot", "the form came without its candidates; load the page again"))
	}
	for i := range names {
		b.Candidates, b.Votes = append(b.Candidates, tidy(names[i])), append(b.Votes, tidy(votes[i]))
	}
	if _, err := s.reg.EnterBallot(r.Context(), person(r).ID, b); err != nil {
		return err
	}
	return follow(w, r, electionAddress(id)+"#"+voteField(0))
}

// getInstruction is the delegate's paper: whom to vote for, from what we promised.
func (s *Server) getInstruction(w http.ResponseWriter, r *http.Request) error {
	v, err := s.electionOf(r, false)
	if err != nil {
		return err
	}
	p := s.electionPageOf(r, v)
	p.Title, p.Lang = p.Say("instruction.title", p.Title), ""
	s.render(w, r, http.StatusOK, instructionPage(p, v))
	return nil
}

// getExchanges is the ledger of pledges given and received, over bodies and years.
func (s *Server) getExchanges(w http.ResponseWriter, r *http.Request) error {
	v, err := look(s, r, s.reg.Exchanges)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.elections", "exchange.title").titled("", "", v.Head)
	p.Rows = v.Rows
	s.render(w, r, http.StatusOK, exchangesPage(newSaid(p, v.Citations), v))
	return nil
}

// electionAddress gives the page of an election, or of a candidature for one.
func electionAddress(id chancery.EntityID) string { return "/election/" + url.PathEscape(string(id)) }

// majority words what a candidate needs.
func (p page) majority(m election.Majority) string {
	switch {
	case m.Plurality:
		return p.Say("election.majority.plurality")
	case m.Den == 0:
		return p.Say("election.majority.unknown")
	}
	base := p.Say("election.base." + string(m.Base))
	if m.More {
		return p.Say("election.majority.more", m.Num, m.Den, base)
	}
	return p.Say("election.majority.least", m.Num, m.Den, base)
}

// bar is one candidate of a ballot as drawn: in units of a drawing 1000 wide.
type bar struct {
	Y, X, Width, Label int
	Anchor             string
	Text               string
	Elected            bool
}

// barHeight is the height of a bar with the space below it.
const barHeight = 26

// bars places the candidates whose votes are known, from the side where
// reading begins, and the line of the majority (0 where it is not known).
func (p page) bars(t register.Turn) (all []bar, line int) {
	most := max(t.Most, t.Outcome.Needed.High, 1)
	mirrored := p.Dir() == "rtl"
	at := func(votes int) int {
		x := 800 * votes / most
		if mirrored {
			return 1000 - x
		}
		return x
	}
	for _, one := range t.Tallies {
		if !one.Votes.Known {
			continue
		}
		b := bar{Y: len(all) * barHeight, Width: 800 * one.Votes.High / most, Text: one.Candidate + "  " + one.Votes.String(), Elected: one.Elected == election.Yes || one.Record}
		b.X, b.Label, b.Anchor = 0, 8, "start"
		if mirrored {
			b.X, b.Label = 1000-b.Width, 992
		}
		all = append(all, b)
	}
	if t.Outcome.Needed.Known {
		line = at(t.Outcome.Needed.High)
	}
	return all, line
}

// answered words whether a candidate is elected by a ballot.
func (p page) answered(t register.Tally) string {
	switch {
	case t.Elected == election.Yes:
		return p.Say("election.yes")
	case t.Elected == election.No && t.Record:
		return p.Say("election.record-differs")
	case t.Elected == election.No:
		return p.Say("election.no")
	case t.Record:
		return p.Say("election.record")
	}
	return p.Say("election.open")
}

// expected words the range of votes to expect.
func (p page) expected(e election.Expectation) string {
	if e.Low == e.High {
		return strconv.Itoa(e.Low)
	}
	return p.Say("campaign.range", e.Low, e.High)
}

// factor writes a discount.
func factor(f float64) string { return strconv.FormatFloat(f, 'g', 3, 64) }

// ballotName is a candidate of the ballot to come: ID is a candidature, or else
// the name as an earlier ballot has it.
type ballotName struct{ ID, Shown string }

// ballotNames are the candidates of the ballot to come; where anybody may be
// voted for, those who stand and are not elected.
func ballotNames(v register.ElectionView) []ballotName {
	var out []ballotName
	if len(v.Turns) == 0 {
		for _, c := range v.Candidates {
			if c.Stage != election.WithdrawnBy {
				out = append(out, ballotName{string(c.Entity), c.Candidate.Text})
			}
		}
		return out
	}
	names := v.Next.Candidates
	if len(names) == 0 {
		for _, t := range v.Turns[len(v.Turns)-1].Tallies {
			if t.Elected != election.Yes {
				names = append(names, t.Candidate)
			}
		}
	}
	for _, n := range names {
		out = append(out, ballotName{n, n})
	}
	return out
}

// prospectClass says how a range stands to the majority, for a tag; words say
// it too.
func prospectClass(e election.Prospect) string {
	switch e {
	case election.Likely:
		return "tag good"
	case election.Short:
		return "tag bad"
	}
	return "tag doubt"
}

// statusClass says how a pledge stands, for a tag; words say it too.
func statusClass(s election.PledgeStatus) string {
	switch s {
	case election.Standing:
		return "tag good"
	case election.Offered:
		return "tag"
	}
	return "tag doubt"
}
