package scene

import (
	"slices"

	"perceptronlab/perceptron"
)

// WithPoints is the scene on other points, without edits: `points` of kind, and where their classes are more than the
// network has outputs, one output a class, with the first loss for that many if the scene's isn't.
func (s Scene) WithPoints(p perceptron.Samples) Scene {
	d := Default().Data
	d.Kind, d.X, d.Y = "points", p.X, p.Y
	d.RandomState, d.TestSize = s.Data.RandomState, s.Data.TestSize
	s.Data, s.Edits = d, nil
	if k := p.Classes(); k > classes(s.outputs()) {
		s.Model.Layers = slices.Clone(s.Model.Layers)
		s.Model.Layers[len(s.Model.Layers)-1] = k
		if loss, _ := perceptron.ParseLoss(s.Train.Loss); !loss.Multiclass() {
			s.Train.Loss = lossesOf(k)[0]
		}
	}
	return s
}
