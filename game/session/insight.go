package session

import (
	"math"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/curvature"
	"perceptronlab/perceptron/margin"
)

// An Insight is what can be said about the samples and the model beyond what training needs. It costs a pass over the samples,
// so it is computed when it is shown, not at every tick; what costs more is requested separately.
type Insight struct {
	Test      *Held
	Confusion *Confusion // nil when diverged
	Margin    *Margin    // nil for more than two classes or hidden layers, and of more than maxSeparated samples
}

// Held is what the model says about the test data; NaN where it isn't Evaluated.
type Held struct {
	N              int
	Loss, Accuracy float64
}

// Margin is what perceptron/margin says about two classes and a single neuron. Pointers are nil where there is no such number.
type Margin struct {
	State    margin.State
	Gamma    *float64 // half the width of the widest street between the classes
	Novikoff *float64 // the most mistakes that Rosenblatt's rule can make
	Angle    *float64 // between the decision line's normal and the widest street's, in radians
}

const (
	// maxSeparated is of how many samples there is a Margin: their hulls are found once, but again each time that one changes.
	maxSeparated = 100_000
	// The most samples that the learning rate's limit is found with.
	maxCurved     = 200_000
	playingCurved = 20_000
	fewCurved     = 50
	// The same of other models, times their parameters: it takes about 160 passes, each of which visits all of these.
	maxBent     = 200_000
	playingBent = 20_000
)

// insight keeps what depends on the samples alone.
type insight struct {
	samples    perceptron.Samples
	separation margin.Separation
	novikoff   *float64
	valid      bool
}

// Insight returns what can be said about the present state.
func (s *Session) Insight() Insight {
	t := s.run.Trainer()
	var in Insight
	diverged := s.diverged()
	if n := t.TestSamples().Len(); n > 0 && !diverged {
		in.Test = &Held{n, math.NaN(), math.NaN()}
		if s.Evaluated() {
			in.Test.Loss, in.Test.Accuracy = t.TestLoss(), s.accuracy(t.TestAccuracy(), t.TestSamples())
		}
	}
	if !diverged {
		found := s.confusion()
		in.Confusion = &found
	}
	if sep, _ := s.Separation(); sep != nil {
		in.Margin = s.insight.margin(t.Network())
	}
	return in
}

// LearningRateLimit is the learning rate from which steps overshoot, at the present weights, and how many samples, evenly spaced, it
// is found with: 0 if there are none, or if the network is so large that there is time for fewer than fewCurved. Where
// curvature.LearningRateLimit has none, ok is false.
func (s *Session) LearningRateLimit() (limit float64, of int, ok bool) {
	t := s.run.Trainer()
	maxCount := s.either(maxCurved, playingCurved)
	if _, _, line := t.Network().Line(); !line {
		maxCount = s.either(maxBent, playingBent) / t.Network().NumParameters()
	}
	some := thinned(s.samples(), maxCount)
	if n := some.Len(); n == 0 || n < min(fewCurved, t.NumSamples()) {
		return 0, 0, false
	}
	limit, ok = curvature.LearningRateLimit(t, some)
	return limit, some.Len(), ok
}

// Separation is what perceptron/margin says about the samples of a run for which Insight has a Margin, and Novikoff's bound for
// them; nil for other runs, and where there is no bound. Neither may be written to.
func (s *Session) Separation() (sep *margin.Separation, novikoff *float64) {
	t := s.run.Trainer()
	if _, _, line := t.Network().Line(); !line || t.NumSamples() > maxSeparated || !s.insight.separate(t.Samples()) {
		return nil, nil
	}
	return &s.insight.separation, s.insight.novikoff
}

// separate updates what depends on the samples alone; false if nothing can be said about them.
func (in *insight) separate(samples perceptron.Samples) bool {
	if in.valid && same(samples, in.samples) {
		return true
	}
	separation, err := margin.Separate(samples)
	if err != nil {
		return false
	}
	in.samples, in.separation, in.novikoff, in.valid = samples, separation, nil, true
	if bound, ok := separation.Novikoff(); ok {
		in.novikoff = &bound.Mistakes
	}
	return true
}

// margin is what can be said about the samples, which were separated, and about the network's line.
func (in *insight) margin(net *perceptron.Network) *Margin {
	sep := &in.separation
	m := &Margin{State: sep.State, Novikoff: in.novikoff}
	if sep.State == margin.Separable {
		m.Gamma = &sep.Gamma
	}
	w, _, _ := net.Line()
	if angle, ok := sep.Angle(w); ok {
		m.Angle = &angle
	}
	return m
}

// same reports whether two snapshots of samples are the same memory, which is never written to.
func same(a, b perceptron.Samples) bool {
	return len(a.X) == len(b.X) && (len(a.X) == 0 || &a.X[0] == &b.X[0] && &a.Y[0] == &b.Y[0])
}
