package web

import (
	"net/http"
	"net/url"
	"time"

	"chancery/locale"
)

// postLanguage keeps the reader's choice of language and goes back.
func (s *Server) postLanguage(w http.ResponseWriter, r *http.Request) error {
	http.SetCookie(w, &http.Cookie{
		Name: languageCookie, Value: locale.For(r.FormValue("language")).Lang(), Path: "/",
		MaxAge: int((365 * 24 * time.Hour).Seconds()), HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, back(r), http.StatusSeeOther)
	return nil
}

// back gives the address within this site that a form names to return to;
// anything else gives the first page.
func back(r *http.Request) string {
	u, err := url.Parse(r.FormValue("back"))
	if err != nil || u.IsAbs() || u.Host != "" || len(u.Path) == 0 || u.Path[0] != '/' || len(u.Path) > 1 && (u.Path[1] == '/' || u.Path[1] == '\\') {
		return "/"
	}
	return u.RequestURI()
}
