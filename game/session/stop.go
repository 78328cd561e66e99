package session

import (
	"fmt"
	"math"
	"reflect"
	"slices"

	"perceptronlab/perceptron/refusal"
)

// Stop says when a playing run pauses by itself, other than at its last epoch: if at the end of an epoch the mean loss is at most
// Loss, or ten epochs have lowered it by less than Tol, or every sample is on its side. Its numbers are 0 or more; nil means that
// this condition is off.
type Stop struct {
	Loss       *float64 `json:"loss"`
	Tol        *float64 `json:"tol"`
	NoMistakes bool     `json:"noMistakes"`
}

// stall is scikit-learn's n_iter_no_change of MLPClassifier.
const stall = 10

func (c *Stop) apply(s *Session) error {
	if err := c.check(); err != nil {
		return err
	}
	if reflect.DeepEqual(*c, s.stop) {
		return nil
	}
	s.history.add(&change{before: s.present(), kind: ofSettings})
	s.stop = *c
	return nil
}

func (c *Stop) check() error {
	for name, v := range map[string]*float64{"loss": c.Loss, "tol": c.Tol} {
		if v != nil && !(*v >= 0 && *v <= math.MaxFloat64) {
			return refusal.New("stop."+name, fmt.Sprint(*v), refusal.ZeroOrMore)
		}
	}
	return nil
}

// stops reports whether a stop condition holds at an epoch's end. If finding that takes longer than enough allows, it is judging.
func (s *Session) stops(enough func() bool) bool {
	s.judging = (s.stop.Loss != nil || s.stop.NoMistakes) && !s.quick() && !s.run.Trainer().EvaluateUntil(enough)
	return !s.judging && s.reachedStop()
}

// reachedStop reports whether a stop condition holds at an epoch's end.
func (s *Session) reachedStop() bool {
	c, t := s.stop, s.run.Trainer()
	return c.Tol != nil && stalled(t.Losses(), *c.Tol) ||
		c.Loss != nil && t.Loss() <= *c.Loss ||
		c.NoMistakes && t.Accuracy() == 1
}

// stalled reports whether the last epochs lowered the loss by less than tol.
func stalled(losses []float64, tol float64) bool {
	n := len(losses)
	return n > stall && losses[n-1-stall]-slices.Min(losses[n-stall:]) < tol
}
