package view

import "math"

// Square is a square around all points, in round numbers: it stays where it is until a point leaves it. It reaches half,
// at least 1, to each side of the center.
func Square(points [][2]float64) (center [2]float64, half float64) {
	e := NewExtent(points)
	const room = 0.75 // of the longer side, on both sides of the middle
	half, _ = roundStep(math.Max(1, room*math.Max(e.Max[0]-e.Min[0], e.Max[1]-e.Min[1])))
	step := half / 4
	for i, middle := range e.Center() {
		center[i] = math.Round(middle/step)*step + 0 // no −0
	}
	return center, half
}
