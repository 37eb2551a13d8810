package authority

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"strings"
	"sync"

	"chancery"
)

// baseFile is the base as tools/authority writes it: gzip over lines, one an
// entry, fields parted by tabs: ID, schema, kind, parent, ISO codes, first and
// last day, successors, members, acronyms; then "en:name|name" and
// "~en:adjective|adjective" for each language.
//
//go:embed base.tsv.gz
var baseFile []byte

// kindPlace is the kind of entries that are known only in order not to take
// them for a State: territories, gulfs and the like. They are never returned.
const kindPlace = "place"

// Base gives the authority files that ship with the program.
func Base() *Files { return base() }

var base = sync.OnceValue(func() *Files {
	entries, err := parse(baseFile)
	if err != nil {
		panic("authority: the embedded base is broken: " + err.Error()) // a fault of the build, seen by every test
	}
	return newFiles(nil, entries)
})

func parse(file []byte) ([]*Entry, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, chancery.Wrap("authority.parse", chancery.Internal, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	var entries []*Entry
	for lines.Scan() {
		e, err := parseLine(lines.Text())
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	return entries, chancery.Wrap("authority.parse", chancery.Internal, lines.Err())
}

const fixedFields = 11

func parseLine(line string) (*Entry, error) {
	f := strings.Split(line, "\t")
	if len(f) < fixedFields {
		return nil, chancery.Fail("authority.parse", chancery.Internal, chancery.Say("authority.line", "%q has too few fields", line))
	}
	e := &Entry{ID: chancery.EntityID(f[0]), Schema: f[1], Kind: f[2], Parent: chancery.EntityID(f[3]), ISO2: f[4], ISO3: f[5],
		Successors: ids(f[8]), Members: ids(f[9]), Names: map[string][]string{}}
	var err error
	if e.Began, err = chancery.ParseDate(f[6]); err != nil {
		return nil, err
	}
	if e.Ended, err = chancery.ParseDate(f[7]); err != nil {
		return nil, err
	}
	if f[10] != "" {
		e.Acronyms = strings.Split(f[10], "|")
	}
	for _, field := range f[fixedFields:] {
		lang, names, _ := strings.Cut(field, ":")
		if l, adjective := strings.CutPrefix(lang, "~"); adjective {
			if e.Adjectives == nil {
				e.Adjectives = map[string][]string{}
			}
			e.Adjectives[l] = strings.Split(names, "|")
			continue
		}
		e.Names[lang] = strings.Split(names, "|")
	}
	return e, nil
}

func ids(s string) []chancery.EntityID {
	if s == "" {
		return nil
	}
	var out []chancery.EntityID
	for id := range strings.SplitSeq(s, " ") {
		out = append(out, chancery.EntityID(id))
	}
	return out
}
