package store

import (
	"context"
	"encoding/json"
	"time"

	"chancery"
	"chancery/ledger"
)

// Persons gives everybody who acts in the register; see [ledger.Store].
func (s *Store) Persons(ctx context.Context) ([]chancery.Person, error) {
	var out []chancery.Person
	err := s.read(ctx, func(q session) error {
		return q.each("SELECT id, name, post, body FROM person ORDER BY entry", func(scan func(...any) error) error {
			var p chancery.Person
			err := scan(&p.ID, &p.Name, &p.Post, &p.Body)
			out = append(out, p)
			return err
		})
	})
	return out, fault("store.Persons", err)
}

// AddPerson keeps a person; see [ledger.Store].
func (s *Store) AddPerson(ctx context.Context, p chancery.Person) (chancery.Person, error) {
	if p.ID == "" {
		p.ID = newID(s.options.Now())
	}
	err := plain(p.ID, p.Name, p.Post, p.Body)
	if err == nil {
		err = s.append(ctx, p.ID, ledger.PersonAdded, func(w *writer) error {
			var name string
			there, err := w.one("SELECT name FROM person WHERE id = $1", []any{&name}, p.ID)
			if err == nil && there {
				err = fail("AddPerson", chancery.Conflict, "person.exists", "%s is the ID of %s", p.ID, name)
			}
			if err != nil {
				return err
			}
			w.entry.Subject, w.entry.Count = p.ID, 1
			return w.insert("person", 5, [][]any{{p.ID, p.Name, p.Post, p.Body, w.number}})
		})
	}
	return p, fault("store.AddPerson", err)
}

// Setting gives a setting; see [ledger.Store].
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := s.read(ctx, func(q session) error {
		_, err := q.one("SELECT value FROM setting WHERE name = $1", []any{&value}, name)
		return err
	})
	return value, fault("store.Setting", err)
}

// SetSetting keeps a setting; see [ledger.Store].
func (s *Store) SetSetting(ctx context.Context, person, name, value string) error {
	err := plain(name, value)
	if err == nil {
		err = s.append(ctx, person, ledger.SettingSet, func(w *writer) error {
			w.entry.Note, w.entry.Count = name, 1
			return w.exec("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
		})
	}
	return fault("store.SetSetting", err)
}

// Draft gives what a person was at; see [ledger.Store].
func (s *Store) Draft(ctx context.Context, person, key string) ([]byte, error) {
	var content []byte
	err := s.read(ctx, func(q session) error {
		_, err := q.one("SELECT content FROM draft WHERE person = $1 AND key = $2", []any{&content}, person, key)
		return err
	})
	return content, fault("store.Draft", err)
}

// SetDraft keeps what a person was at; see [ledger.Store].
func (s *Store) SetDraft(ctx context.Context, person, key string, content []byte) error {
	err := s.change(ctx, func(q session) error {
		if content == nil {
			return q.exec("DELETE FROM draft WHERE person = $1 AND key = $2", person, key)
		}
		return q.exec("INSERT INTO draft (person, key, content) VALUES ($1, $2, $3) ON CONFLICT (person, key) DO UPDATE SET content = excluded.content", person, key, content)
	})
	return fault("store.SetDraft", err)
}

// Views gives the questions a person saved; see [ledger.Store].
func (s *Store) Views(ctx context.Context, person string) ([]ledger.View, error) {
	var out []ledger.View
	err := s.read(ctx, func(q session) error {
		return q.each("SELECT id, person, name, query FROM view WHERE person = $1 ORDER BY id", func(scan func(...any) error) error {
			var v ledger.View
			err := scan(&v.ID, &v.Person, &v.Name, &v.Query)
			out = append(out, v)
			return err
		}, person)
	})
	return out, fault("store.Views", err)
}

// SaveView keeps a question; see [ledger.Store].
func (s *Store) SaveView(ctx context.Context, v ledger.View) (ledger.View, error) {
	err := s.change(ctx, func(q session) error {
		if v.ID > 0 {
			return q.exec("UPDATE view SET name = $1, query = $2 WHERE id = $3 AND person = $4", v.Name, v.Query, v.ID, v.Person)
		}
		if err := q.next("view", &v.ID); err != nil {
			return err
		}
		return q.exec("INSERT INTO view (id, person, name, query) VALUES ($1, $2, $3, $4)", v.ID, v.Person, v.Name, v.Query)
	})
	return v, fault("store.SaveView", err)
}

// next gives the next ID of a table beside the ledger.
func (q session) next(table string, id *int64) error {
	if q.store.kind.lock != "" {
		if err := q.exec(q.store.kind.lock); err != nil {
			return err
		}
	}
	_, err := q.one("SELECT COALESCE(MAX(id), 0) + 1 FROM "+table, []any{id})
	return err
}

// DropView forgets a question; see [ledger.Store].
func (s *Store) DropView(ctx context.Context, person string, id int64) error {
	err := s.change(ctx, func(q session) error {
		return q.exec("DELETE FROM view WHERE person = $1 AND id = $2", person, id)
	})
	return fault("store.DropView", err)
}

// How jobs are tried.
const (
	maxTries = 5
	lease    = 15 * time.Minute // after which a job taken is free again
)

const jobColumns = "id, kind, input, person, tries, done, trouble, created, changed"

func scanJob(scan func(...any) error) (ledger.Job, error) {
	var j ledger.Job
	var created, changed string
	var done int64
	err := scan(&j.ID, &j.Kind, &j.Input, &j.Person, &j.Tries, &done, &j.Trouble, &created, &changed)
	if err == nil {
		j.Created, err = timeOf(created)
	}
	if err == nil {
		j.Changed, err = timeOf(changed)
	}
	j.Done = done == 1
	return j, err
}

// AddJob keeps work to be done; see [ledger.Store].
func (s *Store) AddJob(ctx context.Context, person, kind string, input []byte) (ledger.Job, error) {
	now := s.options.Now().UTC().Truncate(time.Microsecond)
	j := ledger.Job{Kind: kind, Input: input, Person: person, Created: now, Changed: now}
	if !json.Valid(input) {
		return j, fail("AddJob", chancery.Invalid, "job.input", "the input of a job is not JSON")
	}
	err := s.change(ctx, func(q session) error {
		if err := q.next("job", &j.ID); err != nil {
			return err
		}
		return q.insert("job", 10, [][]any{{j.ID, kind, input, person, int64(0), int64(0), "", "", now.Format(stamp), now.Format(stamp)}})
	})
	return j, fault("store.AddJob", err)
}

// TakeJob gives the next job; see [ledger.Store].
func (s *Store) TakeJob(ctx context.Context) (ledger.Job, bool, error) {
	var j ledger.Job
	found := false
	now := s.options.Now().UTC()
	err := s.change(ctx, func(q session) error {
		var unused int64
		if err := q.next("job", &unused); err != nil { // waits for its turn
			return err
		}
		err := q.each("SELECT "+jobColumns+" FROM job WHERE done = 0 AND tries < $1 AND (holder = '' OR changed < $2) ORDER BY tries, id LIMIT 1", func(scan func(...any) error) (err error) {
			found = true
			j, err = scanJob(scan)
			return err
		}, int64(maxTries), now.Add(-lease).Format(stamp))
		if err != nil || !found {
			return err
		}
		j.Tries++
		return q.exec("UPDATE job SET holder = $1, tries = $2, changed = $3 WHERE id = $4", s.job, int64(j.Tries), now.Format(stamp), j.ID)
	})
	return j, found, fault("store.TakeJob", err)
}

// EndJob says how a job went; see [ledger.Store].
func (s *Store) EndJob(ctx context.Context, id int64, trouble string) error {
	err := s.change(ctx, func(q session) error {
		return q.exec("UPDATE job SET holder = '', done = $1, trouble = $2, changed = $3 WHERE id = $4", flag(trouble == ""), trouble, s.options.Now().UTC().Format(stamp), id)
	})
	return fault("store.EndJob", err)
}

// Jobs gives the newest jobs; see [ledger.Store].
func (s *Store) Jobs(ctx context.Context, limit int) ([]ledger.Job, error) {
	var out []ledger.Job
	err := s.read(ctx, func(q session) error {
		return q.each("SELECT "+jobColumns+" FROM job ORDER BY id DESC LIMIT $1", func(scan func(...any) error) error {
			j, err := scanJob(scan)
			out = append(out, j)
			return err
		}, int64(limit))
	})
	return out, fault("store.Jobs", err)
}
