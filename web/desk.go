package web

import (
	"encoding/json"
	"net/http"
	"net/url"

	"chancery"
	"chancery/register"
)

// waitingRows is how many papers the desk lists.
const waitingRows = 200

func (s *Server) getWaiting(w http.ResponseWriter, r *http.Request) error {
	papers, total, err := s.reg.Waiting(r.Context(), s.reader(r, now), waitingRows)
	if err != nil {
		return err
	}
	left, err := s.place(r)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.desk", "nav.desk")
	p.Rows = total
	s.render(w, r, http.StatusOK, waitingPage(p, papers, left))
	return nil
}

func (s *Server) getDesk(w http.ResponseWriter, r *http.Request) error {
	id := chancery.DocumentID(r.PathValue("id"))
	v, err := s.reg.Desk(r.Context(), s.reader(r, now), id)
	if err != nil {
		return err
	}
	left, err := s.place(r)
	if err != nil {
		return err
	}
	if left.Document != id {
		left.Card = ""
	}
	p := s.page(r, "nav.desk", "nav.desk").titled("", "", v.Head)
	p.Title, p.Lang = p.paperName(v.Paper.Caption), v.Paper.Language
	s.render(w, r, http.StatusOK, deskPage(newSaid(p, nil), v, blocks(v.Edition, deskSpans(v)), left.Card))
	return nil
}

func deskSpans(v register.DeskView) []span {
	var spans []span
	for _, c := range v.Cards {
		for _, s := range c.Proposals {
			if s.Passage.Edition == v.Edition.Number {
				spans = append(spans, span{Start: s.Passage.Start, End: s.Passage.End, Judged: s.Judgement != ""})
			}
		}
	}
	return spans
}

// place is where a person left the desk.
type place struct {
	Document chancery.DocumentID
	Card     chancery.EntityID
	Title    string `json:"-"`
}

// placeDraft is the key under which the store keeps a person's place.
const placeDraft = "desk"

// place gives where the person at the keyboard left the desk, with the zero
// place where that paper is done or gone.
func (s *Server) place(r *http.Request) (place, error) {
	var at place
	text, err := s.reg.Store().Draft(r.Context(), person(r).ID, placeDraft)
	if err != nil || len(text) == 0 {
		return at, err
	}
	if err := json.Unmarshal(text, &at); err != nil {
		return place{}, chancery.Wrap("web.place", chancery.Internal, err)
	}
	doc, err := s.reg.Document(r.Context(), s.reader(r, now), at.Document)
	if kind := chancery.KindOf(err); err != nil && (kind == chancery.NotFound || kind == chancery.Forbidden) {
		return place{}, nil
	}
	at.Title = doc.Title
	if at.Title == "" {
		at.Title = doc.Name
	}
	return at, err
}

// leave remembers where a person is; a paper that is done is forgotten.
func (s *Server) leave(r *http.Request, doc chancery.DocumentID, card chancery.EntityID, done bool) error {
	if done {
		return s.reg.Store().SetDraft(r.Context(), person(r).ID, placeDraft, nil)
	}
	text, err := json.Marshal(place{Document: doc, Card: card})
	if err != nil {
		return chancery.Wrap("web.leave", chancery.Internal, err)
	}
	return s.reg.Store().SetDraft(r.Context(), person(r).ID, placeDraft, text)
}

// postPlace is how the script says at which card the reader is.
func (s *Server) postPlace(w http.ResponseWriter, r *http.Request) error {
	if err := s.leave(r, chancery.DocumentID(r.PathValue("id")), chancery.EntityID(r.FormValue("card")), false); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// postJudge records a person's judgement on a card: on the values ticked, on
// everything one rule said, or takes back what was judged of the card.
func (s *Server) postJudge(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return chancery.Wrap("web.postJudge", chancery.Invalid, err)
	}
	doc, card := chancery.DocumentID(r.PathValue("id")), chancery.EntityID(r.FormValue("card"))
	verdict, err := s.judge(r, doc)
	if err != nil {
		return err
	}
	v, err := s.reg.Desk(r.Context(), s.reader(r, now), doc)
	if err != nil {
		return err
	}
	next := nextWaiting(v.Cards, card)
	if err := s.leave(r, doc, next, v.Waiting == 0); err != nil {
		return err
	}
	if fragment(r) {
		w.Header().Set("X-Verdict", verdict.ID)
		w.Header().Set("X-Waiting", url.PathEscape(printer(r).Count("entity.waiting", v.Waiting)))
		w.Header().Set("X-Left", number(v.Waiting))
		p := s.page(r, "nav.desk", "nav.desk")
		s.render(w, r, http.StatusOK, changedCards(newSaid(p, nil), v, touched(v.Cards, card)))
		return nil
	}
	return follow(w, r, deskAddress(doc, next))
}

// judge records what the form of a card says.
func (s *Server) judge(r *http.Request, doc chancery.DocumentID) (chancery.Verdict, error) {
	who, reason := person(r).ID, tidy(r.FormValue("reason"))
	statements := r.Form["statement"]
	judgement := chancery.Judgement(r.FormValue("judgement"))
	switch {
	case r.FormValue("rule") != "":
		return s.reg.JudgeRule(r.Context(), who, chancery.Confirmed, doc, r.FormValue("rule"), reason)
	case judgement == chancery.Undone:
		statements = r.Form["judged"]
	case judgement == chancery.Confirmed:
	case judgement != chancery.Rejected && judgement != chancery.Unsure:
		return chancery.Verdict{}, chancery.Fail("web.judge", chancery.Invalid, chancery.Say("web.judgement", "%q is not a judgement", string(judgement)))
	}
	if len(statements) == 0 && (judgement == chancery.Rejected || judgement == chancery.Unsure) {
		return s.reg.JudgeCard(r.Context(), who, judgement, doc, chancery.EntityID(r.FormValue("card")), nil, reason)
	}
	ids := make([]chancery.StatementID, len(statements))
	for i, text := range statements {
		var err error
		if ids[i], err = chancery.ParseStatementID(text); err != nil {
			return chancery.Verdict{}, err
		}
	}
	return s.reg.JudgeStatements(r.Context(), who, judgement, ids, reason)
}

// nextWaiting gives the card itself while it waits, else the next that waits,
// else the first that does, else the card itself.
func nextWaiting(cards []register.Card, from chancery.EntityID) chancery.EntityID {
	at := 0
	for i, c := range cards {
		if c.Entity == from {
			at = i
		}
	}
	for i := range cards {
		if c := cards[(at+i)%len(cards)]; c.Waiting > 0 {
			return c.Entity
		}
	}
	return from
}

// touched lists the cards that a judgement on one can change: itself and those
// it refers to, whose names are confirmed with it.
func touched(cards []register.Card, id chancery.EntityID) map[chancery.EntityID]bool {
	out := map[chancery.EntityID]bool{id: true}
	for _, c := range cards {
		if c.Entity != id {
			continue
		}
		for _, p := range c.Proposals {
			if p.Ref != "" {
				out[p.Ref] = true
			}
		}
	}
	return out
}

func (s *Server) postWhole(w http.ResponseWriter, r *http.Request) error {
	doc := chancery.DocumentID(r.PathValue("id"))
	if _, err := s.reg.AcceptWhole(r.Context(), person(r).ID, doc, chancery.Grade(r.FormValue("grade")), tidy(r.FormValue("reason"))); err != nil {
		return err
	}
	if err := s.leave(r, doc, "", true); err != nil {
		return err
	}
	return follow(w, r, deskAddress(doc, ""))
}

func (s *Server) postSame(w http.ResponseWriter, r *http.Request) error {
	a, b := chancery.EntityID(r.FormValue("entity")), chancery.EntityID(r.FormValue("other"))
	verdict, err := s.reg.JudgeSame(r.Context(), person(r).ID, chancery.Judgement(r.FormValue("judgement")), a, b, tidy(r.FormValue("reason")))
	if err != nil {
		return err
	}
	w.Header().Set("X-Verdict", verdict.ID)
	return s.done(w, r)
}

func (s *Server) postUndo(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.reg.Undo(r.Context(), person(r).ID, r.FormValue("verdict"), tidy(r.FormValue("reason"))); err != nil {
		return err
	}
	return s.done(w, r)
}

// done answers a form that changes what its page shows: the script fetches the
// page again, others are led back to it.
func (s *Server) done(w http.ResponseWriter, r *http.Request) error {
	if fragment(r) {
		w.WriteHeader(http.StatusNoContent)
		return nil
	}
	return follow(w, r, back(r))
}

// deskAddress gives the address of a card on the desk.
func deskAddress(doc chancery.DocumentID, card chancery.EntityID) string {
	if card == "" {
		return "/desk/" + string(doc)
	}
	return "/desk/" + string(doc) + "#" + url.PathEscape(cardID(card))
}

// cardID is the id of a card on its page.
func cardID(card chancery.EntityID) string { return "card-" + string(card) }
