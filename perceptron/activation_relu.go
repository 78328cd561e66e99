package perceptron

import (
	"math"

	"perceptronlab/perceptron/internal/kernel"
)

var reluActivation = activationEntry{
	name: "relu",
	at:   func(z float64) float64 { return max(z, 0) },
	low:  0, high: math.Inf(1),
	apply:    kernel.ApplyReLU,
	backward: kernel.ReLUBackward,
	python:   ActivationPython{Torch: "nn.ReLU()", NumPy: "np.maximum(%, 0)", NumPySlope: "(% > 0)"},
}
