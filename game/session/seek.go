package session

import (
	"math/bits"
	"slices"
	"strconv"

	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// checkpoints are copies of the run, to replay from: some evenly spaced over all of it, others the closer to each other the later
// they are.
type checkpoints struct {
	runs []*scene.Run // in order of their steps
}

const (
	// leastApart is the distance of the evenly spaced copies, in steps, as long as there are at most maxEven of them: with more
	// steps it doubles.
	leastApart, maxEven = 32, 32
	// maxApart is the distance of the last of the others where steps are cheap, so that these take longer than the copies do. The
	// more a step costs, the closer they are, down to leastApart.
	maxApart = 1024
	// maxCopied is how many samples a run with checkpoints may have, as each may hold all of them and their order; with at most
	// maxBetween it has more checkpoints than those evenly spaced.
	maxCopied, maxBetween = 100_000, 10_000
)

// record keeps a copy of the run before its next step, where one is due, and drops those that are no longer needed.
func (c *checkpoints) record(run *scene.Run) {
	now := run.Steps()
	if now%apartAt(run) != 0 || len(c.runs) > 0 && c.runs[len(c.runs)-1].Steps() >= now || run.Trainer().NumSamples() > maxCopied {
		return
	}
	// Those at multiples of twice the distance stay twice as long.
	c.runs = slices.DeleteFunc(c.runs, func(r *scene.Run) bool {
		step := r.Steps()
		return step%evenAt(now) != 0 && now-step > 8*(step&-step)
	})
	c.runs = append(c.runs, run.Clone())
}

// evenAt is the distance of the evenly spaced copies of a run that has come to a step.
func evenAt(step int) int { return leastApart << bits.Len(uint(step/(leastApart*maxEven))) }

// apartAt is the distance of the copies around the step that a run is at.
func apartAt(run *scene.Run) int {
	even := evenAt(run.Steps())
	if run.Trainer().NumSamples() > maxBetween {
		return even
	}
	return min(even, max(leastApart, maxApart>>bits.Len(uint(costsOf(run)/(2*stepCosts)))))
}

// distance is the number of steps to the next copy.
func (c *checkpoints) distance(run *scene.Run) int {
	apart := apartAt(run)
	return apart - run.Steps()%apart
}

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
