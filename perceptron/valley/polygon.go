package valley

// A polygon is the corners of a convex one, in order.
type polygon [][2]float64

// square reaches half to each side of a center.
func square(center [2]float64, half float64) polygon {
	x, y := center[0], center[1]
	return polygon{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}}
}

// clipped is the part in which normal·w ≥ least: Sutherland and Hodgman, Reentrant polygon clipping, 1974, for one edge.
func (p polygon) clipped(normal [2]float64, least float64) polygon {
	var kept polygon
	over := func(w [2]float64) float64 { return float64(normal[0]*w[0]) + float64(normal[1]*w[1]) - least }
	for i, w := range p {
		before := p[(i+len(p)-1)%len(p)]
		u, v := over(before), over(w)
		if u < 0 != (v < 0) {
			share := u / (u - v)
			kept = append(kept, [2]float64{before[0] + float64(share*(w[0]-before[0])), before[1] + float64(share*(w[1]-before[1]))})
		}
		if v >= 0 {
			kept = append(kept, w)
		}
	}
	return kept
}

// centroid is the center of its area, and that area; ok is false if it has none.
func (p polygon) centroid() (center [2]float64, area float64, ok bool) {
	if len(p) < 3 {
		return center, 0, false
	}
	for i := range p[2:] {
		a, b := p[i+1], p[i+2]
		u, v := [2]float64{a[0] - p[0][0], a[1] - p[0][1]}, [2]float64{b[0] - p[0][0], b[1] - p[0][1]}
		part := float64((float64(u[0]*v[1]) - float64(u[1]*v[0])) / 2)
		area += part
		for k := range center {
			center[k] += float64(part * (u[k] + v[k]) / 3)
		}
	}
	if !(area > 0) {
		return center, 0, false
	}
	for k := range center {
		center[k] = p[0][k] + center[k]/area
	}
	return center, area, true
}
