package figure

import (
	"math"

	"perceptronlab/game/session"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/margin"
)

// testReport is the result for the test data, with the parameters shown.
type testReport struct {
	N        int      `json:"n"`
	Loss     *float64 `json:"loss"`
	Accuracy *float64 `json:"accuracy"`
}

// separability is whether a line separates two classes: it does; it only touches points of both; none does; or one class has no
// points.
type separability string

const (
	separable   separability = "separable"
	touching    separability = "touching"
	overlapping separability = "overlapping"
	oneClass    separability = "one-class"
)

var separabilities = map[margin.State]separability{
	margin.Separable: separable, margin.Touching: touching, margin.Overlapping: overlapping, margin.OneClass: oneClass,
}

// marginReport is what can be said about two classes of samples and a single neuron.
type marginReport struct {
	State    separability `json:"state"`
	Gamma    *float64     `json:"gamma"`    // half the width of the widest street between the classes; nil if there is none
	Novikoff *float64     `json:"novikoff"` // the most mistakes that Rosenblatt's rule can make
	Explodes bool         `json:"explodes"` // weight decay alone makes each step end farther from 0 than it began
	Angle    *float64     `json:"angle"`    // between the decision line and the widest street's, in degrees
}

func (r *report) addInsight(in session.Insight, config perceptron.TrainConfig) {
	if c := in.Confusion; c != nil {
		r.Confusion, r.Undecided, r.Counted = c.Counts, c.Open, c.Of
	}
	if t := in.Test; t != nil {
		r.Test = &testReport{t.N, finite(t.Loss), finite(t.Accuracy)}
	}
	m := in.Margin
	if m == nil {
		return
	}
	r.Margin = &marginReport{State: separabilities[m.State], Gamma: m.Gamma, Novikoff: m.Novikoff, Explodes: config.Explodes()}
	if m.Angle != nil {
		degrees := *m.Angle * 180 / math.Pi
		r.Margin.Angle = &degrees
	}
}
