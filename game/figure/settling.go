package figure

import (
	"math"

	"perceptronlab/perceptron/margin"
)

// settlingRequest asks how the weights of a single neuron developed over the logarithm of time; null if there is no marginReport.
type settlingRequest struct{}

// settlingReport is the weights so far.
type settlingReport struct {
	Places []settledReport `json:"places"` // at most 256, at steps that are farther and farther apart, the present ones last
}

// settledReport is the weights w after some epochs.
type settledReport struct {
	Epoch float64  `json:"epoch"` // epochs done, counting a fraction for an unfinished one
	Angle *float64 `json:"angle"` // as a marginReport's
	Norm  float64  `json:"norm"`  // ‖w‖
}

func (*settlingRequest) answer(f *Figure) (any, error) {
	sep, _ := f.session.Separation()
	places := f.session.Settling()
	if sep == nil || places == nil {
		return (*settlingReport)(nil), nil
	}
	r := &settlingReport{Places: []settledReport{}}
	for _, p := range places {
		norm := margin.Norm(p.W)
		if finite(norm) == nil {
			return (*settlingReport)(nil), nil
		}
		s := settledReport{Epoch: p.Epoch, Norm: norm}
		if angle, ok := sep.Angle(p.W); ok {
			degrees := angle * 180 / math.Pi
			s.Angle = &degrees
		}
		r.Places = append(r.Places, s)
	}
	return r, nil
}
