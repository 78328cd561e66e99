package session

import (
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// A sample that is dragged among very many moves in its place: what is said of the samples, also by those who didn't see each move,
// is as if all had been looked at again, and undo has them as they were.
func TestADragAmongVeryManyMovesInPlace(t *testing.T) {
	const n = maxSeparated + 1
	r := rand.New(rand.NewPCG(3, 4))
	var own perceptron.Samples
	for range n {
		own.Add([2]float64{r.Float64(), r.Float64()}, r.IntN(2))
	}
	s, err := New(scene.Default().WithPoints(own))
	if err != nil {
		t.Fatal(err)
	}
	apply := func(c Command) {
		t.Helper()
		if err := s.Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	seen, was := s.Snapshot().Census, own.Clone() // by who looks now and then
	look := func(index int) {
		t.Helper()
		got, want := s.Snapshot().Census, (&Census{}).of(s.run.Trainer().Look())
		if got.counts != want.counts || !reflect.DeepEqual(got.corners, want.corners) {
			t.Errorf("%v of each class to %v, want %v to %v", got.counts, got.corners, want.counts, want.corners)
		}
		found := s.confusion()
		s.counted = counted{}
		if want := s.confusion(); !reflect.DeepEqual(found, want) {
			t.Errorf("right and wrong are %v, want %v", found, want)
		}
		gone, come := seen.Difference(got)
		before, now := was.Part(index, index+1), got.Samples.Clone()
		if after := now.Part(index, index+1); !reflect.DeepEqual(gone, before) || !reflect.DeepEqual(come, after) {
			t.Errorf("%v is gone and %v has come, want %v and %v", gone, come, before, after)
		}
		seen, was = got, now
	}
	s.Hold()
	to := func(x float64, y int) *MovePoint { return &MovePoint{Index: 7, X: [2]float64{x, x}, Y: &y} }
	apply(to(2, 0))
	look(7)
	var m, after runtime.MemStats
	runtime.ReadMemStats(&m)
	for i := range 20 {
		apply(to(3-float64(i), i%2))
		s.Snapshot()
	}
	if runtime.ReadMemStats(&after); after.TotalAlloc-m.TotalAlloc > n {
		t.Errorf("20 moves took %d bytes, want less than a byte a sample", after.TotalAlloc-m.TotalAlloc)
	}
	look(7)
	one := 1
	apply(&MovePoint{Index: 8, X: [2]float64{5, 5}, Y: &one}) // another, in the same gesture
	apply(&MovePoint{Index: 8, X: [2]float64{6, 6}, Y: &one})
	look(8)
	s.Release()
	apply(&Undo{})
	if got := s.Snapshot().Samples; !reflect.DeepEqual(got, own) {
		t.Error("undo has other samples")
	}
	apply(&Redo{})
	if x := s.Snapshot().Samples.X; x[7] != [2]float32{-16, -16} || x[8] != [2]float32{6, 6} {
		t.Errorf("redo has %v and %v", x[7], x[8])
	}
}
