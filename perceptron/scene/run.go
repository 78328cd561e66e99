package scene

import (
	"slices"

	"perceptronlab/perceptron"
)

// Run is a running scene. Its state follows from the scene, its edits and the number of steps alone, so a replay
// gives the same bits.
type Run struct {
	scene   Scene // with the edits applied so far and those still to come
	lent    int   // how many of its edits others may hold, which are not written to any more
	next    int   // the first edit still to come
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
	s.Edits = slices.Clip(s.Edits)
	r := &Run{scene: s, lent: len(s.Edits), form: s.form(), trainer: s.trainer(), queries: newQueries(s.Queries)}
	r.applyDue()
	return r
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
	if r.next < len(r.scene.Edits) {
		n = min(n, r.scene.Edits[r.next].Step-r.Steps())
	}
	before := r.Steps()
	r.trainer.Run(n)
	if taken = r.Steps() - before; taken > 0 {
		r.applyDue()
	}
	return taken
}

func (r *Run) applyDue() {
	for r.next < len(r.scene.Edits) && r.scene.Edits[r.next].Step <= r.Steps() {
		r.form.follow(r.scene.Edits[r.next])
		r.apply(r.scene.Edits[r.next])
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

// Scene is the scene with all its edits: those applied, in the order of their steps, then those still to come. What it
// holds never changes and may be kept, but not written to.
func (r *Run) Scene() Scene {
	r.lent = len(r.scene.Edits)
	s := r.scene
	s.Edits = slices.Clip(s.Edits)
	return s
}

// Now is Scene for a look: it is not to be kept, nor its edits, as the next change may write to the last of them.
func (r *Run) Now() *Scene { return &r.scene }

// Follow puts a scene's later edits in place of r's own edits to come: those after as many as r has applied. s must be a
// scene of the same run, whose first edits are r's, as that of a clone of r that went on.
func (r *Run) Follow(s Scene) { r.scene.Edits, r.lent = slices.Clip(s.Edits), len(s.Edits) }

// Clone returns a run that goes on exactly as r would, and that nothing done to r changes.
func (r *Run) Clone() *Run {
	c := *r
	c.scene, c.lent = r.Scene(), len(r.scene.Edits)
	c.queries = r.queries.clone()
	c.trainer = r.trainer.Clone()
	return &c
}
