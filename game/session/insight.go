package session

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/curvature"
	"perceptronlab/perceptron/margin"
)

// An Insight is what can be said about the samples and the model beyond what training needs. It costs a pass over the samples,
// so it is computed when it is shown, not at every tick; what costs more is requested separately.
type Insight struct {
	Test      *Held
	Confusion [][]int // row the class given, column the class predicted; nil when diverged or there is too much to count
	Undecided []int   // of each class, how many are too close to call, which Confusion leaves out; nil where Confusion is
	Margin    *Margin // nil for more than two classes or hidden layers
}

// Held is what the model says about the test data.
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

// maxCounted is how many samples an insight looks through.
const maxCounted = 20_000

// insight keeps what depends on the samples alone.
type insight struct {
	samples    perceptron.Samples
	separation margin.Separation
	novikoff   *float64
	valid      bool
	logits     []float64
}

// Insight returns what can be said about the present state.
func (s *Session) Insight() Insight {
	t := s.run.Trainer()
	z := s.thresholdLogit(t.Network())
	var in Insight
	diverged := s.diverged()
	if n := t.TestSamples().Len(); n > 0 && !diverged {
		in.Test = &Held{n, t.TestLoss(), t.TestAccuracy()}
		if z != 0 {
			in.Test.Accuracy = accuracy(t.Network(), t.TestSamples(), z)
		}
	}
	if diverged || t.Samples().Len() > maxCounted {
		return in
	}
	in.Confusion, in.Undecided = s.insight.confusion(t.Network(), t.Samples(), z)
	if w, _, ok := t.Network().Line(); ok {
		in.Margin = s.insight.margin(t.Samples(), w)
	}
	return in
}

// LearningRateLimit is the learning rate from which steps overshoot, at the present weights, for a run for which Insight has a
// Margin. For others, and where curvature.LearningRateLimit has none, ok is false. It takes some passes over the samples.
func (s *Session) LearningRateLimit() (limit float64, ok bool) {
	t := s.run.Trainer()
	if n := t.Samples().Len(); n == 0 || n > maxCounted {
		return 0, false
	}
	if _, _, line := t.Network().Line(); !line {
		return 0, false
	}
	return curvature.LearningRateLimit(t)
}

func (in *insight) confusion(net *perceptron.Network, samples perceptron.Samples, threshold float64) (counts [][]int, open []int) {
	k := net.Outputs()
	classes := max(2, k)
	counts, open = make([][]int, classes), make([]int, classes)
	for i := range counts {
		counts[i] = make([]int, classes)
	}
	z := in.logitsOf(net, samples)
	for i, y := range samples.Y {
		if one := z[i*k : (i+1)*k]; undecided(one, threshold) {
			open[y]++
		} else {
			counts[y][predict(one, threshold)]++
		}
	}
	return counts, open
}

// logitsOf gives the logits of all samples, in memory that the next call writes again.
func (in *insight) logitsOf(net *perceptron.Network, samples perceptron.Samples) []float64 {
	need := net.Outputs() * samples.Len()
	if cap(in.logits) < need {
		in.logits = make([]float64, need)
	}
	z := in.logits[:need]
	net.Logits(z, samples.X)
	return z
}

// Separation is what perceptron/margin says about the samples of a run for which Insight has a Margin, and Novikoff's bound for
// them; nil for other runs, and where there is no bound. Neither may be written to.
func (s *Session) Separation() (sep *margin.Separation, novikoff *float64) {
	t := s.run.Trainer()
	if _, _, line := t.Network().Line(); !line || s.diverged() || t.Samples().Len() > maxCounted {
		return nil, nil
	}
	if !s.insight.separate(t.Samples()) {
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

// margin is what can be said about the samples, and about a line with the weights w.
func (in *insight) margin(samples perceptron.Samples, w [2]float64) *Margin {
	if !in.separate(samples) {
		return nil
	}
	sep := &in.separation
	m := &Margin{State: sep.State, Novikoff: in.novikoff}
	if sep.State == margin.Separable {
		m.Gamma = &sep.Gamma
	}
	if angle, ok := sep.Angle(w); ok {
		m.Angle = &angle
	}
	return m
}

// same reports whether two snapshots of samples are the same memory, which is never written to.
func same(a, b perceptron.Samples) bool {
	return len(a.X) == len(b.X) && (len(a.X) == 0 || &a.X[0] == &b.X[0] && &a.Y[0] == &b.Y[0])
}
