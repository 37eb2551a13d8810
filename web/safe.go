package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"

	"chancery"
)

// policy allows what the program itself serves and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// safe wraps every answer: the headers that confine the page, a bound on what
// a request may carry, a refusal of requests that another site makes in the
// reader's name or that reach us under a foreign host name (DNS rebinding),
// and a page in words where a handler panics.
func (s *Server) safe(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, chancery.Fail("web", chancery.Forbidden, chancery.Say("web.cross-site", "another site sent this in your name, so nothing was done; open the page in this register and send the form from there")))
	}))
	guarded := origin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		defer func() {
			if p := recover(); p != nil && p != http.ErrAbortHandler {
				s.opts.Log.Error("panic", "path", r.URL.Path, "panic", p)
				s.fail(w, r, chancery.Fail("web", chancery.Internal, chancery.Say("web.panic", "the program met a fault of its own and stopped this page; nothing was lost")))
			}
		}()
		if !loopbackHost(r.Host) {
			s.fail(w, r, chancery.Fail("web", chancery.Forbidden, chancery.Say("web.host", "this register answers on a loopback address only")))
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, s.limit(r))
		guarded.ServeHTTP(w, r)
	})
}

// maxForm bounds what a form other than an upload may carry, in bytes: the
// longest text that somebody pastes.
const maxForm = 16 << 20

// limit gives how many bytes a request may carry.
func (s *Server) limit(r *http.Request) int64 {
	if r.URL.Path == "/receive" {
		return batchOf * s.opts.Limit
	}
	return maxForm
}

// loopbackHost reports whether the Host header names this machine to itself.
func loopbackHost(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	if name == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(strings.Trim(name, "[]"))
	return err == nil && addr.IsLoopback()
}

// status maps the kind of an error to the status of the answer.
var status = map[chancery.Kind]int{
	chancery.Internal:    http.StatusInternalServerError,
	chancery.Invalid:     http.StatusBadRequest,
	chancery.NotFound:    http.StatusNotFound,
	chancery.Conflict:    http.StatusConflict,
	chancery.Forbidden:   http.StatusForbidden,
	chancery.Unreadable:  http.StatusUnprocessableEntity,
	chancery.Unavailable: http.StatusServiceUnavailable,
	chancery.Cancelled:   http.StatusRequestTimeout,
}
