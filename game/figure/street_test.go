package figure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"perceptronlab/perceptron"
)

// withPoints begins a scene of points, written "x1,x2,y x1,x2,y …".
func withPoints(t *testing.T, points string) *Figure {
	t.Helper()
	f := begin(t, "preset=empty")
	for _, p := range strings.Fields(points) {
		var x [2]float64
		var y int
		if _, err := fmt.Sscanf(strings.ReplaceAll(p, ",", " "), "%g %g %d", &x[0], &x[1], &y); err != nil {
			t.Fatal(err)
		}
		hear(t, f, fmt.Sprintf(`{"type": "addPoint", "x": [%g, %g], "y": %d}`, x[0], x[1], y))
	}
	return f
}

// checkStreet compares the report with the samples, one by one.
func checkStreet(t *testing.T, f *Figure, r *streetReport) {
	t.Helper()
	s, p := f.Snapshot(), f.PlaneView()
	size := 1e-300
	for i := range s.Samples.Len() {
		x, _ := s.Samples.At(i)
		size = max(size, math.Abs(x[0]), math.Abs(x[1]))
	}
	outlines := append([]outlineReport{}, r.Hulls...)
	if r.Overlap != nil {
		outlines = append(outlines, *r.Overlap)
	}
	for _, o := range outlines {
		for i, x := range o.X {
			if px, py := p.ToPx(x); o.At[i] != [2]float64{px, py} || len(o.X) > maxCorners {
				t.Fatalf("corner %v of %d is at %v, want %v, %v", x, len(o.X), o.At[i], px, py)
			}
		}
	}
	for i := range s.Samples.Len() {
		x, _ := s.Samples.At(i)
		if d := beyond(x, r.Hulls[s.Samples.Y[i]].X); d > 1e-3*size || len(r.Hulls[s.Samples.Y[i]].X) < maxCorners && d > 1e-9*size {
			t.Fatalf("point %v lies %g outside its hull %v", x, d, r.Hulls[s.Samples.Y[i]].X)
		}
	}
	if (r.State == "separable") != (r.Gamma != nil && len(r.Support) > 1) || (r.State == "overlapping") != (r.Overlap != nil) {
		t.Fatalf("%+v", r)
	}
	if r.Overlap != nil {
		for _, x := range r.Overlap.X {
			if d := max(beyond(x, r.Hulls[0].X), beyond(x, r.Hulls[1].X)); d > 1e-3*size || len(s.Samples.X) < 100 && d > 1e-9*size {
				t.Fatalf("%v of the overlap is %g outside a hull", x, d)
			}
		}
	}
	if r.Gamma == nil || r.Middle == nil {
		return
	}
	// The middle as it is drawn, and how far each point lies from it.
	a, b := p.ToData(r.Middle[0][0], r.Middle[0][1]), p.ToData(r.Middle[1][0], r.Middle[1][1])
	far := func(x [2]float64) float64 {
		return ((b[0]-a[0])*(x[1]-a[1]) - (b[1]-a[1])*(x[0]-a[0])) / math.Hypot(b[0]-a[0], b[1]-a[1])
	}
	tol := 1e-9 * size
	side := math.Copysign(1, far(r.Support[0].X)) * float64(1-2*r.Support[0].Label)
	for i := range s.Samples.Len() {
		x, y := s.Samples.At(i)
		if d := far(x) * side * float64(1-2*y); d < *r.Gamma-tol {
			t.Fatalf("point %v lies %g on its side of the middle, γ is %g", x, d, *r.Gamma)
		}
	}
	for _, v := range r.Support {
		if d := math.Abs(far(v.X)); math.Abs(d-*r.Gamma) > tol || perceptron.Double(s.Samples.X[v.Index]) != v.X || int(s.Samples.Y[v.Index]) != v.Label {
			t.Fatalf("%+v lies %g from the middle, γ is %g", v, d, *r.Gamma)
		}
	}
	for _, e := range r.Edges {
		if d := math.Abs(far(p.ToData(e[0][0], e[0][1]))); math.Abs(d-*r.Gamma) > tol {
			t.Fatalf("an edge lies %g from the middle, γ is %g", d, *r.Gamma)
		}
	}
}

// beyond returns how far x lies outside a convex polygon whose corners go counter-clockwise.
func beyond(x [2]float64, corners [][2]float64) float64 {
	least, inside := math.Inf(1), len(corners) > 2
	for i, a := range corners {
		b := corners[(i+1)%len(corners)]
		d, v := [2]float64{b[0] - a[0], b[1] - a[1]}, [2]float64{x[0] - a[0], x[1] - a[1]}
		if d[0]*v[1]-d[1]*v[0] < 0 {
			inside = false
		}
		along := 0.0
		if square := d[0]*d[0] + d[1]*d[1]; square > 0 {
			along = max(0, min(1, (d[0]*v[0]+d[1]*v[1])/square))
		}
		least = min(least, math.Hypot(v[0]-along*d[0], v[1]-along*d[1]))
	}
	if inside {
		return 0
	}
	return least
}

func TestTheStreet(t *testing.T) {
	for name, c := range map[string]struct {
		points                  string
		state                   separability
		zero, one, support, cut int // corners of the hulls, support points, corners of the overlap
	}{
		"no points":          {"", "one-class", 0, 0, 0, 0},
		"one point":          {"1,2,1", "one-class", 0, 1, 0, 0},
		"two points":         {"0,0,0 2,0,1", "separable", 1, 1, 2, 0},
		"two at one place":   {"1,1,0 1,1,1", "overlapping", 1, 1, 0, 1},
		"twice the same":     {"0,0,0 0,0,0 2,0,1 2,0,1", "separable", 1, 1, 2, 0},
		"on a line":          {"0,0,0 1,1,0 2,2,1 4,4,1", "separable", 2, 2, 2, 0},
		"on a line, mixed":   {"0,0,0 2,2,0 1,1,1 4,4,1", "overlapping", 2, 2, 0, 2},
		"the diagonals":      {"0,0,0 1,1,0 0,1,1 1,0,1", "overlapping", 2, 2, 0, 1},
		"a corner on a side": {"0,0,0 2,0,0 1,0,1 1,1,1", "touching", 2, 2, 0, 0},
		"an edge":            {"0,0,0 1,0,1 1,1,1 1,-1,1", "separable", 1, 2, 3, 0},
		"far apart":          {"-1000000,1000000,0 -1000000,-1000000,0 1000000,0,1", "separable", 2, 1, 3, 0},
		"far and near":       {"1000000,1000000,0 1000000.5,1000000,1 -1000000,-1000000,0", "separable", 2, 1, 2, 0},
	} {
		f := withPoints(t, c.points)
		r := answered[*streetReport](t, f, "street")
		cut := 0
		if r.Overlap != nil {
			cut = len(r.Overlap.X)
		}
		if r.State != c.state || len(r.Hulls[0].X) != c.zero || len(r.Hulls[1].X) != c.one || len(r.Support) != c.support || cut != c.cut {
			t.Errorf("%s: %+v", name, r)
			continue
		}
		checkStreet(t, f, r)
		if (c.state == "separable" || c.state == "touching") != (r.Middle != nil) {
			t.Errorf("%s: middle %v", name, r.Middle)
		}
	}
}

func TestTheStreetOfScenes(t *testing.T) {
	for _, fragment := range []string{
		"", "preset=and", "preset=or", "preset=overlap", "preset=rosenblatt", "n_samples=20000", "n_samples=20000&cluster_std=1000000",
		"kind=circles&n_samples=20000&noise=0", "kind=moons",
	} {
		f := begin(t, fragment)
		r := answered[*streetReport](t, f, "street")
		checkStreet(t, f, r)
		if m := reported(t, f).Margin; m == nil || m.State != r.State {
			t.Errorf("%s: %s, the margin's report says %+v", fragment, r.State, m)
		}
		// The street depends on the data alone, so it is the same in a closer view.
		hear(t, f, `{"type": "zoom", "factor": 2}`)
		near := answered[*streetReport](t, f, "street")
		checkStreet(t, f, near)
		if near.State != r.State || near.Gamma != nil && *near.Gamma != *r.Gamma {
			t.Errorf("%s: nearer %+v", fragment, near)
		}
	}
	for _, fragment := range []string{"preset=xor-mlp", "preset=three-classes", "n_samples=100001"} {
		f := begin(t, fragment)
		for _, word := range []string{"street", "ledger", "settling"} {
			if r := answered[any](t, f, word); r != nil {
				t.Errorf("%s: %s %v", fragment, word, r)
			}
		}
	}
}

func TestTheLedgerStaysBelowItsBound(t *testing.T) {
	f := begin(t, "preset=rosenblatt")
	hear(t, f, `{"type": "speed", "stepsPerFrame": 50}`, `{"type": "play"}`)
	for reported(t, f).Playing {
		f.Advance(func() bool { return false })
	}
	r := answered[*ledgerReport](t, f, "ledger")
	last := r.Places[len(r.Places)-1]
	m := reported(t, f).Margin
	if !r.Own || !r.Holds || last[0] != 1000 || last[1] == 0 || r.Bound == nil || float64(last[1]) > *r.Bound || *r.Bound != *m.Novikoff {
		t.Errorf("%d places, the last %v, bound %v", len(r.Places), last, r.Bound)
	}
	if r := answered[*ledgerReport](t, begin(t, ""), "ledger"); r != nil {
		t.Errorf("a ledger without Rosenblatt's rule: %+v", r)
	}
}

func TestSettlingSaysWhatTheReportSays(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "step"}`, `{"type": "step"}`)
	r := answered[*settlingReport](t, f, "settling")
	last, s := r.Places[2], reported(t, f)
	if len(r.Places) != 3 || last.Epoch != 2 || *last.Angle != *s.Margin.Angle || !about(last.Norm, math.Hypot(s.Parameters[0][0], s.Parameters[0][1])) {
		t.Errorf("%+v; the report's angle is %v", r.Places, *s.Margin.Angle)
	}
	// Zeros have no direction, and neither has a street that isn't there.
	zeros := answered[*settlingReport](t, begin(t, "preset=rosenblatt"), "settling").Places
	overlap := answered[*settlingReport](t, begin(t, "preset=overlap"), "settling").Places
	if len(zeros) != 1 || zeros[0].Angle != nil || zeros[0].Norm != 0 || overlap[0].Angle != nil || overlap[0].Norm == 0 {
		t.Errorf("%+v, %+v", zeros, overlap)
	}
}
