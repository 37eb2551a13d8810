package read

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"

	"chancery"
	"chancery/read/press"
)

// JSONL writes a reading as one line of JSON, the contract of "chancery read
// --format jsonl":
//
//	{"file","part"?,"text","entities":[{"id","schema","properties":{PROP:[{"value","ref"?,"start","end","quote","rule"}]}}]}
//
// Offsets are bytes into text, end exclusive; quote is exactly that slice. An
// id is good within its line alone ("e1"); ref names the entity that a value
// is. A State that takes part in what the paper tells (a party, a candidate,
// who promised or acted) is printed as an Organization, as the contract counts
// it; one that only owns a post stays a State. Part is the name of an attachment, "" for none. The line is written as
// it is made, so that a large paper takes no second copy in memory.
func JSONL(w io.Writer, file, part, text string, r chancery.Reading) error {
	j := &jsonWriter{w: bufio.NewWriterSize(w, 64<<10)}
	j.raw(`{"file":`)
	j.text(file)
	if part != "" {
		j.raw(`,"part":`)
		j.text(part)
	}
	j.raw(`,"text":`)
	j.text(text)
	j.raw(`,"entities":[`)
	ids := entityNumbers(r)
	actors := actingStates(r)
	for i := 0; i < len(r.Statements); {
		end := i
		for end < len(r.Statements) && r.Statements[end].Subject == r.Statements[i].Subject {
			end++
		}
		if i > 0 {
			j.raw(",")
		}
		j.entity(r.Statements[i:end], ids, actors[r.Statements[i].Subject])
		i = end
	}
	j.raw("]}\n")
	if j.err == nil {
		j.err = j.w.Flush()
	}
	return j.err
}

// entityNumbers numbers the entities in the order of the reading, those that
// are only referred to last.
func entityNumbers(r chancery.Reading) map[chancery.EntityID]int {
	ids := make(map[chancery.EntityID]int)
	for i := range r.Statements {
		if s := r.Statements[i].Subject; ids[s] == 0 {
			ids[s] = len(ids) + 1
		}
	}
	for i := range r.Statements {
		if s := r.Statements[i].Ref; s != "" && ids[s] == 0 {
			ids[s] = len(ids) + 1
		}
	}
	return ids
}

// acting are the schemas in which a State named takes part in something.
var acting = []string{"Event", "Act", "Candidature", "Undertaking", "Milestone", "Intervention"}

// actingStates gives whoever takes part in something.
func actingStates(r chancery.Reading) map[chancery.EntityID]bool {
	out := map[chancery.EntityID]bool{}
	doer := press.DoerRule()
	for i := range r.Statements {
		switch s := &r.Statements[i]; {
		case s.Schema == "State" && s.Rule == doer:
			out[s.Subject] = true
		case s.Ref.Authority() && slices.Contains(acting, s.Schema):
			out[s.Ref] = true
		}
	}
	return out
}

// jsonWriter writes JSON and keeps the first error.
type jsonWriter struct {
	w   *bufio.Writer
	err error
	num [20]byte
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

func (j *jsonWriter) number(n int) {
	if j.err == nil {
		_, j.err = j.w.Write(strconv.AppendInt(j.num[:0], int64(n), 10))
	}
}

const hexDigits = "0123456789abcdef"

// text writes a string of valid UTF-8.
func (j *jsonWriter) text(s string) {
	j.raw(`"`)
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r != '\u2028' && r != '\u2029' { // legal, but they end lines elsewhere
				i += n
				continue
			}
			j.raw(s[from:i])
			j.raw(`\u202` + string(hexDigits[r&0xF]))
			i += n
			from = i
			continue
		}
		j.raw(s[from:i])
		switch c {
		case '"', '\\':
			j.raw(`\` + string(rune(c)))
		case '\n':
			j.raw(`\n`)
		case '\r':
			j.raw(`\r`)
		case '\t':
			j.raw(`\t`)
		default:
			j.raw(`\u00` + string(hexDigits[c>>4]) + string(hexDigits[c&0xF]))
		}
		i++
		from = i
	}
	j.raw(s[from:])
	j.raw(`"`)
}

// entity writes one card: its properties in the order they first come, the
// values of each together.
func (j *jsonWriter) entity(card []chancery.Statement, ids map[chancery.EntityID]int, acts bool) {
	schema := card[0].Schema
	if acts && schema == "State" {
		schema = "Organization"
	}
	j.raw(`{"id":"e`)
	j.number(ids[card[0].Subject])
	j.raw(`","schema":`)
	j.text(schema)
	j.raw(`,"properties":{`)
	var done []string
	for i := range card {
		p := card[i].Property
		if slices.Contains(done, p) {
			continue
		}
		if len(done) > 0 {
			j.raw(",")
		}
		done = append(done, p)
		j.text(p)
		j.raw(":[")
		first := true
		for k := i; k < len(card); k++ {
			if card[k].Property != p {
				continue
			}
			if !first {
				j.raw(",")
			}
			first = false
			j.value(&card[k], ids)
		}
		j.raw("]")
	}
	j.raw("}}")
}

func (j *jsonWriter) value(s *chancery.Statement, ids map[chancery.EntityID]int) {
	j.raw(`{"value":`)
	j.text(s.Value)
	if s.Ref != "" {
		j.raw(`,"ref":"e`)
		j.number(ids[s.Ref])
		j.raw(`"`)
	}
	j.raw(`,"start":`)
	j.number(s.Passage.Start)
	j.raw(`,"end":`)
	j.number(s.Passage.End)
	j.raw(`,"quote":`)
	j.text(s.Passage.Quote)
	j.raw(`,"rule":`)
	j.text(s.Rule)
	j.raw("}")
}
