// Package region finds, for each cell of a grid over the plane, the few classes that can be the likeliest somewhere in it:
// a picture of many classes then costs no more per pixel than one of four.
package region

import (
	"math"
	"slices"
)

// MaxClasses is how many classes a cell distinguishes. If more meet in one cell, the least likely are left out.
const MaxClasses = 4

// A Cell lies between four nodes of the grid: top left, top right, bottom left, bottom right.
type Cell struct {
	N     int                    // how many classes there are, 1..MaxClasses, the likeliest first
	Class [MaxClasses]int        // which
	LogP  [MaxClasses][4]float64 // ln of each one's softmax at the nodes
	Rest  bool                   // the other classes together are likely enough to count
	Other [4]float64             // ln of what they have together, at the nodes
}

// A Map holds the cells of a grid.
type Map struct {
	Columns, Rows int // of nodes: there is one cell less each way
	Cells         []Cell
	Depth         float64 // no logarithm in Cells is below −Depth
	nodes         []node
}

type node struct {
	first, second int // the two classes of the largest logits
	lse           float64
}

const (
	minRest = 1e-5  // a total of the other classes too small to be seen
	floor   = 1e-12 // stands for 0: its logarithm is finite
)

// Update finds the cells' classes from logits [rows·columns, classes], row by row from the top; classes is at least 2.
// If a logit is not finite, the result is meaningless, but Update returns.
func (m *Map) Update(columns, rows, classes int, logits []float64) {
	m.Columns, m.Rows = columns, rows
	m.nodes = slices.Grow(m.nodes[:0], columns*rows)[:columns*rows]
	m.Cells = slices.Grow(m.Cells[:0], (columns-1)*(rows-1))[:(columns-1)*(rows-1)]
	for i := range m.nodes {
		m.nodes[i] = look(logits[i*classes : (i+1)*classes])
	}
	m.Depth = -math.Log(floor)
	for row := range rows - 1 {
		for column := range columns - 1 {
			i := row*columns + column
			m.cell(&m.Cells[row*(columns-1)+column], [4]int{i, i + 1, i + columns, i + columns + 1}, classes, logits)
		}
	}
}

// look finds a node's largest logits, and ln Σ exp of all.
func look(z []float64) node {
	n := node{0, 1, 0}
	if z[1] > z[0] {
		n.first, n.second = 1, 0
	}
	for k := 2; k < len(z); k++ {
		if z[k] > z[n.first] {
			n.first, n.second = k, n.first
		} else if z[k] > z[n.second] {
			n.second = k
		}
	}
	const negligible = 40 // e^-40 of the largest changes no bit of the sum
	sum := 0.0
	for _, v := range z {
		if d := z[n.first] - v; d < negligible {
			sum += math.Exp(-d)
		}
	}
	n.lse = z[n.first] + math.Log(sum)
	return n
}

func (m *Map) cell(c *Cell, corners [4]int, classes int, logits []float64) {
	var z [4][]float64
	var lse [4]float64
	a, alike := m.nodes[corners[0]], true
	for i, at := range corners {
		n := m.nodes[at]
		z[i], lse[i] = logits[at*classes:(at+1)*classes], n.lse
		alike = alike && n.first == a.first && n.second == a.second
	}
	c.N = 0
	if alike {
		c.take(a.first, &z, &lse)
		c.take(a.second, &z, &lse)
		c.settleRest()
	}
	if !alike || c.Rest {
		best, n := likeliest(&z, &lse)
		c.N = 0
		for _, k := range best[:n] {
			c.take(k, &z, &lse)
		}
		c.settleRest()
	}
	for k := range c.N {
		for _, v := range c.LogP[k] {
			m.Depth = max(m.Depth, -v)
		}
	}
}

// likeliest finds up to MaxClasses classes by the best that each does at a corner, or against the leader of the middle: a class
// may be the largest within a cell and at none of its corners.
func likeliest(z *[4][]float64, lse *[4]float64) (best [MaxClasses]int, n int) {
	z0 := z[0]
	z1, z2, z3 := z[1][:len(z0)], z[2][:len(z0)], z[3][:len(z0)]
	lead := math.Inf(-1)
	for k := range z0 {
		if sum := z0[k] + z1[k] + z2[k] + z3[k]; sum > lead {
			lead = sum
		}
	}
	var chance [MaxClasses]float64
	for k, v := range z0 {
		middle := (v + z1[k] + z2[k] + z3[k] - lead) / 4
		v -= lse[0]
		if w := z1[k] - lse[1]; w > v {
			v = w
		}
		if w := z2[k] - lse[2]; w > v {
			v = w
		}
		if w := z3[k] - lse[3]; w > v {
			v = w
		}
		if middle > v {
			v = middle
		}
		i := n
		for i > 0 && chance[i-1] < v {
			i--
		}
		if i == MaxClasses {
			continue
		}
		n = min(n+1, MaxClasses)
		copy(chance[i+1:], chance[i:n-1])
		copy(best[i+1:], best[i:n-1])
		chance[i], best[i] = v, k
	}
	return best, n
}

func (c *Cell) take(k int, z *[4][]float64, lse *[4]float64) {
	c.Class[c.N] = k
	for i := range 4 {
		c.LogP[c.N][i] = z[i][k] - lse[i]
	}
	c.N++
}

// settleRest finds the total of the classes that were not taken.
func (c *Cell) settleRest() {
	c.Rest = false
	for i := range 4 {
		rest := 1.0
		for k := range c.N {
			rest -= math.Exp(c.LogP[k][i])
		}
		c.Rest = c.Rest || rest > minRest
		c.Other[i] = math.Log(max(rest, floor))
	}
}
