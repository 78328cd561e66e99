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

// Contour is a network's decision boundary in pixels, in short pieces: where z is the threshold's, or for several classes where
// the first two are equal, by linear interpolation along the edges of the cells (marching squares).
func (p Plane) Contour(net *perceptron.Network, threshold float64, g Cells) (pieces [][2][2]float64) {
	k := net.Outputs()
	nodes := make([][2]float64, 0, (g.Columns+1)*(g.Rows+1))
	for row := range g.Rows + 1 {
		for column := range g.Columns + 1 {
			nodes = append(nodes, p.ToData(g.X+float64(column)*g.Step, g.Y+float64(row)*g.Step))
		}
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
		margin := func(i int) float64 { return leaders[i].margin(z[i*k:(i+1)*k], class) - threshold }
		for row := range g.Rows {
			for column := range g.Columns {
				i := row*(g.Columns+1) + column
				nodes := [4]int{i, i + 1, i + g.Columns + 2, i + g.Columns + 1}
				var margins [4]float64
				highest := 0
				for corner, node := range nodes {
					margins[corner], highest = margin(node), max(highest, leaders[node].class)
				}
				if class > 0 && highest <= class {
					continue // the boundary between two classes is the lower one's
				}
				for _, piece := range crossings(margins) {
					for end, at := range piece {
						piece[end] = [2]float64{g.X + (float64(column)+at[0])*g.Step, g.Y + (float64(row)+at[1])*g.Step}
					}
					pieces = append(pieces, piece)
				}
			}
		}
	}
	return pieces
}

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

// crossings returns the pieces of the zero contour in a unit square with the given values at its corners, clockwise
// from the top left.
func crossings(v [4]float64) (pieces [][2][2]float64) {
	corners := [5][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}
	var cuts [][2]float64
	for e := range 4 {
		a, b := v[e], v[(e+1)%4]
		if (a >= 0) == (b >= 0) {
			continue
		}
		t := a / (a - b)
		p, q := corners[e], corners[e+1]
		cuts = append(cuts, [2]float64{p[0] + t*(q[0]-p[0]), p[1] + t*(q[1]-p[1])})
	}
	for i := 0; i+1 < len(cuts); i += 2 {
		pieces = append(pieces, [2][2]float64{cuts[i], cuts[i+1]})
	}
	return pieces
}

// Chains joins pieces that meet to lines as long as can be, each of two places or more.
func Chains(pieces [][2][2]float64) (lines [][][2]float64) {
	left := slices.Clone(pieces)
	// next takes the piece that begins or ends at a place, and returns its other end.
	next := func(at [2]float64) (to [2]float64, ok bool) {
		for i, piece := range left {
			for end, p := range piece {
				// Two cells compute the place where their edge is cut from different corners.
				if math.Abs(p[0]-at[0])+math.Abs(p[1]-at[1]) < meeting {
					left[i] = left[len(left)-1]
					left = left[:len(left)-1]
					return piece[1-end], true
				}
			}
		}
		return to, false
	}
	for len(left) > 0 {
		piece := left[len(left)-1]
		left = left[:len(left)-1]
		line := piece[:]
		for range piece { // on from one end, and then from the other
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
