package export

import (
	"slices"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/scene"
)

// Points returns all points of a scene, as a table should hold them: in the scene's own order, before any are held back,
// and as its edits leave them. So `train -scene FILE -csv TABLE` makes the run of FILE again. Only where some are held
// back and edits changed others, those trained on come first, then those held back. The error is Validate's.
func Points(s scene.Scene) (perceptron.Samples, error) {
	changed := slices.ContainsFunc(s.Edits, func(e scene.Edit) bool { return e.Add != nil || e.Move != nil || e.Remove != nil })
	if err := s.Validate(); err != nil {
		return perceptron.Samples{}, err
	}
	if !changed {
		s.Data.TestSize, s.Edits = 0, nil
	}
	train, test, err := s.Samples()
	if err != nil {
		return perceptron.Samples{}, err
	}
	train = train.Clone()
	for _, e := range s.Edits {
		editPoints(&train, e)
	}
	return perceptron.Samples{X: append(train.X, test.X...), Y: append(train.Y, test.Y...)}, nil
}

func editPoints(s *perceptron.Samples, e scene.Edit) {
	switch {
	case e.Add != nil:
		s.X, s.Y = append(s.X, dataset.Rounded(e.Add.X)), append(s.Y, e.Add.Y)
	case e.Move != nil:
		s.X[e.Move.Index] = dataset.Rounded(e.Move.X)
		if e.Move.Y != nil {
			s.Y[e.Move.Index] = *e.Move.Y
		}
	case e.Remove != nil:
		i := e.Remove.Index
		s.X, s.Y = slices.Delete(s.X, i, i+1), slices.Delete(s.Y, i, i+1)
	}
}
