package margin

import "slices"

// Overlap is what the two hulls have in common, as the corners of a convex polygon, counter-clockwise: one corner is a point, two
// are a segment. It is nil where they have nothing in common. Each corner is rounded, so it may lie off the hulls by a few units
// in the last place of their coordinates; what is thinner than that may be missing, and where nothing would be left it is the
// witness's point.
//
// Both hulls are swept from left to right. At each x each of them extends from its lower to its upper side; what they have in
// common extends from the higher of the lower sides to the lower of the upper ones, and its corners are where one of these four
// sides bends or two of them cross. It is O(n log n) for n corners.
func (s *Separation) Overlap() [][2]float64 {
	if s.Witness == nil {
		return nil
	}
	zero, one := &s.hulls[0], &s.hulls[1]
	if zero.len() <= 2 && one.len() <= 2 {
		return s.overlapOfSegments()
	}
	from, to := max(zero.at[0][0], one.at[0][0]), min(zero.right(), one.right())
	var xs []float64
	for _, h := range s.hulls {
		for _, p := range h.at {
			if from <= p[0] && p[0] <= to {
				xs = append(xs, p[0])
			}
		}
	}
	slices.Sort(xs)
	xs = slices.Compact(xs)

	sides := [4]func(x float64) float64{}
	for i, h := range s.hulls {
		lower, upper := h.sides()
		sides[i], sides[2+i] = lower.at(), upper.at()
	}
	var below, above []point
	var last [4]float64
	for i, x := range xs {
		var now [4]float64
		for k, side := range sides {
			now[k] = side(x)
		}
		if i > 0 {
			for _, t := range crossings(last, now) {
				var between [4]float64
				for k := range between {
					between[k] = last[k] + float64(t*(now[k]-last[k]))
				}
				keepCommon(&below, &above, xs[i-1]+float64(t*(x-xs[i-1])), between, true)
			}
		}
		keepCommon(&below, &above, x, now, false)
		last = now
	}
	slices.Reverse(above)
	corners := slices.Compact(append(below, above...))
	for len(corners) > 1 && corners[0] == corners[len(corners)-1] {
		corners = corners[:len(corners)-1]
	}
	if len(corners) == 0 {
		return [][2]float64{s.Witness.Point}
	}
	return corners
}

// keepCommon appends the ends of what both hulls have at x, if anything. Where two sides cross rounding may tell them apart: they
// are taken as one.
func keepCommon(below, above *[]point, x float64, sides [4]float64, crossing bool) {
	low, high := max(sides[0], sides[1]), min(sides[2], sides[3])
	if low > high {
		if !crossing || low-high > float64(1e-12*max(low, -low, high, -high)) {
			return
		}
		middle := float64(high/2) + float64(low/2)
		low, high = middle, middle
	}
	*below = append(*below, point{x, low})
	*above = append(*above, point{x, high})
}

// crossings are the places strictly between two x, as shares of the way, where two of the four sides cross; in their order.
func crossings(from, to [4]float64) (shares []float64) {
	for i := range from {
		for j := range i {
			if a, b := from[i]-from[j], to[i]-to[j]; differ(a, b) {
				shares = append(shares, a/(a-b))
			}
		}
	}
	slices.Sort(shares)
	return slices.Compact(shares)
}

// overlapOfSegments is Overlap of two points or segments: the witness's point where they cross, and the middle two of the four
// ends where they lie on a line.
func (s *Separation) overlapOfSegments() [][2]float64 {
	zero, one := s.hulls[0].at, s.hulls[1].at
	p, q, r, t := zero[0], zero[len(zero)-1], one[0], one[len(one)-1]
	if cross(p, q, r, t) != 0 || cross(p, q, p, r) != 0 || cross(r, t, r, p) != 0 {
		return [][2]float64{s.Witness.Point}
	}
	ends := []point{p, q, r, t}
	for i := range ends { // four need no sorting made for them: as WebAssembly that is 30 kB
		for ; i > 0 && before(ends[i], ends[i-1]); i-- {
			ends[i], ends[i-1] = ends[i-1], ends[i]
		}
	}
	return slices.Compact(ends[1:3])
}

func before(p, q point) bool { return p[0] < q[0] || p[0] == q[0] && p[1] < q[1] }

// right is the largest x of a hull.
func (h *hull) right() float64 {
	x := h.at[0][0]
	for _, p := range h.at {
		x = max(x, p[0])
	}
	return x
}

// A side is the lower or the upper half of a hull: its corners from the left to the right, each x once.
type side []point

// sides are a hull's lower side and its upper; for an upright segment, its two ends.
func (h *hull) sides() (lower, upper side) {
	most := 0
	for i, p := range h.at {
		if p[0] > h.at[most][0] {
			most = i
		}
	}
	lower = append(lower, h.at[:most+1]...)
	upper = append(upper, h.at[0])
	for i := len(h.at) - 1; i >= most; i-- {
		upper = append(upper, h.at[i])
	}
	return lower.pruned(true), upper.pruned(false)
}

// pruned keeps the lowest of corners above each other, or the highest.
func (s side) pruned(lowest bool) side {
	kept := s[:0:0]
	for _, p := range s {
		if n := len(kept) - 1; n >= 0 && kept[n][0] == p[0] {
			if lowest == (p[1] < kept[n][1]) {
				kept[n] = p
			}
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// at is the side's height at each x that is asked for, from the left to the right and none beyond its ends.
func (s side) at() func(x float64) float64 {
	i := 0
	return func(x float64) float64 {
		for i+1 < len(s) && s[i+1][0] <= x {
			i++
		}
		if s[i][0] == x || i+1 == len(s) {
			return s[i][1]
		}
		a, b := s[i], s[i+1]
		return a[1] + float64((x-a[0])/(b[0]-a[0])*(b[1]-a[1]))
	}
}
