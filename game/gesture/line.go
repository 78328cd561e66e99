package gesture

import (
	"math"

	"perceptronlab/game/session"
)

// Line is the decision line w·x + b = 0, on which the neuron's logit is Z: its bias is b + Z.
type Line struct {
	W    [2]float64
	B, Z float64
}

// grip is a hold on the line: by the middle third of what is seen of it, it moves; by an end it turns around the middle.
// ‖w‖, and with it how sure the neuron is, stays the same.
type grip struct {
	line  Line
	pivot *[2]float64 // what the line turns around, in data units; nil: it moves
}

// gripAt returns a hold on the line, if the pixel lies on it.
func (s Scene) gripAt(px, py float64) *grip {
	if s.Line == nil {
		return nil
	}
	x0, y0, x1, y1, ok := s.Plane.Line(s.Line.W, s.Line.B)
	if !ok {
		return nil
	}
	length := math.Hypot(x1-x0, y1-y0)
	ux, uy := (x1-x0)/length, (y1-y0)/length
	if math.Abs((px-x0)*uy-(py-y0)*ux) > Reach {
		return nil
	}
	g := &grip{line: *s.Line}
	if along := ((px-x0)*ux + (py-y0)*uy) / length; along < 1.0/3 || along > 2.0/3 {
		pivot := s.Plane.ToData((x0+x1)/2, (y0+y1)/2)
		g.pivot = &pivot
	}
	return g
}

// drag takes the line to where the pointer is.
func (g *grip) drag(x [2]float64) session.Command {
	w := g.line.W
	if g.pivot != nil {
		dx, dy := x[0]-g.pivot[0], x[1]-g.pivot[1]
		reach := math.Hypot(dx, dy)
		if !(reach > 0) {
			return nil
		}
		norm := math.Hypot(w[0], w[1])
		turned := [2]float64{-dy / reach * norm, dx / reach * norm}
		// Of the two normals, the one closer to the present w keeps class 1 on its side.
		if turned[0]*w[0]+turned[1]*w[1] < 0 {
			turned = [2]float64{-turned[0], -turned[1]}
		}
		w, x = turned, *g.pivot
	}
	g.line.W, g.line.B = w, -(w[0]*x[0] + w[1]*x[1])
	return &session.Weights{Parameters: [][]float64{{w[0], w[1]}, {g.line.B + g.line.Z}}}
}
