package figure

import (
	"slices"
	"strconv"

	"perceptronlab/game/view"
	"perceptronlab/perceptron/refusal"
)

// sliceReach is how far a network's landscape goes to each side of the parameters, at least.
const sliceReach = 1.5

// slice is the loss over two parameters of a network, which have no path; nil where there is no loss, or it is too high for a number.
func (q *landscapeRequest) slice(f *Figure) (*landscapeReport, error) {
	all, ok := f.session.Parameters()
	if !ok {
		return nil, nil
	}
	which := q.Parameters
	for _, i := range which {
		if i < 0 || i >= len(all) {
			return nil, refusal.New("landscape.parameters", strconv.Itoa(i), refusal.WholeFrom.With(0, len(all)-1))
		}
	}
	if which[0] == which[1] {
		which = [2]int{0, 1}
	}
	now := [2]float64{all[which[0]], all[which[1]]}
	center, half := view.Square([][2]float64{{now[0] - sliceReach, now[1] - sliceReach}, {now[0] + sliceReach, now[1] + sliceReach}})
	side := networkSides.of(f)
	losses, of := f.session.Slice(which, center, half, side)
	levels, ok := levelsOf(losses)
	if !ok {
		return nil, nil
	}
	r := &landscapeReport{Side: side, Levels: levels, Of: of, Path: [][2]float64{now}, Parameters: &which}
	r.frame(center, half)
	if a, ok := f.session.Ahead(); ok {
		gradient := slices.Concat(a.Gradient...)
		g := [2]float64{}
		for i, at := range which {
			g[i] = gradient[at] + float64(f.Snapshot().Train.WeightDecay*all[at])
		}
		if finiteAll(g[:]) {
			r.Gradient = &g
		}
	}
	return r, nil
}
