package main

import (
	"fmt"
	"os"

	"chancery"
	"chancery/paper"
	"chancery/register"
)

// treatyImportCmd takes status tables into the register whole.
type treatyImportCmd struct {
	acting
	Treaty    string   `placeholder:"ID" help:"The treaty of the table: UNTC-4-8, or its short name."`
	Index     string   `placeholder:"FILE" help:"Table that says of which treaty each file is: chapter_no, treaty_no, treaty_name and url, or file and treaty."`
	Grade     string   `default:"depositary" enum:"depositary,gazette,official,press,recollection" help:"How good the source is."`
	Published string   `placeholder:"DATE" help:"Day of which the tables are; what lies after it is a mistake and left out."`
	Publisher string   `placeholder:"NAME" help:"Who published them."`
	Quiet     bool     `short:"q" help:"Say the total alone."`
	Papers    []string `arg:"" name:"file" help:"Status tables: CSV, HTML, DOCX or PDF, or texts of declarations with a line #State before each; folders are walked."`
}

// Help shows examples.
func (treatyImportCmd) Help() string {
	return "Without --treaty and --index the treaty is known by the end of the file's name (status_op-cedaw.csv).\n\nExamples:\n  chancery treaty import --treaty CEDAW --published 2015-03-14 cedaw.csv\n  chancery treaty import --index index.csv --published 2015-03-14 treaties/\n  chancery treaty import --grade official --published 2022-08 hr_status_*.csv"
}

// tabled is what became of one status table.
type tabled struct {
	name string
	got  register.StatusImported
	err  error
}

// Run imports.
func (t *treatyImportCmd) Run(c *console) error {
	published, err := dayOf(t.Published)
	if err != nil {
		return err
	}
	reg, person, done, err := t.register(c, paper.Limits{})
	if err != nil {
		return err
	}
	defer done()
	var index register.StatusIndex
	if t.Index != "" {
		content, err := os.ReadFile(t.Index)
		if err != nil {
			return notThere(t.Index, err)
		}
		if index, err = reg.ImportIndex(c.ctx, person, t.Index, content, chancery.Grade(t.Grade)); err != nil {
			return err
		}
	}
	papers := c.sources(t.Papers)
	p := c.progress("importing", len(papers))
	var files, acts, rows, problems int
	err = inOrder(c.ctx, papers, workers, func(s source) tabled {
		got, err := t.one(c, reg, person, index, s, published)
		return tabled{s.name, got, err}
	}, func(one tabled) error {
		p.add()
		if one.err != nil {
			problems++
			_, err := fmt.Fprintf(c.err, "%s: %s\n", one.name, sentence(one.err))
			return err
		}
		files, rows, acts = files+1, rows+one.got.Rows, acts+one.got.Acts
		if !t.Quiet {
			fmt.Fprintf(c.out, "%s: %s, %d participants, %d acts\n", one.name, one.got.Treaty, one.got.Rows, one.got.Acts)
		}
		for _, problem := range one.got.Problems {
			fmt.Fprintf(c.err, "%s: %s\n", one.name, problem.Text.Text)
		}
		return nil
	})
	p.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%d of %d tables, %d rows, %d acts\n", files, len(papers), rows, acts)
	if problems > 0 {
		return errSaid
	}
	return nil
}

func (t *treatyImportCmd) one(c *console, reg *register.Register, person string, index register.StatusIndex, s source, published chancery.Date) (register.StatusImported, error) {
	content, err := s.load()
	if err != nil {
		return register.StatusImported{}, err
	}
	in := register.StatusImport{Name: s.name, Content: content, Publisher: t.Publisher, Published: published, Grade: chancery.Grade(t.Grade), Scope: index.Document}
	row, listed := index.Files[register.FileKey(s.name)]
	switch {
	case t.Treaty != "":
		if in.Treaty = register.TreatyID(t.Treaty); in.Treaty == "" {
			return register.StatusImported{}, usageError(fmt.Sprintf("%q names no treaty that is known; write its ID, for example UNTC-4-8", t.Treaty))
		}
	case listed:
		in.Treaty, in.Title, in.Address = row.Treaty, row.Name, row.Address
	default:
		in.Treaty = register.TreatyOfFile(s.name)
	}
	return reg.ImportStatus(c.ctx, person, in)
}
