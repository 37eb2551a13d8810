package register

import (
	"context"
	"strings"

	"chancery"
	"chancery/authority"
	"chancery/election"
)

// pledgeWords are the words and letters by which a form of pledge is typed.
var pledgeWords = map[string]election.Form{
	"n": election.NoteVerbale, "nv": election.NoteVerbale, "note": election.NoteVerbale, "note verbale": election.NoteVerbale, "note_verbale": election.NoteVerbale,
	"l": election.Letter, "letter": election.Letter,
	"o": election.OralAmbassador, "oral": election.OralAmbassador, "ambassador": election.OralAmbassador, "oral_ambassador": election.OralAmbassador,
	"c": election.OralCapital, "capital": election.OralCapital, "oral_capital": election.OralCapital,
	"j": election.JointStatement, "joint": election.JointStatement, "joint statement": election.JointStatement, "joint_statement": election.JointStatement,
	"b": election.Bloc, "bloc": election.Bloc,
}

// ParsePledge reads what was typed into one cell of the grid: the form by its
// letter or word (n note verbale, l letter, o orally to the ambassador, c in
// the capital, j joint statement, b bloc; a only asked), then a date and
// "first" or "1" for the first ballot only, in any order. ok is false where no
// form is named.
func ParsePledge(cell string) (l PledgeLine, ok bool) {
	words := strings.Fields(strings.ToLower(strings.NewReplacer(",", " ", ";", " ").Replace(cell)))
	for i := 0; i < len(words); i++ {
		w := words[i]
		two := w
		if i+1 < len(words) {
			two = w + " " + words[i+1]
		}
		day, dated := pledgeDay(w)
		switch {
		case w == "a" || w == "asked":
			l.Asked = true
		case w == "1" || w == "first":
			l.Scope = election.FirstBallot
		case w == "all" || w == "ballot" || w == "only" || w == "ballots":
		case dated:
			l.Date = day
		case two != w && pledgeWords[two] != "":
			l.Form = pledgeWords[two]
			i++
		case pledgeWords[w] != "":
			l.Form = pledgeWords[w]
		default:
			return l, false
		}
	}
	if l.Form != "" {
		l.Asked = false
	}
	return l, l.Asked || l.Form != ""
}

// pledgeDay reads a date as ISO or, as spreadsheets write it, 01.03.2024.
func pledgeDay(w string) (chancery.Date, bool) {
	if d, err := chancery.ParseDate(w); err == nil && !d.IsZero() {
		return d, true
	}
	if len(w) == 10 && w[2] == '.' && w[5] == '.' {
		d, err := chancery.ParseDate(w[6:] + "-" + w[3:5] + "-" + w[:2])
		return d, err == nil
	}
	return chancery.Date{}, false
}

// maxPasted bounds the bytes of a pasted sheet.
const maxPasted = 1 << 20

// ReadPledges reads lines pasted from a spreadsheet: a State, then its pledge
// in one cell or in several (form, date, scope), then what is asked in return,
// then a note, parted by tabs. What cannot be read is said line by line and
// left out; a head is passed over.
func (r *Register) ReadPledges(ctx context.Context, pasted string) ([]PledgeLine, []chancery.Message, error) {
	const op = "register.ReadPledges"
	if len(pasted) > maxPasted {
		return nil, nil, chancery.Fail(op, chancery.Invalid, chancery.Say("pledge.many", "%d lines are more than any electorate has; at most %d are taken at once", strings.Count(pasted, "\n"), maxPledges))
	}
	files, _, err := r.files(ctx)
	if err != nil {
		return nil, nil, chancery.Wrap(op, chancery.Internal, err)
	}
	var out []PledgeLine
	var troubles []chancery.Message
	trouble := func(key, format string, args ...any) {
		if len(troubles) < maxTableNotes {
			troubles = append(troubles, chancery.Say(key, format, args...))
		}
	}
	for i, line := range strings.Split(pasted, "\n") {
		cells := strings.Split(strings.TrimRight(line, "\r\t "), "\t")
		name := oneLine(cells[0])
		if name == "" || len(cells) < 2 {
			if name != "" {
				trouble("pledge.cells", "line %d (%s) has no pledge after the State; part the cells by tabs", i+1, name)
			}
			continue
		}
		state, known := stateNamed(files, name)
		one, ok := ParsePledge(strings.Join(cells[1:min(len(cells), 4)], " "))
		switch {
		case !known && !ok && i == 0: // the head of the table
		case !known:
			trouble("pledge.state", "line %d: no State is called %q", i+1, name)
		case !ok:
			trouble("pledge.form", "line %d (%s): %q names no form of pledge", i+1, name, oneLine(strings.Join(cells[1:min(len(cells), 4)], " ")))
		default:
			one.State = state
			if len(cells) > 4 {
				one.InReturn = cells[4]
			}
			if len(cells) > 5 {
				one.Note = cells[5]
			}
			out = append(out, one)
		}
	}
	return out, troubles, nil
}

// stateNamed finds the one lasting State that a name means.
func stateNamed(files *authority.Files, name string) (chancery.EntityID, bool) {
	if e, ok := files.Entry(chancery.EntityID(name)); ok && e.Schema == "State" {
		return e.ID, true
	}
	for _, e := range files.Lookup(name) {
		if e.Schema == "State" && e.Ended.IsZero() {
			return e.ID, true
		}
	}
	return "", false
}
