package session

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"perceptronlab/perceptron/curvature"
	"perceptronlab/perceptron/scene"
)

// sameRun compares what two snapshots show of a run, but not its history.
func sameRun(t *testing.T, what string, got, want Snapshot) {
	t.Helper()
	is := func(a, b any) bool { return reflect.DeepEqual(a, b) || fmt.Sprint(a) == fmt.Sprint(b) } // NaN is not equal to NaN
	if got.Step != want.Step || math.Float64bits(got.Loss) != math.Float64bits(want.Loss) || !is(got.Network.Parameters(), want.Network.Parameters()) {
		t.Errorf("%s: step %d, loss %.17g; want step %d, loss %.17g", what, got.Step, got.Loss, want.Step, want.Loss)
	}
	if !reflect.DeepEqual(got.Samples, want.Samples) || !is(got.Queries, want.Queries) || !reflect.DeepEqual(got.Losses, want.Losses) {
		t.Errorf("%s: samples, asked points or losses differ", what)
	}
}

func TestSeekGoesToAnyStepBitForBit(t *testing.T) {
	for _, batch := range []int{0, 1, 30} {
		sc := scene.Default()
		sc.Train.BatchSize = batch
		s := begin(t, sc)
		meddle(t, s)
		play(t, s, 40, 50)
		do(t, s, &Pause{})
		all := s.Scene()
		for _, step := range []int{700, 0, 1, 33, 31, 700, 12} {
			do(t, s, &Seek{step})
			want, err := scene.Replay(all, step)
			if err != nil {
				t.Fatal(err)
			}
			got := s.Snapshot()
			if got.Step != step || !reflect.DeepEqual(got.Network.Parameters(), want.Trainer().Network().Parameters()) || !reflect.DeepEqual(got.Losses, want.Trainer().LossCurve()) {
				t.Errorf("batch %d: seek to %d came to step %d, or to other weights than a replay", batch, step, got.Step)
			}
			if !reflect.DeepEqual(s.Scene(), all) {
				t.Errorf("batch %d: seek to %d changed the scene", batch, step)
			}
		}
		if err := s.Apply(&Seek{1 << 30}); err == nil || !strings.Contains(err.Error(), "1073741824") {
			t.Errorf("seek beyond what was trained: %v", err)
		}
	}
}

func TestAChangeInThePastForksTheRun(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 30, 10)
	do(t, s, &AddPoint{X: [2]float64{1, 1}, Y: 0}, &Play{})
	play(t, s, 30, 10)
	do(t, s, &Seek{100}, &AddPoint{X: [2]float64{2, 2}, Y: 1})
	got := s.Snapshot()
	if got.Samples.Len() != 101 || got.Farthest != 100 {
		t.Errorf("%d samples, farthest %d after a fork at 100; want 101 and 100", got.Samples.Len(), got.Farthest)
	}
	do(t, s, &Undo{})
	if got := s.Snapshot(); got.Samples.Len() != 100 || got.Step != 100 {
		t.Errorf("%d samples at step %d after undoing the fork, want 100 at 100", got.Samples.Len(), got.Step)
	}
	play(t, s, 30, 10)
	if got := s.Snapshot(); got.Samples.Len() != 101 {
		t.Errorf("%d samples: the first run's point at step 300 did not come back", got.Samples.Len())
	}
}

func TestUndoAndRedoOfEverything(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 3, 10)
	shots := []Snapshot{s.Snapshot()}
	for _, c := range []Command{
		&AddPoint{X: [2]float64{1, 1}, Y: 0},
		&MovePoint{Index: 3, X: [2]float64{0.5, 2}},
		&Set{Key: "train.lr", Value: 0.5},
		&Weights{[][]float64{{1, 2}, {3}}},
		&RemoveQuery{Index: 0},
		&Change{With: "n_samples=40"},
		&Reset{},
		&Load{Link: "preset=xor-mlp"},
		&CSV{Text: "x1,x2,label\n0,0,a\n1,1,b\n2,0,c\n"},
	} {
		do(t, s, c, &Step{})
		shots = append(shots, s.Snapshot())
		do(t, s, &Step{})
		s.Apply(&Seek{s.Snapshot().Step - 1})
	}
	if got := s.Snapshot(); got.Network.Outputs() != 3 || got.Train.Loss != "cross_entropy" {
		t.Errorf("three named classes in a table gave %d outputs and the loss %s", got.Network.Outputs(), got.Train.Loss)
	}
	for range shots[1:] {
		if !s.Snapshot().CanUndo {
			t.Fatal("can't undo all")
		}
		do(t, s, &Undo{})
	}
	got := s.Snapshot()
	if got.CanUndo || !reflect.DeepEqual(got.Samples, shots[0].Samples) || got.Train != shots[0].Train || len(got.Queries) != 2 {
		t.Error("undoing everything did not come back to the first scene")
	}
	for range shots[1:] {
		do(t, s, &Redo{})
	}
	sameRun(t, "redoing everything", s.Snapshot(), shots[len(shots)-1])
	do(t, s, &Undo{}, &AddPoint{X: [2]float64{0, 0}, Y: 0})
	if s.Snapshot().CanRedo {
		t.Error("a new change left something to redo")
	}
}

func TestADragIsUndoneAsAWhole(t *testing.T) {
	s := begin(t, scene.Default())
	s.Hold()
	for i := range 10 {
		do(t, s, &MovePoint{Index: 0, X: [2]float64{float64(i), 0}})
	}
	s.Release()
	do(t, s, &Undo{})
	if got := s.Snapshot(); got.CanUndo || got.Edits != 0 {
		t.Errorf("after undoing a drag %d edits are left", got.Edits)
	}
}

func TestAMoveThatTakesAnothersPlaceIsAChange(t *testing.T) {
	s := begin(t, scene.Default())
	do(t, s, &MovePoint{Index: 3, X: [2]float64{1, 1}})
	before := s.Snapshot()
	do(t, s, &MovePoint{Index: 3, X: [2]float64{2, 1}})
	if got := s.Snapshot(); got.Edits != before.Edits || got.Changes == before.Changes {
		t.Errorf("%d edits, %d changes after %d and %d; want one more change alone", got.Edits, got.Changes, before.Edits, before.Changes)
	}
}

func TestUndoKeepsThePresentStep(t *testing.T) {
	s, plain := begin(t, scene.Default()), begin(t, scene.Default())
	play(t, s, 3, 10)
	do(t, s, &AddPoint{X: [2]float64{1, 1}, Y: 0})
	play(t, s, 3, 10)
	do(t, s, &Undo{})
	play(t, plain, 6, 10)
	sameRun(t, "undo after more steps", s.Snapshot(), plain.Snapshot())
}

func TestALinkComesBackToTheSameDigits(t *testing.T) {
	s := begin(t, scene.Default())
	meddle(t, s)
	back := begin(t, scene.Default())
	do(t, back, &Load{Link: s.Link()})
	sameRun(t, "a link", back.Snapshot(), s.Snapshot())
	if link := begin(t, scene.Default()).Link(); link != "" {
		t.Errorf("the default scene's link is %q, want none", link)
	}
	for _, bad := range []string{"step=-1", "step=2147483648", "step=two", "n_samples=0&step=3", "stop.loss=low", "stop.loss=-1", "stop.tol=Inf", "stop.tol=", "stop.no_mistakes=yes", "threshold=1", "threshold=half", "preset=three-classes&threshold=0.3"} {
		if err := s.Apply(&Load{Link: bad}); err == nil {
			t.Errorf("link %q was accepted", bad)
		}
	}
}

// Links written by earlier versions, with the loss that PyTorch gives (float64). Never change one; only add.
var recordedLinks = []struct {
	link string
	step int
	loss float64
}{
	{"", 0, 0.6185115730224727},
	{"v=1&kind=xor&n_samples=4&layers=2,4,1&manual_seed=1&train.lr=0.5&queries=0,0;1,1&step=1000", 1000, 0.0059741777013478815},
	{"names=0:Anna&stop.loss=0.3&stop.tol=0.001&stop.no_mistakes=true&step=100", 100, 0.5289827581344063},
	{"threshold=0.25&step=100", 100, 0.5289827581344063},
	{"preset=blog&lr=0.1&edits=0:add:0.3,0.2,1;10:set:train.lr,0.2&step=20", 20, 0.4161312675314648},
}

func TestRecordedLinksStillOpen(t *testing.T) {
	for _, r := range recordedLinks {
		s := begin(t, scene.Default())
		do(t, s, &Load{Link: r.link})
		got := s.Snapshot()
		if got.Step != r.step || math.Abs(got.Loss-r.loss) > 1e-9 {
			t.Errorf("%q opens at step %d with loss %.16g, want %d, %.16g", r.link, got.Step, got.Loss, r.step, r.loss)
		}
	}
}

func TestStopConditions(t *testing.T) {
	loss := 0.5
	s := begin(t, scene.Default())
	do(t, s, &Stop{Loss: &loss}, &Finish{})
	for s.Playing() {
		s.Advance(never)
	}
	if got := s.Snapshot(); got.Loss > 0.5 || got.Losses.Losses[len(got.Losses.Losses)-1] <= 0.5 {
		t.Errorf("stopped at loss %g after %g, want the first at most 0.5", got.Loss, got.Losses.Losses[len(got.Losses.Losses)-1])
	}
	do(t, s, &Stop{NoMistakes: true}, &Play{})
	for s.Playing() {
		s.Advance(never)
	}
	if got := s.Snapshot(); got.Accuracy != 1 || got.Epoch >= 1000 {
		t.Errorf("stopped at accuracy %g, epoch %d; want no mistakes before the end", got.Accuracy, got.Epoch)
	}
	do(t, s, &Stop{}, &Finish{})
	s.Advance(never)
	if got := s.Snapshot(); got.Epoch != 1000 || got.Playing {
		t.Errorf("finish came to epoch %d, playing %v, in one tick without a limit", got.Epoch, got.Playing)
	}
	tol := 0.002
	do(t, s, &Reset{}, &Stop{Tol: &tol}, &Play{})
	for s.Playing() {
		s.Advance(never)
	}
	l := s.Snapshot().Losses.Losses
	if n := len(l); !(l[n-11]-l[n-1] < tol) || !(l[n-12]-l[n-2] >= tol) {
		t.Errorf("ten epochs to the stop lowered the loss by %g, those to the one before by %g; want only the first below %g", l[n-11]-l[n-1], l[n-12]-l[n-2], tol)
	}
	back := begin(t, scene.Default())
	do(t, s, &Stop{Loss: &loss, Tol: &tol, NoMistakes: true})
	do(t, back, &Load{Link: s.Link()})
	if got := back.Snapshot(); !reflect.DeepEqual(got.Stop, s.Snapshot().Stop) || got.Step != s.Steps() {
		t.Errorf("the link %q comes back with %+v at step %d", s.Link(), got.Stop, got.Step)
	}
	nan := math.NaN()
	if err := s.Apply(&Stop{Loss: &nan}); err == nil {
		t.Error("a loss that isn't a number was accepted")
	}
}

func TestInsight(t *testing.T) {
	sc, _ := scene.Preset("blog")
	sc.Data.TestSize = 0.25
	s := begin(t, sc)
	play(t, s, 101, 10)
	in := s.Insight()
	if in.Test == nil || in.Test.N != 25 || !(in.Test.Loss < 0.4) {
		t.Errorf("with 25 points held back: %+v", in.Test)
	}
	right, all := 0, 0
	for y, row := range in.Confusion.Counts {
		right += row[y]
		all += row[0] + row[1]
	}
	if got := s.Snapshot(); all != 75 || math.Abs(float64(right)/75-got.Accuracy) > 1e-12 {
		t.Errorf("confusion %v against accuracy %g", in.Confusion.Counts, got.Accuracy)
	}
	m := in.Margin
	if m == nil || m.State.String() != "separable" || m.Gamma == nil || m.Novikoff == nil || m.Angle == nil {
		t.Fatalf("for separable samples and a neuron: %+v", m)
	}
	if limit, of, ok := s.LearningRateLimit(); !ok || of != 75 || !(limit > s.Snapshot().Train.LR) {
		t.Errorf("the learning rate's limit is %g, %t", limit, ok)
	}
	do(t, s, &AddPoint{X: [2]float64{-1, 1}, Y: 1})
	if m := s.Insight().Margin; m == nil || m.State.String() != "overlapping" || m.Gamma != nil {
		t.Errorf("with a point on the wrong side: %+v", m)
	}
}

// Whatever the model, the limit is that of its loss's Hessian at the weights as they are; too large a one is not looked at.
func TestLearningRateLimitOfAnyModel(t *testing.T) {
	for fragment, want := range map[string]struct {
		of int
		ok bool
	}{
		"preset=blog": {100, true}, "preset=xor-mlp": {4, true}, "preset=three-classes": {150, true}, "preset=moons&optimizer=sgd&n_samples=1000": {1000, true},
		"preset=empty": {0, false}, "optimizer=adam": {100, false}, "momentum=1": {100, false}, "loss=hinge": {100, false},
		"layers=2,64,64,64,1": {0, false}, "layers=2,8,8,1&n_samples=50000": {maxBent / 105, true},
	} {
		sc, err := scene.ParseFragment(fragment)
		if err != nil {
			t.Fatal(err)
		}
		s := begin(t, sc)
		limit, of, ok := s.LearningRateLimit()
		if of != want.of || ok != want.ok {
			t.Errorf("%s: %v of %d samples, %t; want of %d, %t", fragment, limit, of, ok, want.of, want.ok)
		}
		c := s.Snapshot()
		config := c.Train.Config()
		lambda := curvature.Largest(c.Network, thinned(c.Samples, max(1, of)), config.Loss, 0)
		if ok && math.Abs(limit*lambda-2) > 1e-9 {
			t.Errorf("%s: limit %v with curvature %v", fragment, limit, lambda)
		}
	}
}

func TestARevokedGestureNeverWas(t *testing.T) {
	s := begin(t, scene.Default())
	do(t, s, &AddPoint{X: [2]float64{1, 1}, Y: 0}, &Play{})
	play(t, s, 30, 1)
	before := s.Snapshot()
	s.Hold()
	do(t, s, &AddQuery{X: [2]float64{0, 0}}, &MoveQuery{Index: 2, X: [2]float64{0, 1}})
	if err := s.Revoke(); err != nil {
		t.Fatal(err)
	}
	got := s.Snapshot()
	sameRun(t, "revoked", got, before)
	if !got.Playing || !got.CanUndo || got.CanRedo {
		t.Errorf("revoked: playing %v, can undo %v, can redo %v; want the run to play on, and nothing to redo", got.Playing, got.CanUndo, got.CanRedo)
	}
	s.Hold()
	if err := s.Revoke(); err != nil {
		t.Fatal(err)
	}
	sameRun(t, "revoked with nothing done", s.Snapshot(), before)
	do(t, s, &Undo{})
	if n := s.Snapshot().Samples.Len(); n != 100 {
		t.Errorf("%d samples after an undo, want 100: the gesture before the revoked one was not undone", n)
	}
}

func TestUndoOfWhatIsNotPartOfTheRun(t *testing.T) {
	s := begin(t, scene.Default())
	play(t, s, 30, 10)
	do(t, s, &Seek{100}, &Play{})
	low := 0.3
	var shots []Snapshot
	changes := [][]Command{
		{&Threshold{0.4}, &Threshold{0.3}, &Threshold{0.2}}, // a drag
		{&Stop{Loss: &low}},
		{&Pin{}},
		{&Race{On: true}},
		{&NameQuery{0, "Anna"}},
		{&Unpin{}},
		{&Threshold{0.7}},
		{&Race{On: false}},
	}
	for _, list := range changes {
		shots = append(shots, s.Snapshot())
		do(t, s, list...)
		do(t, s, &Threshold{s.Snapshot().Threshold}, &Stop{Loss: s.Snapshot().Stop.Loss}) // they change nothing
	}
	shots = append(shots, s.Snapshot())
	is := func(what string, want Snapshot) {
		t.Helper()
		got := s.Snapshot()
		sameRun(t, what, got, want)
		if got.Threshold != want.Threshold || !reflect.DeepEqual(got.Stop, want.Stop) || !reflect.DeepEqual(got.Others, want.Others) {
			t.Errorf("%s: threshold %v, stop %v, %d others; want %v, %v, %d", what, got.Threshold, got.Stop, len(got.Others), want.Threshold, want.Stop, len(want.Others))
		}
		if !got.Playing || got.Farthest != 300 || got.Generation != want.Generation {
			t.Errorf("%s: the run was touched: playing %v, farthest %d, generation %d", what, got.Playing, got.Farthest, got.Generation)
		}
	}
	for i := len(changes) - 1; i >= 0; i-- {
		do(t, s, &Undo{})
		is("undo", shots[i])
	}
	if s.Snapshot().CanUndo {
		t.Error("there is more to undo than was done")
	}
	for i := range changes {
		do(t, s, &Redo{})
		is("redo", shots[i+1])
	}
}

func TestUndoOfALoadBringsBackWhatWasSetBesideTheRun(t *testing.T) {
	s := begin(t, scene.Default())
	low := 0.3
	do(t, s, &Threshold{0.2}, &Stop{Loss: &low}, &Load{Link: "preset=xor"})
	if got := s.Snapshot(); got.Threshold != 0.5 || got.Stop != (Stop{}) {
		t.Errorf("threshold %v and stop %v in another scene, want none", got.Threshold, got.Stop)
	}
	do(t, s, &Undo{})
	if got := s.Snapshot(); got.Threshold != 0.2 || got.Stop.Loss == nil {
		t.Errorf("threshold %v and stop %v after undoing the load", got.Threshold, got.Stop)
	}
}

func TestThePagesOwnSceneIsNotUndone(t *testing.T) {
	s := begin(t, scene.Default())
	do(t, s, &Load{Link: "preset=xor", First: true})
	if got := s.Snapshot(); got.CanUndo || got.Samples.Len() != 4 {
		t.Errorf("can undo %v, %d samples", got.CanUndo, got.Samples.Len())
	}
}
