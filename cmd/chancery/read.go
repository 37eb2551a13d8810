package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"chancery"
	"chancery/paper"
	"chancery/read"
)

// workers is how many papers are read at once.
const workers = 2

// readCmd reads papers and prints what they say.
type readCmd struct {
	Format  string `default:"text" enum:"text,jsonl" help:"text for people; jsonl, one object a line, for programs."`
	Explain bool   `help:"With text: say which rules fired, and which nearly did."`
	Check   bool   `help:"Set each paper beside the register of --data: what it confirms, does not know, or contradicts."`
	limits
	Papers []string `arg:"" name:"paper" help:"Files and folders; - is standard input."`
}

// Help shows an example.
func (readCmd) Help() string {
	return "A paper that cannot be read is reported, the others go on, and the exit code is 1.\n\nExamples:\n  chancery read report.pdf\n  chancery read --format jsonl letters/ > letters.jsonl\n  chancery read --check --data register draft.docx"
}

// sheet is a paper read, or an attachment of one.
type sheet struct {
	file, part string
	text       string
	reading    chancery.Reading
	why        *read.Explanation
	err        error
}

// Run reads.
func (r *readCmd) Run(c *console) error {
	papers := c.sources(r.Papers)
	if r.Check {
		return r.check(c, papers)
	}
	out := bufio.NewWriterSize(c.out, 1<<16)
	show := printLines
	if r.Format == "jsonl" {
		show = printJSON
	}
	p := c.progress("reading", len(papers))
	failures := 0
	err := inOrder(c.ctx, papers, workers, func(s source) []sheet { return r.paper(c.ctx, s) }, func(sheets []sheet) error {
		p.add()
		for _, s := range sheets {
			if s.err != nil {
				failures++
			}
			if err := show(out, s); err != nil {
				return err
			}
		}
		return out.Flush()
	})
	p.end()
	if err == nil && failures > 0 {
		err = errSaid
		if r.Format == "text" {
			fmt.Fprintf(c.err, "chancery: %d of %d papers could not be read\n", failures, len(papers))
		}
	}
	return err
}

// paper opens and reads one paper and what is attached to it.
func (r *readCmd) paper(ctx context.Context, s source) []sheet {
	content, release, err := s.open()
	defer release()
	if err != nil {
		return []sheet{{file: s.name, err: err}}
	}
	return r.bytes(ctx, sheet{file: s.name}, s.name, content, 0)
}

// maxDepth bounds letters within letters.
const maxDepth = 4

func (r *readCmd) bytes(ctx context.Context, one sheet, name string, content []byte, depth int) []sheet {
	opened, err := paper.Open(ctx, name, content, r.bounds())
	if one.err = err; err != nil {
		return []sheet{one}
	}
	one.text = opened.Edition.Text
	opened.Edition.Number = 1
	if r.Explain {
		one.why = new(read.Explanation)
		one.reading, *one.why, one.err = read.Explain(ctx, opened.Document, &opened.Edition, nil)
	} else {
		one.reading, one.err = read.Statements(ctx, opened.Document, &opened.Edition, nil)
	}
	out := []sheet{one}
	for i, p := range opened.Parts {
		part := sheet{file: one.file, part: partName(one.part, p.Name, i)}
		if depth < maxDepth {
			out = append(out, r.bytes(ctx, part, p.Name, p.Content, depth+1)...)
		}
	}
	return out
}

func partName(of, name string, i int) string {
	if name == "" {
		name = fmt.Sprintf("part %d", i+1)
	}
	if of != "" {
		return of + "/" + name
	}
	return name
}

// trouble is the line of a paper that cannot be read (docs/format.md).
type trouble struct {
	File  string `json:"file"`
	Part  string `json:"part,omitempty"`
	Error struct {
		Kind    string `json:"kind"`
		Message string `json:"message"`
	} `json:"error"`
}

func printJSON(w io.Writer, s sheet) error {
	if s.err == nil {
		return read.JSONL(w, s.file, s.part, s.text, s.reading)
	}
	t := trouble{File: s.file, Part: s.part}
	t.Error.Kind, t.Error.Message = chancery.KindOf(s.err).String(), sentence(s.err)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(t)
}

// printLines prints a paper for people: each thing with its values, and the
// words that say so where they differ.
func printLines(w io.Writer, s sheet) error {
	name := s.file
	if s.part != "" {
		name += " > " + s.part
	}
	if s.err != nil {
		_, err := fmt.Fprintf(w, "%s\n  could not be read: %s\n\n", name, sentence(s.err))
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", name)
	var subject chancery.EntityID
	for _, st := range s.reading.Statements {
		if st.Subject != subject {
			subject = st.Subject
			fmt.Fprintf(&b, "  %s\n", st.Schema)
		}
		fmt.Fprintf(&b, "    %-14s %s", st.Property, st.Value)
		if quote := strings.Join(strings.Fields(st.Passage.Quote), " "); quote != st.Value {
			fmt.Fprintf(&b, "   “%s”", shortened(quote, 90))
		}
		b.WriteByte('\n')
	}
	if len(s.reading.Statements) == 0 {
		b.WriteString("  nothing found that the register keeps\n")
	}
	explain(&b, s)
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// explain says which rules fired on a paper, and which nearly did.
func explain(b *strings.Builder, s sheet) {
	if s.why == nil {
		return
	}
	fmt.Fprintf(b, "  read as %s; %d proposals did not stand in the text\n", s.why.Kind, s.why.Dropped)
	for _, f := range s.why.Fired {
		fmt.Fprintf(b, "    %5d  %s: %s\n", f.Count, f.Rule.Name, f.Rule.Sentence)
	}
	for _, n := range s.why.Nearly {
		fmt.Fprintf(b, "    nearly %s: %s   “%s”\n", n.Rule, n.Why, shortened(strings.Join(strings.Fields(s.text[n.Start:n.End]), " "), 90))
	}
}

func shortened(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
