package session

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"

	"perceptronlab/perceptron/scene"
)

// A run that a change kept is what a replay comes to: two sessions, one of which forgets them, are the same after each of many
// commands.
func TestUndoGoesBackToWhatAReplayComesTo(t *testing.T) {
	seeds := uint64(60)
	if testing.Short() {
		seeds = 15
	}
	for seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 0))
		link := []string{"", "train.batch_size=7", "layers=2,3,1&train.optimizer=adam", "preset=rosenblatt", "n_samples=30&test_size=0.3"}[seed%5]
		kept, replayed := fromLink(t, link), fromLink(t, link)
		said := ""
		for range 40 {
			n := max(1, kept.Snapshot().Samples.Len())
			x := [2]float64{float64(float32(rng.NormFloat64())), float64(float32(rng.NormFloat64()))}
			var c Command
			switch rng.IntN(14) {
			case 0:
				c = &AddPoint{X: x, Y: rng.IntN(2)}
			case 1:
				c = &MovePoint{Index: rng.IntN(n), X: x}
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
				c = &Step{N: 1 + rng.IntN(40)}
			case 10:
				c = &Epoch{}
			case 11:
				c = &Redo{}
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
			got, want := kept.Snapshot(), replayed.Snapshot()
			sameRun(t, said, got, want)
			got.Trail, want.Trail = nil, nil // whose distances depend on how far the run has been
			got.Network, want.Network = nil, nil
			if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) || !reflect.DeepEqual(kept.Scene(), replayed.Scene()) {
				t.Fatalf("seed %d, %s:\n%+v\nwant\n%+v", seed, said, got, want)
			}
			if t.Failed() {
				t.FailNow()
			}
		}
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
