package perceptron

var tanhActivation = activationEntry{
	name: "tanh",
	at:   Tanh,
	low:  -1, high: 1,
	apply:    func(v []vec) { applyByTable(v, tanhByTable, Tanh) },
	backward: tanhBackward,
	python:   ActivationPython{Torch: "nn.Tanh()", NumPy: "np.tanh(%)", NumPySlope: "(1 - % ** 2)"},
}
