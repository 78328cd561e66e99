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

// While the run plays, of a network of more than manyParameters there is time for fewer places, and of one of more than
// maxParameters for none: its picture is that of an earlier step, or the first time one of very few places.
const (
	manyParameters = 400
	maxParameters  = 1300
	fewPlaces      = 12
	fewestPlaces   = 8
)

// keptSlice is the picture that was made last, and of what.
type keptSlice struct {
	report     *landscapeReport
	generation int
}

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
	side, n, generation := networkSides.of(f), len(all), f.Snapshot().Generation
	if f.Playing() && n > maxParameters {
		side = fewestPlaces
		if k := f.slice; k.report != nil && k.generation == generation && *k.report.Parameters == which {
			r := *k.report
			r.Path, r.Gradient = way, f.downhillOf(which)
			return &r, nil
		}
	} else if f.Playing() && n > manyParameters {
		side = fewPlaces
	}
	now := way[len(way)-1]
	center, half := view.Square(append(slices.Clone(way), [2]float64{now[0] - sliceReach, now[1] - sliceReach}, [2]float64{now[0] + sliceReach, now[1] + sliceReach}))
	slice := f.session.Slice(which, center, half, side)
	levels, ok := levelsOf(slice.Losses)
	if !ok {
		return nil, nil
	}
	r := &landscapeReport{
		Side: side, Levels: levels, Of: slice.Of, Path: way, Parameters: &which, Lowest: lowestIn(slice), Step: f.Snapshot().Step,
		Gradient: f.downhillOf(which),
	}
	r.frame(center, half)
	f.slice = keptSlice{r, generation}
	return r, nil
}

// downhillOf is the gradient by two of all parameters that the next step goes against.
func (f *Figure) downhillOf(which [2]int) *[2]float64 {
	a, ahead := f.session.Ahead()
	all, ok := f.session.Parameters()
	if !ahead || !ok {
		return nil
	}
	gradient := slices.Concat(a.Gradient...)
	g := [2]float64{}
	for i, at := range which {
		g[i] = gradient[at] + float64(f.Snapshot().Train.WeightDecay*all[at])
	}
	if !finiteAll(g[:]) {
		return nil
	}
	return &g
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
	return &lowestReport{Kind: kind, W: s.Lowest, Loss: s.Height, Decay: s.Decay, Within: true, Of: s.Of}
}
