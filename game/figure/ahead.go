package figure

import (
	"math"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
)

// aheadRequest asks where the next step brings the boundary of a network or of several classes; null if there is none to show: no
// step, parameters that would not stay finite, a single neuron, whose line is in a stepReport, or a network too large for the time
// there is.
type aheadRequest struct{}

// aheadReport is the boundary in the plane view, of what the field shows, in CSS pixels: lines through some places each.
type aheadReport struct {
	Now   [][][2]float64 `json:"now"`
	After [][][2]float64 `json:"after"` // after the step
	Times int            `json:"times"` // how many times the step is enlarged in after, if one step would be too small to see; else 1
}

// A boundary is looked for up to five times, each time with so much work, in parameters times places. While the run plays cells are
// at least of the first side, in CSS pixels, and they are never larger than the second.
const (
	aheadWork        = 3_000_000
	aheadPlayingWork = 200_000
	aheadPlayingPx   = 14
	aheadMostPx      = 24
)

func (*aheadRequest) answer(f *Figure) (any, error) {
	var none *aheadReport
	net, p := f.Snapshot().Network, f.PlaneView()
	cell := cellOf(net, p, aheadWork)
	if f.Playing() {
		cell = max(aheadPlayingPx, cellOf(net, p, aheadPlayingWork))
	}
	if _, _, alone := net.Line(); alone || cell > aheadMostPx {
		return none, nil
	}
	a, ok := f.session.Ahead()
	if !ok || a.Update == nil {
		return none, nil
	}
	boundary := func(n *perceptron.Network) [][][2]float64 {
		threshold := f.Snapshot().ThresholdLogit
		if f.unit != nil {
			n, threshold = n.Unit(f.unit.Layer, f.unit.Unit), 0
		}
		return append([][][2]float64{}, boundaryOf(n, threshold, p, cell)...)
	}
	r := &aheadReport{Now: boundary(net)}
	if !finiteLines(r.Now) {
		return none, nil
	}
	for times := 1; times <= maxTimes; times *= 10 {
		after := moveBy(net, a.Update, float64(times))
		if after == nil {
			break
		}
		lines := boundary(after)
		if !finiteLines(lines) {
			break
		}
		r.After, r.Times = lines, times
		if len(r.Now) == 0 || far(r.Now, lines) || far(lines, r.Now) {
			break
		}
	}
	if r.Times == 0 {
		return none, nil
	}
	return r, nil
}

// moveBy is a network whose parameters are farther by so many times an update; nil if they would not stay finite.
func moveBy(net *perceptron.Network, update [][]float64, times float64) *perceptron.Network {
	moved, lists := net.Clone(), net.Parameters()
	for l, list := range lists {
		for i := range list {
			list[i] += float64(times * update[l][i])
		}
	}
	if moved.SetParameters(lists) != nil {
		return nil
	}
	return moved
}

// far reports whether some place of the lines a is as far from all lines b as is seen, or there are none.
func far(a, b [][][2]float64) bool {
	for _, line := range a {
		for _, at := range line {
			if !isAlong(b, at) {
				return true
			}
		}
	}
	return false
}

// isAlong reports whether a place is so near to one of the lines that it looks as if it were on it.
func isAlong(lines [][][2]float64, at [2]float64) bool {
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			if fromPiece(at, line[i-1], line[i]) < seenPx {
				return true
			}
		}
	}
	return false
}

// fromPiece is how far a place is from a straight piece.
func fromPiece(at, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	share := 0.0
	if square := float64(dx*dx) + float64(dy*dy); square > 0 {
		share = max(0, min(1, (float64((at[0]-a[0])*dx)+float64((at[1]-a[1])*dy))/square))
	}
	return math.Hypot(a[0]+float64(share*dx)-at[0], a[1]+float64(share*dy)-at[1])
}

func finiteLines(lines [][][2]float64) bool {
	for _, line := range lines {
		for _, at := range line {
			if !finiteAll(at[:]) {
				return false
			}
		}
	}
	return true
}

// cellOf is the side of the cells in which a network's boundary is looked for, in CSS pixels, for that much work.
func cellOf(net *perceptron.Network, p view.Plane, work float64) float64 {
	return max(boundaryCellPx, math.Sqrt(p.Width*p.Height*float64(net.NumParameters())/work))
}
