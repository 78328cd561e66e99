package view

import "math"

// MaxClasses is how many classes can be told apart: each has its own combination of shape and colour, of Shapes of each.
const MaxClasses = Shapes * Shapes

// Shapes is how many shapes there are, and how many colours. The first eight classes differ in both.
const Shapes = 8

// A Mark is the outline of a class's mark around the origin, convex, y down, of about the area of a circle of radius 1: a
// regular polygon, or a circle if it has no corners.
type Mark struct {
	Corners int
	Turn    float64 // the direction of one corner, in turns from that of x
	Radius  float64 // of the circle around it
}

// Marks are those of the first eight classes.
var Marks = [Shapes]Mark{{0, 0, 1}, {4, 0.125, 1.25}, {3, -0.25, 1.5}, {4, 0, 1.35}, {3, 0.25, 1.5}, {5, -0.25, 1.2}, {3, 0, 1.5}, {6, 0, 1.15}}

// ClassShape is the outline of a class's mark as a polygon: shape as well as colour shows the class.
func ClassShape(class int) [][2]float64 {
	m := Marks[class%Shapes]
	if m.Corners == 0 {
		return Circle
	}
	return polygon(m.Corners, 2*math.Pi*m.Turn, m.Radius)
}

// ClassCore is the radius of the largest circle around the origin that lies within a class's mark.
func ClassCore(class int) float64 {
	shape := ClassShape(class)
	middle := [2]float64{(shape[0][0] + shape[1][0]) / 2, (shape[0][1] + shape[1][1]) / 2}
	return math.Hypot(middle[0], middle[1])
}

// Circle is the unit circle as a polygon.
var Circle = polygon(28, 0, 1)

// polygon is a regular polygon of the given circumradius with one corner at an angle.
func polygon(corners int, angle, radius float64) [][2]float64 {
	p := make([][2]float64, corners)
	for i := range p {
		sin, cos := math.Sincos(angle + 2*math.Pi*float64(i)/float64(corners))
		p[i] = [2]float64{radius * cos, radius * sin}
	}
	return p
}
