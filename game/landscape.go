package game

import (
	"encoding/json"
	"math"

	"perceptronlab/game/view"
)

// landscapeReport is protocol.ts's LandscapeReport.
type landscapeReport struct {
	Side   int          `json:"side"`
	Levels []int        `json:"levels"`
	Low    float64      `json:"low"`
	High   float64      `json:"high"`
	Min    [2]float64   `json:"min"`
	Max    [2]float64   `json:"max"`
	Path   [][2]float64 `json:"path"`
	X      []tick       `json:"x"`
	Y      []tick       `json:"y"`
}

const (
	landscapeSide  = 48
	landscapeTicks = 5
	highestLevel   = 255
)

// landscape answers protocol.ts's landscape request; it is null where there is none.
func (g *Game) landscape() (string, error) {
	l, ok := g.session.Landscape(landscapeSide)
	if !ok {
		return "null", nil
	}
	r := landscapeReport{Side: l.Side, Path: l.Path, Low: math.Inf(1), X: []tick{}, Y: []tick{}}
	for _, v := range l.Losses {
		r.Low, r.High = math.Min(r.Low, v), math.Max(r.High, v)
	}
	// By the logarithm, so that the bottom of a valley shows beside its walls.
	floor := r.Low + (r.High-r.Low)/100 + 1e-300
	for _, v := range l.Losses {
		level := math.Log((v+floor)/(r.Low+floor)) / math.Log((r.High+floor)/(r.Low+floor))
		r.Levels = append(r.Levels, int(math.Round(highestLevel*math.Max(0, math.Min(1, level)))))
	}
	for i := range 2 {
		r.Min[i], r.Max[i] = l.Center[i]-l.Half, l.Center[i]+l.Half
	}
	share := func(v float64, i int) float64 { return (v - r.Min[i]) / (2 * l.Half) }
	for _, t := range view.Ticks(r.Min[0], r.Max[0], 2*l.Half/landscapeTicks) {
		r.X = append(r.X, tick{share(t.Value, 0), t.Text})
	}
	for _, t := range view.Ticks(r.Min[1], r.Max[1], 2*l.Half/landscapeTicks) {
		r.Y = append(r.Y, tick{1 - share(t.Value, 1), t.Text})
	}
	text, err := json.Marshal(r)
	return string(text), err
}
