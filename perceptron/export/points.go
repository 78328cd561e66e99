package export

import (
	"slices"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// Points returns all points of a scene, as a table should hold them: in the scene's own order, before any are held back,
// and as its edits leave them. So `train -scene FILE -csv TABLE` makes the run of FILE again. Only where some are held
// back and edits changed others, those trained on come first, then those held back. The error is Validate's.
func Points(s scene.Scene) (perceptron.Samples, error) {
	if err := s.Validate(); err != nil {
		return perceptron.Samples{}, err
	}
	if !slices.ContainsFunc(s.Edits, scene.Edit.OfSamples) {
		s.Data.TestSize, s.Edits = 0, nil
	}
	s.Edits = slices.Clone(s.Edits)
	for i := range s.Edits {
		s.Edits[i].Step = 0
	}
	run, err := scene.NewRun(s)
	if err != nil {
		return perceptron.Samples{}, err
	}
	train, test := run.Trainer().Samples(), run.Trainer().TestSamples()
	return perceptron.Samples{X: append(train.X, test.X...), Y: append(train.Y, test.Y...)}, nil
}
