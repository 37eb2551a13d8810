package web

import (
	"net/http"
	"net/url"
	"strings"
)

// back gives the address within this site that a form names to return to;
// anything else gives the first page.
func back(r *http.Request) string {
	address := r.FormValue("back")
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(address, "/") || strings.HasPrefix(u.Path, "//") || strings.Contains(address, `\`) {
		return "/"
	}
	out := u.RequestURI()
	if u.Fragment != "" {
		out += "#" + u.EscapedFragment()
	}
	return out
}
