package session

import "perceptronlab/perceptron/scene"

// A course is a run with what was noted on its way. Nobody else writes to what it holds.
type course struct {
	run         *scene.Run
	trail       trail
	path        trail
	settling    settling
	checkpoints checkpoints
	farthest    int // the farthest step that the run has reached, up to which seek goes
	race        *race
}

// leave ends the run where it is and returns its course, which is to be replaced: it is handed over, not copied.
func (s *Session) leave() *course {
	s.pause()
	left := s.course
	return &left
}

// take puts a course in place of the present one, which is paused.
func (s *Session) take(c course) {
	s.course, s.goal, s.carry = c, c.run.Train().Epochs, 0
	s.generation++
}

// fit drops every other checkpoint of the course that a change has until it holds at most that many bytes, and the course itself if
// it holds more without any. It returns how many it holds.
func (c *change) fit(most int) int {
	for {
		held, points := c.left.bytes(), &c.left.checkpoints
		if held <= most {
			return held
		}
		if len(points.runs) == 0 {
			c.left = nil
			return 0
		}
		half := points.runs[:len(points.runs)/2]
		for i := range half {
			half[i] = points.runs[2*i+1]
		}
		clear(points.runs[len(half):])
		points.runs = half
	}
}

// bytes is about how many bytes a course holds that its scene doesn't.
func (c *course) bytes() int {
	t := c.run.Trainer()
	held, next := bytesOfRun(c.run, nil)+8*t.NumSamples()+24*t.TestSamples().Len(), c.run
	held += len(c.path.traces) * 8 * t.Network().NumParameters()
	if c.race != nil {
		held += len(c.race.baselines) * (10_000 + 32*t.NumSamples()) // each has samples of its own
	}
	for i := len(c.checkpoints.runs) - 1; i >= 0; i-- {
		run := c.checkpoints.runs[i]
		held, next = held+bytesOfRun(run, next), run
	}
	return held
}
