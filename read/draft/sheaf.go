package draft

// sheaf holds facts in sheets that never move, so that a dense paper costs no
// copying as it grows. Facts are counted from 0.
type sheaf struct {
	sheets [][]fact
	count  int32
}

// sheetFacts is how many facts a sheet holds.
const sheetFacts = 1 << 10

func (s *sheaf) at(i int32) *fact { return &s.sheets[i/sheetFacts][i%sheetFacts] }

// add puts a fact at the end and gives its place.
func (s *sheaf) add(f fact) int32 {
	i := s.count
	last := len(s.sheets) - 1
	if last < 0 || len(s.sheets[last]) == sheetFacts {
		room := sheetFacts
		if last < 0 {
			room = firstSheet
		}
		s.sheets = append(s.sheets, make([]fact, 0, room))
		last++
	}
	s.sheets[last] = append(s.sheets[last], f)
	s.count++
	return i
}

// firstSheet is the room in the first sheet, which alone may grow: most papers
// say less than fills one.
const firstSheet = 64
