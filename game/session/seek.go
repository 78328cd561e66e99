package session

import (
	"strconv"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// checkpoints are evenly spaced copies of the run, to replay from. When there are too many, every other one is dropped.
type checkpoints struct {
	runs  []*scene.Run // in order of their steps
	every int
}

const (
	maxCheckpoints = 32
	// maxCopied is how many samples a run with checkpoints may have: each copy may hold an order of all of them.
	maxCopied = 100_000
)

// record keeps a copy of the run before its next step, where one is due.
func (c *checkpoints) record(run *scene.Run) {
	c.every = max(c.every, 32)
	steps := run.Steps()
	if steps%c.every != 0 || len(c.runs) > 0 && c.runs[len(c.runs)-1].Steps() >= steps || run.Trainer().NumSamples() > maxCopied {
		return
	}
	if len(c.runs) == maxCheckpoints {
		c.every *= 2
		kept := c.runs[:0]
		for _, r := range c.runs {
			if r.Steps()%c.every == 0 {
				kept = append(kept, r)
			}
		}
		c.runs = kept
	}
	if steps%c.every == 0 {
		c.runs = append(c.runs, run.Clone())
	}
}

// distance is the number of steps to the next copy.
func (c *checkpoints) distance(run *scene.Run) int { return c.every - run.Steps()%c.every }

// drop discards the copies made at or after a step, which a change at that step makes invalid.
func (c *checkpoints) drop(step int) {
	for len(c.runs) > 0 && c.runs[len(c.runs)-1].Steps() >= step {
		c.runs = c.runs[:len(c.runs)-1]
	}
}

// last is the last copy for which the condition holds, not to be trained itself, or nil.
func (c *checkpoints) last(is func(*scene.Run) bool) *scene.Run {
	for i := len(c.runs) - 1; i >= 0; i-- {
		if is(c.runs[i]) {
			return c.runs[i]
		}
	}
	return nil
}

// runFrom returns a run with the present scene's edits that continues from a copy; from nil it is at step 0.
func (s *Session) runFrom(copied *scene.Run) *scene.Run {
	record := s.run.Record()
	if copied == nil {
		return record.Restart()
	}
	run := copied.Clone()
	run.Follow(record)
	return run
}

func (c *Seek) apply(s *Session) error {
	if c.Step < 0 || c.Step > s.farthest {
		return refusal.New("seek", "step "+strconv.Itoa(c.Step), refusal.StepTo.With(s.farthest))
	}
	s.pause()
	if c.Step < s.run.Steps() {
		s.run = s.runFrom(s.checkpoints.last(func(r *scene.Run) bool { return r.Steps() <= c.Step }))
		s.trail.cut(c.Step)
		s.path.cut(c.Step)
	}
	s.goTo(c.Step, false)
	s.beginRace()
	return nil
}
