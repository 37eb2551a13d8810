package learn

import (
	"cmp"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// linear is a weight for each feature and label. A feature's weights lie side
// by side.
type linear struct {
	set     Set
	labels  []string // sorted
	index   *index
	rarity  []float32 // of each feature: its weight in a text before it is scaled
	weights []float32 // times rarity
	bias    []float32
}

// How a model is trained.
const (
	penalty   = 0.5 // of a row on the wrong side
	tolerance = 0.1 // of the gradients, below which a machine is done
	mostTurns = 60  // over the rows
	maxLabel  = 500
)

// table is the texts learnt from as rows of scaled features.
type table struct {
	start   []int32 // of each row in feature and value, and the end
	feature []int32
	value   []float32
}

func (t *table) row(i int) ([]int32, []float32) {
	from, to := t.start[i], t.start[i+1]
	return t.feature[from:to], t.value[from:to]
}

// train learns the labels of a set from the rows that have some. It gives nil
// where there is nothing to choose between.
func train(rows []Row, set Set) *linear {
	m := &linear{set: set}
	var texts []string
	var given [][]string
	for _, r := range rows {
		if ls := r.Labels[set.Name]; len(ls) > 0 {
			texts = append(texts, r.Text)
			given = append(given, ls)
			m.labels = append(m.labels, ls...)
		}
	}
	slices.Sort(m.labels)
	m.labels = slices.Compact(m.labels)
	if len(m.labels) < 2 || len(m.labels) > maxLabel {
		return nil
	}
	t := m.number(texts)
	has := make([][]int32, len(m.labels)) // the rows of each label
	for i, ls := range given {
		for _, l := range ls {
			n, _ := slices.BinarySearch(m.labels, l)
			if k := len(has[n]); k == 0 || has[n][k-1] != int32(i) {
				has[n] = append(has[n], int32(i))
			}
		}
	}
	m.weights = make([]float32, len(m.rarity)*len(m.labels))
	m.bias = make([]float32, len(m.labels))
	share(len(m.labels), func(l int) {
		w := separate(t, len(m.rarity), has[l])
		for f, r := range m.rarity {
			m.weights[f*len(m.labels)+l] = w[f] * r
		}
		m.bias[l] = w[len(m.rarity)]
	})
	return m
}

// share does n tasks on the processors there are.
func share(n int, do func(int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// number numbers the features that are met often enough, the commonest first so
// that their weights lie together, and gives the texts by them.
func (m *linear) number(texts []string) *table {
	var sc scratch
	var all []uint64 // each text's features, once each
	ends := make([]int, len(texts))
	count := map[uint64]int32{}
	for i, text := range texts {
		sc.cut(text)
		from := len(all)
		for _, f := range sc.view(m.set) {
			all = append(all, f.hash)
		}
		slices.Sort(all[from:])
		all = all[:from+len(slices.Compact(all[from:]))]
		for _, h := range all[from:] {
			count[h]++
		}
		ends[i] = len(all)
	}
	// Of many rows, what only one or two have teaches nothing of others.
	seldom := int32(1 + min(len(texts)/1000, 2))
	var kept []uint64
	for h, n := range count {
		if n >= seldom {
			kept = append(kept, h)
		}
	}
	slices.SortFunc(kept, func(a, b uint64) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	m.index = newIndex(len(kept))
	m.rarity = make([]float32, len(kept))
	for i, h := range kept {
		m.index.put(h)
		m.rarity[i] = float32(1 + math.Log(float64(1+len(texts))/float64(1+count[h])))
	}
	t := &table{start: make([]int32, 1, len(texts)+1)}
	from := 0
	for _, end := range ends {
		first := len(t.feature)
		square := float32(0)
		for _, h := range all[from:end] {
			if n := m.index.get(h); n >= 0 {
				t.feature = append(t.feature, n)
				t.value = append(t.value, m.rarity[n])
				square += m.rarity[n] * m.rarity[n]
			}
		}
		for i := first; i < len(t.value); i++ {
			t.value[i] *= scaleOf(square)
		}
		t.start = append(t.start, int32(len(t.feature)))
		from = end
	}
	return t
}

// scaleOf makes of every text a vector of length one, so that long texts do not shout.
func scaleOf(square float32) float32 {
	return 1 / max(root(square), 1e-6)
}

func root(v float32) float32 { return float32(math.Sqrt(float64(v))) }

// separate finds the weights, and last the bias, that part the rows of a label
// from the others: a support vector machine with squared hinge loss, by
// coordinate descent in the dual, rows that are settled left out for a while.
//
// Source: Hsieh, Chang, Lin, Keerthi, Sundararajan, A Dual Coordinate Descent
// Method for Large-scale Linear SVM, ICML 2008, algorithm 3.
func separate(t *table, features int, has []int32) []float32 {
	n := len(t.start) - 1
	w := make([]float32, features+1)
	alpha := make([]float32, n)
	sign := make([]float32, n)
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
		sign[i] = -1
	}
	for _, i := range has {
		sign[i] = 1
	}
	const diagonal = 1 / (2 * penalty)
	const length = 2 + diagonal // of a row with its bias, squared, and the diagonal
	random := rand.New(rand.NewPCG(1, 2008))
	active := n
	bound := float32(math.Inf(1))
	for turn := 0; turn < mostTurns; turn++ {
		highest, lowest := float32(math.Inf(-1)), float32(math.Inf(1))
		random.Shuffle(active, func(a, b int) { order[a], order[b] = order[b], order[a] })
		for at := 0; at < active; at++ {
			i := order[at]
			fs, vs := t.row(int(i))
			sum := w[features]
			for k, f := range fs {
				sum += w[f] * vs[k]
			}
			gradient := sign[i]*sum - 1 + alpha[i]*diagonal
			if alpha[i] == 0 && gradient > 0 {
				if gradient > bound {
					active--
					order[at], order[active] = order[active], order[at]
					at--
				}
				highest, lowest = max(highest, 0), min(lowest, 0)
				continue
			}
			highest, lowest = max(highest, gradient), min(lowest, gradient)
			before := alpha[i]
			alpha[i] = max(before-gradient/length, 0)
			step := (alpha[i] - before) * sign[i]
			for k, f := range fs {
				w[f] += step * vs[k]
			}
			w[features] += step
		}
		if highest-lowest <= tolerance {
			if active == n {
				break
			}
			active, bound = n, float32(math.Inf(1))
			continue
		}
		if bound = highest; bound <= 0 {
			bound = float32(math.Inf(1))
		}
	}
	return w
}

// score gives the score of each label for the text that was cut, good until sc
// is used again, and what the weights were multiplied with.
func (m *linear) score(sc *scratch) (scores []float32, scale float32) {
	if len(sc.stamp) < len(m.rarity) {
		sc.stamp, sc.text = make([]uint32, 2*len(m.rarity)), 0
	}
	if sc.text++; sc.text == 0 {
		clear(sc.stamp)
		sc.text = 1
	}
	n := len(m.labels)
	if cap(sc.scores) < n {
		sc.scores = make([]float32, n)
	}
	scores = sc.scores[:n]
	clear(scores)
	square := float32(0)
	for _, f := range sc.view(m.set) {
		at := m.index.get(f.hash)
		if at < 0 || sc.stamp[at] == sc.text {
			continue
		}
		sc.stamp[at] = sc.text
		square += m.rarity[at] * m.rarity[at]
		w := m.weights[int(at)*n:][:n]
		for i, v := range w {
			scores[i] += v
		}
	}
	scale = scaleOf(square)
	for i := range scores {
		scores[i] = scores[i]*scale + m.bias[i]
	}
	return scores, scale
}

// likely is the score above which one of several labels is suggested. The
// machine parts at 0; micro F1 is best somewhat below, since a label left out
// costs as much as one too many and rare labels keep to the safe side.
const likely = -0.3

// choose gives the labels that a text of these scores gets, at least one.
func (m *linear) choose(scores []float32) []int {
	best := 0
	var out []int
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
		if v > likely && !m.set.One {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		out = append(out, best)
	}
	return out
}

// mostReasons is how many reasons a label gets.
const mostReasons = 3

// reasons gives the words that spoke loudest for a label in the text that was
// cut and scored last.
func (m *linear) reasons(sc *scratch, label int, scale float32) []Reason {
	var out []Reason
	for _, f := range sc.features {
		at := m.index.get(f.hash)
		if at < 0 || f.count == 0 {
			continue
		}
		weight := float64(m.weights[int(at)*len(m.labels)+label] * scale)
		words := strings.Join(sc.words[f.first:f.first+f.count], " ")
		if weight > 0 && !slices.ContainsFunc(out, func(r Reason) bool { return r.Words == words }) {
			out = append(out, Reason{m.labels[label], words, weight})
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(b.Weight, a.Weight) })
	return out[:min(len(out), mostReasons)]
}
