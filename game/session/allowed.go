package session

import (
	"perceptronlab/perceptron/margin"
	"perceptronlab/perceptron/valley"
)

// Allowed is the weights for which no sample pays a loss that is 0 from somewhere on: perceptron/valley's Allowed, over all samples.
type Allowed struct {
	Corners valley.Polygon // none: there are no such weights in the square
	Line    bool           // whether any line separates the classes, with whatever weights and bias
	Lines   []Edge         // of evenly spaced samples if there are many; none with the best bias, as each sample by itself allows all weights then
}

// An Edge is the weights for which a sample is just about to pay: it pays nothing where Normal·w ≥ Least.
type Edge struct {
	Label  int
	Normal [2]float64
	Least  float64
}

// maxEdges is how many lines can still be told apart.
const maxEdges = 200

// Allowed looks at the square around center that reaches half to each side, with the bias as it is or the best one. ok is false
// for any other loss, and if there is no Trajectory.
func (s *Session) Allowed(center [2]float64, half float64, best bool) (a Allowed, ok bool) {
	t := s.run.Trainer()
	loss, samples := t.Config().Loss, t.Samples()
	if _, ok := s.Trajectory(); !ok || !loss.Form().Zero || !s.insight.separate(samples) {
		return a, false
	}
	_, b, _ := t.Network().Line()
	sep := &s.insight.separation
	a.Line = sep.State == margin.Separable || sep.State == margin.OneClass
	a.Corners = valley.Allowed(samples, sep, loss, b, best, center, half)
	if best {
		return a, true
	}
	some := thinned(samples, maxEdges)
	for i := range some.Len() {
		x, y := some.At(i)
		normal, least := valley.Constraint(loss, x, y, b)
		a.Lines = append(a.Lines, Edge{y, normal, least})
	}
	return a, true
}
