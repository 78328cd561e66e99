package perceptron

var sigmoidActivation = activationEntry{
	name: "sigmoid",
	at:   Sigmoid,
	low:  0, high: 1,
	apply:    func(v []vec) { applyByTable(v, sigmoidByTable, Sigmoid) },
	backward: sigmoidBackward,
	python:   ActivationPython{Torch: "nn.Sigmoid()", NumPy: "sigmoid(%)", NumPySlope: "% * (1 - %)"},
}
