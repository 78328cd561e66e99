package margin

import (
	"cmp"
	"math"
	"slices"

	"perceptronlab/perceptron"
)

// A hull is the boundary of the smallest convex set that holds some points: its corners counter-clockwise, each a sample,
// beginning with the one of smallest x (and y). No three corners lie on a line and no two are equal: a hull of 1 corner is
// a point, of 2 a line segment.
type hull struct {
	at    []point
	index []int // which sample each corner is; of equal ones the first
}

func (h *hull) len() int { return len(h.at) }

// next is the corner after i.
func (h *hull) next(i int) int {
	if i++; i < len(h.at) {
		return i
	}
	return 0
}

// convexHull returns the hull of those points of x that index names, and puts index in another order: Andrew's monotone
// chain, O(n log n), exact.
func convexHull(x []place, index []int) hull {
	slices.SortFunc(index, func(i, j int) int {
		if c := cmp.Compare(x[i][0], x[j][0]); c != 0 {
			return c
		}
		if c := cmp.Compare(x[i][1], x[j][1]); c != 0 {
			return c
		}
		return i - j
	})
	index = slices.CompactFunc(index, func(i, j int) bool { return x[i] == x[j] })
	if len(index) < 3 {
		return newHull(x, index)
	}
	lower := chain(nil, x, index)
	slices.Reverse(index)
	both := chain(lower[:len(lower)-1], x, index)
	return newHull(x, both[:len(both)-1])
}

// chain appends to done the corners of the hull's half from the first point of index to the last, both included.
func chain(done []int, x []place, index []int) []int {
	first := len(done)
	at := func(n int) point { return perceptron.Double(x[done[n]]) }
	for _, i := range index {
		for n := len(done); n >= first+2 && cross(at(n-2), at(n-1), at(n-1), perceptron.Double(x[i])) <= 0; n-- {
			done = done[:n-1]
		}
		done = append(done, i)
	}
	return done
}

func newHull(x []place, index []int) hull {
	h := hull{index: index}
	for _, i := range index {
		h.at = append(h.at, perceptron.Double(x[i]))
	}
	return h
}

// classHull is the hull of the samples of one class. Most of many points lie well inside: those inside the hull of the
// eight that are farthest out in eight directions are left out before anything is sorted (Akl and Toussaint, 1978), and
// most of these are found by a circle in that hull.
func classHull(x []place, y []uint8, class uint8) hull {
	var outer [8]int
	var reach [8]float64
	n := 0
	for i, at := range x {
		if y[i] != class {
			continue
		}
		p := perceptron.Double(at)
		for d, r := range [8]float64{p[0], -p[0], p[1], -p[1], p[0] + p[1], -p[0] - p[1], p[0] - p[1], p[1] - p[0]} {
			if n == 0 || r > reach[d] {
				outer[d], reach[d] = i, r
			}
		}
		n++
	}
	if n == 0 {
		return hull{}
	}
	core := convexHull(x, slices.Clone(outer[:]))
	center, square := core.circle()
	var index []int
	for i, at := range x {
		if y[i] != class {
			continue
		}
		p := perceptron.Double(at)
		if u, v := p[0]-center[0], p[1]-center[1]; float64(u*u)+float64(v*v) < square {
			continue
		}
		if !core.inside(p) {
			index = append(index, i)
		}
	}
	return convexHull(x, index)
}

// inside reports whether p is inside the hull and not on its boundary.
func (h *hull) inside(p point) bool {
	if h.len() < 3 {
		return false
	}
	for i, a := range h.at {
		if cross(a, h.at[h.next(i)], a, p) <= 0 {
			return false
		}
	}
	return true
}

// circle returns the center of a circle inside the hull and the square of its radius. It is smaller than it could be by
// far more than rounding; where that isn't certain, as the hull is thin or far from the origin, the radius is 0.
func (h *hull) circle() (center point, square float64) {
	if h.len() < 3 {
		return center, 0
	}
	for _, p := range h.at {
		center[0] += p[0] / float64(h.len())
		center[1] += p[1] / float64(h.len())
	}
	radius, size := math.Inf(1), 0.
	for i, a := range h.at {
		along, _ := unit(h.at[h.next(i)][0]-a[0], h.at[h.next(i)][1]-a[1])
		radius = min(radius, float64(along[0]*(center[1]-a[1]))-float64(along[1]*(center[0]-a[0])))
		size = max(size, math.Abs(a[0]), math.Abs(a[1]))
	}
	if !(radius > 1e-6*size) {
		return center, 0
	}
	radius *= 1 - 1e-6
	return center, radius * radius
}
