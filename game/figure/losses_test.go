package figure

import (
	"math"
	"testing"
)

// The loss that a run is trained with is the same number, by whatever way.
func TestBothLossesAreThoseOfRunsThatAreTrainedWithThem(t *testing.T) {
	of := func(link string) *Figure {
		f := begin(t, "")
		hear(t, f, `{"type": "load", "link": "`+link+`"}`)
		return f
	}
	for _, at := range []string{"step=0", "step=300"} {
		bce, mse := of("preset=blog&"+at), of("preset=blog&train.loss=mse&"+at)
		if got, want := answered[*lossesReport](t, bce, "losses").BCE, bce.Snapshot().Loss; math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: cross-entropy %v, trained with it %v", at, got, want)
		}
		if got, want := answered[*lossesReport](t, mse, "losses").MSE, mse.Snapshot().Loss; math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: squared error %v, trained with it %v", at, got, want)
		}
	}
	for _, none := range []string{"preset=three-classes", "preset=empty"} {
		if got := answered[*lossesReport](t, of(none), "losses"); got != nil {
			t.Errorf("%s: %v, want none", none, got)
		}
	}
}
