package game

import (
	_ "embed"
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

//go:embed field.kage
var fieldSource []byte

// field draws the probability of every point of the plane: logits on a grid, evaluated here, shaded per pixel by field.kage.
type field struct {
	shader *ebiten.Shader
	grid   *ebiten.Image
	nodes  image.Point
	grids  int
	scale  float64
	x      [][2]float64
	logits []float64
	packed []byte
	linear bool
}

// cellPx is how far the nodes of a network's grid lie apart, in CSS pixels.
const cellPx = 7

// fieldStrength is the opacity of the tint at p = 1.
const fieldStrength = 0.5

func newField() (*field, error) {
	shader, err := ebiten.NewShader(fieldSource)
	return &field{shader: shader}, err
}

// update evaluates the network over the plane. A single layer's logits are linear: the four corners are exact, and
// go to the shader as they are (an image would cost a flush of the GPU's queue each frame).
func (f *field) update(net *perceptron.Network, p view.Plane) {
	nodes := image.Pt(2, 2)
	f.linear = len(net.Layers()) == 2
	if !f.linear {
		nodes = image.Pt(max(2, int(p.Width/cellPx)+1), max(2, int(p.Height/cellPx)+1))
	}
	f.resize(nodes, min(net.Outputs(), view.MaxClasses))
	i := 0
	for row := range nodes.Y {
		for column := range nodes.X {
			f.x[i] = p.ToData(p.Width*float64(column)/float64(nodes.X-1), p.Height*float64(row)/float64(nodes.Y-1))
			i++
		}
	}
	net.Logits(f.logits, f.x)
	if f.linear {
		return
	}
	f.scale = 0
	for _, z := range f.logits {
		f.scale = math.Max(f.scale, math.Abs(z))
	}
	f.pack()
	f.grid.WritePixels(f.packed)
}

func (f *field) resize(nodes image.Point, grids int) {
	if f.nodes == nodes && f.grids == grids {
		return
	}
	if f.grid != nil {
		f.grid.Deallocate()
	}
	f.nodes, f.grids = nodes, grids
	n := nodes.X * nodes.Y
	f.grid = ebiten.NewImage(nodes.X, nodes.Y*grids)
	f.x, f.logits, f.packed = make([][2]float64, n), make([]float64, n*grids), make([]byte, 4*n*grids)
}

// pack writes each logit as 24 bits of −scale..scale into red, green and blue, one grid a class below the other.
func (f *field) pack() {
	n := f.nodes.X * f.nodes.Y
	for i := range n {
		for k := range f.grids {
			share := 0.0
			if f.scale > 0 {
				share = f.logits[i*f.grids+k] / f.scale
			}
			v := uint32(math.Round((share + 1) * 8388607.5))
			o := 4 * (k*n + i)
			f.packed[o], f.packed[o+1], f.packed[o+2], f.packed[o+3] = byte(v>>16), byte(v>>8), byte(v), 255
		}
	}
}

// A boundary is the line that the field draws where a single output has a logit, or two classes are as likely. Its width is
// in pixels; 0 draws none.
type boundary struct{ logit, width float64 }

// draw shades the rectangle r of dst.
func (f *field) draw(dst *ebiten.Image, r image.Rectangle, b boundary) {
	if f.grid == nil {
		return
	}
	corners := make([]float32, 4*view.MaxClasses)
	linear := float32(0)
	if f.linear {
		linear = 1
		for i, z := range f.logits {
			corners[i%f.grids*4+i/f.grids] = float32(z)
		}
	}
	colors := make([]float32, 0, 3*view.MaxClasses)
	for _, c := range view.ClassColors {
		colors = append(colors, unit(c)...)
	}
	x0, y0, x1, y1 := float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y)
	vertices := []ebiten.Vertex{{DstX: x0, DstY: y0}, {DstX: x1, DstY: y0}, {DstX: x0, DstY: y1}, {DstX: x1, DstY: y1}}
	dst.DrawTrianglesShader(vertices, []uint16{0, 1, 2, 1, 3, 2}, f.shader, &ebiten.DrawTrianglesShaderOptions{
		Images: [4]*ebiten.Image{f.grid},
		Uniforms: map[string]any{
			"ViewOrigin":    []float32{x0, y0},
			"ViewSize":      []float32{x1 - x0, y1 - y0},
			"Nodes":         []float32{float32(f.nodes.X), float32(f.nodes.Y)},
			"Grids":         float32(f.grids),
			"Linear":        linear,
			"Corners":       corners,
			"Scale":         float32(f.scale),
			"Strength":      float32(fieldStrength),
			"Threshold":     float32(b.logit),
			"Boundary":      float32(b.width / 2),
			"BoundaryColor": unit(view.LineColor),
			"Colors":        colors,
		},
	})
}

// unit is a colour as three numbers in 0..1.
func unit(c uint32) []float32 {
	return []float32{float32(c>>16&255) / 255, float32(c>>8&255) / 255, float32(c&255) / 255}
}
