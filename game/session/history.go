package session

import "perceptronlab/perceptron/scene"

// A moment is a scene, its edits, and the step it was at.
type moment struct {
	scene scene.Scene
	step  int
	names map[int]string // of test points
}

// A change is what stood before something was done by hand. Undoing an edit leaves the run at its present step, as if it
// had never been made; undoing a new beginning goes back to where the old run was.
type change struct {
	before moment
	edit   bool
}

// mostChanges is how many changes can be undone.
const mostChanges = 200

// history is what undo and redo go through. While a gesture goes on, all its edits are one change.
type history struct {
	past, future []change
	gesture      bool
	begun        bool // the gesture has its change already
}

func (h *history) add(before moment, edit bool) {
	if h.gesture && h.begun {
		return
	}
	h.begun = h.gesture
	h.future = nil
	if len(h.past) == mostChanges {
		h.past = h.past[1:]
	}
	// A new slice: a session that was replaced keeps the old one.
	h.past = append(h.past[:len(h.past):len(h.past)], change{before, edit})
}

// Hold makes one change of all edits until Release: a drag is undone as a whole.
func (s *Session) Hold() { s.history.gesture, s.history.begun = true, false }

// Release ends what Hold began.
func (s *Session) Release() { s.history.gesture, s.history.begun = false, false }

// Revoke ends what Hold began, as if nothing had been done since; a playing run plays on.
func (s *Session) Revoke() error {
	begun, playing, rush := s.history.begun, s.playing, s.rush
	s.Release()
	if !begun {
		return nil
	}
	if err := s.swap(&s.history.past, &s.history.future); err != nil {
		return err
	}
	s.history.future = nil
	s.playing, s.rush = playing, rush
	return nil
}

func (s *Session) present() moment { return moment{s.run.Scene(), s.run.Steps(), s.names} }

func (Undo) apply(s *Session) error { return s.swap(&s.history.past, &s.history.future) }
func (Redo) apply(s *Session) error { return s.swap(&s.history.future, &s.history.past) }

// swap goes back to the last change of one list and puts what stood there onto the other. With an empty list it does nothing.
func (s *Session) swap(from, onto *[]change) error {
	list := *from
	if len(list) == 0 {
		return nil
	}
	last := list[len(list)-1]
	now := s.present()
	step := last.before.step
	if last.edit {
		step = now.step
	}
	if err := s.begin(last.before.scene); err != nil {
		return err
	}
	s.names = last.before.names
	s.goTo(step)
	s.playOnFrom()
	*from = list[:len(list)-1]
	*onto = append((*onto)[:len(*onto):len(*onto)], change{now, last.edit})
	return nil
}
