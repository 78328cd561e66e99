package perceptron

import "fmt"

// Activation is what a hidden unit makes of its weighted sum.
type Activation int

const (
	ActivationTanh    Activation = iota // tanh z
	ActivationReLU                      // max(z, 0)
	ActivationSigmoid                   // σ(z)
)

var activationNames = [...]string{"tanh", "relu", "sigmoid"}

// ParseActivation returns the activation that docs/scene.md calls name.
func ParseActivation(name string) (Activation, error) {
	for a, s := range activationNames {
		if s == name {
			return Activation(a), nil
		}
	}
	return 0, fmt.Errorf("activation %q: want tanh, relu or sigmoid", name)
}

func (a Activation) String() string { return activationNames[a] }

// At is what a unit makes of the sum z.
func (a Activation) At(z float64) float64 {
	switch a {
	case ActivationReLU:
		return max(z, 0)
	case ActivationSigmoid:
		return Sigmoid(z)
	}
	return Tanh(z)
}

// apply replaces each weighted sum in v by the unit's output.
func (a Activation) apply(v []vec) {
	switch a {
	case ActivationTanh:
		applyNears(v, tanhNears, Tanh)
	case ActivationReLU:
		applyReLU(v)
	case ActivationSigmoid:
		applyNears(v, sigmoidNears, Sigmoid)
	}
}

// backward multiplies each gradient in delta by the activation's derivative, which all three give from their output y.
func (a Activation) backward(delta, y []vec) {
	switch a {
	case ActivationTanh:
		tanhBackward(delta, y)
	case ActivationReLU:
		reluBackward(delta, y)
	case ActivationSigmoid:
		sigmoidBackward(delta, y)
	}
}

// applyNears replaces each number by what far makes of it, for most of them by a kernel that does so with a table.
func applyNears(v []vec, nears func(v []vec, i int) (done int), far func(float64) float64) {
	for i := 0; ; i++ {
		done := nears(v, i)
		i = done / 8
		if i == len(v) {
			return
		}
		for j := done % 8; j < 8; j++ {
			v[i][j] = far(v[i][j])
		}
	}
}
