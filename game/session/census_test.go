package session

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// Whatever edits there were, a census says what counting all samples anew says; and the one before stays as it is.
func TestACensusKeepsUpWithEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	place := func() [2]float64 {
		if r.IntN(10) == 0 {
			return [2]float64{0, 1e300} // where nothing can be shown
		}
		return [2]float64{math.Round(10 * r.Float64()), math.Round(10 * r.Float64())}
	}
	var s perceptron.Samples
	kept := &Census{}
	for i := range 2000 {
		before, counts, corners := kept, kept.counts, slices.Clone(kept.corners)
		grow := (i/200)%2 == 0
		switch n := s.Len(); {
		case n == 0 || r.IntN(3) == 0 && grow:
			s = perceptron.Samples{X: slices.Clip(s.X), Y: slices.Clip(s.Y)}
			s.Add(place(), r.IntN(4))
		case r.IntN(2) == 0:
			s = s.Clone()
			at := r.IntN(n)
			s.X[at], s.Y[at] = perceptron.Single(place()), uint8(r.IntN(4))
		case !grow:
			at := r.IntN(n)
			s = s.Clone()
			s.X, s.Y = slices.Delete(s.X, at, at+1), slices.Delete(s.Y, at, at+1)
		}
		kept = kept.of(s)
		from, back := Differ(before.Samples, s)
		if gotFrom, gotBack := before.Differ(kept); gotFrom != from || gotBack != back {
			t.Fatalf("edit %d: the same up to %d and in the last %d, want %d and %d", i, gotFrom, gotBack, from, back)
		}
		want := make([]int, s.Classes())
		for _, y := range s.Y {
			want[y]++
		}
		if !slices.Equal(kept.counts[:kept.classes()], want) {
			t.Fatalf("edit %d: %v of each class, want %v", i, kept.counts, want)
		}
		if want := view.SampleCorners(s.X); !reflect.DeepEqual(kept.corners, want) {
			t.Fatalf("edit %d: from and to %v, want %v", i, kept.corners, want)
		}
		if before.counts != counts || !slices.Equal(before.corners, corners) {
			t.Fatalf("edit %d: the census before was written to", i)
		}
	}
}
