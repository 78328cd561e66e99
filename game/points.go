package game

import (
	"image"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// points is the layer of samples: drawn once into an image, and again only where the data change, or when the view does. Very
// many are drawn in several frames.
type points struct {
	layer    *ebiten.Image
	part     *ebiten.Image // of the layer that is drawn to, within bounds
	bounds   image.Rectangle
	sheet    *ebiten.Image        // a square sprite for each class, a row for each view.Shapes
	side     int                  // of a sprite, in device pixels
	cores    [view.Shapes]float64 // how far to each side of its middle a sprite is opaque, in device pixels, by its shape
	vertices []ebiten.Vertex
	indices  []uint32
	census   *session.Census // nil: none yet
	done     int             // how many of them are on the layer
	plane    view.Plane
	dpr      float64
}

// Radii in CSS pixels.
const (
	pointRadius = 4.8
	ringWidth   = 1.2
)

const (
	// atOnce is how many points a frame draws. Ebitengine keeps memory for the corners of all that a frame draws, twice.
	atOnce = 1 << 14
	// maxPatched is how many places of points that came, went or moved are drawn again, instead of all points.
	maxPatched = 4
)

// draw shows the samples, or as many of them as it has come to.
func (l *points) draw(dst *ebiten.Image, r image.Rectangle, s *session.Census, p view.Plane, dpr float64) {
	l.prepare(r.Size(), s, p, dpr)
	last := min(s.Samples.Len(), l.done+atOnce)
	l.putAll(l.done, last)
	l.done = last
	l.flush()
	op := &ebiten.DrawImageOptions{}
	op.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	dst.DrawImage(l.layer, op)
}

// owes reports whether it will take more than the next frame to show all of the samples.
func (l *points) owes(s *session.Census, p view.Plane) bool {
	n := s.Samples.Len()
	if n <= atOnce {
		return false
	}
	if l.plane != p || l.done < n {
		return true
	}
	from, _ := l.census.Differ(s)
	return from < n
}

// batch is how many points are drawn onto the layer at a time: one image draw for each point would take four times as long, and
// Ebitengine keeps the corners of one for each image.
const batch = 1 << 10

// A window is where sprites are visible that are drawn to a part of the layer.
type window struct {
	plane                    view.Plane
	dpr                      float64
	left, top, right, bottom float64 // of their middles
	low, high                float64 // the same in data units, roughly: what is to the left and right
}

func (l *points) window() window {
	half, b := float64(l.side)/2, l.bounds
	w := window{
		plane: l.plane, dpr: l.dpr,
		left: float64(b.Min.X) - half, top: float64(b.Min.Y) - half, right: float64(b.Max.X) + half, bottom: float64(b.Max.Y) + half,
	}
	w.low, w.high = w.plane.ToData(w.left/w.dpr-1, 0)[0], w.plane.ToData(w.right/w.dpr+1, 0)[0]
	return w
}

// middle is where on the layer a sprite's is; visible is false if nothing of it is.
func (w *window) middle(place [2]float64) (x, y float64, visible bool) {
	if place[0] < w.low || place[0] > w.high {
		return 0, 0, false // most of very many, where little is drawn again
	}
	x, y = w.plane.ToPx(place)
	x, y = x*w.dpr, y*w.dpr
	return x, y, x >= w.left && y >= w.top && x <= w.right && y <= w.bottom
}

// putAll queues the sprites of samples, from one up to another, as far as they are visible.
func (l *points) putAll(from, to int) {
	w, samples := l.window(), l.census.Samples
	for i := from; i < to; i++ {
		place, class := samples.At(i)
		if x, y, visible := w.middle(place); visible {
			l.put(x, y, class)
		}
	}
}

// putTop is putAll of those up to one, without what lies below others all over: of very many few are left.
func (l *points) putTop(to int) {
	w, samples, cover := l.window(), l.census.Samples, view.NewCover(l.bounds)
	var top []int32
	for i := to - 1; i >= 0 && !cover.Whole(); i-- {
		place, class := samples.At(i)
		if x, y, visible := w.middle(place); visible {
			top = append(top, int32(i))
			cover.Hide(x, y, l.cores[class%view.Shapes])
		}
	}
	for _, i := range slices.Backward(top) {
		place, class := samples.At(int(i))
		x, y, _ := w.middle(place)
		l.put(x, y, class)
	}
}

// put queues a sprite centred on a point of the layer.
func (l *points) put(x, y float64, class int) {
	half := float64(l.side) / 2
	left, top := float64(class%view.Shapes*l.side), float64(class/view.Shapes*l.side)
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
		l.part.DrawTriangles32(l.vertices, l.indices, l.sheet, &ebiten.DrawTrianglesOptions{Filter: ebiten.FilterLinear})
	}
	l.vertices, l.indices = l.vertices[:0], l.indices[:0]
}

// prepare adapts the layer to s: what is still right stays on it.
func (l *points) prepare(size image.Point, s *session.Census, p view.Plane, dpr float64) {
	again := l.plane != p
	if l.dpr != dpr {
		l.dpr, again = dpr, true
		l.makeSheet()
	}
	if l.layer == nil || l.layer.Bounds().Size() != size {
		if l.layer != nil {
			l.layer.Deallocate()
		}
		l.layer, again = ebiten.NewImage(size.X, size.Y), true
	}
	old := l.census
	l.census, l.plane = s, p
	l.drawTo(l.layer)
	if !again {
		from, _ := old.Differ(s)
		if from >= l.done {
			return
		}
		gone, come := old.Difference(s)
		if gone.Len()+come.Len() <= maxPatched && from+gone.Len() <= l.done {
			l.done += come.Len() - gone.Len()
			for _, x := range slices.Concat(gone.X, come.X) {
				l.patch(perceptron.Double(x))
			}
			return
		}
	}
	l.layer.Clear()
	l.done = 0
}

// patch draws what is on the layer again around a place.
func (l *points) patch(x [2]float64) {
	px, py := l.plane.ToPx(x)
	half := float64(l.side)/2 + 1
	near := func(v float64) int { return int(math.Floor(min(max(-2*half, v*l.dpr-half), 1e6))) } // it may be very far off
	around := image.Rect(near(px), near(py), near(px)+l.side+3, near(py)+l.side+3)
	if around = around.Intersect(l.layer.Bounds()); around.Empty() {
		return
	}
	l.drawTo(l.layer.SubImage(around).(*ebiten.Image))
	l.part.Clear()
	l.putTop(l.done)
	l.flush()
	l.drawTo(l.layer)
}

func (l *points) drawTo(part *ebiten.Image) { l.part, l.bounds = part, part.Bounds() }

func (l *points) makeSheet() {
	if l.sheet != nil {
		l.sheet.Deallocate()
	}
	l.side = 2*int((pointRadius*1.5+ringWidth)*l.dpr+2) + 1
	l.sheet = ebiten.NewImage(l.side*view.Shapes, l.side*view.MaxClasses/view.Shapes)
	for class := range l.cores {
		const soft = 2 // its edge, and what a place between pixels takes from those around
		l.cores[class] = max(0, (pointRadius+ringWidth)*l.dpr*view.ClassCore(class)-soft) / math.Sqrt2
	}
	var k ink
	for class := range view.MaxClasses {
		x, y := (float64(class%view.Shapes)+0.5)*float64(l.side), (float64(class/view.Shapes)+0.5)*float64(l.side)
		k.shape(view.ClassShape(class), x, y, (pointRadius+ringWidth)*l.dpr, rgb(view.RingColor))
		k.shape(view.ClassShape(class), x, y, pointRadius*l.dpr, rgb(view.ClassColor(class)))
	}
	k.flush(l.sheet)
}
