package scene

import (
	"reflect"
	"testing"
)

func TestADragIsOneEdit(t *testing.T) {
	r, err := NewRun(Default())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		r.Step()
	}
	class := 1
	for i := range 4 {
		if err := r.Apply(Edit{Move: &Moved{Index: 3, X: [2]float64{float64(i), 0.5}, Y: &class}}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 4 {
		if err := r.Apply(Edit{Weights: [][]float64{{float64(i), 1}, {0}}}); err != nil {
			t.Fatal(err)
		}
	}
	// A move that names no class does not undo one that did.
	if err := r.Apply(Edit{Move: &Moved{Index: 3, X: [2]float64{0, 0}, Y: &class}}); err != nil {
		t.Fatal(err)
	}
	if err := r.Apply(Edit{Move: &Moved{Index: 3, X: [2]float64{1, 0}}}); err != nil {
		t.Fatal(err)
	}
	for _, set := range []map[string]any{{"train.lr": 0.1}, {"train.lr": 0.2}, {"train.lr": 0.3}, {"train.momentum": 0.9}, {"train.momentum": 0.8}} {
		if err := r.Apply(Edit{Set: set}); err != nil {
			t.Fatal(err)
		}
	}
	if got := len(r.Scene().Edits); got != 7 {
		t.Errorf("%d edits, want 7: a move, the weights, two moves, the last rate, and both momenta", got)
	}
	r.Step()
	again, err := Replay(r.Scene(), r.Steps())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again.Trainer().Network().Parameters(), r.Trainer().Network().Parameters()) || !reflect.DeepEqual(again.Trainer().Samples(), r.Trainer().Samples()) {
		t.Error("the replay of a drag differs from it")
	}
}
