package game

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// points is the layer of samples: drawn once into an image, and again only when the data or the view change.
// A point added at the end is drawn onto it.
type points struct {
	layer    *ebiten.Image
	sheet    *ebiten.Image // a square sprite for each class, a row for each view.Shapes
	side     int           // of a sprite, in device pixels
	vertices []ebiten.Vertex
	indices  []uint32
	drawn    perceptron.Samples
	plane    view.Plane
	dpr      float64
}

// Radii in CSS pixels.
const (
	pointRadius = 4.8
	ringWidth   = 1.2
)

func (l *points) draw(dst *ebiten.Image, r image.Rectangle, s perceptron.Samples, p view.Plane, dpr float64) {
	first := l.prepare(r.Size(), s, p, dpr)
	for i := first; i < s.Len(); i++ {
		x, y := p.ToPx(s.X[i])
		l.put(x*dpr, y*dpr, s.Y[i])
	}
	l.flush()
	l.drawn = s
	op := &ebiten.DrawImageOptions{}
	op.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	dst.DrawImage(l.layer, op)
}

// batch is how many points are drawn onto the layer at a time: one image draw for each point would take four times as long.
const batch = 1 << 14

// put queues a sprite centred on a point of the layer, if any of it is visible.
func (l *points) put(x, y float64, class int) {
	half, size := float64(l.side)/2, l.layer.Bounds().Size()
	left, top := float64(class%view.Shapes*l.side), float64(class/view.Shapes*l.side)
	if x < -half || y < -half || x > float64(size.X)+half || y > float64(size.Y)+half {
		return
	}
	first := uint32(len(l.vertices))
	for _, corner := range [4][2]float64{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		u, v := corner[0]*float64(l.side), corner[1]*float64(l.side)
		l.vertices = append(l.vertices, ebiten.Vertex{
			DstX: float32(x - half + u), DstY: float32(y - half + v), SrcX: float32(left + u), SrcY: float32(top + v),
			ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1,
		})
	}
	l.indices = append(l.indices, first, first+1, first+2, first+1, first+3, first+2)
	if len(l.vertices) == 4*batch {
		l.flush()
	}
}

func (l *points) flush() {
	if len(l.indices) > 0 {
		l.layer.DrawTriangles32(l.vertices, l.indices, l.sheet, &ebiten.DrawTrianglesOptions{Filter: ebiten.FilterLinear})
	}
	l.vertices, l.indices = l.vertices[:0], l.indices[:0]
}

// prepare adapts the layer to s and returns the first sample that is not on it yet.
func (l *points) prepare(size image.Point, s perceptron.Samples, p view.Plane, dpr float64) int {
	if l.dpr != dpr {
		l.dpr = dpr
		l.makeSheet()
		l.drawn = perceptron.Samples{}
	}
	if l.layer == nil || l.layer.Bounds().Size() != size {
		if l.layer != nil {
			l.layer.Deallocate()
		}
		l.layer = ebiten.NewImage(size.X, size.Y)
		l.drawn = perceptron.Samples{}
	}
	if l.plane == p && begins(s, l.drawn) {
		return l.drawn.Len()
	}
	l.plane = p
	l.layer.Clear()
	return 0
}

// begins reports whether the samples of s begin with all those of old. Samples are never written once they are in
// a snapshot, so equal slices need not be compared element by element.
func begins(s, old perceptron.Samples) bool {
	n := old.Len()
	if n > s.Len() {
		return false
	}
	if n == 0 || n == s.Len() && &s.X[0] == &old.X[0] && &s.Y[0] == &old.Y[0] {
		return true
	}
	for i := range n {
		if s.X[i] != old.X[i] || s.Y[i] != old.Y[i] {
			return false
		}
	}
	return true
}

func (l *points) makeSheet() {
	if l.sheet != nil {
		l.sheet.Deallocate()
	}
	l.side = 2*int((pointRadius*1.5+ringWidth)*l.dpr+2) + 1
	l.sheet = ebiten.NewImage(l.side*view.Shapes, l.side*view.MaxClasses/view.Shapes)
	var k ink
	for class := range view.MaxClasses {
		x, y := (float64(class%view.Shapes)+0.5)*float64(l.side), (float64(class/view.Shapes)+0.5)*float64(l.side)
		k.shape(view.ClassShape(class), x, y, (pointRadius+ringWidth)*l.dpr, rgb(view.RingColor))
		k.shape(view.ClassShape(class), x, y, pointRadius*l.dpr, rgb(view.ClassColor(class)))
	}
	k.flush(l.sheet)
}
