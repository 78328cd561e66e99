package figure

import "perceptronlab/perceptron"

// lossesRequest asks for the mean cross-entropy and the mean squared error of all points, whichever of them the model is trained
// with; null where it has several outputs, no points, or diverged.
type lossesRequest struct{}

// lossesReport is what a model costs by two losses.
type lossesReport struct {
	BCE float64 `json:"bce"`
	MSE float64 `json:"mse"`
}

func (*lossesRequest) answer(f *Figure) (any, error) {
	var none *lossesReport
	s := f.Snapshot()
	n := s.Samples.Len()
	if n == 0 || s.Network.Outputs() != 1 || s.Diverged {
		return none, nil
	}
	z := make([]float64, n)
	s.Network.Logits(z, s.Samples.X)
	r := lossesReport{perceptron.LossBCE.Mean(z, s.Samples.Y, 1), perceptron.LossMSE.Mean(z, s.Samples.Y, 1)}
	if finite(r.BCE) == nil || finite(r.MSE) == nil {
		return none, nil
	}
	return &r, nil
}
