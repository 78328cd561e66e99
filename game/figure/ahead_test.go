package figure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"perceptronlab/perceptron"
)

// The step is taken, as often as it was enlarged: where the boundary then is, by the parameters that the step report gives, is where
// it was said to go.
func TestWhereAStepBringsTheBoundaryOfANetwork(t *testing.T) {
	for _, c := range []struct {
		fragment, before string
		enlarged         bool
	}{
		{"preset=xor-mlp", "", true},
		{"preset=xor-mlp&lr=3", "", false},
		{"preset=xor-mlp", `{"type": "step", "n": 400}`, true},
		{"preset=moons", `{"type": "step", "n": 30}`, true},
		{"preset=moons", `{"type": "step", "n": 30}` + "\n" + `{"type": "threshold", "p": 0.8}`, true},
		{"preset=moons", `{"type": "unit", "unit": {"layer": 1, "unit": 2}}`, true},
		{"preset=three-classes&lr=3", "", false},
		{"preset=three-classes", `{"type": "step", "n": 100}`, true},
		{"layers=2,2&train.loss=cross_entropy", "", false},
	} {
		name := fmt.Sprintf("%q after %s", c.fragment, c.before)
		f := begin(t, c.fragment)
		if c.before != "" {
			hear(t, f, strings.Split(c.before, "\n")...)
		}
		s, next := f.Snapshot(), step(t, f)
		r := asked[*aheadReport](t, f, `{"type": "ahead"}`)
		if r == nil || len(r.Now) == 0 || len(r.After) == 0 || (r.Times > 1) != c.enlarged {
			t.Errorf("%s: %+v", name, r)
			continue
		}
		if again := f.Snapshot(); again.Step != s.Step || again.Changes != s.Changes {
			t.Errorf("%s: looking ahead changed the run", name)
		}
		lists := s.Network.Parameters()
		for i, list := range lists {
			for j := range list {
				list[j] += float64(r.Times) * next.Update[i][j]
			}
		}
		then := s.Network.Clone()
		if err := then.SetParameters(lists); err != nil {
			t.Fatal(err)
		}
		for when, lines := range map[string][][][2]float64{"now": r.Now, "after": r.After} {
			net, threshold := s.Network, s.ThresholdLogit
			if when == "after" {
				net = then
			}
			if u := f.unit; u != nil {
				net, threshold = net.Unit(u.Layer, u.Unit), 0
			}
			wide := 1.5
			if net.Outputs() > 2 {
				wide = boundaryCellPx // in the cell where three classes meet the pieces are straight, too
			}
			for _, line := range lines {
				for _, at := range line {
					classes := map[bool]bool{}
					first := -1
					for k := range 16 {
						sin, cos := math.Sincos(2 * math.Pi * float64(k) / 16)
						z := make([]float64, net.Outputs())
						net.Logits(z, [][2]float64{f.PlaneView().ToData(at[0]+wide*cos, at[1]+wide*sin)})
						z[0] -= threshold
						class := perceptron.Predict(z)
						if first < 0 {
							first = class
						}
						classes[class == first] = true
					}
					if len(classes) < 2 {
						t.Fatalf("%s, %s: around %v all is of class %d", name, when, at, first)
					}
				}
			}
		}
		apart := widest(r.Now, r.After)
		if apart < seenPx && r.Times < maxTimes {
			t.Errorf("%s: %d times the step moves the boundary by %v", name, r.Times, apart)
		}
	}
}

// widest is how far the places of two boundaries are from the other's, at most.
func widest(a, b [][][2]float64) (most float64) {
	for range 2 {
		for _, line := range a {
			for _, at := range line {
				least := math.Inf(1)
				for _, other := range b {
					for i := range 33 * (len(other) - 1) {
						from, to, share := other[i/33], other[i/33+1], float64(i%33)/32
						least = min(least, math.Hypot(from[0]+share*(to[0]-from[0])-at[0], from[1]+share*(to[1]-from[1])-at[1]))
					}
				}
				most = max(most, least)
			}
		}
		a, b = b, a
	}
	return most
}

func TestWhereNoBoundaryAheadIsShown(t *testing.T) {
	for fragment, messages := range map[string][]string{
		"":                               {},
		"preset=empty&layers=2,3,1":      {},
		"kind=moons&layers=2,64,64,64,1": {`{"type": "layout", "plane": {"x": 0, "y": 0, "width": 800, "height": 600}}`},
		"kind=moons&layers=2,32,32,1":    {`{"type": "play"}`},
	} {
		f := begin(t, fragment)
		hear(t, f, messages...)
		if r := asked[*aheadReport](t, f, `{"type": "ahead"}`); r != nil {
			t.Errorf("%q: %d lines, %d times", fragment, len(r.After), r.Times)
		}
	}
	f := begin(t, "preset=moons")
	hear(t, f, `{"type": "play"}`)
	if r := asked[*aheadReport](t, f, `{"type": "ahead"}`); r == nil || len(r.After) == 0 {
		t.Errorf("while a small network plays: %+v", r)
	}
}
