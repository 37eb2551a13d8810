package web

import (
	"net/http"

	"chancery/export"
	"chancery/ledger"
)

// ledgerRows is how many entries one page of the ledger shows.
const ledgerRows = 100

func (s *Server) getLedger(w http.ResponseWriter, r *http.Request) error {
	before := ledger.Number(whole(r.FormValue("before")))
	v, err := s.reg.Ledger(r.Context(), s.reader(r, now), before, ledgerRows)
	if err != nil {
		return err
	}
	p := s.page(r, "nav.ledger", "nav.ledger").titled("", "", v.Head)
	p.Rows = v.Total
	var older ledger.Number
	if n := len(v.Entries); n == ledgerRows && v.Entries[n-1].Number > 1 {
		older = v.Entries[n-1].Number
	}
	s.render(w, r, http.StatusOK, ledgerPage(p, v, older))
	return nil
}

// getLedgerJSONL gives everything that ever happened, as lines that another
// program can read.
func (s *Server) getLedgerJSONL(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "application/jsonl; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="chancery.jsonl"`)
	started := &counted{ResponseWriter: w}
	err := export.JSONL(r.Context(), started, s.reg, ceiling(r))
	if err != nil && started.n > 0 {
		s.opts.Log.Error("the export broke off", "error", err)
		panic(http.ErrAbortHandler) // half an export must not look whole
	}
	if err != nil {
		w.Header().Del("Content-Disposition")
	}
	return err
}

// counted counts what was written, to know whether an answer has begun.
type counted struct {
	http.ResponseWriter
	n int64
}

func (c *counted) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.n += int64(n)
	return n, err
}
