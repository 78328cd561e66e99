package perceptron

import "perceptronlab/perceptron/internal/kernel"

var tanhActivation = activationEntry{
	name: "tanh",
	at:   kernel.Tanh,
	low:  -1, high: 1,
	apply:    kernel.ApplyTanh,
	backward: kernel.TanhBackward,
	python:   ActivationPython{Torch: "nn.Tanh()", NumPy: "np.tanh(%)", NumPySlope: "(1 - % ** 2)"},
}
