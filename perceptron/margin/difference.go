package margin

// difference is the set of all a − b, for a in the hull of class 1 and b in that of class 0. It is convex, and it holds
// the origin just where the hulls have a point in common; its point nearest to the origin is the shortest way from one
// hull to the other. Its corners are differences of hull corners and its edges are the hulls' own edges, those of class 0
// turned round: so what is asked of it comes down to exact cross products of samples.
type difference struct {
	one, zero hull
	corners   []corner // counter-clockwise, no three on a line; 1 or 2 where the hulls are parallel segments, or points
}

// A corner is one.at[a] − zero.at[b], and the edge that leaves it.
type corner struct {
	a, b     int
	edge     edge
	from, to point // the edge's direction is to − from
}

// An edge of the difference is one of class 1's hull, or of class 0's, or the sum of two that are parallel.
type edge int

const (
	edgeOne edge = iota
	edgeZero
	edgeBoth
)

// newDifference goes once round both hulls and takes the edges in the order of their angles. Neither hull is empty.
func newDifference(one, zero hull) *difference {
	d := &difference{one: one, zero: zero}
	a, b := 0, 0
	for j, p := range zero.at { // begin where a − b has the smallest x, and y
		if q := zero.at[b]; p[0] > q[0] || p[0] == q[0] && p[1] > q[1] {
			b = j
		}
	}
	leftOne, leftZero := edges(one), edges(zero)
	for leftOne+leftZero > 0 {
		c := corner{a: a, b: b, edge: edgeZero, from: zero.at[zero.next(b)], to: zero.at[b]}
		if leftOne > 0 {
			from, to := one.at[a], one.at[one.next(a)]
			switch order := compareAngles(from, to, c.from, c.to); {
			case leftZero == 0 || order < 0:
				c.edge, c.from, c.to = edgeOne, from, to
			case order == 0:
				c.edge, c.from, c.to = edgeBoth, from, to
			}
		}
		d.corners = append(d.corners, c)
		if c.edge != edgeZero {
			a = one.next(a)
			leftOne--
		}
		if c.edge != edgeOne {
			b = zero.next(b)
			leftZero--
		}
	}
	if d.corners == nil {
		d.corners = []corner{{a: 0, b: 0}}
	}
	return d
}

func edges(h hull) int {
	if h.len() == 1 {
		return 0
	}
	return h.len() // 2 for a segment: there and back
}

// compareAngles is negative where the edge from p to q comes before that from r to s, on a way round that begins with
// the direction just after straight down; 0 where they have one direction.
func compareAngles(p, q, r, s point) int {
	if f, g := forward(p, q), forward(r, s); f != g {
		if f {
			return -1
		}
		return 1
	}
	switch c := cross(p, q, r, s); {
	case c > 0:
		return -1
	case c < 0:
		return 1
	}
	return 0
}

// forward reports whether q − p points to the right, or straight up.
func forward(p, q point) bool { return q[0] > p[0] || q[0] == p[0] && q[1] > p[1] }

// ends are the samples whose difference the corner is: the one of class 0, then that of class 1.
func (d *difference) ends(c corner) (zero, one point) { return d.zero.at[c.b], d.one.at[c.a] }

// alongEdge is the sign of v·e for the corner v and an edge e, which may leave another corner.
func (d *difference) alongEdge(v, e corner) float64 {
	zero, one := d.ends(v)
	return dot(zero, one, e.from, e.to)
}

// originLeft is the sign of v × e: positive where the origin lies to the left of the edge that leaves v, which is the
// inside, and 0 on the edge's line.
func (d *difference) originLeft(v corner) float64 {
	zero, one := d.ends(v)
	return cross(zero, one, v.from, v.to)
}

// nearest returns the corner that is the difference's nearest point to the origin, or the corner whose edge, between its
// ends, holds it. Where the origin is inside there is none.
func (d *difference) nearest() (c corner, onEdge, found bool) {
	n := len(d.corners)
	if n == 1 {
		return d.corners[0], false, true
	}
	for i, c := range d.corners {
		before, after := d.corners[(i+n-1)%n], d.corners[(i+1)%n]
		ahead := d.alongEdge(c, c)
		if ahead >= 0 && d.alongEdge(c, before) <= 0 {
			return c, false, true
		}
		if ahead < 0 && d.alongEdge(after, c) > 0 && d.originLeft(c) <= 0 {
			return c, true, true
		}
	}
	return corner{}, false, false
}
