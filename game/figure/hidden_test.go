package figure

import (
	"math"
	"testing"
)

func hidden(t *testing.T, f *Figure, request string) *hiddenReport {
	t.Helper()
	return asked[*hiddenReport](t, f, request)
}

// Compares each place with tanh of its two sums written out, and the line's ends with the output.
func TestTwoHiddenUnitsSeeThePlane(t *testing.T) {
	f := begin(t, "preset=xor-mlp")
	hear(t, f, `{"type": "finish"}`)
	for range 50 {
		f.Advance(func() bool { return false })
	}
	r := hidden(t, f, `{"type": "hidden", "units": [0, 1]}`)
	p := f.Snapshot().Network.Parameters()
	unit := func(u int, x [2]float64) float64 {
		return math.Tanh(p[0][2*u]*x[0] + p[0][2*u+1]*x[1] + p[1][u])
	}
	check := func(at hiddenAt) {
		t.Helper()
		for i := range 2 {
			if want := unit(i, at.X); math.Abs(at.H[i]-want) > 1e-12 || want < r.Low[i]-1e-12 || want > r.High[i]+1e-12 {
				t.Fatalf("unit %d gives %v at %v, want %v", i, at.H[i], at.X, want)
			}
		}
	}
	if len(r.Points) != 4 || r.N != 4 || len(r.Grid) != 2*gridLines || r.Of != 2 || r.Layer != 1 {
		t.Fatalf("%+v", r)
	}
	for _, point := range r.Points {
		check(point.hiddenAt)
	}
	for _, line := range r.Grid {
		for _, at := range line {
			check(at)
		}
	}
	if r.Low != [2]float64{-1, -1} || r.High != [2]float64{1, 1} {
		t.Errorf("of tanh the picture is from %v to %v", r.Low, r.High)
	}
	if r.Line == nil {
		t.Fatal("no line")
	}
	side := func(h [2]float64) float64 { return p[2][0]*h[0] + p[2][1]*h[1] + p[3][0] }
	for _, end := range r.Line {
		if math.Abs(side(end)) > 1e-9 {
			t.Errorf("at the line's end %v the output is %v", end, side(end))
		}
	}
	for _, point := range r.Points {
		if (side(point.H) > 0) != (point.Label == 1) {
			t.Errorf("%+v lies on the wrong side", point)
		}
	}
}

func TestHiddenUnitsAreChosen(t *testing.T) {
	f := begin(t, "preset=xor-mlp&layers=2,4,1&manual_seed=1")
	r := hidden(t, f, `{"type": "hidden", "units": [0, 0]}`)
	v := f.Snapshot().Network.Parameters()[2]
	for u, w := range v {
		if u != r.Units[0] && u != r.Units[1] && math.Abs(w) > min(math.Abs(v[r.Units[0]]), math.Abs(v[r.Units[1]])) {
			t.Errorf("units %v of %v", r.Units, v)
		}
	}
	if r.Line != nil || r.Units[0] >= r.Units[1] {
		t.Errorf("%+v", r)
	}
	if _, err := f.Request([]byte(`{"type": "hidden", "units": [0, 4]}`)); err == nil || err.Error() != "hidden.units: 4: want a whole number from 0 to 3" {
		t.Error(err)
	}
	for _, fragment := range []string{"", "preset=three-classes", "kind=xor&layers=2,1,1"} {
		if r := hidden(t, begin(t, fragment), `{"type": "hidden", "units": [0, 0]}`); r != nil {
			t.Errorf("%s: %+v", fragment, r)
		}
	}
	if r := hidden(t, begin(t, "kind=moons&n_samples=5000&layers=2,8,8,1"), `{"type": "hidden", "units": [2, 5]}`); len(r.Points) != maxHidden || r.N != 5000 || r.Layer != 2 {
		t.Errorf("%d of %d points, layer %d", len(r.Points), r.N, r.Layer)
	}
}
