package session

import (
	"math"

	"perceptronlab/perceptron"
)

// Evaluated reports whether a snapshot has the loss: of very many samples and parameters Evaluate finds it first.
func (s *Session) Evaluated() bool { return s.quick() || s.run.Trainer().Evaluated() }

// seconds is how much all samples' way through the model costs, in samples times parameters, where a run that plays doesn't wait
// for it: its losses are those that training finds.
const seconds = 1_000_000_000

// Evaluate finds the loss until enough says so; the next call goes on there. It reports whether it is known. That may take seconds:
// then it does nothing while the run plays.
func (s *Session) Evaluate(enough func() bool) bool {
	return s.Evaluated() || !s.tooBusy() && s.run.Trainer().EvaluateUntil(enough)
}

// Evaluating reports whether Evaluate is to go on.
func (s *Session) Evaluating() bool {
	return !s.Evaluated() && !s.tooBusy() && s.run.Trainer().Evaluating()
}

// quick reports whether all samples go through the model in a moment.
func (s *Session) quick() bool { return s.wayCosts() <= atOnce }

func (s *Session) tooBusy() bool { return s.playing && s.wayCosts() > seconds }

func (s *Session) wayCosts() int {
	t := s.run.Trainer()
	return (t.NumSamples() + t.TestSamples().Len()) * t.Network().NumParameters()
}

// Part is how much of the next step is done while the run plays, 0 ≤ Part < 1: only one that takes long is done in parts.
func (s *Session) Part() float64 {
	if !s.playing {
		return 0
	}
	return s.run.Trainer().Part()
}

// accuracy is the share of samples that are predicted right: usual for the usual threshold. For another one it is found each time;
// NaN where that isn't quick.
func (s *Session) accuracy(usual float64, samples perceptron.Samples) float64 {
	net := s.run.Trainer().Network()
	switch z := s.thresholdLogit(net); {
	case z == 0:
		return usual
	case !s.quick():
		return math.NaN()
	default:
		return accuracy(net, samples, z)
	}
}
