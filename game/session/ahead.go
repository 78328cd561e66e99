package session

import "perceptronlab/perceptron"

// maxAhead is the most samples for which the next step is looked at.
const maxAhead = 100_000

// Ahead looks at the run's next step without taking it. ok is false if there is none, and if there are more samples than can be
// looked at while a reader waits.
func (s *Session) Ahead() (a perceptron.Ahead, ok bool) {
	t := s.run.Trainer()
	if t.Samples().Len() > maxAhead {
		return perceptron.Ahead{}, false
	}
	return t.Ahead()
}
