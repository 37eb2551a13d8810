package store

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"chancery"
	"chancery/ledger"
)

// leastContext is how many bytes of surroundings two places must share to be
// taken for one where the words alone do not tell.
const leastContext = 12

// anchor finds, for each judged statement of a document, where its words stand
// in a new edition. It gives how many were found; the others are kept as lost.
func (w *writer) anchor(doc int64, e chancery.Edition) (int, error) {
	if e.Number == 1 {
		return 0, nil
	}
	type place struct {
		number               int64
		edition, start, stop int
	}
	var judged []place
	of, err := w.statementsOf(doc, 0)
	if err != nil {
		return 0, err
	}
	err = w.each(`SELECT s.number, s.edition, s.start, s.stop FROM statement s
		JOIN fact f ON f.subject = s.subject AND f.statement = s.number AND f.until = $2 AND f.judgement > 0
		WHERE s.number IN `+ints("$1")+" ORDER BY s.number", func(scan func(...any) error) error {
		var p place
		err := scan(&p.number, &p.edition, &p.start, &p.stop)
		judged = append(judged, p)
		return err
	}, numbers(of), open)
	if err != nil {
		return 0, err
	}
	texts := map[int]string{}
	target := flatten(e.Text)
	var rows [][]any
	found := 0
	for _, j := range judged {
		old, ok := texts[j.edition]
		if !ok {
			if old, err = w.text(doc, j.edition); err != nil {
				return 0, err
			}
			texts[j.edition] = old
		}
		at, err := chancery.Cut("", 0, old, j.start, j.stop)
		if err != nil {
			return 0, err
		}
		start, stop, ok := target.find(at)
		if ok {
			found++
		} else {
			start, stop = -1, -1
		}
		rows = append(rows, []any{j.number, int64(e.Number), doc, int64(start), int64(stop), w.number})
	}
	return found, w.insert("anchor", 6, rows)
}

// flat is a text in which every run of white space is one space, since
// extractors differ most in where lines break. back gives the byte of the
// text for each byte of flat, and its length at the end.
type flat struct {
	text string
	back []int
}

func flatten(s string) flat {
	f := flat{back: make([]int, 0, len(s)+1)}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i, r := range s {
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
				f.back = append(f.back, i)
			}
			space = true
			continue
		}
		space = false
		for j := range utf8.RuneLen(r) {
			f.back = append(f.back, i+j)
		}
		b.WriteRune(r)
	}
	f.text, f.back = b.String(), append(f.back, len(s))
	return f
}

// find gives the one place of the text that a passage can be: the only one
// with its words, or of several the one whose surroundings agree best, if they
// agree at all and better than those of any other.
func (f flat) find(p chancery.Passage) (start, stop int, ok bool) {
	quote := flatten(p.Quote).text
	if strings.TrimSpace(quote) == "" {
		return 0, 0, false
	}
	before, after := flatten(p.Before).text, flatten(p.After).text
	best, second, at, count := -1, -1, 0, 0
	for from := 0; ; {
		i := strings.Index(f.text[from:], quote)
		if i < 0 {
			break
		}
		i += from
		count++
		if n := agree(f.text[:i], before, f.text[i+len(quote):], after); n > best {
			best, second, at = n, best, i
		} else if n > second {
			second = n
		}
		from = i + len(quote)
	}
	if count == 0 || best < leastContext && (count > 1 || len(quote) < leastContext) || best == second {
		return 0, 0, false
	}
	end := at + len(quote)
	if f.text[end-1] == ' ' {
		return f.back[at], f.back[end], true
	}
	return f.back[at], f.back[end-1] + 1, true
}

// agree counts the bytes that the text before and after a place shares with
// the passage's own surroundings.
func agree(left, before, right, after string) int {
	n := 0
	for n < len(before) && n < len(left) && left[len(left)-1-n] == before[len(before)-1-n] {
		n++
	}
	m := 0
	for m < len(after) && m < len(right) && right[m] == after[m] {
		m++
	}
	return n + m
}

// Lost lists the judged statements that found no place in the last edition;
// see [ledger.Store].
func (s *Store) Lost(ctx context.Context, id chancery.DocumentID) ([]ledger.Lost, error) {
	var out []ledger.Lost
	err := s.snapshot(ctx, func(q session) error {
		p, err := q.paper("Lost", id)
		if err != nil {
			return err
		}
		return q.each(`SELECT s.id, COALESCE(s.quote, s.value) FROM anchor a JOIN statement s ON s.number = a.statement
			WHERE a.document = $1 AND a.start < 0 AND a.edition = (SELECT MAX(number) FROM edition WHERE document = $1) ORDER BY s.number`, func(scan func(...any) error) error {
			var id []byte
			l := ledger.Lost{Reason: chancery.Say("anchor.lost", "these words were not found again in the new text, or in more than one place")}
			err := scan(&id, &l.Quote)
			copy(l.Statement[:], id)
			out = append(out, l)
			return err
		}, p.number)
	})
	return out, fault("store.Lost", err)
}
