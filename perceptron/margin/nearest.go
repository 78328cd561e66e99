package margin

// nearestToOrigin returns the point of the convex hull of points that is nearest to the origin, which is outside or on
// it. It keeps at most three of the points, whose hull has the nearest point found so far, and adds the one that lies
// farthest towards the origin, until none is nearer: Wolfe, Finding the nearest point in a polytope, 1976; in three
// dimensions also known as Gilbert, Johnson and Keerthi's, 1988. Each turn is O(n), and a few tens of turns are enough.
func nearestToOrigin(points [][3]float64) [3]float64 {
	kept := [][3]float64{points[0]}
	best := points[0]
	for {
		towards := points[0]
		least := dot3(towards, best)
		for _, p := range points[1:] {
			if d := dot3(p, best); d < least {
				towards, least = p, d
			}
		}
		now := dot3(best, best)
		if least >= now { // the plane through best has all points behind it
			return best
		}
		next, face := nearestOfSimplex(append(kept, towards))
		if dot3(next, next) >= now { // rounding is all that is left
			return best
		}
		best, kept = next, face
	}
}

// nearestOfSimplex returns the nearest point to the origin of the hull of at most four points, and those of them, at most
// three, whose hull has it inside. It tries every corner, edge and face.
func nearestOfSimplex(p [][3]float64) (best [3]float64, face [][3]float64) {
	least := -1.
	for set := 1; set < 1<<len(p); set++ {
		var some [][3]float64
		for i := range p {
			if set>>i&1 == 1 {
				some = append(some, p[i])
			}
		}
		if q, inside := nearestOfPlane(some); inside {
			if d := dot3(q, q); least < 0 || d < least {
				best, face, least = q, some, d
			}
		}
	}
	return best, face
}

// nearestOfPlane returns the nearest point to the origin of the line or plane through two or three points, and whether
// it is strictly inside their hull; for one point it is that one, and for four it has no answer.
func nearestOfPlane(p [][3]float64) (q [3]float64, inside bool) {
	switch len(p) {
	case 1:
		return p[0], true
	case 2:
		u := minus3(p[1], p[0])
		t := -dot3(p[0], u) / dot3(u, u)
		return plus3(p[0], t, u), t > 0 && t < 1
	case 3:
		u, v := minus3(p[1], p[0]), minus3(p[2], p[0])
		uu, uv, vv := dot3(u, u), dot3(u, v), dot3(v, v)
		pu, pv := dot3(p[0], u), dot3(p[0], v)
		det := float64(uu*vv) - float64(uv*uv)
		s := (float64(uv*pv) - float64(vv*pu)) / det
		t := (float64(uv*pu) - float64(uu*pv)) / det
		return plus3(plus3(p[0], s, u), t, v), det > 0 && s > 0 && t > 0 && s+t < 1
	}
	return q, false
}

func dot3(p, q [3]float64) float64 {
	return float64(p[0]*q[0]) + float64(p[1]*q[1]) + float64(p[2]*q[2])
}

func minus3(p, q [3]float64) [3]float64 { return [3]float64{p[0] - q[0], p[1] - q[1], p[2] - q[2]} }

// plus3 is p + t q.
func plus3(p [3]float64, t float64, q [3]float64) [3]float64 {
	return [3]float64{p[0] + float64(t*q[0]), p[1] + float64(t*q[1]), p[2] + float64(t*q[2])}
}
