package game

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game/kage"
	"perceptronlab/game/region"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// field draws the probability of every point of the plane: logits on a grid, evaluated here, shaded per pixel by the shader
// that fits. Where a CPU draws, all of a shader runs for every pixel, so there is one shader for each case, with no more
// than it needs.
type field struct {
	corners, nodes, cells *ebiten.Shader

	shader *ebiten.Shader // of these; nil: none yet
	values map[string]any // its uniforms
	image  *ebiten.Image  // its source; nil: none

	x      [][2]float64
	logits []float64
	packed []byte
	region region.Map
}

// The distance between the nodes of a network's grid, in CSS pixels. With many classes, each node costs more.
const (
	cellPx     = 7
	cellPxMany = 10
	many       = 8
)

// fieldStrength is the opacity of the tint at p = 1.
const fieldStrength = 0.5

func newField() (*field, error) {
	f := &field{}
	for _, s := range []struct {
		to     **ebiten.Shader
		source string
	}{
		{&f.corners, kage.Corners()},
		{&f.nodes, kage.Nodes()},
		{&f.cells, kage.Cells()},
	} {
		shader, err := ebiten.NewShader([]byte(s.source))
		if err != nil {
			return nil, err
		}
		*s.to = shader
	}
	return f, nil
}

// update evaluates the network over the plane; a single logit has one of two colours.
func (f *field) update(net *perceptron.Network, p view.Plane, below, above uint32) {
	classes := net.Outputs()
	linear := len(net.Layers()) == 2
	px := float64(cellPx)
	if classes > many {
		px = cellPxMany
	}
	nodes := image.Pt(max(2, int(p.Width/px)+1), max(2, int(p.Height/px)+1))
	if linear && classes <= 2 {
		nodes = image.Pt(2, 2)
	}
	f.evaluate(net, p, nodes)
	if classes == 2 {
		// The softmax of two logits is σ of their difference.
		for i := range len(f.x) {
			f.logits[i] = f.logits[2*i+1] - f.logits[2*i]
		}
	}
	switch {
	case classes > 2:
		f.useCells(nodes, classes)
	case linear:
		f.useCorners(append(unit(below), unit(above)...))
	default:
		f.useNodes(nodes, append(unit(below), unit(above)...))
	}
}

func (f *field) evaluate(net *perceptron.Network, p view.Plane, nodes image.Point) {
	n := nodes.X * nodes.Y
	if len(f.x) != n || len(f.logits) != n*net.Outputs() {
		f.x, f.logits = make([][2]float64, n), make([]float64, n*net.Outputs())
	}
	i := 0
	for row := range nodes.Y {
		for column := range nodes.X {
			f.x[i] = p.ToData(p.Width*float64(column)/float64(nodes.X-1), p.Height*float64(row)/float64(nodes.Y-1))
			i++
		}
	}
	net.Logits(f.logits, f.x)
}

// useCorners needs no image, which would cost a flush of the GPU's queue each frame.
func (f *field) useCorners(colors []float32) {
	var corners [4]float32
	for i := range corners {
		corners[i] = float32(f.logits[i])
	}
	f.shader, f.values = f.corners, map[string]any{"Corners": corners[:], "Colors": colors}
	f.hold(image.Point{})
}

// useNodes writes each logit as a texel.
func (f *field) useNodes(nodes image.Point, colors []float32) {
	logits := f.logits[:nodes.X*nodes.Y]
	scale := 0.0
	for _, z := range logits {
		scale = math.Max(scale, math.Abs(z))
	}
	f.shader = f.nodes
	f.values = map[string]any{
		"Nodes": []float32{float32(nodes.X), float32(nodes.Y)}, "Scale": float32(scale), "Colors": colors,
	}
	f.hold(nodes)
	for i, z := range logits {
		f.put(4*i, (z/scale+1)/2, 255)
	}
	f.image.WritePixels(f.packed)
}

// What cells.kage reads in the alpha of a class's last corner.
const (
	alphaOfOne    = 255
	alphaOfOthers = 128
)

// useCells writes a cell's classes below one another, each as its four corners, with its colour in their alphas; then the total
// of all other classes, where it counts.
func (f *field) useCells(nodes image.Point, classes int) {
	f.region.Update(nodes.X, nodes.Y, classes, f.logits)
	cells := nodes.Sub(image.Pt(1, 1))
	f.shader = f.cells
	f.values = map[string]any{
		"Cells": []float32{float32(cells.X), float32(cells.Y)}, "Depth": float32(f.region.Depth), "Classes": float32(classes),
	}
	f.hold(image.Pt(4*cells.X, (region.MaxClasses+1)*cells.Y))
	clear(f.packed)
	for i := range f.region.Cells {
		c := &f.region.Cells[i]
		for k := range c.N {
			color := view.ClassColor(c.Class[k])
			f.putCell(k*len(f.region.Cells)+i, &c.LogP[k], [4]byte{byte(color >> 16), byte(color >> 8), byte(color), alphaOfOne})
		}
		if c.Rest {
			f.putCell(c.N*len(f.region.Cells)+i, &c.Other, [4]byte{255, 255, 255, alphaOfOthers})
		}
	}
	f.image.WritePixels(f.packed)
}

func (f *field) putCell(i int, logs *[4]float64, alpha [4]byte) {
	for corner, v := range logs {
		f.put(16*i+4*corner, 1+v/f.region.Depth, alpha[corner])
	}
}

// put writes a number in 0..1 as 24 bits into red, green and blue.
func (f *field) put(at int, share float64, alpha byte) {
	v := uint32(math.Round(max(0, min(1, share)) * 0xffffff))
	f.packed[at], f.packed[at+1], f.packed[at+2], f.packed[at+3] = byte(v>>16), byte(v>>8), byte(v), alpha
}

// hold gives the image that size, and packed as many bytes; for an empty size there is no image.
func (f *field) hold(size image.Point) {
	if f.image != nil {
		if f.image.Bounds().Size() == size {
			return
		}
		f.image.Deallocate()
		f.image, f.packed = nil, nil
	}
	if size != (image.Point{}) {
		f.image, f.packed = ebiten.NewImage(size.X, size.Y), make([]byte, 4*size.X*size.Y)
	}
}

// A boundary is the line that the field draws where a single output has a logit, or two classes are as likely. Its width is
// in pixels; 0 draws none.
type boundary struct{ logit, width float64 }

// draw shades the rectangle r of dst.
func (f *field) draw(dst *ebiten.Image, r image.Rectangle, b boundary) {
	if f.shader == nil {
		return
	}
	x0, y0, x1, y1 := float32(r.Min.X), float32(r.Min.Y), float32(r.Max.X), float32(r.Max.Y)
	f.values["ViewOrigin"] = []float32{x0, y0}
	f.values["ViewSize"] = []float32{x1 - x0, y1 - y0}
	f.values["Strength"] = float32(fieldStrength)
	f.values["Threshold"] = float32(b.logit)
	f.values["Boundary"] = float32(b.width / 2)
	f.values["BoundaryColor"] = unit(view.LineColor)
	vertices := []ebiten.Vertex{{DstX: x0, DstY: y0}, {DstX: x1, DstY: y0}, {DstX: x0, DstY: y1}, {DstX: x1, DstY: y1}}
	dst.DrawTrianglesShader(vertices, []uint16{0, 1, 2, 1, 3, 2}, f.shader, &ebiten.DrawTrianglesShaderOptions{
		Images:   [4]*ebiten.Image{f.image},
		Blend:    ebiten.BlendCopy,
		Uniforms: f.values,
	})
}

// unit returns a colour as three numbers in 0..1.
func unit(c uint32) []float32 {
	return []float32{float32(c>>16&255) / 255, float32(c>>8&255) / 255, float32(c&255) / 255}
}
