package scene

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// Records stay as they were while runs go on, go back and fork, whatever they share; and they know what that is.
func TestRecordsStayAsTheyWere(t *testing.T) {
	type kept struct {
		record Record
		edits  []Edit
		at     int
	}
	var all []kept
	rng := rand.New(rand.NewPCG(1, 0))
	run := mustRun(t, "n_samples=4")
	keep := func() {
		r := run.Record()
		all = append(all, kept{r, slices.Clone(r.Scene().Edits), run.Steps()})
	}
	rounds := 15
	if testing.Short() {
		rounds = 7
	}
	for range rounds {
		back := run.Clone()
		for range rng.IntN(2 * blockLength) {
			e := Edit{AddQuery: &Query{[2]float64{rng.Float64(), 0}}}
			if rng.IntN(2) == 0 {
				e = Edit{MoveQuery: &Moved{Index: 0, X: [2]float64{rng.Float64(), 1}}} // which often replaces another
			}
			if err := run.Apply(e); err != nil {
				t.Fatal(err)
			}
			switch rng.IntN(20) {
			case 0:
				keep()
			case 1:
				run.Step()
			case 2:
				run = run.Clone()
			}
		}
		keep()
		switch rng.IntN(4) {
		case 0, 1:
			back.Follow(run.Record())
			run = back
		case 2:
			// Two runs of one record, which was made from a scene, both append.
			a := all[len(all)-1].record.Scene().Record()
			for range 2 {
				run = a.Restart()
				run.stepTo(all[len(all)-1].at)
				for range blockLength {
					if err := run.Apply(Edit{AddQuery: &Query{[2]float64{rng.Float64(), 2}}}); err != nil {
						t.Fatal(err)
					}
				}
				keep()
			}
		}
	}
	longest := 0
	for i, a := range all {
		if longest = max(longest, len(a.edits)); !reflect.DeepEqual(a.record.Scene().Edits, a.edits) || a.record.Len() != len(a.edits) {
			t.Fatalf("record %d changed: %d edits, want %d", i, a.record.Len(), len(a.edits))
		}
		b := all[rng.IntN(len(all))]
		want := 0
		for want < min(len(a.edits), len(b.edits)) && sameEdit(&a.edits[want], &b.edits[want]) {
			want++
		}
		if n, ok := a.record.Shared(&b.record); n != want || !ok {
			t.Fatalf("two records share %d edits, %v; want %d", n, ok, want)
		}
		if i%20 > 0 {
			continue
		}
		copied := a.record.Scene().Clone().Record()
		if own, other := a.record.Apart(&a.record), a.record.Apart(&copied); own != 0 || other != len(a.edits) {
			t.Fatalf("a record of %d edits holds %d that it doesn't, and %d that a copy doesn't", len(a.edits), own, other)
		}
	}
	if longest < 3*blockLength {
		t.Errorf("the longest has only %d edits", longest)
	}
}
