package perceptron

import "perceptronlab/perceptron/internal/kernel"

// Activation is the function that a hidden unit applies to its weighted sum.
type Activation int

const (
	ActivationTanh    Activation = iota // tanh z
	ActivationReLU                      // max(z, 0)
	ActivationSigmoid                   // σ(z)
)

// activations lists them all. A new one needs a line here and above, and its file.
var activations = [...]activationEntry{
	ActivationTanh:    tanhActivation,
	ActivationReLU:    reluActivation,
	ActivationSigmoid: sigmoidActivation,
}

// An activationEntry is all that is known about an activation.
type activationEntry struct {
	name      string
	at        func(z float64) float64
	low, high float64 // the bounds it approaches; ±Inf: none

	apply    func(v []kernel.Vec)        // replaces each weighted sum by the unit's output
	backward func(delta, y []kernel.Vec) // multiplies each gradient by the derivative, which must be computed from the output y

	python ActivationPython
}

// ActivationPython is how scripts write an activation; % stands for its argument.
type ActivationPython struct {
	Torch      string // an instance of torch.nn's module
	NumPy      string // an expression in the weighted sum, which may call sigmoid
	NumPySlope string // the derivative, an expression in the output
}

// Activations lists them, in the order in which menus have them.
func Activations() []Activation { return every[Activation](len(activations)) }

// ParseActivation returns the activation that docs/scene.md calls name.
func ParseActivation(name string) (Activation, error) {
	return parse("activation", name, Activations())
}

func (a Activation) String() string { return activations[a].name }

// At is a unit's output for the sum z.
func (a Activation) At(z float64) float64 { return activations[a].at(z) }

// Bounds are the lower and the upper bound that a unit's output approaches, ±Inf if there is none.
func (a Activation) Bounds() (low, high float64) { return activations[a].low, activations[a].high }

// Python is how scripts write the activation.
func (a Activation) Python() ActivationPython { return activations[a].python }

func (a Activation) apply(v []kernel.Vec) { activations[a].apply(v) }

func (a Activation) backward(delta, y []kernel.Vec) { activations[a].backward(delta, y) }
