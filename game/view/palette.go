package view

import "fmt"

// The only palette: for the canvas, for stills and rasters and, by `go generate ./game`, for web/css/palette.css, which the page
// and the element use. Colours are 0xRRGGBB.

// classColors are those of classes (matplotlib's tab10 without its red, which is the line's).
var classColors = [Shapes]uint32{0x1f77b4, 0xff7f0e, 0x2ca02c, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0x17becf}

// ClassColor is the colour of a class. With every eight classes, the colours move on by one shape.
func ClassColor(class int) uint32 { return classColors[(class+class/Shapes)%Shapes] }

const (
	LineColor     uint32 = 0xd62728 // of the decision line
	RingColor     uint32 = 0xffffff // around every sample and asked point, so that each shows on any field, on others, and on the line
	RimColor      uint32 = 0xffffff // around a still's words, so that they can be read over any field
	TestLossColor uint32 = 0x0f766e // of the test loss
)

// queryColors are the colours of asked points: the blog post's red and black first.
var queryColors = []uint32{0xd62728, 0x000000, 0x0f766e, 0xbe185d, 0x4338ca, 0x4d7c0f}

// QueryColor is the colour of the asked point of a number.
func QueryColor(number int) uint32 { return queryColors[number%len(queryColors)] }

// otherColors are the colours of lines to compare with: a pinned run's grey first, then the baseline rules'.
var otherColors = []uint32{0x64748b, 0x0f766e, 0xbe185d, 0x4338ca, 0x4d7c0f, 0xb45309, 0x0369a1}

// OtherColor is the colour of the i-th line to compare with; 0 is a pinned run's.
func OtherColor(i int) uint32 { return otherColors[i%len(otherColors)] }

// A Shade is a colour of the page by its name in CSS, as it is on light and on dark. Author is the custom property by which an
// author of a post takes another for <perceptron-lab>; empty: none.
type Shade struct {
	Name        string
	Light, Dark uint32
	Author      string
}

// StillGrid is the grid of a still, through which its page shows, light or dark: it is drawn at a quarter of its strength.
const StillGrid uint32 = 0x808890

// Veils are colours with their opacity, 0xRRGGBBAA, by their names in CSS: what lies over something else.
var Veils = []Shade{
	{"shadow", 0x1b213022, 0x00000066, ""},
	{"backdrop", 0x12151c99, 0x12151c99, ""},
}

// The shades that the canvas draws with, too.
var (
	Grid = Shade{"plane-grid", 0xd8dbde, 0x303745, ""}
	Axis = Shade{"plane-axis", 0x8f98a3, 0x6b7587, ""}
	Ink  = Shade{"plane-ink", 0x1b2130, 0xe8eaf0, ""}
	// Negative is what is below 0, be it a weight or a unit's sum; what is above is as ink. Neither is a class's colour.
	Negative = Shade{"negative", 0xa21caf, 0xe879f9, ""}
)

// Shades are those of page and element.
var Shades = []Shade{
	{"page", 0xfbfbf8, 0x12151c, ""},
	{"card", 0xffffff, 0x1a1e27, "perceptron-card"},
	{"ink", 0x1b2130, 0xe8eaf0, "perceptron-ink"},
	{"soft", 0x596273, 0xa4acbb, ""},
	{"line", 0xe3e4e0, 0x2d3340, "perceptron-line"},
	{"edge", 0x858d99, 0x747d8d, ""}, // of fields and radio buttons: 3:1 on the card
	{"hover", 0xf1f2ee, 0x252b37, ""},
	{"strong", 0x1b2130, 0xe8eaf0, "perceptron-accent"},
	{"on-strong", 0xffffff, 0x161a22, ""},
	{"strong-hover", 0x333b4d, 0xffffff, ""},
	{"focus", 0x1457b8, 0x8ab8ff, ""},
	{"problem", 0xb01e20, 0xff9a94, ""},
	{"calm", 0x2e7d4f, 0x6bc793, ""},
	{"caution", 0xb26a00, 0xf0b45c, ""},
	{"plane-background", 0xfdfdfb, 0x171b23, "perceptron-background"},
	Grid, Axis, Ink, Negative,
}

// ClassColors is how many colours classes have before the colours repeat with other shapes.
const ClassColors = Shapes

// Hex returns a colour as CSS writes it, #rrggbb.
func Hex(color uint32) string { return fmt.Sprintf("#%06x", color) }
