package session

import (
	"strconv"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// checkpoints are copies of the run at even distances, to replay from. When there are too many every other one goes.
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
	if steps%c.every != 0 || len(c.runs) > 0 && c.runs[len(c.runs)-1].Steps() >= steps || run.Trainer().Samples().Len() > maxCopied {
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

// drop forgets the copies made at or after a step: a change there makes another run of them.
func (c *checkpoints) drop(step int) {
	for len(c.runs) > 0 && c.runs[len(c.runs)-1].Steps() >= step {
		c.runs = c.runs[:len(c.runs)-1]
	}
}

// before is a copy of the last one at or before a step, or nil.
func (c *checkpoints) before(step int) *scene.Run {
	for i := len(c.runs) - 1; i >= 0; i-- {
		if c.runs[i].Steps() <= step {
			return c.runs[i].Clone()
		}
	}
	return nil
}

func (c *Seek) apply(s *Session) error {
	if c.Step < 0 || c.Step > s.farthest {
		return refusal.New("seek", "step "+strconv.Itoa(c.Step), refusal.StepTo.With(s.farthest))
	}
	s.pause()
	if c.Step < s.run.Steps() {
		sc := s.run.Scene()
		run := s.checkpoints.before(c.Step)
		if run == nil {
			fresh, err := scene.NewRun(sc)
			if err != nil {
				return err
			}
			run = fresh
		}
		run.Follow(sc)
		s.run = run
		s.trail.cut(c.Step)
		s.path.cut(c.Step)
	}
	s.goTo(c.Step)
	s.playOnFrom()
	s.beginRace()
	return nil
}
