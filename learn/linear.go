package learn

import (
	"math"
	"slices"
	"strings"
)

// examples are texts with their labels, to learn from.
type examples struct {
	texts  []string
	labels [][]string
}

func (e *examples) add(text string, labels []string) {
	e.texts = append(e.texts, text)
	e.labels = append(e.labels, labels)
}

// linear is a weight for each feature and label. A feature's weights lie side by side.
type linear struct {
	labels   []string // sorted
	index    map[uint64]int32
	weights  []float32
	bias     []float32
	features func(*scratch)
}

// How a model is trained.
const (
	passes   = 8
	averaged = 3    // passes that come before the weights are averaged
	rate     = 0.2  // of AdaGrad
	seldom   = 2    // features of fewer rows are left out
	settled  = 0.01 // errors below this teach nothing
	maxLabel = 500
)

// likely is the score above which one of several labels is suggested: odds of
// one to two. Micro F1 is best below even odds, since a label left out costs as
// much as one too many.
const likely = -0.7

// row is a text as the places of its features.
type row struct {
	features []int32
	labels   []int32
}

// train learns labels from texts; one says that each text has exactly one. It
// gives nil where there is nothing to choose between.
func train(e examples, features func(*scratch), one bool) *linear {
	m := &linear{features: features}
	m.labels = labelsOf(e)
	if len(m.labels) < 2 || len(m.labels) > maxLabel {
		return nil
	}
	rows := m.rows(e)
	m.weights = make([]float32, len(m.index)*len(m.labels))
	m.bias = make([]float32, len(m.labels))
	t := trainer{linear: m, one: one, squares: make([]float32, len(m.weights)), biasSquares: make([]float32, len(m.labels)), gradient: make([]float32, len(m.labels)), scores: make([]float32, len(m.labels)),
		mean: make([]float32, len(m.weights)), meanBias: make([]float32, len(m.labels))}
	for pass := range passes {
		// A stride that shares no factor with the number of rows visits each
		// once, far from its neighbours, and without chance.
		stride := strides[pass%len(strides)]
		for len(rows)%stride == 0 && stride > 1 {
			stride++
		}
		for i, at := 0, pass; i < len(rows); i++ {
			at = (at + stride) % len(rows)
			t.learn(rows[at])
		}
		if pass >= averaged {
			t.average(float32(pass - averaged + 1))
		}
	}
	m.weights, m.bias = t.mean, t.meanBias
	return m
}

var strides = []int{7919, 6101, 10007, 4337, 8837, 5003}

func labelsOf(e examples) []string {
	seen := map[string]bool{}
	var out []string
	for _, ls := range e.labels {
		for _, l := range ls {
			if !seen[l] {
				seen[l] = true
				out = append(out, l)
			}
		}
	}
	slices.SortFunc(out, strings.Compare)
	return out
}

// rows numbers the features that are met often enough, and gives each text as
// their numbers.
func (m *linear) rows(e examples) []row {
	var sc scratch
	count := make(map[uint64]int32, 1<<16)
	for _, text := range e.texts {
		for _, f := range sc.of(text, m.features) {
			count[f.hash]++
		}
	}
	m.index = make(map[uint64]int32, len(count)/3)
	rows := make([]row, len(e.texts))
	for i, text := range e.texts {
		for _, f := range sc.of(text, m.features) {
			if _, ok := m.index[f.hash]; !ok && count[f.hash] >= seldom {
				m.index[f.hash] = int32(len(m.index))
			}
		}
		rows[i].features = slices.Clone(m.find(&sc))
		for _, l := range e.labels[i] {
			n, _ := slices.BinarySearch(m.labels, l)
			rows[i].labels = append(rows[i].labels, int32(n))
		}
	}
	return rows
}

// of gives the features of a text.
func (sc *scratch) of(text string, features func(*scratch)) []feature {
	sc.cut(text)
	sc.features = sc.features[:0]
	features(sc)
	return sc.features
}

// find gives the numbers of the features in sc, each once.
func (m *linear) find(sc *scratch) []int32 {
	if len(sc.stamp) < len(m.index) {
		sc.stamp, sc.text = make([]uint32, 2*len(m.index)), 0
	}
	if sc.text++; sc.text == 0 {
		clear(sc.stamp)
		sc.text = 1
	}
	sc.indexes = sc.indexes[:0]
	for _, f := range sc.features {
		if n, ok := m.index[f.hash]; ok && sc.stamp[n] != sc.text {
			sc.stamp[n] = sc.text
			sc.indexes = append(sc.indexes, n)
		}
	}
	return sc.indexes
}

// sum gives the score of each label for a text of these features. Long texts
// do not shout: the weights are divided by the root of their number.
func (m *linear) sum(features []int32, scores []float32) {
	n := len(m.labels)
	clear(scores)
	for _, f := range features {
		w := m.weights[int(f)*n : int(f)*n+n]
		for i, v := range w {
			scores[i] += v
		}
	}
	scale := scaleOf(features)
	for i := range scores {
		scores[i] = scores[i]*scale + m.bias[i]
	}
}

func scaleOf(features []int32) float32 {
	return float32(1 / math.Sqrt(float64(max(len(features), 1))))
}

// score gives the score of each label for a text, good until sc is used again.
func (m *linear) score(text string, sc *scratch) []float32 {
	sc.of(text, m.features)
	features := m.find(sc)
	if cap(sc.scores) < len(m.labels) {
		sc.scores = make([]float32, len(m.labels))
	}
	sc.scores = sc.scores[:len(m.labels)]
	m.sum(features, sc.scores)
	return sc.scores
}

// mostReasons is how many reasons a label gets.
const mostReasons = 3

// reasons gives the words that spoke loudest for a label.
func (m *linear) reasons(text string, sc *scratch, label int) []Reason {
	var out []Reason
	scale := scaleOf(sc.indexes)
	n := len(m.labels)
	for _, f := range sc.features {
		at, ok := m.index[f.hash]
		if !ok || f.count == 0 {
			continue
		}
		w := m.weights[int(at)*n+label] * scale
		if w <= 0 {
			continue
		}
		words := strings.Join(sc.words[f.first:f.first+f.count], " ")
		if slices.ContainsFunc(out, func(r Reason) bool { return r.Words == words }) {
			continue
		}
		out = append(out, Reason{m.labels[label], words, float64(w)})
		slices.SortStableFunc(out, func(a, b Reason) int {
			if a.Weight > b.Weight {
				return -1
			}
			return 1
		})
		out = out[:min(len(out), mostReasons)]
	}
	return out
}

// trainer holds what training needs beside the model.
type trainer struct {
	*linear
	one                  bool
	squares, biasSquares []float32 // sums of squared gradients
	gradient, scores     []float32
	mean, meanBias       []float32 // of the weights after each of the later passes
}

// average takes the weights as the nth into the mean.
func (t *trainer) average(n float32) {
	for i, w := range t.weights {
		t.mean[i] += (w - t.mean[i]) / n
	}
	for i, b := range t.bias {
		t.meanBias[i] += (b - t.meanBias[i]) / n
	}
}

// learn corrects the weights by one row.
func (t *trainer) learn(r row) {
	t.sum(r.features, t.scores)
	t.errors(r.labels)
	n := len(t.labels)
	scale := scaleOf(r.features)
	for l, g := range t.gradient {
		if g < settled && g > -settled {
			continue
		}
		t.biasSquares[l] += g * g
		t.bias[l] -= rate * 0.1 * g / root(t.biasSquares[l]+1e-6)
		gs := g * scale
		sq := gs * gs
		for _, f := range r.features {
			at := int(f)*n + l
			t.squares[at] += sq
			t.weights[at] -= rate * gs / root(t.squares[at]+1e-6)
		}
	}
}

// errors puts into t.gradient how far each label's probability is off.
func (t *trainer) errors(labels []int32) {
	if t.one {
		top := slices.Max(t.scores)
		total := float32(0)
		for i, s := range t.scores {
			t.gradient[i] = float32(math.Exp(float64(s - top)))
			total += t.gradient[i]
		}
		for i := range t.gradient {
			t.gradient[i] /= total
		}
	} else {
		for i, s := range t.scores {
			t.gradient[i] = 1 / (1 + float32(math.Exp(-float64(s))))
		}
	}
	for _, l := range labels {
		t.gradient[l]--
	}
}

func root(v float32) float32 { return float32(math.Sqrt(float64(v))) }
