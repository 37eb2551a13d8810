package web

import (
	"net/http"
	"strconv"

	"chancery/register"
)

// standings lists how a value of a draft can stand, what needs a person first.
var standings = []register.Standing{register.Contradicts, register.Unknown, register.Holds}

func (s *Server) getCheck(w http.ResponseWriter, r *http.Request) error {
	s.render(w, r, http.StatusOK, checkPage(newSaid(s.page(r, "nav.receive", "check.title"), nil), "", nil, nil))
	return nil
}

// postCheck sets a pasted draft beside the register. Nothing of it is kept.
func (s *Server) postCheck(w http.ResponseWriter, r *http.Request) error {
	draft := r.FormValue("text")
	v, err := s.reg.CheckText(r.Context(), s.reader(r, now), draft)
	if err != nil {
		return err
	}
	var spans []span
	for _, f := range v.Findings {
		if f.Standing != register.Unknown {
			spans = append(spans, span{Start: f.Start, End: f.End, Judged: f.Standing == register.Holds})
		}
	}
	p := s.page(r, "nav.receive", "check.title").titled("", "", v.Head)
	p.Rows = len(v.Findings)
	s.render(w, r, http.StatusOK, checkPage(newSaid(p, v.Citations), draft, &v, blocks(v.Edition, spans)))
	return nil
}

// of gives the findings of one standing.
func of(v *register.DraftView, standing register.Standing) []register.Finding {
	var out []register.Finding
	for _, f := range v.Findings {
		if f.Standing == standing {
			out = append(out, f)
		}
	}
	return out
}

// findingID names a finding's heading.
func findingID(standing register.Standing) string { return "check-" + string(standing) }

func tally(v *register.DraftView, standing register.Standing) string {
	return strconv.Itoa(v.Counts[standing])
}
