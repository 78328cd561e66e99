package figure

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// What the views ask about very many points: while the run plays, about so few of them that a frame doesn't wait, and otherwise
// about more; either way the answer says about how many.
func TestAPlayingRunIsAskedForLess(t *testing.T) {
	const n = 10_000
	for _, fragment := range []string{"", "kind=moons&layers=2,8,8,1"} {
		f := begin(t, fmt.Sprintf("%s&n_samples=%d&epochs=0", fragment, n))
		type sizes struct{ step, costs, side, heights, place int }
		of := func() (s sizes) {
			r := step(t, f)
			if r.Batch != n || r.Of != n || len(r.Pushes) > maxPushes {
				t.Errorf("%q: a batch of %d of %d, %d pushes", fragment, r.Batch, r.Of, len(r.Pushes))
			}
			land := answered[*landscapeReport](t, f, "landscape")
			s = sizes{step: r.Looked, costs: len(answered[*costsReport](t, f, "costs").Points), side: land.Side, heights: land.Of}
			if land.Lowest != nil {
				s.place = land.Lowest.Of
			}
			return s
		}
		still := of()
		hear(t, f, `{"type": "play"}`)
		playing := of()
		want := [2]sizes{{n, 2000, 48, 400, 2000}, {2000, 800, 32, 100, 250}}
		if fragment != "" {
			want = [2]sizes{{n, 2000, 32, 150, 150}, {100_000 / 105, 800, 20, 23, 23}}
		}
		if got := [2]sizes{still, playing}; got != want {
			t.Errorf("%q: %+v, want %+v", fragment, got, want)
		}
	}
}

// Of a network of thousands of parameters a playing run is asked for so little that a frame doesn't wait: few points of each view,
// no number for each weight where no diagram shows them, and the landscape of an earlier step, which says so.
func TestAPlayingRunOfALargeNetwork(t *testing.T) {
	f := begin(t, "kind=moons&layers=2,64,64,64,1&n_samples=3000&epochs=0&train.batch_size=0&weight_decay=0.01")
	still := step(t, f)
	gradient, ok := f.session.Ahead()
	if !ok {
		t.Fatal("no next step")
	}
	var square float64
	for _, list := range gradient.Gradient {
		for _, g := range list {
			square += g * g
		}
	}
	if still.Looked != 3000 || math.Abs(still.Norm-math.Sqrt(square)) > 1e-12 || still.Gradient != nil || still.Update != nil || still.Decay != nil {
		t.Errorf("standing still: looked at %d, ‖gradient‖ %g, want %g; %d lists", still.Looked, still.Norm, math.Sqrt(square), len(still.Gradient))
	}
	first := answered[*landscapeReport](t, f, "landscape")
	hear(t, f, `{"type": "step"}`, `{"type": "play"}`)
	work := func() int {
		parameters := f.Snapshot().Network.NumParameters()
		hidden := answered[*hiddenReport](t, f, "hidden")
		places := len(hidden.Points) + len(hidden.Grid)*len(hidden.Grid[0])
		return parameters * max(step(t, f).Looked, len(answered[*costsReport](t, f, "costs").Points), places)
	}
	if got := work(); got > 2_500_000 {
		t.Errorf("a view takes %d multiplications, want no more than 2,500,000", got)
	}
	later := answered[*landscapeReport](t, f, "landscape")
	if later.Step != 0 || !slices.Equal(later.Levels, first.Levels) || slices.Equal(later.Path[len(later.Path)-1][:], first.Path[0][:]) {
		t.Errorf("playing: a landscape of step %d with the path's end %v", later.Step, later.Path[len(later.Path)-1])
	}
	other, err := (&landscapeRequest{Parameters: [2]int{5, 9}}).answer(f)
	if r := other.(*landscapeReport); err != nil || r.Step != 1 || r.Side != fewestPlaces || r.Of != 8 {
		t.Errorf("playing, other parameters: a landscape of step %d, %d² places, %d points", r.Step, r.Side, r.Of)
	}
	hear(t, f, `{"type": "pause"}`)
	if again := answered[*landscapeReport](t, f, "landscape"); again.Step != 1 || again.Side != networkSides.still {
		t.Errorf("standing still again: a landscape of step %d, %d² places", again.Step, again.Side)
	}
}

// A network that a diagram shows has its gradient whole, and each unit's picture and value is that of the network that ends in it.
func TestUnitsTogetherAreEachAlone(t *testing.T) {
	f := begin(t, "preset=moons")
	n, p := f.Snapshot().Network, f.PlaneView()
	if r := step(t, f); len(r.Gradient) != 6 || len(r.Update) != 6 {
		t.Errorf("a gradient of %d lists", len(r.Gradient))
	}
	at := p.ToData(p.Width*3.5/unitColumns, p.Height*2.5/unitRows)
	units := unitsOf(n, p)
	given, err := (&activationsRequest{X: at}).answer(f)
	if err != nil {
		t.Fatal(err)
	}
	for layer, list := range units.Layers[:2] {
		for u, unit := range list {
			want := math.Tanh(n.Unit(layer+1, u).LogitsAt(at)[0])
			if got := float64(unit.Values[2*unitColumns+3]) / fullStrength; math.Abs(got-want) > 0.0051 {
				t.Errorf("layer %d, unit %d: %g in its picture, want %g", layer+1, u, got, want)
			}
			if got := given.([][]float64)[layer][u]; math.Abs(got-want) > 1e-12 {
				t.Errorf("layer %d, unit %d: %g, want %g", layer+1, u, got, want)
			}
		}
	}
}
