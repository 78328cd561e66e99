package view

import (
	"fmt"
	"math"
)

// MaxClasses is how many classes can be told apart: each has a shape and a colour of Shapes that no other has together.
const MaxClasses = Shapes * Shapes

// Shapes is how many shapes there are, and how many colours. The first eight classes differ in both.
const Shapes = 8

// classColors are the colours, as 0xRRGGBB (matplotlib's tab10 without its red, which is the line's).
var classColors = [Shapes]uint32{0x1f77b4, 0xff7f0e, 0x2ca02c, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0x17becf}

// ClassColor is the colour of a class. With every eight classes, the colours move on by one shape.
func ClassColor(class int) uint32 { return classColors[(class+class/Shapes)%Shapes] }

// Hex is a colour as CSS writes it, #rrggbb.
func Hex(color uint32) string { return fmt.Sprintf("#%06x", color) }

// LineColor is the colour of the decision line.
const LineColor uint32 = 0xd62728

// queryColors are the colours of test points: the blog post's red and black first.
var queryColors = []uint32{0xd62728, 0x000000, 0x0f766e, 0xbe185d, 0x4338ca, 0x4d7c0f}

// QueryColor is the colour of the test point of a number.
func QueryColor(number int) uint32 { return queryColors[number%len(queryColors)] }

// otherColors are the colours of lines to compare with: a pinned run's grey first, then the baseline rules'.
var otherColors = []uint32{0x64748b, 0x0f766e, 0xbe185d, 0x4338ca, 0x4d7c0f, 0xb45309, 0x0369a1}

// OtherColor is the colour of the i-th line to compare with; 0 is a pinned run's.
func OtherColor(i int) uint32 { return otherColors[i%len(otherColors)] }

// ClassShape is the outline of a class's mark around the origin, convex, y down, of about the area of a circle of
// radius 1: class is told by shape as well as by colour.
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
