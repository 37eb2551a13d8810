package store

import (
	"context"
	"strings"

	"chancery"
	"chancery/ledger"
)

// Withdraw makes a document unreadable for ever; see [ledger.Store].
func (s *Store) Withdraw(ctx context.Context, person string, id chancery.DocumentID, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return fail("Withdraw", chancery.Invalid, "withdraw.reason", "say why the paper is withdrawn; the reason is all that stays of it")
	}
	if err := plain(reason); err != nil {
		return err
	}
	err := s.append(ctx, person, ledger.DocumentWithdrawn, func(w *writer) error {
		w.entry.Subject, w.entry.Note = string(id), reason
		for _, text := range s.kind.thorough {
			if err := w.exec(text); err != nil {
				return err
			}
		}
		if err := w.withdraw(id, reason); err != nil {
			return err
		}
		return w.settleNow()
	})
	if err != nil {
		return fault("store.Withdraw", err)
	}
	s.facets.mutex.Lock()
	s.facets.past = nil
	s.facets.mutex.Unlock()
	return fault("store.Withdraw", s.wipe(ctx))
}

// settleNow brings projections up to date before the indexes of words are
// rewritten, which is what makes the words disappear from the file.
func (w *writer) settleNow() error {
	if err := w.settle(); err != nil {
		return err
	}
	w.dirty = dirty{}
	for _, text := range w.store.kind.rewrite {
		if err := w.exec(text); err != nil {
			return err
		}
	}
	return nil
}

// wipe makes the database forget the old content of rows.
func (s *Store) wipe(ctx context.Context) error {
	return s.writes.with(ctx, func(c *link) error {
		q := session{ctx: ctx, store: s, link: c}
		for _, text := range s.kind.wipe {
			if err := q.each(text, func(func(...any) error) error { return nil }); err != nil {
				return err
			}
		}
		return nil
	})
}

// withdraw blanks a document and its attachments, innermost last.
func (w *writer) withdraw(id chancery.DocumentID, reason string) error {
	p, err := w.paper("Withdraw", id)
	if err != nil {
		return err
	}
	if err := w.readable("Withdraw", p.number); err != nil {
		return err
	}
	w.entry.Count++
	if err := w.insert("withdrawn", 5, [][]any{{p.number, w.entry.Person, w.entry.At.Format(stamp), reason, w.number}}); err != nil {
		return err
	}
	if err := w.blank(p); err != nil {
		return err
	}
	parts, err := w.parts(p)
	if err != nil {
		return err
	}
	for _, part := range parts {
		if err := w.withdraw(part, reason); err != nil {
			return err
		}
	}
	return nil
}

// parts gives the attachments of a document that are still readable.
func (w *writer) parts(p paper) ([]chancery.DocumentID, error) {
	var out []chancery.DocumentID
	err := w.each(`SELECT d.id FROM document d LEFT JOIN withdrawn x ON x.document = d.number
		WHERE d.parent = $1 AND d.parent <> '' AND d.kind = 'attachment' AND x.document IS NULL ORDER BY d.number`, func(scan func(...any) error) error {
		var id chancery.DocumentID
		err := scan(&id)
		out = append(out, id)
		return err
	}, string(p.ID))
	return out, err
}

func (w *writer) blank(p paper) error {
	of, err := w.statementsOf(p.number, 0)
	if err != nil {
		return err
	}
	if err := w.forget(p.number, numbers(of)); err != nil {
		return err
	}
	for _, text := range []string{
		"UPDATE document SET name = '', symbol = '', title = '', publisher = '', author = '', address = '', incoming = '', part = '' WHERE number = $1",
		"UPDATE edition SET layout = '', notes = '' WHERE document = $1",
		"DELETE FROM chunk WHERE document = $1",
		"DELETE FROM piece WHERE document = $1",
		"DELETE FROM note WHERE document = $1",
	} {
		if err := w.exec(text, p.number); err != nil {
			return err
		}
	}
	if err := w.exec("UPDATE statement SET value = '', original = '', quote = NULL WHERE number IN "+ints("$1"), numbers(of)); err != nil {
		return err
	}
	if err := w.unindex(p.number); err != nil {
		return err
	}
	return w.exec("DELETE FROM draft WHERE key LIKE $1", "%"+string(p.ID)+"%")
}

// forget takes the statements of a document out of the projections, the past included.
func (w *writer) forget(doc int64, statements string) error {
	var subjects []int64
	err := w.each("SELECT "+heldColumns+heldFrom+" WHERE f.until = $1 AND s.number IN "+ints("$2"), func(scan func(...any) error) error {
		h, err := scanHeld(scan)
		subjects = append(subjects, h.subject)
		w.count(doc, h.judgement, -1)
		w.dirty.stale(h.subject)
		w.dirty.name(h.subject)
		if h.ref > 0 {
			w.dirty.name(h.ref)
		}
		return err
	}, open, statements)
	if err != nil {
		return err
	}
	return w.exec("DELETE FROM fact WHERE subject IN "+ints("$1")+" AND +statement IN "+ints("$2"), numbers(distinct(subjects)), statements)
}
