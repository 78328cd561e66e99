package session

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"

	"perceptronlab/perceptron/scene"
)

// A run that a change kept, or a check-point, is what a replay comes to: two sessions, one of which forgets them, are the same after
// each of many commands, and the same as their scene's run from its beginning.
func TestUndoGoesBackToWhatAReplayComesTo(t *testing.T) {
	seeds := uint64(60)
	if testing.Short() {
		seeds = 15
	}
	defer func(all int) { movedApart = all }(movedApart)
	for seed := range seeds {
		movedApart = int(seed/6%2) * maxSeparated // in half of them, samples are moved as among very many
		rng := rand.New(rand.NewPCG(seed, 0))
		link := []string{"", "train.batch_size=7", "layers=2,3,1&train.optimizer=adam", "preset=rosenblatt", "n_samples=30&test_size=0.3", "preset=diverging&lr=5e102"}[seed%6]
		kept, replayed := fromLink(t, link), fromLink(t, link)
		said := ""
		for range 40 {
			n := max(1, kept.Snapshot().Samples.Len())
			x := [2]float64{float64(float32(rng.NormFloat64())), float64(float32(rng.NormFloat64()))}
			var c Command
			switch rng.IntN(17) {
			case 0:
				c = &AddPoint{X: x, Y: rng.IntN(2)}
			case 1:
				c = &MovePoint{Index: rng.IntN(min(n, 4)), X: x}
			case 2:
				c = &RemovePoint{Index: rng.IntN(n)}
			case 3:
				c = &AddQuery{X: x}
			case 4:
				c = &Set{Key: "train.lr", Value: rng.Float64() + 0.01}
			case 5:
				c = &Set{Key: "train.epochs", Value: rng.IntN(30)}
			case 6:
				c = &Seek{rng.IntN(kept.Snapshot().Farthest + 1)}
			case 7:
				c = &Threshold{rng.Float64()*0.8 + 0.1}
			case 8:
				c = &Reset{}
			case 9:
				c = &Step{N: 1 + rng.IntN([]int{40, 400}[rng.IntN(2)])}
			case 10:
				c = &Epoch{}
			case 11:
				c = &Redo{}
			case 12:
				c = &Weights{[][]float64{{rng.NormFloat64(), 1}, {0}}} // which fit a single neuron
			case 13:
				c = []Command{&Load{Link: link}, &Change{With: "manual_seed=" + fmt.Sprint(seed)}}[rng.IntN(2)]
			case 14:
				c = &Race{On: rng.IntN(3) > 0}
			default:
				c = &Undo{}
			}
			hold := rng.IntN(5)
			said += fmt.Sprintf("%T%+v ", c, c)
			for _, s := range []*Session{kept, replayed} {
				if hold == 0 {
					s.Hold()
				}
				s.Apply(c) // an error is the same for both
				if hold == 1 {
					s.Release()
				}
			}
			replayed.history.forgetRuns()
			replayed.checkpoints, replayed.farthest = checkpoints{}, kept.farthest // which a replay doesn't know
			got, want := kept.Snapshot(), replayed.Snapshot()
			sameRun(t, said, got, want)
			isReplay(t, said, kept)
			got.Trail, want.Trail = nil, nil   // whose distances depend on how far the run has been
			got.Others, want.Others = nil, nil // a replay begins the race anew
			got.Network, want.Network = nil, nil
			if c, anew := got.Census, (&Census{}).of(kept.run.Trainer().Look().Clone()); c.counts != anew.counts || !reflect.DeepEqual(c.corners, anew.corners) {
				t.Fatalf("seed %d, %s: %v to %v, want %v to %v", seed, said, c.counts, c.corners, anew.counts, anew.corners)
			}
			got.Census, want.Census = nil, nil
			if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) || !reflect.DeepEqual(kept.Scene(), replayed.Scene()) {
				t.Fatalf("seed %d, %s:\n%+v\nwant\n%+v", seed, said, got, want)
			}
			if t.Failed() {
				t.FailNow()
			}
		}
	}
}

// Weights set by hand where the loss was no longer finite come back after an undo, and the run goes on from them.
func TestRedoOfWhatSavedARunFromDiverging(t *testing.T) {
	for _, forgets := range []bool{false, true} {
		s := fromLink(t, "preset=diverging&lr=5e102")
		do(t, s, &Step{N: 20})
		if at := s.Snapshot(); !at.Diverged || math.IsInf(at.Network.Parameters()[0][0], 0) {
			t.Fatalf("diverged %v with the weights %v", at.Diverged, at.Network.Parameters())
		}
		do(t, s, &Weights{[][]float64{{1, 2}, {3}}}, &Undo{})
		if forgets {
			s.history.forgetRuns()
		}
		do(t, s, &Redo{})
		isReplay(t, "redone ", s)
		at := s.Steps()
		if do(t, s, &Step{N: 2}); s.Steps() != at+2 {
			t.Errorf("forgets runs %v: the run stays at step %d", forgets, at)
		}
	}
}

// The lines that a run left behind are its own after an undo and a redo, and not those of what was undone.
func TestTheTrailIsThatOfTheRun(t *testing.T) {
	s := begin(t, scene.Default())
	want := begin(t, scene.Default())
	does := func(list ...Command) { do(t, s, list...); do(t, want, list...) }
	does(&Step{N: 5}, &AddPoint{X: [2]float64{3, 3}, Y: 1}, &Step{N: 10})
	do(t, s, &Undo{}, &Redo{})
	if !reflect.DeepEqual(s.Snapshot().Trail, want.Snapshot().Trail) || !reflect.DeepEqual(s.path, want.path) || !reflect.DeepEqual(s.Settling(), want.Settling()) {
		t.Errorf("after an undo and a redo: %v\nwant %v", s.Snapshot().Trail, want.Snapshot().Trail)
	}
}

// isReplay compares a session with the run of its scene from the beginning, and what both do next.
func isReplay(t *testing.T, what string, s *Session) {
	t.Helper()
	if s.Playing() {
		return // it is on its way
	}
	want, err := scene.Replay(s.Scene(), s.Steps())
	if err != nil {
		t.Fatal(err)
	}
	got := s.run.Clone()
	for range 2 {
		shots := [2]Snapshot{}
		for i, run := range []*scene.Run{got, want} {
			of := newSession(run)
			of.settings = s.settings
			shots[i] = of.Snapshot()
			run.Advance(3) // what can't be seen shows in what follows
		}
		sameRun(t, what+"and a replay", shots[0], shots[1])
	}
}

// Undo is bounded by what it holds, too: a copy of 20,000 edits is 1.8 MB.
func TestUndoOfVeryManyEditsIsHeldWithinBounds(t *testing.T) {
	sc := scene.Default()
	for i := range 20_000 {
		sc.Edits = append(sc.Edits, scene.Edit{Add: &scene.Point{X: [2]float64{float64(i), 1}, Y: i % 2}})
	}
	s := begin(t, sc)
	held := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	for i := range maxChanges {
		add := &AddPoint{X: [2]float64{1, float64(i)}}
		do(t, s, &MovePoint{Index: i, X: [2]float64{1, 2}}, add, add, &Undo{})
		s.Snapshot()
	}
	if grown := int64(held()) - int64(before); grown > 128<<20 {
		t.Errorf("%d MB more after %d changes", grown>>20, len(s.history.past))
	}
	if len(s.history.past) < 30 {
		t.Errorf("only %d changes can be undone", len(s.history.past))
	}
	runtime.KeepAlive(s)
}
