package session

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// Past is where the run was as one of its epochs began.
type Past struct {
	Step    int
	Network *perceptron.Network // as it was: a copy, the same until another epoch is asked for
}

// maxReplayed is how many multiplications may be repeated for a Past: some tens of milliseconds.
const maxReplayed = 30_000_000

// past keeps what was found last, for this run at this epoch.
type past struct {
	generation, changes, epoch int
	found                      Past
	ok                         bool
	valid                      bool
}

// Past is where the run was as an epoch began, 0 for the first, found by training on from a copy of the run. ok is false for an
// epoch that has not begun, and if that would take long.
func (s *Session) Past(epoch int) (p Past, ok bool) {
	if epoch < 0 || epoch > s.run.Epoch() {
		return Past{}, false
	}
	if c := &s.past; !c.valid || c.generation != s.generation || c.changes != s.changes || c.epoch != epoch {
		p, ok := s.find(epoch)
		*c = past{s.generation, s.changes, epoch, p, ok, true}
	}
	return s.past.found, s.past.ok
}

func (s *Session) find(epoch int) (Past, bool) {
	run, ok := s.replayTo(epoch)
	if !ok {
		return Past{}, false
	}
	return Past{run.Steps(), run.Trainer().Network().Clone()}, true
}

func (s *Session) replayTo(epoch int) (*scene.Run, bool) {
	begun := func(r *scene.Run) bool { return r.Epoch() == epoch && r.Trainer().EpochStart() }
	if begun(s.run) {
		return s.run, true
	}
	copied, from := s.checkpoints.last(func(r *scene.Run) bool { return r.Epoch() < epoch || begun(r) }), 0
	if copied != nil {
		from = copied.Epoch()
	}
	t := s.run.Trainer()
	if (epoch-from+1)*t.NumSamples()*t.Network().NumParameters() > maxReplayed {
		return nil, false
	}
	run := s.runFrom(copied)
	for !begun(run) {
		if run.Advance(max(1, run.Trainer().StepsLeft())) == 0 {
			return nil, false
		}
	}
	return run, true
}
