package main

import (
	"fmt"
	"strings"

	"chancery"
	"chancery/ledger"
	"chancery/register"
)

// looking is through what a command looks at the register.
type looking struct {
	On       string `placeholder:"DATE" help:"Leave out what certainly began after this day."`
	Known    int64  `placeholder:"NUMBER" help:"As the register stood after this entry of the ledger."`
	Language string `placeholder:"TAG" default:"en" help:"Language of names (en, ru, kk, ar, fr)."`
	Ceiling  string `placeholder:"MARKING" help:"Leave out what is marked above this; - leaves only what bears no marking."`
}

func (l looking) reader() (register.Reader, error) {
	on, err := dayOf(l.On)
	if err != nil {
		return register.Reader{}, err
	}
	return register.Reader{At: ledger.At{Known: ledger.Number(l.Known), On: on}, Language: l.Language, Ceiling: l.Ceiling}, nil
}

// dayOf reads the day that a flag gives.
func dayOf(flag string) (chancery.Date, error) {
	day, err := chancery.ParseDate(flag)
	if err != nil {
		return day, usageError(sentence(err))
	}
	return day, nil
}

// register opens the register and gives who reads it.
func (l looking) register(c *console) (reg *register.Register, reader register.Reader, done func(), err error) {
	if reader, err = l.reader(); err != nil {
		return nil, reader, nil, err
	}
	reg, done, err = c.open()
	return reg, reader, done, err
}

// searchCmd finds passages.
type searchCmd struct {
	looking
	Limit int      `default:"20" help:"How many passages to print."`
	Words []string `arg:"" help:"Words that must all stand in the passage."`
}

// Help shows an example.
func (searchCmd) Help() string {
	return "Words match in all their forms; the best passages come first.\n\nExample:\n  chancery search domestic violence"
}

// Run searches.
func (s *searchCmd) Run(c *console) error {
	reg, reader, done, err := s.register(c)
	if err != nil {
		return err
	}
	defer done()
	v, err := reg.Search(c.ctx, reader, register.SearchQuery{Text: strings.Join(s.Words, " "), Limit: s.Limit})
	if err != nil {
		return err
	}
	for _, h := range v.Hits {
		place := ""
		if h.Page > 0 {
			place = fmt.Sprintf(", p. %d", h.Page)
		}
		fmt.Fprintf(c.out, "%s%s (%s)\n    %s\n", h.Title, place, string(h.Document[:12]), strings.Join(strings.Fields(h.Snippet), " "))
	}
	fmt.Fprintf(c.err, "%d passages found\n", v.Total)
	return nil
}
