package figure

import (
	"math"
	"strconv"

	"perceptronlab/game/session"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

// hiddenRequest asks where points of the plane lie in the space of two units of the last hidden layer, from 0; the same unit
// twice means the two that count most for the output. Null without a hidden layer of at least two units, and for more than one
// output.
type hiddenRequest struct {
	Units [2]int
}

// hiddenReport is the plane as two hidden units see it: each place as it is, in data units, and as what the two give there.
type hiddenReport struct {
	Layer  int            `json:"layer"` // 1: the first after the inputs
	Units  [2]int         `json:"units"`
	Of     int            `json:"of"`     // how many units the layer has
	Points []hiddenPoint  `json:"points"` // thinned evenly if there are too many
	N      int            `json:"n"`      // how many there are
	Grid   [][]hiddenAt   `json:"grid"`   // lines of the visible plane
	Line   *[2][2]float64 `json:"line"`   // where the output is 0.5, from end to end, if the layer has no other unit; nil: not visible, or bent by others
	Low    [2]float64     `json:"low"`    // of the two units' outputs: what they can be, or what they are here where that has no bounds
	High   [2]float64     `json:"high"`
}

// hiddenAt is a place, and the two units' outputs there.
type hiddenAt struct {
	X [2]float64 `json:"x"`
	H [2]float64 `json:"h"`
}

// hiddenPoint is one of the points.
type hiddenPoint struct {
	hiddenAt
	Index int `json:"index"`
	Label int `json:"label"`
}

const (
	maxHidden     = 1000
	playingHidden = 500 // while the run plays
	gridLines     = 9
	gridOfALine   = 33
)

func (q *hiddenRequest) answer(f *Figure) (any, error) {
	var none *hiddenReport
	s := f.Snapshot()
	layers := s.Network.Layers()
	last, ok := hiddenLayer(s)
	if !ok {
		return none, nil
	}
	units := q.Units
	if err := checkUnits(units, layers[last]); err != nil {
		return nil, err
	}
	p := s.Network.Parameters()
	v, c := p[len(p)-2], p[len(p)-1][0]-s.ThresholdLogit
	if units[0] == units[1] {
		units = strongest(v)
	}
	see := newHiddenSpace(s.Network, last, units)
	r := &hiddenReport{Layer: last, Units: units, Of: layers[last], N: s.Samples.Len(), Points: []hiddenPoint{}}
	maxCount, steps := maxHidden, gridOfALine
	if f.Playing() {
		maxCount, steps = f.affordable(500_000, 60, playingHidden), f.affordable(500_000/(2*gridLines), 9, gridOfALine)
	}
	each := max(1, (r.N+maxCount-1)/maxCount)
	for i := 0; i < r.N; i += each {
		x, label := s.Samples.At(i)
		r.Points = append(r.Points, hiddenPoint{see.at(x), i, label})
	}
	r.Grid = see.grid(f.PlaneView().Bounds().Min, f.PlaneView().Bounds().Max, steps)
	r.Low, r.High = see.within()
	if !finiteAll(append(r.Low[:], r.High[:]...)) {
		return none, nil
	}
	if layers[last] == 2 {
		r.Line = lineWithin([2]float64{v[units[0]], v[units[1]]}, c, r.Low, r.High)
	}
	return r, nil
}

// hiddenLayer is the last hidden layer, 1: the first after the inputs; ok is false if it has fewer than two units, for more than
// one output, and if the run diverged.
func hiddenLayer(s session.Snapshot) (layer int, ok bool) {
	layers := s.Network.Layers()
	last := len(layers) - 2
	return last, last >= 1 && layers[last] >= 2 && s.Network.Outputs() == 1 && !s.Diverged
}

// checkUnits refuses units that a layer of n doesn't have.
func checkUnits(units [2]int, n int) error {
	for _, u := range units {
		if u < 0 || u >= n {
			return refusal.New("hidden.units", strconv.Itoa(u), refusal.WholeFrom.With(0, n-1))
		}
	}
	return nil
}

// strongest returns the two units with the largest weights, in order of index.
func strongest(v []float64) [2]int {
	first, second := -1, -1
	for i, w := range v {
		switch {
		case first < 0 || math.Abs(w) > math.Abs(v[first]):
			first, second = i, first
		case second < 0 || math.Abs(w) > math.Abs(v[second]):
			second = i
		}
	}
	return [2]int{min(first, second), max(first, second)}
}

// hiddenSpace computes the two units' outputs, and keeps their least and greatest values.
type hiddenSpace struct {
	nets       [2]*perceptron.Network
	activation perceptron.Activation
	low, high  [2]float64
}

func newHiddenSpace(n *perceptron.Network, layer int, units [2]int) *hiddenSpace {
	h := &hiddenSpace{activation: n.Activation(), low: [2]float64{math.Inf(1), math.Inf(1)}, high: [2]float64{math.Inf(-1), math.Inf(-1)}}
	for i, u := range units {
		h.nets[i] = n.Unit(layer, u)
	}
	return h
}

func (h *hiddenSpace) at(x [2]float64) hiddenAt {
	at := hiddenAt{X: x}
	for i, n := range h.nets {
		at.H[i] = h.activation.At(n.LogitsAt(x)[0])
		h.low[i], h.high[i] = min(h.low[i], at.H[i]), max(h.high[i], at.H[i])
	}
	return at
}

// within are the bounds of the picture: those of the activation, or the least and greatest output that was seen.
func (h *hiddenSpace) within() (low, high [2]float64) {
	least, most := h.activation.Bounds()
	for i := range 2 {
		low[i], high[i] = h.low[i], h.high[i]
		if !math.IsInf(least, 0) {
			low[i] = least
		}
		if !math.IsInf(most, 0) {
			high[i] = most
		}
	}
	return low, high
}

// grid returns lines of so many places across a part of the plane, those of equal x₁ first.
func (h *hiddenSpace) grid(lo, hi [2]float64, steps int) [][]hiddenAt {
	var lines [][]hiddenAt
	for axis := range 2 {
		for i := range gridLines {
			line := make([]hiddenAt, 0, steps)
			for j := range steps {
				share := [2]float64{float64(j) / float64(steps-1), float64(j) / float64(steps-1)}
				share[axis] = float64(i) / (gridLines - 1)
				line = append(line, h.at([2]float64{lo[0] + share[0]*(hi[0]-lo[0]), lo[1] + share[1]*(hi[1]-lo[1])}))
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// lineWithin returns the part of v·h + c = 0 that lies in a rectangle; nil if there is none.
func lineWithin(v [2]float64, c float64, lo, hi [2]float64) *[2][2]float64 {
	var ends [][2]float64
	add := func(h [2]float64) {
		for i := range 2 {
			if slack := 1e-9 * (hi[i] - lo[i]); !(h[i] >= lo[i]-slack && h[i] <= hi[i]+slack) {
				return
			}
		}
		if len(ends) == 0 || math.Hypot(h[0]-ends[0][0], h[1]-ends[0][1]) > 1e-9*math.Hypot(hi[0]-lo[0], hi[1]-lo[1]) {
			ends = append(ends, h)
		}
	}
	for _, side := range [][2]float64{lo, hi} {
		if v[1] != 0 {
			add([2]float64{side[0], -(v[0]*side[0] + c) / v[1]})
		}
		if v[0] != 0 {
			add([2]float64{-(v[1]*side[1] + c) / v[0], side[1]})
		}
	}
	if len(ends) < 2 {
		return nil
	}
	return &[2][2]float64{ends[0], ends[1]}
}
