package scene

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"perceptronlab/perceptron"
)

func mustRun(t testing.TB, fragment string) *Run {
	t.Helper()
	s, err := ParseFragment(fragment)
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewRun(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// same compares two runs bit for bit: where they are, what they learned, and what they go on to do.
func same(t *testing.T, what string, a, b *Run) {
	t.Helper()
	a, b = a.Clone(), b.Clone()
	for range 2 {
		for name, f := range map[string]func(*Run) any{
			"steps":       func(r *Run) any { return []int{r.Steps(), r.Epoch(), r.Trainer().StepsPerEpoch()} },
			"diverged":    func(r *Run) any { step, yes := r.Trainer().Diverged(); return []any{step, yes} },
			"parameters":  func(r *Run) any { return bits(r.Trainer().Network().Parameters()...) },
			"losses":      func(r *Run) any { return bits(r.Trainer().Losses()) },
			"test losses": func(r *Run) any { return bits(r.Trainer().TestLosses()) },
			"samples":     func(r *Run) any { return r.Trainer().Samples() },
			"queries":     func(r *Run) any { return append([][2]float64{}, r.Queries()...) },
			"numbers":     func(r *Run) any { return append([]int{}, r.QueryNumbers()...) },
			"train":       func(r *Run) any { return r.Train() },
			"scene":       func(r *Run) any { return string(r.Scene().JSON()) },
		} {
			if x, y := f(a), f(b); !reflect.DeepEqual(x, y) {
				t.Errorf("%s: %s differ:\n%v\n%v", what, name, x, y)
			}
		}
		for range 50 { // hidden state (drawn order, momentum, generator) shows in what follows
			a.Step()
			b.Step()
		}
	}
}

func bits(lists ...[]float64) (out []uint64) {
	for _, l := range lists {
		for _, v := range l {
			out = append(out, math.Float64bits(v))
		}
	}
	return out
}

// randomEdit is an edit that mostly fits.
func randomEdit(rng *rand.Rand, r *Run) Edit {
	x := [2]float64{rng.NormFloat64(), rng.NormFloat64()}
	points, queries := r.Trainer().Samples().Len(), len(r.Queries())
	y := rng.IntN(2)
	switch rng.IntN(9) {
	case 0, 1:
		return Edit{Add: &Point{X: x, Y: y}}
	case 2:
		return Edit{Move: &Moved{Index: rng.IntN(points + 1), X: x}}
	case 3:
		return Edit{Move: &Moved{Index: rng.IntN(points + 1), X: x, Y: &y}}
	case 4:
		return Edit{Remove: &Index{rng.IntN(points + 1)}}
	case 5:
		return Edit{AddQuery: &Query{x}}
	case 6:
		return Edit{MoveQuery: &Moved{Index: rng.IntN(queries + 1), X: x}}
	case 7:
		return Edit{Weights: [][]float64{{x[0], x[1]}, {rng.NormFloat64()}}}
	}
	return Edit{Set: []map[string]any{
		{"train.lr": math.Exp(rng.NormFloat64() - 2)}, {"train.batch_size": float64(rng.IntN(8))}, {"train.optimizer": "adam"},
		{"train.optimizer": "sgd", "train.momentum": 0.9, "train.nesterov": true}, {"train.loss": "hinge"},
		{"train.loss": "bce"}, {"train.weight_decay": json.Number("0.01")}, {"train.epochs": 3},
	}[rng.IntN(8)]}
}

func TestReplayIsTheLiveRun(t *testing.T) {
	for _, fragment := range []string{
		"lr=0.1&n_samples=30",
		"lr=0.1&n_samples=30&batch_size=7",
		"n_samples=21&batch_size=1&test_size=0.3&loss=perceptron",
		"n_samples=5&batch_size=2&momentum=0.5",
		"kind=points&lr=0.1&batch_size=3",
	} {
		for seed := range uint64(20) {
			rng := rand.New(rand.NewPCG(seed, 1))
			live := mustRun(t, fragment)
			var middle *Run
			for i := range 200 {
				for rng.IntN(3) == 0 {
					live.Apply(randomEdit(rng, live)) // some don't fit
				}
				if live.Step(); i == 100 {
					middle = live.Clone()
				}
			}
			replayed, err := Replay(live.Scene(), live.Steps())
			if err != nil {
				t.Fatal(err)
			}
			same(t, fragment, replayed, live)

			// The scene is the same through JSON and a fragment, and a check-point goes on to the same end.
			parsed, err := Parse(live.Scene().JSON())
			if err != nil || !reflect.DeepEqual(parsed, live.Scene()) {
				t.Fatalf("JSON: %v\n%+v\n%+v", err, parsed, live.Scene())
			}
			parsed, err = ParseFragment(Fragment(live.Scene()))
			if err != nil || !reflect.DeepEqual(parsed, live.Scene()) {
				t.Fatalf("fragment: %v\n%+v\n%+v", err, parsed, live.Scene())
			}
			replayed, _ = Replay(middle.Scene(), middle.Steps())
			same(t, fragment+", check-point", replayed, middle)
			if t.Failed() {
				return
			}
		}
	}
}

func TestApplyForks(t *testing.T) {
	live := mustRun(t, "lr=0.1&edits=0:add:1,1,0;10:remove:0;20:set:train.lr,0.5;30:add:0,0,1")
	live.stepTo(15)
	if len(live.Scene().Edits) != 4 {
		t.Fatalf("%d edits, want all 4", len(live.Scene().Edits))
	}
	before := live.Clone()
	if err := live.Apply(Edit{Step: 999, AddQuery: &Query{[2]float64{2, 2}}}); err != nil {
		t.Fatal(err)
	}
	if got := Fragment(live.Scene()); !strings.HasSuffix(got, "edits=0:add:1,1,0;10:remove:0;15:add_query:2,2") {
		t.Errorf("after the fork: %s", got)
	}
	live.stepTo(40)
	if n := live.Trainer().Samples().Len(); n != 100 || live.Train().LR != 0.1 {
		t.Errorf("%d points, lr %g: an edit that was dropped took place", n, live.Train().LR)
	}
	before.stepTo(40)
	if n := before.Trainer().Samples().Len(); n != 101 || before.Train().LR != 0.5 {
		t.Errorf("%d points, lr %g: the clone lost its edits", n, before.Train().LR)
	}
}

func TestApplyRefuses(t *testing.T) {
	two := 2
	for want, e := range map[string]Edit{
		"add.y: 2: want a label from 0 to 1":                 {Add: &Point{Y: 2}},
		"add.x: [NaN, 0]: want":                              {Add: &Point{X: [2]float64{math.NaN()}}},
		"move.index: 100: want an index from 0 to 99":        {Move: &Moved{Index: 100}},
		"move.y: 2: want":                                    {Move: &Moved{Y: &two}},
		"remove.index: -1: want an index from 0 to 99":       {Remove: &Index{-1}},
		"remove_query.index: 2: want an index":               {RemoveQuery: &Index{2}},
		"move_query.y: 2: want no label":                     {MoveQuery: &Moved{Y: &two}},
		"add_query.x: [+Inf, 0]: want":                       {AddQuery: &Query{[2]float64{math.Inf(1)}}},
		"set.train.lr: NaN: want a positive finite number":   {Set: map[string]any{"train.lr": math.NaN()}},
		"set.train.lr: true: want a positive finite number":  {Set: map[string]any{"train.lr": true}},
		"set.train.batch_size: 1.5: want a whole number":     {Set: map[string]any{"train.batch_size": 1.5}},
		"set.train.nesterov: true: want train.momentum":      {Set: map[string]any{"train.nesterov": true}},
		"set.train.loss: \"cross_entropy\": want bce":        {Set: map[string]any{"train.loss": "cross_entropy"}},
		"set.train.speed: 1: want no such key":               {Set: map[string]any{"train.speed": 1}},
		"set.model.init: \"zeros\": want no such key":        {Set: map[string]any{"model.init": "zeros"}},
		"weights: 1 list: want 2":                            {Weights: [][]float64{{1, 2}}},
		"weights[1]: 2 numbers: want 1: the bias of a layer": {Weights: [][]float64{{1, 2}, {3, 4}}},
		"weights[0]: [NaN, 2]: want finite numbers":          {Weights: [][]float64{{math.NaN(), 2}, {3}}},
		"scene: {\"step\": 0":                                {},
	} {
		r := mustRun(t, "edits=5:remove:0")
		before := r.Clone()
		if err := r.Apply(e); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s …", err, want)
		}
		same(t, want, r, before)
	}
}

func TestSetTakesWhatJSONGives(t *testing.T) {
	r := mustRun(t, "")
	for _, set := range []map[string]any{
		{"train.batch_size": 10.0}, {"train.batch_size": 10}, {"train.batch_size": json.Number("10")},
		{"train.lr": 1, "train.momentum": json.Number("0.5"), "train.nesterov": true}, {"train.optimizer": "adam"},
	} {
		if err := r.Apply(Edit{Set: set}); err != nil {
			t.Error(err)
		}
	}
	want := Train{
		Loss: "bce", Optimizer: "adam", LR: 1, BatchSize: 10, Epochs: 1000,
		OptimizerParams: perceptron.OptimizerParams{Momentum: 0.5, Nesterov: true},
	}
	if r.Train() != want {
		t.Errorf("%+v, want %+v", r.Train(), want)
	}
}

func TestPointsByHandAreFloat32(t *testing.T) {
	r := mustRun(t, "kind=points")
	if r.Step(); r.Steps() != 0 || !math.IsNaN(r.Trainer().Loss()) {
		t.Error("a step without points")
	}
	r.Apply(Edit{Add: &Point{X: [2]float64{0.1, 0.2}, Y: 1}})
	r.Apply(Edit{Move: &Moved{Index: 0, X: [2]float64{0.3, 0.2}}})
	want := [2]float32{0.3, 0.2}
	if s := r.Trainer().Samples(); s.X[0] != want || s.Y[0] != 1 {
		t.Errorf("%v, want %v", s, want)
	}
	if r.Step(); r.Steps() != 1 {
		t.Error("no step with a point")
	}
}

func TestAQueryKeepsItsNumber(t *testing.T) {
	r := mustRun(t, "edits=0:remove_query:0;0:add_query:5,5;2:move_query:0,6,6;2:remove_query:1;3:add_query:7,7")
	for _, want := range [][]int{{1, 2}, {1, 2}, {1}, {1, 3}} {
		if got := r.QueryNumbers(); !reflect.DeepEqual(got, want) {
			t.Errorf("numbers %v at step %d, want %v", got, r.Steps(), want)
		}
		r.Step()
	}
}

func TestQueriesMayBeKept(t *testing.T) {
	r := mustRun(t, "")
	kept, numbers := r.Queries(), r.QueryNumbers()
	for _, e := range []Edit{
		{AddQuery: &Query{[2]float64{5, 5}}}, {MoveQuery: &Moved{Index: 0, X: [2]float64{6, 6}}}, {RemoveQuery: &Index{1}},
	} {
		if err := r.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	if want := Default().Queries; !reflect.DeepEqual(kept, want) {
		t.Errorf("%v, want %v", kept, want)
	}
	if want := []int{0, 1}; !reflect.DeepEqual(numbers, want) {
		t.Errorf("numbers %v, want %v", numbers, want)
	}
	if want := [][2]float64{{6, 6}, {5, 5}}; !reflect.DeepEqual(r.Queries(), want) {
		t.Errorf("%v, want %v", r.Queries(), want)
	}
}

// An edit of a run that diverged gives the same as a replay of it.
func TestEditsAfterDivergence(t *testing.T) {
	for _, fragment := range []string{
		"preset=diverging",
		"preset=diverging&batch_size=7",
		"kind=points&x=1e30,1e30;1e30,1e30&y=0,1&loss=mse&lr=1e300&momentum=2",
		"loss=hinge&edits=3:weights:1e308,1e308/1e308",
	} {
		r := mustRun(t, fragment)
		for range 3000 {
			r.Step()
		}
		if _, yes := r.Trainer().Diverged(); !yes && strings.HasPrefix(fragment, "preset") {
			t.Fatalf("%s: did not diverge", fragment)
		}
		for _, e := range []Edit{
			{Add: &Point{X: [2]float64{1, 2}}}, {Set: map[string]any{"train.lr": 0.1, "train.weight_decay": 0}},
			{Weights: [][]float64{{1, 2}, {3}}}, {AddQuery: &Query{}},
		} {
			if err := r.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		again, err := Replay(r.Scene(), r.Steps())
		if err != nil {
			t.Fatal(err)
		}
		same(t, fragment, r, again)
	}
}
