package perceptron

var sigmoidActivation = activationEntry{
	name: "sigmoid",
	at:   Sigmoid,
	low:  0, high: 1,
	apply:    func(v []vec) { applyNears(v, sigmoidNears, Sigmoid) },
	backward: sigmoidBackward,
	python:   ActivationPython{Torch: "nn.Sigmoid()", NumPy: "sigmoid(%)", NumPySlope: "% * (1 - %)"},
}
