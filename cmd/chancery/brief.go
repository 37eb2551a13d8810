package main

import (
	"io"
	"strings"

	"chancery"
	"chancery/export"
	"chancery/locale"
	"chancery/register"
)

// briefCmd prints the brief for a planned event, or the record of one held.
type briefCmd struct {
	looking
	Record bool     `help:"Print the record of conversation of an event held instead."`
	Output string   `short:"o" placeholder:"FILE" help:"Where to write (default: standard output)."`
	Event  []string `arg:"" help:"The event: its identity, or words of its name, topic or place."`
}

// Help shows an example.
func (briefCmd) Help() string {
	return "People, posts, the last contacts, what is open on both sides; confirmed facts alone, each with its source.\n\nExamples:\n  chancery brief consultations Cairo\n  chancery brief --record --language ar mv5i7lftq3ip2tmjyqvchb7yhve"
}

// Run prints.
func (b *briefCmd) Run(c *console) error {
	reg, reader, done, err := b.register(c)
	if err != nil {
		return err
	}
	defer done()
	id, err := c.event(reg, reader, strings.Join(b.Event, " "))
	if err != nil {
		return err
	}
	p := locale.For(b.Language)
	if b.Record {
		v, err := reg.Meeting(c.ctx, reader, id)
		if err != nil {
			return err
		}
		return c.write(b.Output, func(w io.Writer) error { return export.Conversation(w, v, p) })
	}
	v, err := reg.Brief(c.ctx, reader, id)
	if err != nil {
		return err
	}
	return c.write(b.Output, func(w io.Writer) error { return export.Brief(w, v, p) })
}

// event finds the one event that words name.
func (c *console) event(reg *register.Register, reader register.Reader, words string) (chancery.EntityID, error) {
	if len(words) == 27 && words[0] == 'm' && !strings.Contains(words, " ") {
		return chancery.EntityID(words), nil
	}
	rows, err := reg.Find(c.ctx, reader, words, []string{"Event"}, 6)
	if err != nil {
		return "", err
	}
	if len(rows) == 1 {
		return rows[0].Entity, nil
	}
	if len(rows) == 0 {
		return "", chancery.Fail("brief", chancery.NotFound, chancery.Say("brief.none", "no event has these words; look it up in the register and give its identity"))
	}
	var names []string
	for _, r := range rows {
		names = append(names, "\n  "+string(r.Entity)+"  "+r.Caption.String())
	}
	return "", chancery.Fail("brief", chancery.Conflict, chancery.Say("brief.many", "several events have these words; give one of:%s", strings.Join(names, "")))
}
