package gesture

import (
	"math"

	"perceptronlab/game/session"
	"perceptronlab/perceptron"
)

const (
	// brushPx is how far apart a brush adds samples, in CSS pixels.
	brushPx = 16
	// recolourPx is how near a sample's middle an Add tool changes its class instead of adding one on top.
	recolourPx = 6
	// stridePx is how densely a brush looks for samples along its path, in CSS pixels.
	stridePx = 4
)

// other returns the sample at a pixel, if it is of another class.
func (s Scene) other(px, py float64, class int) (index int, ok bool) {
	index, ok = within(s.Plane, s.Samples.X, px, py, recolourPx)
	return index, ok && int(s.Samples.Y[index]) != class
}

// stroke is how far a brush has come, in pixels.
type stroke struct {
	at   [2]float64 // the pointer
	mark [2]float64 // where it last added a sample, or changed one's class
}

// to moves straight to a pixel: it changes the class of the samples it passes over, and adds samples in between.
func (b *stroke) to(s Scene, px, py float64, class int) (commands []session.Command) {
	from, changed := b.at, map[int]bool{}
	strides := math.Ceil(math.Hypot(px-from[0], py-from[1]) / stridePx)
	for k := 1.0; k <= strides; k++ {
		b.at = [2]float64{from[0] + (px-from[0])*k/strides, from[1] + (py-from[1])*k/strides}
		if i, ok := s.other(b.at[0], b.at[1], class); ok {
			if !changed[i] {
				changed[i] = true
				commands = append(commands, &session.MovePoint{Index: i, X: perceptron.Double(s.Samples.X[i]), Y: &class})
			}
			b.mark = b.at
		} else if math.Hypot(b.at[0]-b.mark[0], b.at[1]-b.mark[1]) >= brushPx {
			b.mark = b.at
			commands = append(commands, &session.AddPoint{X: s.at(b.at[0], b.at[1]), Y: class})
		}
	}
	return commands
}
