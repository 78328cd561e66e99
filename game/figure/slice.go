package figure

import (
	"slices"
	"strconv"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/refusal"
)

// sliceReach is how far a network's landscape goes to each side of the parameters, at least.
const sliceReach = 1.5

// slice is the loss over two parameters of a network; nil where there is no loss, or it is too high for a number.
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
	way := f.session.ParameterTrajectory(which)
	now := way[len(way)-1]
	center, half := view.Square(append(slices.Clone(way), [2]float64{now[0] - sliceReach, now[1] - sliceReach}, [2]float64{now[0] + sliceReach, now[1] + sliceReach}))
	side := networkSides.of(f)
	slice := f.session.Slice(which, center, half, side)
	levels, ok := levelsOf(slice.Losses)
	if !ok {
		return nil, nil
	}
	r := &landscapeReport{Side: side, Levels: levels, Of: slice.Of, Path: way, Parameters: &which, Lowest: lowestIn(slice)}
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

func lowestIn(s session.Slice) *lowestReport {
	if !finiteAll([]float64{s.Lowest[0], s.Lowest[1], s.Height}) {
		return nil
	}
	kind := lowestPlace
	switch {
	case s.Edge:
		kind = lowestEdge
	case s.Level:
		kind = lowestLevel
	}
	return &lowestReport{Kind: kind, W: s.Lowest, Loss: s.Height, Within: true, Of: s.Of}
}
