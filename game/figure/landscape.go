package figure

import (
	"math"
	"slices"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/valley"
)

type (
	// landscapeRequest asks for the loss over the two weights of a single neuron; null if there is none. Best: with the best bias
	// for each pair of weights, not the present one. For another network it is the loss over two Parameters, the others as they
	// are: their places in the list of all; the same twice means the first two.
	landscapeRequest struct {
		Best       bool
		Parameters [2]int
	}
	// bestBiasRequest asks for which bias the loss with the weights W is lowest; null if there is no landscape.
	bestBiasRequest struct{ W [2]float64 }
)

// landscapeReport is a square of losses, with w₁ to the right and w₂ upwards. What weight decay adds to the loss is in all of it.
type landscapeReport struct {
	Side       int            `json:"side"`
	Levels     []int          `json:"levels"`     // 0 … 255 from the lowest to the highest loss, on a logarithmic scale; by rows from the top
	Of         int            `json:"of"`         // how many points the losses are over
	Step       int            `json:"step"`       // the run's when they were computed: of a network of thousands of parameters an earlier one while it plays
	Min        [2]float64     `json:"min"`        // the weights at the lower left
	Max        [2]float64     `json:"max"`        // the weights at the upper right
	Path       [][2]float64   `json:"path"`       // the weights so far, the present ones last; for a network with very many parameters the present ones alone
	Gradient   *[2]float64    `json:"gradient"`   // by the weights, of the loss that the next step uses, or with the best bias of the loss over all points; nil if there is none
	Lowest     *lowestReport  `json:"lowest"`     // nil: none was found; for a network the lowest in the picture
	Around     *aroundReport  `json:"around"`     // where the lowest place is, if it is beyond the picture; else nil
	Allowed    *allowedReport `json:"allowed"`    // for a loss that is 0 from somewhere on, as Rosenblatt's and hinge, else nil
	Parameters *[2]int        `json:"parameters"` // for a network, which two it is over; nil: the weights of a single neuron
	X          []tick         `json:"x"`          // ticks, as shares of the side from the left
	Y          []tick         `json:"y"`          // ticks, as shares of the side from the top
}

// aroundReport is a smaller picture of more: the same loss so far around that the lowest place is in it, too.
type aroundReport struct {
	Side   int        `json:"side"`
	Levels []int      `json:"levels"` // as a landscapeReport's, on a scale of their own
	Min    [2]float64 `json:"min"`
	Max    [2]float64 `json:"max"`
}

// allowedReport is the weights for which no point pays.
type allowedReport struct {
	Corners [][2]float64 `json:"corners"` // of the polygon that they fill in the picture; none: there are no such weights in it
	Line    bool         `json:"line"`    // whether any line separates the classes
	Edges   []edgeReport `json:"edges"`   // with the bias as it is; thinned evenly if there are too many, and only those in the picture
	Of      int          `json:"of"`      // for how many points edges were looked for
}

// edgeReport is the weights for which a point is just about to pay.
type edgeReport struct {
	Label int           `json:"label"`
	Ends  [2][2]float64 `json:"ends"`
	Side  [2]float64    `json:"side"` // the direction, of length 1, in which it pays nothing
}

// lowestKind is what there is where the loss is lowest: the only place; one of a region where the loss is 0, or for a network
// equally low; nothing, as it falls for ever in the direction w; or the edge of a network's picture.
type lowestKind string

const (
	lowestPlace lowestKind = "place"
	lowestLevel lowestKind = "level"
	lowestFalls lowestKind = "falls"
	lowestEdge  lowestKind = "edge"
)

// lowestReport is where the loss is lowest.
type lowestReport struct {
	Kind   lowestKind `json:"kind"`
	W      [2]float64 `json:"w"`
	B      float64    `json:"b"`
	Loss   float64    `json:"loss"`   // with what weight decay adds to it
	Decay  float64    `json:"decay"`  // which is this
	Within bool       `json:"within"` // whether it is in the picture
	Of     int        `json:"of"`     // over how many points
	Starts int        `json:"starts"` // for a loss with several valleys, how many places the search started from: a lower one is possible; 0: none is
}

const (
	landscapeTicks = 5
	highestLevel   = 255
	// farthest is how many times larger than the path would need it the picture may be to show the lowest place, too.
	farthest = 4
)

// sides are a landscape's while the run stands still, and while it plays and has less time.
type sides struct{ still, playing int }

var (
	neuronSides    = sides{48, 32}
	bestBiasSides  = sides{32, 16} // as each place takes longer
	networkSides   = sides{32, 20}
	neuronAround   = sides{24, 12}
	bestBiasAround = sides{16, 6}
)

func (s sides) of(f *Figure) int {
	if f.Playing() {
		return s.playing
	}
	return s.still
}

var lowestKinds = map[valley.Kind]lowestKind{valley.Place: lowestPlace, valley.Level: lowestLevel, valley.Falls: lowestFalls}

// answer is also null if the loss is too high for a number.
func (q *landscapeRequest) answer(f *Figure) (any, error) {
	path, ok := f.session.Trajectory()
	if !ok {
		return q.slice(f)
	}
	center, half := view.Square(path)
	lowest := f.lowestOf(f.session.Lowest(center, half, q.Best))
	sides, around := neuronSides, neuronAround
	if q.Best {
		sides, around = bestBiasSides, bestBiasAround
	}
	r := &landscapeReport{Path: path, Lowest: lowest, Step: f.Snapshot().Step}
	if lowest != nil && lowest.Kind != lowestFalls {
		all, far := view.Square(append(slices.Clone(path), lowest.W))
		if within(lowest.W, center, farthest*half) {
			center, half = all, far
			lowest.Within = true
		} else if levels, ok := levelsOf(f.session.Landscape(all, far, around.of(f), q.Best).Losses); ok {
			r.Around = &aroundReport{Side: around.of(f), Levels: levels}
			r.Around.Min, r.Around.Max = square(all, far)
		}
	}
	r.Side = sides.of(f)
	land := f.session.Landscape(center, half, r.Side, q.Best)
	r.Of = land.Of
	if r.Levels, ok = levelsOf(land.Losses); !ok {
		return (*landscapeReport)(nil), nil
	}
	r.frame(center, half)
	f.bent = bentPicture{r.Min, r.Max, r.Side, land.Biases}
	r.Gradient = f.downhill(q.Best)
	r.Allowed = allowedOf(f.session, r, q.Best)
	return r, nil
}

// square is the lower left corner and the upper right one.
func square(center [2]float64, half float64) (low, high [2]float64) {
	for i, c := range center {
		low[i], high[i] = c-half, c+half
	}
	return low, high
}

// frame sets what the picture covers, and its ticks.
func (r *landscapeReport) frame(center [2]float64, half float64) {
	r.X, r.Y = []tick{}, []tick{}
	r.Min, r.Max = square(center, half)
	share := func(v float64, i int) float64 { return (v - r.Min[i]) / (2 * half) }
	for _, t := range view.Ticks(r.Min[0], r.Max[0], 2*half/landscapeTicks) {
		r.X = append(r.X, tick{share(t.Value, 0), t.Text})
	}
	for _, t := range view.Ticks(r.Min[1], r.Max[1], 2*half/landscapeTicks) {
		r.Y = append(r.Y, tick{1 - share(t.Value, 1), t.Text})
	}
}

func (q *bestBiasRequest) answer(f *Figure) (any, error) {
	b, ok := f.session.BestBias(q.W)
	if !ok || finite(b) == nil {
		return (*float64)(nil), nil
	}
	return &b, nil
}

func (f *Figure) lowestOf(l valley.Lowest, of int) *lowestReport {
	kind, ok := lowestKinds[l.Kind]
	if !ok || !finiteAll([]float64{l.W[0], l.W[1], l.B, l.Height}) {
		return nil
	}
	decay := session.Decayed([][]float64{l.W[:], {l.B}}, f.Snapshot().Train.Config())
	return &lowestReport{Kind: kind, W: l.W, B: l.B, Loss: l.Height, Decay: decay, Of: of, Starts: l.Starts}
}

// allowedOf is nil for a loss without a kink.
func allowedOf(s *session.Session, r *landscapeReport, best bool) *allowedReport {
	half := (r.Max[0] - r.Min[0]) / 2
	a, ok := s.Allowed([2]float64{r.Min[0] + half, r.Min[1] + half}, half, best)
	if !ok {
		return nil
	}
	report := &allowedReport{Corners: append([][2]float64{}, a.Corners...), Line: a.Line, Edges: []edgeReport{}, Of: len(a.Lines)}
	for _, edge := range a.Lines {
		ends := lineWithin(edge.Normal, -edge.Least, r.Min, r.Max)
		size := math.Hypot(edge.Normal[0], edge.Normal[1])
		if ends != nil && size > 0 {
			report.Edges = append(report.Edges, edgeReport{edge.Label, *ends, [2]float64{edge.Normal[0] / size, edge.Normal[1] / size}})
		}
	}
	return report
}

func within(w, center [2]float64, reach float64) bool {
	return math.Abs(w[0]-center[0]) <= reach && math.Abs(w[1]-center[1]) <= reach
}

// downhill is the gradient by the weights that the next step goes against; with the best bias the landscape's, since no step has
// that bias.
func (f *Figure) downhill(best bool) *[2]float64 {
	if !best {
		return f.downhillOf([2]int{0, 1})
	}
	slope := f.session.SlopeOfBest()
	if !finiteAll(slope[:]) {
		return nil
	}
	return &slope
}

// levelsOf maps losses to 0 … highestLevel by their logarithm, so that the bottom of a valley shows next to its walls. ok is
// false if the numbers are not all finite.
func levelsOf(losses []float64) (levels []int, ok bool) {
	low, high := slices.Min(losses), slices.Max(losses) // NaN, if one is
	floor := low + (high-low)/100 + 1e-300
	span := math.Log((high + floor) / (low + floor))
	if finite(high+floor) == nil {
		return nil, false
	}
	for _, v := range losses {
		level := 0.0
		if span > 0 {
			level = math.Log((v+floor)/(low+floor)) / span
		}
		levels = append(levels, int(math.Round(highestLevel*level)))
	}
	return levels, true
}
