package figure

import (
	"math"
	"slices"

	"perceptronlab/game/view"
)

// landscapeRequest asks for the loss over the two weights of a single neuron; null if there is none.
type landscapeRequest struct{}

// landscapeReport is a square of losses, with w₁ to the right and w₂ upwards; the bias is as it is now.
type landscapeReport struct {
	Side     int          `json:"side"`
	Levels   []int        `json:"levels"`   // 0 … 255 from the lowest to the highest loss, on a logarithmic scale; by rows from the top
	Min      [2]float64   `json:"min"`      // the weights at the lower left
	Max      [2]float64   `json:"max"`      // the weights at the upper right
	Path     [][2]float64 `json:"path"`     // the weights so far, the present ones last
	Gradient *[2]float64  `json:"gradient"` // by the weights, of the loss that the next step uses; nil if there is none
	X        []tick       `json:"x"`        // ticks, as shares of the side from the left
	Y        []tick       `json:"y"`        // ticks, as shares of the side from the top
}

const (
	landscapeSide  = 48
	landscapeTicks = 5
	highestLevel   = 255
)

// answer is also null if the loss is too high for a number.
func (*landscapeRequest) answer(f *Figure) (any, error) {
	path, ok := f.session.Trajectory()
	if !ok {
		return (*landscapeReport)(nil), nil
	}
	center, half := view.Square(path)
	losses := f.session.Landscape(center, half, landscapeSide)
	levels, ok := levelsOf(losses)
	if !ok {
		return (*landscapeReport)(nil), nil
	}
	r := &landscapeReport{Side: landscapeSide, Levels: levels, Path: path, X: []tick{}, Y: []tick{}}
	for i := range 2 {
		r.Min[i], r.Max[i] = center[i]-half, center[i]+half
	}
	if a, ok := f.session.Ahead(); ok && finiteAll(a.Gradient[0]) {
		r.Gradient = &[2]float64{a.Gradient[0][0], a.Gradient[0][1]}
	}
	share := func(v float64, i int) float64 { return (v - r.Min[i]) / (2 * half) }
	for _, t := range view.Ticks(r.Min[0], r.Max[0], 2*half/landscapeTicks) {
		r.X = append(r.X, tick{share(t.Value, 0), t.Text})
	}
	for _, t := range view.Ticks(r.Min[1], r.Max[1], 2*half/landscapeTicks) {
		r.Y = append(r.Y, tick{1 - share(t.Value, 1), t.Text})
	}
	return r, nil
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
