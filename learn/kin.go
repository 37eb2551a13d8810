package learn

import (
	"cmp"
	"math"
	"slices"
)

// Kin says that one text takes up another.
type Kin struct {
	Text   int      // place of the later text
	Before int      // place of the text it takes up
	Score  float64  // from 0 to 1: what they share of what they say
	Words  []string // of the later text that both have, the weightiest first
}

// How like two texts must be. A recommendation that follows another is put in
// other words; a twin says the same with a word more or less.
const (
	follows = 0.35
	twin    = 0.80
)

// Lineage gives, for each text of now that follows one of before, the one it is
// most like: which recommendation of the last cycle a new one takes up. Both
// are to the same State. Words weigh by how seldom they are among all the texts,
// so that a shared treaty counts and a shared "take measures" does not.
func Lineage(before, now []string) []Kin {
	l := newLikeness(append(slices.Clone(before), now...))
	l.publish(0, len(before))
	var out []Kin
	for i := range now {
		if at, score := l.nearest(len(before)+i, follows); at >= 0 {
			out = append(out, Kin{i, at, score, l.shared(now[i], at)})
		}
	}
	return out
}

// Twins gives the groups of texts that say nearly the same in nearly the same
// words, and ask the same by [Verbs]: to consider ratifying is no twin of to
// ratify. They are given by their places, each group and the list in ascending order. Texts
// without a twin are in no group.
func Twins(texts []string) [][]int {
	l := newLikeness(texts)
	group := make([]int, len(texts)) // each text's group, named by its first member
	asked := make([]string, len(texts))
	members := map[int][]int{}
	for i := range texts {
		group[i] = i
		asked[i], _ = Verbs(texts[i])
		if at, _ := l.nearest(i, twin); at >= 0 && asked[at] == asked[i] {
			group[i] = group[at]
		}
		members[group[i]] = append(members[group[i]], i)
		l.publish(i, i+1)
	}
	var out [][]int
	for i := range texts {
		if g := members[i]; len(g) > 1 {
			out = append(out, g)
		}
	}
	return out
}

// bland says of a word that texts about anything share it.
func bland(w string) bool {
	if empty[w] || generalNouns[w] || qualities[w] {
		return true
	}
	v, ok := verbs[base(w)]
	return ok && v.category != specific
}

var qualities = set("further necessary sufficient adequate appropriate comprehensive concrete effective effectively full fully new possible possibility more additional all forms form view order regard national international human rights right")

// likeness compares texts by what they are about.
type likeness struct {
	vectors [][]weighed // each text's features, the heaviest first
	having  map[uint64][]int32
	found   map[int32]float64 // used again from text to text
	scratch scratch
}

type weighed struct {
	hash   uint64
	weight float64 // squared, these sum to 1
}

// Limits of the search for one text, so that the work grows with the number of
// texts alone: features that more texts have are too common to find kin by.
const mostHaving = 300

func newLikeness(texts []string) *likeness {
	l := &likeness{vectors: make([][]weighed, len(texts)), having: map[uint64][]int32{}, found: map[int32]float64{}}
	count := map[uint64]int{}
	for i, text := range texts {
		l.scratch.cut(text)
		last := ""
		for _, w := range l.scratch.words {
			if bland(w) {
				continue
			}
			w = stemOf(w)
			l.vectors[i] = append(l.vectors[i], weighed{hash: hash(seed(stem, 0), w)})
			if last != "" {
				l.vectors[i] = append(l.vectors[i], weighed{hash: hash(hash(seed(apart, 0), last), w)})
			}
			last = w
		}
		slices.SortFunc(l.vectors[i], func(a, b weighed) int { return cmp.Compare(a.hash, b.hash) })
		l.vectors[i] = slices.Compact(l.vectors[i])
		for _, f := range l.vectors[i] {
			count[f.hash]++
		}
	}
	for _, v := range l.vectors {
		square := 0.0
		for k := range v {
			v[k].weight = 1 + math.Log(float64(1+len(texts))/float64(1+count[v[k].hash]))
			square += v[k].weight * v[k].weight
		}
		for k := range v {
			v[k].weight /= math.Sqrt(square)
		}
		slices.SortStableFunc(v, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	}
	return l
}

// publish lets the texts from one place to before another be found.
func (l *likeness) publish(from, to int) {
	for i := from; i < to; i++ {
		for _, f := range l.vectors[i] {
			if h := l.having[f.hash]; len(h) < mostHaving {
				l.having[f.hash] = append(h, int32(i))
			}
		}
	}
}

// nearest gives the published text most like one, the first among equals, if
// it is at least so like it; otherwise -1.
func (l *likeness) nearest(text int, least float64) (at int, score float64) {
	clear(l.found)
	for _, f := range l.vectors[text] {
		for _, other := range l.having[f.hash] {
			l.found[other] += f.weight * f.weight
		}
	}
	at, score = -1, least
	for other, shared := range l.found {
		if shared < least*least { // by Cauchy and Schwarz the cosine is below least
			continue
		}
		s := cosine(l.vectors[text], l.vectors[other])
		if s > score || s == score && (at < 0 || int(other) < at) {
			at, score = int(other), s
		}
	}
	return at, score
}

// cosine of two vectors sorted alike.
func cosine(a, b []weighed) float64 {
	weight := make(map[uint64]float64, len(a))
	for _, f := range a {
		weight[f.hash] = f.weight
	}
	sum := 0.0
	for _, f := range b {
		sum += f.weight * weight[f.hash]
	}
	return min(sum, 1)
}

// mostWords is how many shared words are shown.
const mostWords = 5

// shared gives the words of a text that a text of the list has too.
func (l *likeness) shared(text string, other int) []string {
	weight := make(map[uint64]float64, len(l.vectors[other]))
	for _, f := range l.vectors[other] {
		weight[f.hash] = f.weight
	}
	type word struct {
		word   string
		weight float64
	}
	var all []word
	l.scratch.cut(text)
	for _, w := range l.scratch.words {
		if v := weight[hash(seed(stem, 0), stemOf(w))]; v > 0 && !bland(w) {
			all = append(all, word{w, v})
		}
	}
	slices.SortStableFunc(all, func(a, b word) int { return cmp.Compare(b.weight, a.weight) })
	var out []string
	for _, w := range all {
		if len(out) < mostWords && !slices.Contains(out, w.word) {
			out = append(out, w.word)
		}
	}
	return out
}
