// Package session is the live run: commands in, snapshots out. It owns the model, the data and the random source;
// nobody else writes them. Every change is recorded as an edit at its step, so that scene and edits replay the run.
package session

import "perceptronlab/perceptron/scene"

// A Session is one run under a person's hands. It is not safe for use by several goroutines.
type Session struct {
	run          *scene.Run
	playing      bool
	stepsPerTick float64
	carry        float64 // steps owed: the fraction that a tick left over
	goal         int     // the epoch at which the run pauses by itself; 0: never
	trail        trail
	generation   int // counts runs begun: by Load, and by Reset
}

// New begins a scene at step 0, paused. The error is that of a scene that can't be run.
func New(s scene.Scene) (*Session, error) {
	run, err := scene.NewRun(s)
	if err != nil {
		return nil, err
	}
	return &Session{run: run, stepsPerTick: 1, goal: run.Train().Epochs}, nil
}

// Apply carries out a command. On an error nothing is changed.
func (s *Session) Apply(c Command) error { return c.apply(s) }

// Advance is one tick of a playing run: it takes the steps of a tick, or fewer where the run ends or enough says
// so (it is asked after each step). It reports whether anything changed.
func (s *Session) Advance(enough func() bool) bool {
	if !s.playing {
		return false
	}
	before := s.run.Steps()
	s.carry += s.stepsPerTick
	for s.carry >= 1 && s.playing {
		s.carry--
		if !s.step() || s.reachedGoal() {
			s.playing = false
		}
		if enough() {
			s.carry = 0
		}
	}
	return s.run.Steps() != before || !s.playing
}

// Scene is the scene as it stands, edits included: what a share link or a file holds.
func (s *Session) Scene() scene.Scene { return s.run.Scene() }

// Restore says how to come back to where the session is, given its Scene.
func (s *Session) Restore() Restore {
	return Restore{Step: s.run.Steps(), Playing: s.playing, StepsPerFrame: s.stepsPerTick}
}

// Steps is the number of steps taken.
func (s *Session) Steps() int { return s.run.Steps() }

// Ended reports whether the run came to where it pauses by itself.
func (s *Session) Ended() bool { return s.reachedGoal() }

// Playing reports whether the run goes on by itself.
func (s *Session) Playing() bool { return s.playing }

func (s *Session) play() {
	s.playing = true
	s.carry = 0
	if s.reachedGoal() {
		s.goal = s.run.Epoch() + s.run.Train().Epochs
	}
}

// step takes one optimiser step; it reports false where none can be taken: no points, or a diverged run.
func (s *Session) step() bool {
	before := s.run.Steps()
	s.trail.record(s.run)
	s.run.Step()
	return s.run.Steps() != before
}

func (s *Session) reachedGoal() bool { return s.goal > 0 && s.run.Epoch() >= s.goal }

func (s *Session) edit(e scene.Edit) error {
	epochs := s.run.Train().Epochs
	if err := s.run.Apply(e); err != nil {
		return err
	}
	if now := s.run.Train().Epochs; now != epochs {
		s.goal = now
	}
	return nil
}

// reset begins the same scene again with all that was changed by hand, but the weights, at step 0.
func (s *Session) reset() error {
	sc := s.run.Scene()
	kept := make([]scene.Edit, 0, len(sc.Edits))
	for _, e := range sc.Edits {
		if e.Weights != nil {
			continue
		}
		e.Step = 0
		kept = append(kept, e)
	}
	sc.Edits = kept
	next, err := New(sc)
	if err != nil {
		return err
	}
	next.stepsPerTick, next.generation = s.stepsPerTick, s.generation+1
	*s = *next
	return nil
}

func (s *Session) restore(r Restore) error {
	if r.StepsPerFrame != 0 {
		if err := s.Apply(Speed{r.StepsPerFrame}); err != nil {
			return err
		}
	}
	for s.run.Steps() < r.Step && s.step() {
	}
	if s.reachedGoal() {
		s.goal = 0
		if epochs := s.run.Train().Epochs; epochs > 0 {
			s.goal = (s.run.Epoch() + epochs - 1) / epochs * epochs
		}
	}
	s.playing = r.Playing
	return nil
}
