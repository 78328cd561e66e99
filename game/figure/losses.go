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
	var r lossesReport
	const block = 1024 // of maybe a million
	z := make([]float64, min(n, block))
	for from := 0; from < n; from += block {
		x, y := s.Samples.Part(from, min(from+block, n)).Wide()
		z, share := z[:len(y)], float64(len(y))/float64(n)
		s.Network.Logits(z, x)
		r.BCE += float64(share * perceptron.LossBCE.Mean(z, y, 1))
		r.MSE += float64(share * perceptron.LossMSE.Mean(z, y, 1))
	}
	if finite(r.BCE) == nil || finite(r.MSE) == nil {
		return none, nil
	}
	return &r, nil
}
