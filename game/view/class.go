package view

import "math"

// MaxClasses is how many classes can be told apart: each has its own combination of shape and colour, of Shapes of each.
const MaxClasses = Shapes * Shapes

// Shapes is how many shapes there are, and how many colours. The first eight classes differ in both.
const Shapes = 8

// ClassShape is the outline of a class's mark around the origin, convex, y down, of about the area of a circle of
// radius 1: shape as well as colour shows the class.
func ClassShape(class int) [][2]float64 {
	switch class % Shapes {
	case 0:
		return Circle
	case 1:
		return polygon(4, math.Pi/4, 1.25)
	case 2:
		return polygon(3, -math.Pi/2, 1.5)
	case 3:
		return polygon(4, 0, 1.35)
	case 4:
		return polygon(3, math.Pi/2, 1.5)
	case 5:
		return polygon(5, -math.Pi/2, 1.2)
	case 6:
		return polygon(3, 0, 1.5)
	default:
		return polygon(6, 0, 1.15)
	}
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
