package web

import (
	"net/http"

	"chancery/register"
)

// recommendationFacets are the facets of the list, as its address names them.
var recommendationFacets = []string{"served", "mechanism", "cycle", "position", "theme", "category", "to", "by"}

// getRecommendations lists recommendations, those that no measure serves first.
func (s *Server) getRecommendations(w http.ResponseWriter, r *http.Request) error {
	at, err := when(r)
	if err != nil {
		return err
	}
	q := register.RecommendationQuery{Facets: map[string][]string{}, Offset: whole(r.FormValue("offset")), Limit: 50}
	for _, f := range recommendationFacets {
		if chosen := r.Form[f]; len(chosen) > 0 {
			q.Facets[f] = chosen
		}
	}
	v, err := s.reg.Recommendations(r.Context(), s.reader(r, at), q)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.recommendations", "nav.recommendations").titled("", "", v.Head)
	p.Rows = v.Total
	s.render(w, r, http.StatusOK, recommendationsPage(newSaid(p, v.Citations), v))
	return nil
}

// recommendationFacet words a facet of the list.
func (p page) recommendationFacet(name string) string {
	switch name {
	case "served":
		return p.Say("recommendation.served")
	case "category":
		return capital(p.Say("property.actionCategory"))
	case "to":
		return capital(p.Say("property.Recommendation.to"))
	}
	return capital(p.Say("property." + name))
}

// recommendationValue words a value of a facet.
func (p page) recommendationValue(name string, v register.FacetValue) string {
	switch name {
	case "served":
		return p.Say("recommendation.served." + v.Value)
	case "category":
		return p.code("Recommendation", "actionCategory", v.Value)
	case "position":
		return p.code("Recommendation", "position", v.Value)
	}
	return v.Caption
}

// reasons words why something is suggested: the words that speak for it.
func (p page) reasons(s register.Suggestion) string {
	var words []string
	for i, r := range s.Reasons {
		if i == 6 {
			break
		}
		words = append(words, "“"+r.Words+"”")
	}
	if len(words) == 0 {
		return ""
	}
	return p.List(words...)
}
