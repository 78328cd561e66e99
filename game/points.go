package game

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// points is the layer of samples: drawn once into an image, and again only when data or view change.
// A point added at the end is drawn onto it.
type points struct {
	layer   *ebiten.Image
	sprites [view.MaxClasses]*ebiten.Image
	drawn   perceptron.Samples
	plane   view.Plane
	dpr     float64
}

// ringColor is around every sample and test point, so that each shows on any field, on others, and on the line.
const ringColor = 0xffffff

// Radii in CSS pixels.
const (
	pointRadius = 4.8
	ringWidth   = 1.2
)

func (l *points) draw(dst *ebiten.Image, r image.Rectangle, s perceptron.Samples, p view.Plane, dpr float64) {
	first := l.prepare(r.Size(), s, p, dpr)
	for i := first; i < s.Len(); i++ {
		x, y := p.ToPx(s.X[i])
		sprite := l.sprites[s.Y[i]%view.MaxClasses]
		half := float64(sprite.Bounds().Dx()) / 2
		if over := half / dpr; x < -over || y < -over || x > p.Width+over || y > p.Height+over {
			continue
		}
		op := &ebiten.DrawImageOptions{Filter: ebiten.FilterLinear}
		op.GeoM.Translate(x*dpr-half, y*dpr-half)
		l.layer.DrawImage(sprite, op)
	}
	l.drawn = s
	op := &ebiten.DrawImageOptions{}
	op.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	dst.DrawImage(l.layer, op)
}

// prepare makes the layer fit for s and returns the first sample that is not on it yet.
func (l *points) prepare(size image.Point, s perceptron.Samples, p view.Plane, dpr float64) int {
	if l.dpr != dpr {
		l.dpr = dpr
		l.makeSprites()
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
// a snapshot, so equal slices need no look inside.
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

func (l *points) makeSprites() {
	var k ink
	for class := range l.sprites {
		size := 2*int((pointRadius*1.5+ringWidth)*l.dpr+2) + 1
		sprite := ebiten.NewImage(size, size)
		middle := float64(size) / 2
		k.shape(view.ClassShape(class), middle, middle, (pointRadius+ringWidth)*l.dpr, rgb(ringColor))
		k.shape(view.ClassShape(class), middle, middle, pointRadius*l.dpr, rgb(view.ClassColors[class]))
		k.flush(sprite)
		if old := l.sprites[class]; old != nil {
			old.Deallocate()
		}
		l.sprites[class] = sprite
	}
}
