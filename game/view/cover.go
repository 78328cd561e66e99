package view

import (
	"image"
	"math"
)

// A Cover is which pixels of a rectangle are hidden by what lies over them.
type Cover struct {
	bounds image.Rectangle
	hidden []bool
	open   int // how many aren't hidden
}

// NewCover hides nothing.
func NewCover(bounds image.Rectangle) *Cover {
	n := bounds.Dx() * bounds.Dy()
	return &Cover{bounds, make([]bool, n), n}
}

// Whole reports whether all is hidden.
func (c *Cover) Whole() bool { return c.open == 0 }

// Hide hides the pixels whose middles lie in a square around a point, which reaches so far to each side.
func (c *Cover) Hide(x, y, half float64) {
	first := func(v float64) int { return int(math.Ceil(v - half - 0.5)) }
	end := func(v float64) int { return int(math.Floor(v+half-0.5)) + 1 }
	r := image.Rectangle{image.Pt(first(x), first(y)), image.Pt(end(x), end(y))}.Intersect(c.bounds)
	for py := r.Min.Y; py < r.Max.Y; py++ {
		row := c.hidden[(py-c.bounds.Min.Y)*c.bounds.Dx():]
		for px := r.Min.X - c.bounds.Min.X; px < r.Max.X-c.bounds.Min.X; px++ {
			if !row[px] {
				row[px] = true
				c.open--
			}
		}
	}
}
