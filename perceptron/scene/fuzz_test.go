package scene

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// What parses is valid, and comes back equal from JSON and from a fragment. Nothing panics.
func FuzzParse(f *testing.F) {
	f.Add(string(Default().JSON()))
	f.Add(`{"edits": [{"step": 1, "add": {"x": [0, 1], "y": 1}}, {"step": 2, "set": {"train.lr": 1}}, {"step": 2, "weights": [[1, 2], [3]]}]}`)
	for _, p := range presets {
		f.Add(p.scene)
	}
	for text := range refused {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse([]byte(text))
		if err != nil {
			return
		}
		roundTrips(t, s)
	})
}

func FuzzParseFragment(f *testing.F) {
	for _, name := range Presets() {
		s, _ := Preset(name)
		f.Add(Fragment(s))
	}
	f.Add("v=1&edits=0:add:0.3,0.2,1;5:move:0,1,2,0;6:remove:3;7:add_query:0.5,1;200:set:train.loss,mse;201:weights:0.5,-1/0.25")
	f.Fuzz(func(t *testing.T, text string) {
		if s, err := ParseFragment(text); err == nil {
			roundTrips(t, s)
		}
	})
}

func roundTrips(t *testing.T, s Scene) {
	t.Helper()
	if err := s.Validate(); err != nil {
		t.Fatalf("not valid: %v", err)
	}
	if back, err := Parse(s.JSON()); err != nil || !reflect.DeepEqual(back, s) {
		t.Fatalf("JSON: %v\n%+v\n%+v", err, back, s)
	}
	if back, err := ParseFragment(Fragment(s)); err != nil || !reflect.DeepEqual(back, s) {
		t.Fatalf("fragment %s: %v\n%+v\n%+v", Fragment(s), err, back, s)
	}
}

// Whatever edits come when, a run continues with finite losses or reports that it diverged, and replays.
func FuzzRun(f *testing.F) {
	f.Add(uint64(1), uint8(10), uint8(3))
	f.Add(uint64(2), uint8(1), uint8(0))
	f.Add(uint64(589), uint8(186), uint8(228)) // the loss leaves the finite numbers before the parameters do
	f.Fuzz(func(t *testing.T, seed uint64, n, batch uint8) {
		rng := rand.New(rand.NewPCG(seed, 0))
		s := Default()
		s.Data.NSamples, s.Train.BatchSize = 1+int(n), int(batch)
		s.Train.LR = []float64{0.01, 1, 1e9, 1e300}[rng.IntN(4)]
		s.Train.WeightDecay = []float64{0, 0, 1, 1e9}[rng.IntN(4)]
		r, err := NewRun(s)
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			for rng.IntN(2) == 0 {
				r.Apply(randomEdit(rng, r))
			}
			r.Step()
		}
		for _, l := range r.Trainer().Losses() {
			if l-l != 0 {
				t.Fatalf("loss %g", l)
			}
		}
		_, diverged := r.Trainer().Diverged()
		if !diverged {
			for _, w := range r.Trainer().Network().Parameters() {
				for _, v := range w {
					if v-v != 0 {
						t.Fatalf("parameter %g, and the run has not diverged", v)
					}
				}
			}
		}
		again, err := Replay(r.Scene(), r.Steps())
		if err != nil {
			t.Fatal(err)
		}
		if diverged {
			again.Step() // r too tried a step that it could not take: only that finds a loss that isn't finite
		}
		same(t, "replay", r, again)
	})
}
