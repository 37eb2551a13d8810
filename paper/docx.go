package paper

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"chancery"
)

var docx = format{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", 1, readDOCX}

// readDOCX reads a Word text: headers first, then the running text, then
// footnotes and endnotes, then footers, each marked as what it is.
func readDOCX(ctx context.Context, content []byte, limits Limits, o *Opened) (*sheet, error) {
	a, err := openArchive(content)
	if err != nil {
		return nil, err
	}
	w := &wordReader{ctx: ctx, zip: a, sheet: newSheet(limits), main: "word/document.xml"}
	if err := w.read(&o.Document); err != nil {
		var broken *brokenXML
		if errors.As(err, &broken) {
			return nil, &chancery.Error{Op: "paper.Open", Kind: chancery.Unreadable, What: damaged(), Err: broken.err}
		}
		return nil, err
	}
	return w.sheet, nil
}

// wordReader holds what the parts of one Word file say of each other.
type wordReader struct {
	ctx    context.Context
	zip    *archive
	sheet  *sheet
	main   string
	links  map[string]relation // of the part being read, by id
	styles map[string]*style
	base   string // the paragraph style that applies where none is named
	lists  *numbering
	notes  []noteRef // in order of their marks in the text
}

type relation struct{ target, kind string }

// noteRef is a mark in the running text that points at a foot- or endnote.
type noteRef struct {
	id, label string
	end       bool
}

func (w *wordReader) read(d *chancery.Document) error {
	if err := w.findMain(); err != nil {
		return err
	}
	if err := w.readProperties(d); err != nil {
		return err
	}
	var err error
	if w.links, err = w.relations(w.main); err != nil {
		return err
	}
	related := w.links
	if err := w.readStyles(w.part(related, "styles", "styles.xml"), d); err != nil {
		return err
	}
	if w.lists, err = w.readNumbering(w.part(related, "numbering", "numbering.xml")); err != nil {
		return err
	}
	if err := w.furniture(related, "header", chancery.Header); err != nil {
		return err
	}
	w.links = related
	if err := w.story(w.main, chancery.Range{}); err != nil {
		return err
	}
	if err := w.readNotes(w.part(related, "footnotes", "footnotes.xml"), "footnote", false); err != nil {
		return err
	}
	if err := w.readNotes(w.part(related, "endnotes", "endnotes.xml"), "endnote", true); err != nil {
		return err
	}
	return w.furniture(related, "footer", chancery.Footer)
}

// findMain follows the package's own relation to the part with the text.
func (w *wordReader) findMain() error {
	root, err := w.relations("")
	for _, r := range root {
		if r.kind == "officeDocument" && w.zip.files[r.target] != nil {
			w.main = r.target
		}
	}
	return err
}

// relations reads the relations of a part; targets are paths in the archive,
// except those of links, which are addresses.
func (w *wordReader) relations(part string) (map[string]relation, error) {
	dir, file := path.Split(part)
	rels := map[string]relation{}
	err := w.zip.elements(path.Join(dir, "_rels", file+".rels"), func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			target := attr(e, "Target")
			if attr(e, "TargetMode") != "External" {
				if !strings.HasPrefix(target, "/") {
					target = path.Join(dir, target)
				}
				target = strings.TrimPrefix(target, "/")
			}
			rels[attr(e, "Id")] = relation{target, path.Base(attr(e, "Type"))}
		}
		return nil
	})
	return rels, err
}

// part gives the path of the related part of a kind, or its usual path.
func (w *wordReader) part(related map[string]relation, kind, usual string) string {
	for _, r := range related {
		if r.kind == kind {
			return r.target
		}
	}
	return path.Join(path.Dir(w.main), usual)
}

// readProperties takes what the file says of itself.
func (w *wordReader) readProperties(d *chancery.Document) error {
	return properties(w.zip, "docProps/core.xml", d)
}

// properties reads the title, author, language and date of an office file.
func properties(a *archive, name string, d *chancery.Document) error {
	var in string
	return a.elements(name, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			in = t.Name.Local
		case xml.EndElement:
			in = ""
		case xml.CharData:
			words := strings.TrimSpace(tidy(string(t)))
			switch {
			case words == "":
			case in == "title":
				d.Title = words
			case in == "creator" || in == "initial-creator":
				d.Author = words
			case in == "language":
				d.Language = words
			}
		}
		return nil
	})
}

// style is a paragraph style with what it inherits.
type style struct {
	name, parent string
	numbered     bool
	num          string // w:numId
	level        int    // w:ilvl
	outline      int    // heading level from 1, 0 for running text
}

func (w *wordReader) readStyles(name string, d *chancery.Document) error {
	w.styles = map[string]*style{}
	var s *style
	var language string
	skip := 0
	err := w.zip.elements(name, func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			if _, end := t.(xml.EndElement); end && skip > 0 {
				skip--
			}
			return nil
		}
		if skip > 0 || strings.HasSuffix(e.Name.Local, "Change") {
			skip++
			return nil
		}
		val := attr(e, "val")
		switch e.Name.Local {
		case "style":
			s = &style{}
			if attr(e, "type") == "paragraph" {
				w.styles[attr(e, "styleId")] = s
				if on(attr(e, "default")) && attr(e, "default") != "" {
					w.base = attr(e, "styleId")
				}
			}
		case "lang":
			if s == nil {
				language = val
			}
		}
		if s == nil {
			return nil
		}
		switch e.Name.Local {
		case "name":
			s.name = strings.ToLower(val)
			if level, err := strconv.Atoi(strings.TrimPrefix(s.name, "heading ")); err == nil && strings.HasPrefix(s.name, "heading ") {
				s.outline = level
			}
		case "basedOn":
			s.parent = val
		case "numId":
			s.numbered, s.num = true, val
		case "ilvl":
			s.level, _ = strconv.Atoi(val)
		case "outlineLvl":
			if level, err := strconv.Atoi(val); err == nil && level < 9 {
				s.outline = level + 1
			}
		}
		return nil
	})
	if d.Language == "" {
		d.Language = language
	}
	return err
}

// inherited walks a style and its ancestors until found says yes; a circle ends the walk.
func (w *wordReader) inherited(id string, found func(id string, s *style) bool) {
	for range 32 {
		s := w.styles[id]
		if s == nil || found(id, s) {
			return
		}
		id = s.parent
	}
}

func (w *wordReader) outline(id string) (level int, title bool) {
	w.inherited(id, func(_ string, s *style) bool {
		level, title = s.outline, s.name == "title"
		return level > 0 || title
	})
	return level, title
}

// readNotes writes the notes of a kind after the running text, in the order of
// their marks, each with its mark before it.
func (w *wordReader) readNotes(name, element string, end bool) error {
	rels, err := w.relations(name)
	if err != nil {
		return err
	}
	stories := map[string]*paragraphs{}
	reader := &story{w: w, links: rels}
	var id string
	err = w.zip.elements(name, func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == element {
			id = attr(e, "id")
			reader.out = &paragraphs{}
			stories[id] = reader.out
			return nil
		}
		if id == "" {
			return nil
		}
		return reader.token(t)
	})
	if err != nil {
		return err
	}
	for _, n := range w.notes {
		p := stories[n.id]
		if n.end != end || p == nil {
			continue
		}
		w.sheet.newline()
		start := w.sheet.at()
		if n.label != "" {
			w.sheet.write(n.label + "\t")
		}
		p.flush(w.sheet)
		w.sheet.mark(start, chancery.Range{Role: chancery.Footnote, Label: n.label})
	}
	return nil
}

// furniture writes the distinct headers or footers of the sections, once each.
func (w *wordReader) furniture(related map[string]relation, kind string, role chancery.Role) error {
	seen := map[string]bool{}
	for i := 1; i <= len(related); i++ { // rId order is arbitrary; file names count up
		for _, r := range related {
			if r.kind != kind || seen[r.target] || !strings.HasSuffix(r.target, fmt.Sprintf("%s%d.xml", kind, i)) {
				continue
			}
			seen[r.target] = true
			rels, err := w.relations(r.target)
			if err != nil {
				return err
			}
			w.links = rels
			if err := w.story(r.target, chancery.Range{Role: role}); err != nil {
				return err
			}
		}
	}
	return nil
}

// story writes one part of the file, in the role given where there is one;
// furniture that repeats what stands in the text already is dropped.
func (w *wordReader) story(name string, role chancery.Range) error {
	reader := &story{w: w, links: w.links, out: &paragraphs{}, live: role.Role == ""}
	if err := w.zip.elements(name, reader.token); err != nil {
		return err
	}
	if reader.live && !reader.body {
		return &brokenXML{errors.New("the part with the text has none")}
	}
	if role.Role != "" && strings.TrimSpace(reader.out.text()) == "" {
		return nil
	}
	w.sheet.newline()
	start := w.sheet.at()
	reader.out.flush(w.sheet)
	if role.Role != "" {
		w.sheet.mark(start, role)
	}
	return nil
}

// on reads an on/off attribute: absent means on.
func on(val string) bool { return val != "0" && val != "false" && val != "off" && val != "none" }
