package margin

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
)

// within reports whether p is in the convex hull of some points, by Carathéodory: in that of one, two or three of them. It is
// exact.
func within(p point, of []point) bool {
	for i, a := range of {
		if a == p {
			return true
		}
		for j, b := range of[:i] {
			if cross(a, b, a, p) == 0 && dot(a, b, a, p) >= 0 && dot(b, a, b, p) >= 0 && a != b {
				return true
			}
			for _, c := range of[:j] {
				u, v, w := cross(a, b, a, p), cross(b, c, b, p), cross(c, a, c, p)
				if cross(a, b, a, c) != 0 && (u >= 0 && v >= 0 && w >= 0 || u <= 0 && v <= 0 && w <= 0) {
					return true
				}
			}
		}
	}
	return false
}

// A corner of a hull is a point that the others' hull doesn't hold.
func TestHullsByBruteForce(t *testing.T) {
	for _, k := range kinds {
		g := rand.New(rand.NewPCG(11, 12))
		for range 200 {
			s := randomSet(g, g.IntN(13), k.draw)
			sep := separate(t, s)
			for class := range 2 {
				var places []point
				for i := range s.Len() {
					if x, y := s.At(i); y == class && !slices.Contains(places, x) {
						places = append(places, x)
					}
				}
				corners := 0
				for i, x := range places {
					is := !within(x, slices.Delete(slices.Clone(places), i, i+1))
					if is {
						corners++
					}
					if is != slices.ContainsFunc(sep.Hulls[class], func(j int) bool { return perceptron.Double(s.X[j]) == x }) {
						t.Fatalf("%s: %v: class %d's hull is %v; %v is a corner: %v", k.name, s, class, sep.Hulls[class], x, is)
					}
				}
				if corners != len(sep.Hulls[class]) {
					t.Fatalf("%s: %v: %d corners, want %d", k.name, s, len(sep.Hulls[class]), corners)
				}
			}
		}
	}
}

// outside is how far p lies outside a convex polygon, a segment or a point; 0 inside.
func outside(p point, of []point) float64 {
	least, in := math.Inf(1), len(of) > 2
	for i, a := range of {
		b := of[(i+1)%len(of)]
		d := point{b[0] - a[0], b[1] - a[1]}
		v := point{p[0] - a[0], p[1] - a[1]}
		length := math.Hypot(d[0], d[1])
		along := 0.
		if length > 0 {
			along = max(0, min(length, v[0]*(d[0]/length)+v[1]*(d[1]/length)))
			v[0] -= along * (d[0] / length)
			v[1] -= along * (d[1] / length)
		}
		least = min(least, math.Hypot(v[0], v[1]))
		in = in && cross(a, b, a, p) >= 0
	}
	if in {
		return 0
	}
	return least
}

// checkOverlap holds the overlap to its definition: its corners are in both hulls, and where it must be whole it holds the
// corners of each hull that lie in the other and the places where edges cross, of which it is the hull.
func checkOverlap(t *testing.T, s perceptron.Samples, sep *Separation, whole bool) {
	t.Helper()
	got := sep.Overlap()
	if (got == nil) != (sep.State < Touching) {
		t.Fatalf("%v: %v with overlap %v", s, sep.State, got)
	}
	if got == nil {
		return
	}
	size := 0.
	points, _ := s.Wide()
	for _, x := range points {
		size = max(size, math.Abs(x[0]), math.Abs(x[1]))
	}
	tol := 1e-11 * size
	for _, p := range got {
		for class, h := range sep.hulls {
			if d := outside(p, h.at); !(d <= tol) {
				t.Fatalf("%v: corner %v of the overlap %v lies %g outside class %d's hull", s, p, got, d, class)
			}
		}
	}
	for i := range got {
		a, b, c := got[i], got[(i+1)%len(got)], got[(i+2)%len(got)]
		if turn := (b[0]-a[0])*(c[1]-b[1]) - (b[1]-a[1])*(c[0]-b[0]); len(got) > 2 && turn < -tol*size {
			t.Fatalf("%v: the overlap %v turns right at %v", s, got, b)
		}
	}
	if !whole {
		return
	}
	holds := func(p point, what string) {
		t.Helper()
		if d := outside(p, got); !(d <= tol) {
			t.Fatalf("%v: the overlap %v misses %s %v by %g of %g", s, got, what, p, d, size)
		}
	}
	for class, h := range sep.hulls {
		for _, p := range h.at {
			if within(p, sep.hulls[1-class].at) {
				holds(p, "the corner")
			}
		}
	}
	zero, one := sep.hulls[0].at, sep.hulls[1].at
	for i, a := range zero {
		b := zero[(i+1)%len(zero)]
		for j, c := range one {
			d := one[(j+1)%len(one)]
			if differ(cross(c, d, c, a), cross(c, d, c, b)) && differ(cross(a, b, a, c), cross(a, b, a, d)) {
				u, v := crossWeights(crossExact(c, d, c, b), crossExact(c, d, c, a))
				holds(point{u*a[0] + v*b[0], u*a[1] + v*b[1]}, "the crossing")
			}
		}
	}
}

func TestOverlapByBruteForce(t *testing.T) {
	for i, k := range kinds {
		g := rand.New(rand.NewPCG(13, 14))
		whole := i < 3 // the others have overlaps thinner than rounding
		overlaps := 0
		for range 1500 {
			s := randomSet(g, g.IntN(14), k.draw)
			sep := separate(t, s)
			checkOverlap(t, s, &sep, whole)
			if sep.State == Overlapping {
				overlaps++
			}
		}
		if overlaps < 100 {
			t.Errorf("%s: only %d of the sets overlap", k.name, overlaps)
		}
	}
}

func TestOverlapsByHand(t *testing.T) {
	for name, c := range map[string]struct {
		zero, one, want []point
	}{
		"the diagonals of xor": {[]point{{0, 0}, {1, 1}}, []point{{0, 1}, {1, 0}}, []point{{0.5, 0.5}}},
		"two squares":          {[]point{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, []point{{1, 1}, {3, 1}, {3, 3}, {1, 3}}, []point{{1, 1}, {2, 1}, {2, 2}, {1, 2}}},
		"a square in another":  {[]point{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, []point{{1, 1}, {2, 1}, {2, 2}, {1, 2}}, []point{{1, 1}, {2, 1}, {2, 2}, {1, 2}}},
		"the same square":      {[]point{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, []point{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, []point{{0, 0}, {1, 0}, {1, 1}, {0, 1}}},
		"a cross":              {[]point{{0, 1}, {3, 1}, {3, 2}, {0, 2}}, []point{{1, 0}, {2, 0}, {2, 3}, {1, 3}}, []point{{1, 1}, {2, 1}, {2, 2}, {1, 2}}},
		"a segment, a square":  {[]point{{-1, 1}, {5, 1}}, []point{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, []point{{0, 1}, {2, 1}}},
		"an upright segment":   {[]point{{1, -5}, {1, 1}}, []point{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, []point{{1, 0}, {1, 1}}},
		"on one line":          {[]point{{0, 0}, {1, 1}, {2, 2}}, []point{{1, 1}, {3, 3}, {3, 3}}, []point{{1, 1}, {2, 2}}},
		"two at one place":     {[]point{{7, 7}, {7, 7}}, []point{{7, 7}}, []point{{7, 7}}},
		"far off":              {[]point{{1e6, 1e6}, {-1e6, -1e6}}, []point{{-1e6, 1e6}, {1e6, -1e6}}, []point{{0, 0}}},
	} {
		var s perceptron.Samples
		for class, list := range [][]point{c.zero, c.one} {
			for _, x := range list {
				s.Add(x, class)
			}
		}
		sep := separate(t, s)
		checkOverlap(t, s, &sep, true)
		if got := sep.Overlap(); sep.State != Overlapping || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, overlap %v, want %v", name, sep.State, got, c.want)
		}
	}
}

// Circles have thousands of corners, and still take no noticeable time.
func TestOverlapOfManyCorners(t *testing.T) {
	s := dataset.Circles(20_000, 0, 0.5, 1)
	sep := separate(t, s)
	begun := time.Now()
	got := sep.Overlap()
	if took := time.Since(begun); took > time.Second {
		t.Errorf("it took %v", took)
	}
	for i := 0; i < len(got); i += 97 {
		p := got[i]
		if d := outside(p, sep.hulls[1].at); d > 1e-9 || math.Abs(math.Hypot(p[0], p[1])-0.5) > 1e-3 {
			t.Fatalf("%v is not a corner of the smaller circle", p)
		}
	}
	if len(got) < len(sep.Hulls[1])/2 {
		t.Errorf("%d corners of the %d of the smaller circle", len(got), len(sep.Hulls[1]))
	}
	far := dataset.Blobs(20_000, [][2]float64{{-5e5, 5e5}, {5e5, -5e5}}, 1e6, 1)
	sep = separate(t, far)
	checkOverlap(t, far, &sep, true)
}
