package game

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// ink collects soft-edged lines and convex polygons, and draws them in one go. Coordinates are in pixels of the
// image drawn on. Edges fade over one pixel, by the alpha of the vertices: no extra image, no multisampling.
type ink struct {
	vertices []ebiten.Vertex
	indices  []uint32
}

// white is the single pixel that all ink is drawn with.
var white = func() *ebiten.Image {
	img := ebiten.NewImage(3, 3)
	img.Fill(color.White)
	return img.SubImage(image.Rect(1, 1, 2, 2)).(*ebiten.Image)
}()

// flush draws what was collected.
func (k *ink) flush(dst *ebiten.Image) {
	if len(k.indices) > 0 {
		dst.DrawTriangles32(k.vertices, k.indices, white, nil)
	}
	k.vertices, k.indices = k.vertices[:0], k.indices[:0]
}

// line adds a straight line with flat ends.
func (k *ink) line(x0, y0, x1, y1, width float64, c color.NRGBA) {
	length := math.Hypot(x1-x0, y1-y0)
	if !(length > 0) {
		return
	}
	nx, ny := -(y1-y0)/length, (x1-x0)/length
	alpha := math.Min(1, width) // a line thinner than a pixel is a pixel wide and pale
	core, edge := math.Max(width, 1)/2-0.5, math.Max(width, 1)/2+0.5
	first := uint32(len(k.vertices))
	for _, side := range [4][2]float64{{-edge, 0}, {-core, alpha}, {core, alpha}, {edge, 0}} {
		k.vertex(x0+side[0]*nx, y0+side[0]*ny, c, side[1])
		k.vertex(x1+side[0]*nx, y1+side[0]*ny, c, side[1])
	}
	for i := first; i < first+6; i += 2 {
		k.indices = append(k.indices, i, i+1, i+2, i+1, i+3, i+2)
	}
}

// polyline adds the lines from each point to the next.
func (k *ink) polyline(points [][2]float64, width float64, c color.NRGBA) {
	for i := 1; i < len(points); i++ {
		k.line(points[i-1][0], points[i-1][1], points[i][0], points[i][1], width, c)
	}
}

// shape adds a convex polygon given around the origin, scaled by radius and moved to (x, y).
func (k *ink) shape(outline [][2]float64, x, y, radius float64, c color.NRGBA) {
	first := uint32(len(k.vertices))
	n := uint32(len(outline))
	k.vertex(x, y, c, 1)
	for _, p := range outline {
		d := math.Hypot(p[0], p[1]) * radius
		inner, outer := math.Max(0, d-0.5)/d, (d+0.5)/d
		k.vertex(x+p[0]*radius*inner, y+p[1]*radius*inner, c, 1)
		k.vertex(x+p[0]*radius*outer, y+p[1]*radius*outer, c, 0)
	}
	for i := uint32(0); i < n; i++ {
		a, b := first+1+2*i, first+1+2*((i+1)%n)
		k.indices = append(k.indices, first, a, b, a, a+1, b, a+1, b+1, b)
	}
}

func (k *ink) vertex(x, y float64, c color.NRGBA, alpha float64) {
	k.vertices = append(k.vertices, ebiten.Vertex{
		DstX: float32(x), DstY: float32(y), SrcX: 1.5, SrcY: 1.5,
		ColorR: float32(c.R) / 255, ColorG: float32(c.G) / 255, ColorB: float32(c.B) / 255,
		ColorA: float32(float64(c.A) / 255 * alpha),
	})
}

// rgb is an opaque colour from 0xRRGGBB.
func rgb(c uint32) color.NRGBA {
	return color.NRGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 255}
}

// faded is c at a share of its opacity.
func faded(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(float64(c.A)*share + 0.5)
	return c
}
