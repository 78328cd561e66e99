package view

import (
	"image"
	"testing"
)

func TestACoverIsWholeOnceEachPixelsMiddleIsHidden(t *testing.T) {
	c := NewCover(image.Rect(3, 5, 7, 8))
	for _, far := range [][2]float64{{2.4, 6}, {5, 4.4}, {5, 9}, {1e6, -1e6}} {
		c.Hide(far[0], far[1], 0.9)
	}
	c.Hide(5, 6.5, 0.4) // no middle
	if want := 4 * 3; c.open != want {
		t.Fatalf("%d pixels are open, want %d", c.open, want)
	}
	c.Hide(4, 6, 1) // two by two
	c.Hide(4, 6, 1)
	if want := 4*3 - 4; c.open != want {
		t.Fatalf("%d pixels are open, want %d", c.open, want)
	}
	c.Hide(6, 7, 2)
	if c.Whole() {
		t.Fatal("what wasn't hidden is")
	}
	c.Hide(3.5, 7.5, 0)
	if !c.Whole() {
		t.Fatalf("%d pixels are open, want none", c.open)
	}
}

func TestAClassHasItsCoreWithinItsMark(t *testing.T) {
	for class := range Shapes {
		r, shape := ClassCore(class), ClassShape(class)
		for i, a := range shape {
			b := shape[(i+1)%len(shape)]
			dx, dy := b[0]-a[0], b[1]-a[1]
			if side := (dx*a[1] - dy*a[0]) * (dx*a[1] - dy*a[0]); side < r*r*(dx*dx+dy*dy)*(1-1e-12) {
				t.Errorf("class %d: its core of %.3f reaches over a side", class, r)
			}
		}
	}
}
