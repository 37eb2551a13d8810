package store

import (
	"context"
	"database/sql"
	"slices"
	"sync"
	"time"

	"chancery"
)

// link is one connection with the statements prepared on it.
type link struct {
	conn  *sql.Conn
	texts map[string]*sql.Stmt
	rest  *time.Timer // closes it, while nobody holds it
}

// links is a fixed number of connections, opened when first wanted and closed
// again when nobody has wanted them for a while: what a connection has cached
// is worth its memory while pages are read, not overnight. The pool of
// database/sql would prepare a statement again on each connection that it
// happens to give, or wait for one that the asker itself holds.
type links struct {
	db     *sql.DB
	free   chan struct{} // a place for each link that nobody holds
	mu     sync.Mutex
	idle   []*link // as many as free has, the last used last, so that no more are open than are wanted at once
	closed chan struct{}
	once   sync.Once
}

// idleTime is how long a connection stays open that nobody wants.
const idleTime = 30 * time.Second

func newLinks(db *sql.DB, n int) *links {
	l := &links{db: db, free: make(chan struct{}, n), closed: make(chan struct{})}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(-1) // a link keeps its own; what it drops is closed
	for range n {
		l.give(&link{})
	}
	return l
}

// give puts a link back.
func (l *links) give(c *link) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c.conn != nil {
		c.rest = time.AfterFunc(idleTime, func() { l.retire(c) })
	}
	l.idle = append(l.idle, c)
	l.free <- struct{}{}
}

// get takes the link used last; the caller has taken a place from free.
func (l *links) get() *link {
	l.mu.Lock()
	defer l.mu.Unlock()
	c := l.idle[len(l.idle)-1]
	l.idle = l.idle[:len(l.idle)-1]
	if c.rest != nil {
		c.rest.Stop()
		c.rest = nil
	}
	return c
}

// retire closes the connection of a link that nobody holds.
func (l *links) retire(c *link) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c.rest != nil && slices.Contains(l.idle, c) {
		c.drop()
	}
}

// with runs fn on a connection of its own. A connection that fails is replaced
// next time.
func (l *links) with(ctx context.Context, fn func(*link) error) error {
	c, err := l.take(ctx)
	if err != nil {
		return err
	}
	defer l.give(c)
	if c.conn == nil {
		conn, err := l.db.Conn(ctx)
		if err != nil {
			return err
		}
		c.conn, c.texts = conn, map[string]*sql.Stmt{}
	}
	err = fn(c)
	if err != nil && c.conn != nil && c.conn.PingContext(context.WithoutCancel(ctx)) != nil {
		c.drop()
	}
	if err != nil && ctx.Err() != nil {
		return ctx.Err() // a driver may say instead that the connection went bad
	}
	return err
}

func (l *links) take(ctx context.Context) (*link, error) {
	select {
	case <-l.closed:
		return nil, errClosed
	default:
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case <-l.free:
		return l.get(), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-l.closed:
		return nil, errClosed
	}
}

var errClosed = fail("Open", chancery.Unavailable, "store.closed", "the register was closed")

// alone runs fn while one connection is given up, for what wants one of its own.
func (l *links) alone(ctx context.Context, fn func() error) error {
	c, err := l.take(ctx)
	if err != nil {
		return err
	}
	defer l.give(c)
	c.drop()
	return fn()
}

// drop closes a connection that is of no more use; what it says to that does
// not matter.
func (c *link) drop() {
	if c.conn != nil {
		c.forget()
		c.conn.Close()
		c.conn = nil
	}
}

// maxPrepared bounds the statements kept; texts are few, since values are parameters.
const maxPrepared = 300

func (c *link) prepare(ctx context.Context, text string) (*sql.Stmt, error) {
	if s, ok := c.texts[text]; ok {
		return s, nil
	}
	if len(c.texts) >= maxPrepared {
		c.forget()
	}
	s, err := c.conn.PrepareContext(ctx, text)
	if err == nil {
		c.texts[text] = s
	}
	return s, err
}

func (c *link) forget() {
	for _, s := range c.texts {
		s.Close()
	}
	clear(c.texts)
}

// transaction runs fn between begin and COMMIT, or ROLLBACK where it fails.
func (c *link) transaction(ctx context.Context, begin string, fn func() error) error {
	if _, err := c.conn.ExecContext(ctx, begin); err != nil {
		return err
	}
	err := fn()
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		if _, err = c.conn.ExecContext(context.WithoutCancel(ctx), "COMMIT"); err == nil {
			return nil
		}
	}
	if _, e := c.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK"); e != nil {
		c.drop() // a full disk may have rolled back by itself; a fresh connection is sure to be outside
	}
	return err
}

// close closes every connection, each when nobody holds it any more.
func (l *links) close() (err error) {
	l.once.Do(func() {
		close(l.closed)
		for range cap(l.free) {
			<-l.free
			l.get().drop()
		}
		err = l.db.Close()
	})
	return err
}
