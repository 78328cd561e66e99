package still

import (
	"fmt"
	"math"
	"strings"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// field tints the plane by the predicted class; the surer, the stronger.
func (d *drawing) field(s session.Snapshot) {
	if s.Diverged {
		return
	}
	if w, b, ok := s.Network.Line(); ok {
		d.linearField(w, b)
		return
	}
	d.gridField(s)
}

// stops are the logits of the gradient's stops: as many as keep it within 0.005 of σ's tint, from -gradientTop to gradientTop.
var stops = []float64{-gradientTop, -5, -3.5, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3.5, 5, gradientTop}

// linearField is a single neuron's field: the logit grows evenly along w, so one gradient is exact.
func (d *drawing) linearField(w [2]float64, b float64) {
	norm := math.Hypot(w[0], w[1])
	// The point of the line z = 0 nearest to the centre, and from there to z = ±top.
	c := d.plane.Center
	z := w[0]*c[0] + w[1]*c[1] + b
	at := func(t float64) (float64, float64) {
		k := (t - z) / (norm * norm)
		return d.plane.ToPx([2]float64{c[0] + k*w[0], c[1] + k*w[1]})
	}
	x0, y0 := at(-gradientTop)
	x1, y1 := at(gradientTop)
	// With so slight a slope, or none, the tint is the same everywhere.
	if !(math.Hypot(x1-x0, y1-y0) < 1e6*d.plane.Width) {
		d.printf(`<g opacity="%s">`, num(tint(z)))
		d.rect(view.Hex(view.ClassColor(side(z))))
		d.printf("</g>")
		return
	}
	d.printf(`<linearGradient id="field" gradientUnits="userSpaceOnUse" x1="%s" y1="%s" x2="%s" y2="%s">`, num(x0), num(y0), num(x1), num(y1))
	for _, z := range stops {
		d.printf(`<stop offset="%.4g" stop-color="%s" stop-opacity="%.3f"/>`, (z/gradientTop+1)/2, view.Hex(view.ClassColor(side(z))), tint(z))
	}
	d.printf("</linearGradient>")
	d.rect("url(#field)")
}

// cells is how many cells a network's field has across the view box.
const cells = 80

// gridField is a network's field: cells in the predicted class's colour, in a few strengths, with runs of equal ones joined. The
// outermost cells reach as far as anything is drawn.
func (d *drawing) gridField(s session.Snapshot) {
	side := d.plane.Width / cells
	columns, rows := 2*cells, int(2*d.plane.Height/side)
	x0, y0 := -d.plane.Width/2, -d.plane.Height/2
	var paths [view.MaxClasses][9]strings.Builder
	edge := func(i, last int, from, length float64) float64 {
		switch i {
		case 0:
			return -beyond * length
		case last:
			return (1 + beyond) * length
		}
		return from + float64(i)*side
	}
	type look struct{ class, level int }
	looks := make([]look, columns)
	for row := range rows {
		y := y0 + float64(row)*side
		for column := range looks {
			looks[column].class, looks[column].level = d.cell(s, x0+(float64(column)+0.5)*side, y+side/2)
		}
		top, bottom := edge(row, rows, y0, d.plane.Height), edge(row+1, rows, y0, d.plane.Height)
		for column := 0; column < columns; {
			is, run := looks[column], 1
			for column+run < columns && looks[column+run] == is {
				run++
			}
			left, right := edge(column, columns, x0, d.plane.Width), edge(column+run, columns, x0, d.plane.Width)
			fmt.Fprintf(&paths[is.class][is.level], "M%s %sH%sV%sH%sz", num(left), num(top), num(right), num(bottom), num(left))
			column += run
		}
	}
	for class := range paths {
		for level := range paths[class] {
			if level > 0 && paths[class][level].Len() > 0 {
				d.printf(`<path d="%s" fill="%s" fill-opacity="%s" shape-rendering="crispEdges"/>`,
					paths[class][level].String(), view.Hex(view.ClassColor(class)), num(tintAtOne*float64(level)/8))
			}
		}
	}
}

// cell returns the class predicted at a pixel, and how surely, 0..8.
func (d *drawing) cell(s session.Snapshot, px, py float64) (class, level int) {
	a := s.Ask(d.plane.ToData(px, py))
	class, opacity := shade(a.Z, a.P)
	return class, int(math.Round(8 * opacity / tintAtOne))
}

// contour draws a network's decision boundary.
func (d *drawing) contour(s session.Snapshot) {
	if s.Diverged {
		return
	}
	step := d.plane.Width / (2 * cells)
	grid := view.Cells{X: -d.plane.Width / 2, Y: -d.plane.Height / 2, Step: step, Columns: 4 * cells, Rows: int(2 * d.plane.Height / step)}
	var path strings.Builder
	for i, at := range d.plane.Contour(s.Network, s.ThresholdLogit, grid) {
		fmt.Fprintf(&path, "%c%s %s", "ML"[i%2], num(at[0]), num(at[1]))
	}
	if path.Len() > 0 {
		d.printf(`<path d="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="round" vector-effect="non-scaling-stroke"/>`, path.String(), view.Hex(view.LineColor), num(lineWidth))
	}
}

// tint returns the opacity of the field at a logit: |2σ(z) − 1| times the strongest.
func tint(z float64) float64 { return tintAtOne * math.Abs(2*perceptron.Sigmoid(z)-1) }

func side(z float64) int {
	if z >= 0 {
		return 1
	}
	return 0
}
