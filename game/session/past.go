package session

import "perceptronlab/perceptron/scene"

// Past is where the run was as one of its epochs began.
type Past struct {
	Step int
	W    [2]float64 // the decision line of a single neuron, where Line is true
	B    float64
	Line bool
}

// maxReplayed is how many multiplications may be done again for a Past, some tens of milliseconds.
const maxReplayed = 30_000_000

// past keeps the one that was asked for last.
type past struct {
	generation, changes, epoch int
	found                      Past
	valid                      bool
}

// Past is where the run was as an epoch began, 0 for the first, found by training on from a copy of the run. ok is false for an
// epoch that has not begun, and where that would take long.
func (s *Session) Past(epoch int) (p Past, ok bool) {
	if epoch < 0 || epoch > s.run.Epoch() {
		return Past{}, false
	}
	if c := &s.past; c.valid && c.generation == s.generation && c.changes == s.changes && c.epoch == epoch {
		return c.found, true
	}
	run, ok := s.replayTo(epoch)
	if !ok {
		return Past{}, false
	}
	p.Step = run.Steps()
	p.W, p.B, p.Line = run.Trainer().Network().Line()
	s.past = past{s.generation, s.changes, epoch, p, true}
	return p, true
}

func (s *Session) replayTo(epoch int) (*scene.Run, bool) {
	begun := func(r *scene.Run) bool { return r.Epoch() == epoch && r.Trainer().EpochStart() }
	if begun(s.run) {
		return s.run, true
	}
	run := s.checkpoints.beforeEpoch(epoch)
	if run == nil {
		fresh, err := scene.NewRun(s.run.Scene())
		if err != nil {
			return nil, false
		}
		run = fresh
	}
	run.Follow(s.run.Scene())
	parameters := 0
	for _, list := range run.Trainer().Network().Parameters() {
		parameters += len(list)
	}
	for !begun(run) {
		t := run.Trainer()
		if left := epoch - run.Epoch() + 1; left*t.Samples().Len()*parameters > maxReplayed || run.Advance(max(1, t.StepsLeft())) == 0 {
			return nil, false
		}
	}
	return run, true
}

// beforeEpoch is a copy of the last one at or before an epoch's begin, or nil.
func (c *checkpoints) beforeEpoch(epoch int) *scene.Run {
	for i := len(c.runs) - 1; i >= 0; i-- {
		if r := c.runs[i]; r.Epoch() < epoch || r.Epoch() == epoch && r.Trainer().EpochStart() {
			return r.Clone()
		}
	}
	return nil
}
