package scene

import (
	"slices"

	"perceptronlab/perceptron"
)

// Run is a running scene. Its state follows from the scene, its edits and the number of steps alone, so a replay
// gives the same bits.
type Run struct {
	record  Record // with the edits applied so far and those still to come
	lent    int    // how many of its edits others may hold, which are not written to any more
	next    int    // the first edit still to come
	form    form
	trainer *perceptron.Trainer
	queries queries
}

// NewRun starts the scene and applies its edits of step 0. The error is Validate's.
func NewRun(s Scene) (*Run, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	s = s.Clone()
	s.Edits, _ = s.validEdits()
	return Restart(s), nil
}

// Restart is NewRun for a scene that is valid, with edits in the form that Parse and Run give them, and that nobody writes to:
// it is not copied.
func Restart(s Scene) *Run {
	r := s.Record()
	return r.Restart()
}

// Replay returns the scene's run after that many steps, or where it stops before: without points, or diverged.
func Replay(s Scene, step int) (*Run, error) {
	r, err := NewRun(s)
	if err != nil {
		return nil, err
	}
	r.stepTo(step)
	return r, nil
}

func (r *Run) stepTo(step int) {
	for r.Steps() < step && r.Advance(step-r.Steps()) > 0 {
	}
}

// Step takes one step of the optimiser, even past the end, and then applies the edits recorded for the step reached.
// Without points, and once the run has diverged, it does nothing.
func (r *Run) Step() { r.Advance(1) }

// Advance is n calls of Step in less time, but stops after the next recorded edits, which it applies. It returns how
// many steps it took.
func (r *Run) Advance(n int) (taken int) {
	taken, _ = r.AdvanceUntil(n, nil)
	return taken
}

// AdvanceUntil is Advance, but leaves a step that takes long when enough says so, as perceptron.Trainer's RunUntil does. It
// reports whether one was left.
func (r *Run) AdvanceUntil(n int, enough func() bool) (taken int, left bool) {
	if r.next < r.record.Len() {
		n = min(n, r.record.Edit(r.next).Step-r.Steps())
	}
	before := r.Steps()
	left = r.trainer.RunUntil(n, enough)
	if taken = r.Steps() - before; taken > 0 {
		r.applyDue()
	}
	return taken, left
}

func (r *Run) applyDue() {
	for r.next < r.record.Len() && r.record.Edit(r.next).Step <= r.Steps() {
		e := *r.record.Edit(r.next)
		r.form.follow(e)
		r.apply(e)
		r.next++
	}
}

// Steps is the number of steps taken.
func (r *Run) Steps() int { return r.trainer.Steps() }

// Epoch is the number of whole epochs done.
func (r *Run) Epoch() int { return r.trainer.Epoch() }

// Ended reports whether the run came to train.epochs; with 0 there it never does.
func (r *Run) Ended() bool { return r.form.train.Epochs > 0 && r.Epoch() >= r.form.train.Epochs }

// Trainer is the run's own trainer: read only.
func (r *Run) Trainer() *perceptron.Trainer { return r.trainer }

// Train is how the run trains at present: the scene's values and what edits set since.
func (r *Run) Train() Train { return r.form.train }

// Queries are the points asked about at present. The slice never changes and may be kept, but not written to.
func (r *Run) Queries() [][2]float64 { return slices.Clip(r.queries.x) }

// QueryNumbers are the numbers of Queries, under the same terms: each point keeps its number, whatever is removed
// before it. The scene's have 0, 1, …, and one that is added gets the next that the run has never used.
func (r *Run) QueryNumbers() []int { return slices.Clip(r.queries.numbers) }

// Record is the scene with all its edits: those applied, in the order of their steps, then those still to come. It costs little,
// however many there are.
func (r *Run) Record() Record {
	r.lent = r.record.Len()
	c := r.record
	c.edits = c.edits.first(r.lent)
	return c
}

// Scene is Record as a scene. What it holds never changes and may be kept, but not written to.
func (r *Run) Scene() Scene {
	c := r.Record()
	return c.Scene()
}

// Now is Record for a look: it is not to be kept, nor restarted, as the next change may write to it.
func (r *Run) Now() *Record { return &r.record }

// Applied is how many of its edits have been applied.
func (r *Run) Applied() int { return r.next }

// Follow puts a record's later edits in place of r's own edits to come: those after as many as r has applied. c must be of the same
// run, whose first edits are r's, as that of a clone of r that went on.
func (r *Run) Follow(c Record) {
	r.record, r.lent = c, c.Len()
	r.applyDue()
}

// Clone returns a run that goes on exactly as r would, and that nothing done to r changes.
func (r *Run) Clone() *Run {
	c := *r
	c.record, c.lent = r.Record(), r.record.Len()
	c.queries = r.queries.clone()
	c.trainer = r.trainer.Clone()
	return &c
}
