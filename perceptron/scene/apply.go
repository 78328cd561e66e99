package scene

import (
	"cmp"
	"slices"

	"perceptronlab/perceptron/refusal"
)

// Apply makes a change at the present step, whatever step e names, and records it. Recorded edits that lie later are
// dropped: from here on this is another run. On an error, which is a *refusal.Error, nothing is changed.
func (r *Run) Apply(e Edit) error {
	e.Step = r.Steps()
	f := r.form
	e, err := f.validate(e)
	if err != nil {
		err.Key = cmp.Or(err.Key, whole)
		return err
	}
	if r.next > 0 && e.replaces(*r.record.Edit(r.next - 1)) {
		r.next--
	}
	if r.next < r.lent {
		r.record.edits, r.lent = r.record.edits.first(r.next), r.next
	}
	r.record.edits.cut(r.next)
	r.record.edits.append(e)
	if !e.OfQueries() && r.divergedByLoss() {
		return r.replay()
	}
	r.form, r.next = f, r.next+1
	r.apply(e)
	return nil
}

// divergedByLoss reports whether the run diverged with finite parameters: the next step found that the loss isn't finite.
func (r *Run) divergedByLoss() bool {
	if _, diverged := r.trainer.Diverged(); !diverged {
		return false
	}
	for _, list := range r.trainer.Network().Parameters() {
		if slices.ContainsFunc(list, func(v float64) bool { return !refusal.AnyFinite.OK(v) }) {
			return false
		}
	}
	return true
}

// replaces reports whether e, made right after another edit, leaves nothing of it: a drag is many moves at one step.
func (e Edit) replaces(last Edit) bool {
	if e.Step != last.Step {
		return false
	}
	moved := func(a, b *Moved) bool {
		return a != nil && b != nil && a.Index == b.Index && (a.Y != nil || b.Y == nil)
	}
	// Not any value: a change of the optimizer, even to the present one's name by way of another, begins its buffers anew.
	rate := func(set map[string]any) bool { return len(set) == 1 && set["train.lr"] != nil }
	return moved(e.Move, last.Move) || moved(e.MoveQuery, last.MoveQuery) || e.Weights != nil && last.Weights != nil ||
		rate(e.Set) && rate(last.Set)
}

// replay goes from the beginning to the present step. A trainer that found its loss diverged never moves again, but
// a replay applies the new edit on reaching that step, before it takes the next; so only a replay gives the same as a replay.
func (r *Run) replay() error {
	replayed, err := Replay(r.record.Scene(), r.Steps())
	if err == nil {
		*r = *replayed
	}
	return err
}

// apply makes a change that was found valid.
func (r *Run) apply(e Edit) {
	t := r.trainer
	switch {
	case e.OfSamples():
		e.EditSamples(t)
	case e.AddQuery != nil:
		r.queries.add(e.AddQuery.X)
	case e.MoveQuery != nil:
		r.queries.move(e.MoveQuery.Index, e.MoveQuery.X)
	case e.RemoveQuery != nil:
		r.queries.remove(e.RemoveQuery.Index)
	case e.Weights != nil:
		if err := t.SetParameters(e.Weights); err != nil {
			panic("scene: an edit that was found valid did not fit: " + err.Error())
		}
	default:
		t.Configure(r.form.train.Config())
	}
}

// Editable are samples that edits can change: a perceptron.Trainer's, or those of another rule.
type Editable interface {
	Label(i int) int
	Add(x [2]float64, y int)
	Move(i int, x [2]float64, y int)
	Remove(i int)
}

// EditSamples makes the change of an edit that a run found valid. Samples that have had all of the run's edits so far keep up
// with it; where the edit is not OfSamples they stay as they are.
func (e Edit) EditSamples(s Editable) {
	switch {
	case e.Add != nil:
		s.Add(e.Add.X, e.Add.Y)
	case e.Move != nil:
		y := s.Label(e.Move.Index)
		if e.Move.Y != nil {
			y = *e.Move.Y
		}
		s.Move(e.Move.Index, e.Move.X, y)
	case e.Remove != nil:
		s.Remove(e.Remove.Index)
	}
}
