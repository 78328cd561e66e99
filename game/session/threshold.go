package session

import (
	"fmt"
	"math"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

// Threshold is the probability from which class 1 is predicted, for a model with one output; usually 0.5. It changes what is
// said about the model, never what it learns.
type Threshold struct {
	P float64 `json:"p"`
}

const usualThreshold = 0.5

func (c *Threshold) apply(s *Session) error {
	if !(c.P > 0 && c.P < 1) {
		return refusal.New("threshold", fmt.Sprint(c.P), refusal.Probability)
	}
	if k := s.run.Trainer().Network().Outputs(); k > 1 {
		return refusal.New("threshold", fmt.Sprintf("%v for %d classes", c.P, k), refusal.OneOutput)
	}
	if c.P == s.threshold {
		return nil
	}
	s.history.slide(&change{before: s.present(), kind: ofSettings})
	s.threshold = c.P
	s.history.settle(func(before moment) bool { return before.settings.threshold == c.P })
	return nil
}

// ownThreshold is the threshold if there is one and it is not the usual; 0 otherwise.
func (s *Session) ownThreshold() float64 {
	if s.threshold == usualThreshold || s.run.Trainer().Network().Outputs() > 1 {
		return 0
	}
	return s.threshold
}

// thresholdLogit is the logit of the threshold of a network: a sample is of class 1 if z is at least that. It is 0
// if there are several outputs.
func (s *Session) thresholdLogit(net *perceptron.Network) float64 {
	if net.Outputs() > 1 {
		return 0
	}
	return math.Log(s.threshold / (1 - s.threshold))
}

// Says returns the class that logits name, and whether they name one, as Ask does of a point's.
func (s Snapshot) Says(logits []float64) (class int, decided bool) {
	return predict(logits, s.ThresholdLogit), !undecided(logits, s.ThresholdLogit)
}

// predict returns the class for one sample's logits, given the threshold's z.
func predict(logits []float64, z float64) int {
	if len(logits) > 1 || z == 0 {
		return perceptron.Predict(logits)
	}
	if logits[0] >= z {
		return 1
	}
	return 0
}

// nearLogits is how near a logit may be to the threshold's, or two classes' logits to each other, for no class to be named: p is
// then within 0.00005 of the threshold, and equals it in the four digits that a page shows: beside p = 0.5000 a class would be
// luck to a reader. A bound on rounding in float64 would not do, nor one relative to the weights: XOR's training leaves z of
// some 1e-6 by weights no larger, on either side. The price is that the first steps from w = 0 with a tiny learning rate can't
// tell either, though the line may already separate.
const nearLogits = 2e-4

// undecided reports whether one sample's logits name no class, given the threshold's z.
func undecided(logits []float64, z float64) bool {
	if len(logits) == 1 {
		return math.Abs(logits[0]-z) < nearLogits
	}
	first, second := math.Inf(-1), math.Inf(-1)
	for _, v := range logits {
		first, second = max(first, v), max(second, min(first, v))
	}
	return first-second < nearLogits
}

// accuracy is the share of samples predicted right, given the threshold's z; NaN without samples.
func accuracy(net *perceptron.Network, samples perceptron.Samples, z float64) float64 {
	right := 0
	eachSaid(net, samples, z, func(i, class int, _ bool) {
		if class == int(samples.Y[i]) {
			right++
		}
	})
	return float64(right) / float64(samples.Len())
}

// Line is the line w·x + b = 0 that separates the classes of a single neuron at the threshold.
func (s Snapshot) Line() (w [2]float64, b float64, ok bool) {
	w, b, ok = s.Network.Line()
	return w, b - s.ThresholdLogit, ok
}
