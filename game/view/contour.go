package view

import (
	"math"
	"slices"

	"perceptronlab/perceptron"
)

// Cells are squares of the plane, in pixels: Columns × Rows of them of the side Step, from (X, Y) on.
type Cells struct {
	X, Y, Step    float64
	Columns, Rows int
}

// Contour is a network's decision boundary in pixels, in straight pieces of two places each: where z is the threshold's, or for
// several classes where the first two are equal, by linear interpolation along the edges of the cells (marching squares).
func (p Plane) Contour(net *perceptron.Network, threshold float64, g Cells) (pieces [][2]float64) {
	k, across := net.Outputs(), g.Columns+1
	nodes := make([][2]float64, across*(g.Rows+1))
	for i := range nodes {
		nodes[i] = p.ToData(g.X+float64(i%across)*g.Step, g.Y+float64(i/across)*g.Step)
	}
	z := make([]float64, len(nodes)*k)
	net.Logits(z, nodes)
	leaders := make([]leader, len(nodes))
	for i := range leaders {
		leaders[i] = leaderOf(z[i*k : (i+1)*k])
	}
	for class := range k {
		if k == 2 && class == 1 {
			break
		}
		for cell := range g.Columns * g.Rows {
			row, column := cell/g.Columns, cell%g.Columns
			var margins [4]float64
			highest := 0
			for corner := range margins {
				i := (row+around[corner][1])*across + column + around[corner][0]
				margins[corner] = leaders[i].margin(z[i*k:(i+1)*k], class) - threshold
				highest = max(highest, leaders[i].class)
			}
			if class > 0 && highest <= class {
				continue // the boundary between two classes is the lower one's
			}
			pieces = g.cross(pieces, row, column, margins)
		}
	}
	return pieces
}

// Zero is where values at the cells' corners, by rows, are 0: pieces as a Contour's.
func (g Cells) Zero(values []float64) (pieces [][2]float64) {
	for row := range g.Rows {
		for column := range g.Columns {
			var corners [4]float64
			for i, by := range around {
				corners[i] = values[(row+by[1])*(g.Columns+1)+column+by[0]]
			}
			pieces = g.cross(pieces, row, column, corners)
		}
	}
	return pieces
}

// cross adds where a cell's edges are cut.
func (g Cells) cross(pieces [][2]float64, row, column int, corners [4]float64) [][2]float64 {
	for corner, from := range corners {
		to, a, b := corners[(corner+1)%4], around[corner], around[(corner+1)%4]
		if (from >= 0) == (to >= 0) {
			continue
		}
		share := from / (from - to)
		pieces = append(pieces, [2]float64{
			g.X + (float64(column+a[0])+share*float64(b[0]-a[0]))*g.Step,
			g.Y + (float64(row+a[1])+share*float64(b[1]-a[1]))*g.Step,
		})
	}
	return pieces
}

// around are a cell's corners, clockwise from the top left.
var around = [4][2]int{{0, 0}, {1, 0}, {1, 1}, {0, 1}}

// A leader is the class of the largest logit, and the two largest logits.
type leader struct {
	class       int
	first, next float64
}

func leaderOf(z []float64) leader {
	l := leader{0, z[0], math.Inf(-1)}
	for k, v := range z[1:] {
		if v > l.first {
			l = leader{k + 1, v, l.first}
		} else {
			l.next = math.Max(l.next, v)
		}
	}
	return l
}

// margin returns how far a class is ahead of all others; for a single logit, the logit itself.
func (l leader) margin(z []float64, class int) float64 {
	switch {
	case len(z) == 1:
		return z[0]
	case class == l.class:
		return l.first - l.next
	}
	return z[class] - l.first
}

// Chains joins pieces that meet to lines as long as can be, each of two places or more. It uses up the pieces.
func Chains(pieces [][2]float64) (lines [][][2]float64) {
	// next takes a piece that begins or ends at a place, and returns its other end.
	next := func(at [2]float64) (to [2]float64, ok bool) {
		for i, p := range pieces {
			// Two cells compute the place where their edge is cut from different corners.
			if math.Abs(p[0]-at[0])+math.Abs(p[1]-at[1]) < meeting {
				to = pieces[i^1]
				n := len(pieces) - 2
				copy(pieces[i&^1:], pieces[n:])
				pieces = pieces[:n]
				return to, true
			}
		}
		return to, false
	}
	for len(pieces) > 0 {
		line := [][2]float64{pieces[0]}
		for range 2 { // on from one end, and then from the other
			for to, ok := next(line[len(line)-1]); ok; to, ok = next(to) {
				line = append(line, to)
			}
			slices.Reverse(line)
		}
		lines = append(lines, line)
	}
	return lines
}

// meeting is how near two pieces' ends are that are one, in pixels.
const meeting = 1e-3
