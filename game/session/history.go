package session

import (
	"math"
	"slices"

	"perceptronlab/perceptron/scene"
)

// A moment is a scene, its edits, the step it was at, and the session's settings.
type moment struct {
	scene    scene.Record
	step     int
	settings settings
	racing   bool
}

// A kind says how much of a moment a change changed.
type kind int

const (
	ofScene    kind = iota // the run started over: undoing it goes back to where the old run was
	ofRun                  // an edit: undoing it leaves the run at its present step, as if it had never been made
	ofSettings             // no part of the run
)

// A change is the state before something was done by hand.
type change struct {
	before moment
	kind   kind
	run    *scene.Run // of an edit: as it was then, if the present run was the same up to there; nil: it is to be made again
	left   *course    // of another scene: as it was then; nil: it is to be made again
}

// history is what undo and redo step through. While a gesture goes on, all its edits are one change.
type history struct {
	past, future []*change
	gesture      bool
	begun        bool // the gesture has its change already
	sliding      bool // the last change was a slider's, and the next may be of the same drag
}

func (h *history) add(c *change) {
	h.sliding = false
	if h.gesture && h.begun {
		return
	}
	h.begun = h.gesture
	h.future = nil
	// A new slice: a session that was replaced keeps the old one.
	h.past = within(append(h.past[:len(h.past):len(h.past)], c))
}

// forgetRuns is for a run that has nothing to do with the last.
func (h *history) forgetRuns() {
	for _, c := range slices.Concat(h.past, h.future) {
		c.run, c.left = nil, nil
	}
}

// takes reports whether a change would be one of its own, and not a part of the gesture's.
func (h *history) takes() bool { return !h.gesture || !h.begun }

// slide is add for a slider: all that it does until something else is done is one change. Within a gesture it is part of that one's.
func (h *history) slide(c *change) {
	if !h.sliding {
		h.add(c)
	}
	h.sliding = !h.gesture
}

// settle drops the change of a slider that is back where it was before: there is nothing to undo.
func (h *history) settle(is func(before moment) bool) {
	if last := len(h.past) - 1; h.sliding && is(h.past[last].before) {
		h.past, h.sliding = h.past[:last], false
	}
}

// Hold makes one change of all edits until Release: a drag is undone as a whole.
func (s *Session) Hold() { s.history.gesture, s.history.begun = true, false }

// Release ends what Hold began.
func (s *Session) Release() { s.history.gesture, s.history.begun = false, false }

// Revoke ends what Hold began, as if nothing had been done since; a playing run plays on.
func (s *Session) Revoke() error {
	begun, playing, toEnd := s.history.begun, s.playing, s.toEnd
	s.Release()
	if !begun {
		return nil
	}
	if err := s.swap(&s.history.past, &s.history.future); err != nil {
		return err
	}
	s.history.future = nil
	if s.toward != nil {
		s.toward.plays = playing
	} else {
		s.playing, s.toEnd = playing, toEnd
	}
	return nil
}

func (s *Session) present() moment {
	return moment{s.run.Record(), s.target(), s.settings, s.race != nil}
}

func (*Undo) apply(s *Session) error { return s.swap(&s.history.past, &s.history.future) }
func (*Redo) apply(s *Session) error { return s.swap(&s.history.future, &s.history.past) }

// swap goes back to the last change of one list and puts the present state onto the other. With an empty list it does nothing.
func (s *Session) swap(from, onto *[]*change) error {
	list := *from
	if len(list) == 0 {
		return nil
	}
	last := list[len(list)-1]
	now, before := &change{before: s.present(), kind: last.kind}, last.before
	switch last.kind {
	case ofScene:
		now.left = s.leave()
		s.comeBack(last)
	case ofRun:
		s.pause()
		now.run = s.become(last)
	}
	s.settings = before.settings
	if !before.racing {
		s.race = nil
	} else if s.race == nil {
		s.race, _ = newRace(s)
	}
	switch last.kind {
	case ofSettings:
		s.changes++
	case ofScene:
		s.goTo(before.step, false)
	case ofRun:
		s.goTo(now.before.step, false)
	}
	s.history.sliding = false
	*from = list[:len(list)-1]
	*onto = within(append((*onto)[:len(*onto):len(*onto)], now))
	return nil
}

// comeBack puts the course of another scene, which was left by a change, in place of the present one, or else begins it again.
func (s *Session) comeBack(c *change) {
	if c.left == nil {
		s.begin(c.before.scene.Restart())
		return
	}
	s.take(*c.left)
	c.left = nil
}

// become puts a run of the scene before an edit in place of the present one: as near to the present step as there is one at hand.
// It returns the present run if the other is the same up to its step.
func (s *Session) become(c *change) (kept *scene.Run) {
	present, run := s.run, c.run
	edits, step, same := parting(present.Now(), &c.before.scene)
	if run == nil || run.Steps() > present.Steps() {
		run = s.nearest(func(r *scene.Run) bool {
			_, diverged := r.Trainer().Diverged() // another edit might have kept it from that
			return same && !diverged && r.Applied() <= edits && r.Steps() <= step
		})
		if run != nil {
			run.Follow(c.before.scene)
		}
	}
	// The race has no checkpoints: it stays where nothing was trained since, and it has seen no edit that differs.
	if run == nil || s.race != nil && (run.Steps() < present.Steps() || s.race.next > edits) {
		s.begin(c.before.scene.Restart())
		return nil
	}
	s.branch(run)
	if same && present.Steps() <= step {
		return present
	}
	return nil
}

// nearest is a copy of the present run, or else of the last that is at hand, for which the condition holds; nil if there is none.
func (s *Session) nearest(is func(*scene.Run) bool) *scene.Run {
	if is(s.run) {
		return s.run.Clone()
	}
	if run := s.checkpoints.last(is); run != nil {
		return run.Clone()
	}
	return nil
}

// parting is how many edits two records begin with that are the same, and the step up to which their runs are. ok is false if they
// are not of one scene.
func parting(a, b *scene.Record) (edits, step int, ok bool) {
	edits, ok = a.Shared(b)
	step = math.MaxInt
	for _, r := range []*scene.Record{a, b} {
		if edits < r.Len() {
			step = min(step, r.Edit(edits).Step)
		}
	}
	return edits, step, ok
}

// branch puts a run in place of the present one that was the same up to its step.
func (s *Session) branch(run *scene.Run) {
	c, step := s.course, run.Steps()
	c.run, c.farthest = run, step
	c.trail.cut(step - 1)
	c.path.cut(step - 1)
	c.checkpoints.drop(step)
	s.take(c)
}
