package learn

// index numbers hashes from 0 in the order they are put. It is a table with
// open addresses, at most half full, so that a hash that is not there, as most
// of a new text are not, mostly costs one look.
type index struct {
	slots []slot
	mask  uint64
	size  int32
}

// slot holds the upper half of a hash, the lower having told the place, and
// one more than its number; 0 is empty.
type slot struct {
	upper  uint32
	number int32
}

func newIndex(size int) *index {
	n := 16
	for n < 2*size {
		n *= 2
	}
	return &index{slots: make([]slot, n), mask: uint64(n - 1)}
}

// put numbers a hash that is not there yet.
func (x *index) put(hash uint64) {
	at := hash & x.mask
	for x.slots[at].number != 0 {
		at = (at + 1) & x.mask
	}
	x.size++
	x.slots[at] = slot{uint32(hash >> 32), x.size}
}

// get gives the number of a hash, or -1.
func (x *index) get(hash uint64) int32 {
	for at := hash & x.mask; ; at = (at + 1) & x.mask {
		s := x.slots[at]
		if s.upper == uint32(hash>>32) || s.number == 0 {
			return s.number - 1
		}
	}
}
