package session

import "perceptronlab/perceptron"

const (
	// maxAhead is the most samples for which the next step is looked at.
	maxAhead = 100_000
	// While the run plays it is looked at for as many samples of its batch as make this when multiplied by the parameters, from
	// minPlaying to maxPlaying: that takes no longer than a frame can wait.
	workAhead  = 100_000
	minPlaying = 20
	maxPlaying = 2000
)

// Ahead looks at the run's next step without taking it; while the run plays, at part of a large batch. ok is false if there is no
// next step, and if there are more samples than can be looked at while a reader waits.
func (s *Session) Ahead() (a perceptron.Ahead, ok bool) {
	t := s.run.Trainer()
	if t.NumSamples() > maxAhead {
		return perceptron.Ahead{}, false
	}
	maxCount := maxAhead
	if s.playing {
		maxCount = Affordable(workAhead, t.Network(), minPlaying, maxPlaying)
	}
	return t.Ahead(maxCount)
}

// Affordable is how many points a network can be asked about for that much work, in parameters times points, between two bounds.
func Affordable(work int, n *perceptron.Network, least, maxCount int) int {
	return min(max(work/n.NumParameters(), least), maxCount)
}
