package perceptron

import "perceptronlab/perceptron/internal/kernel"

var sigmoidActivation = activationEntry{
	name: "sigmoid",
	at:   Sigmoid,
	low:  0, high: 1,
	apply:    kernel.ApplySigmoid,
	backward: kernel.SigmoidBackward,
	python:   ActivationPython{Torch: "nn.Sigmoid()", NumPy: "sigmoid(%)", NumPySlope: "% * (1 - %)"},
}

// Sigmoid returns σ(z) = 1/(1 + e^−z), in [0, 1], with a relative error below 1e-14 for every z, also where σ is
// nearly 0. The bits are the same on every platform. NaN gives NaN.
func Sigmoid(z float64) float64 { return kernel.Sigmoid(z) }
