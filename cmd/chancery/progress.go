package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress tells how far long work has come: a bar on a terminal, a plain
// line every few seconds elsewhere.
type progress struct {
	c     *console
	what  string
	total int
	count int
	bar   *progressbar.ProgressBar
	said  time.Time
}

// progress begins to tell; total 0 is not known.
func (c *console) progress(what string, total int) *progress {
	p := &progress{c: c, what: what, total: total, said: time.Now()}
	if terminal(c.err) {
		limit := total
		if limit == 0 {
			limit = -1
		}
		p.bar = progressbar.NewOptions(limit, progressbar.OptionSetWriter(c.err), progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
	}
	return p
}

// set says that n are done.
func (p *progress) set(n int) {
	p.count = n
	if p.bar != nil {
		_ = p.bar.Set(n) // a bar that cannot be drawn stops no work
		return
	}
	if time.Since(p.said) > 5*time.Second {
		p.said = time.Now()
		if p.total > 0 {
			fmt.Fprintf(p.c.err, "%s: %d of %d\n", p.what, p.count, p.total)
		} else {
			fmt.Fprintf(p.c.err, "%s: %d\n", p.what, p.count)
		}
	}
}

func (p *progress) add() { p.set(p.count + 1) }

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// say writes a line beside the work.
func (c *console) say(format string, args ...any) { fmt.Fprintf(c.err, format+"\n", args...) }
