package figure

import "perceptronlab/game/view"

// axes are the ticks of a view.
type axes struct {
	X []tick `json:"x"`
	Y []tick `json:"y"`
}

// tick is a tick or label: its position in CSS pixels of its view, and its text.
type tick struct {
	At   float64 `json:"at"`
	Text string  `json:"text"`
}

func planeAxes(p view.Plane) axes {
	b, gap := p.Bounds(), p.TickGap()
	a := axes{X: []tick{}, Y: []tick{}}
	for _, t := range view.Ticks(b.Min[0], b.Max[0], gap) {
		px, _ := p.ToPx([2]float64{t.Value, 0})
		a.X = append(a.X, tick{px, t.Text})
	}
	for _, t := range view.Ticks(b.Min[1], b.Max[1], gap) {
		_, py := p.ToPx([2]float64{0, t.Value})
		a.Y = append(a.Y, tick{py, t.Text})
	}
	return a
}
