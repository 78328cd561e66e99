package perceptron

import (
	"fmt"
	"math"
)

// Activation is what a hidden unit makes of its weighted sum.
type Activation int

const (
	ActivationTanh    Activation = iota // tanh z
	ActivationReLU                      // max(z, 0)
	ActivationSigmoid                   // σ(z)
)

var activationNames = [...]string{"tanh", "relu", "sigmoid"}

// ParseActivation returns the activation that SCENE.md calls name.
func ParseActivation(name string) (Activation, error) {
	for a, s := range activationNames {
		if s == name {
			return Activation(a), nil
		}
	}
	return 0, fmt.Errorf("activation %q: want tanh, relu or sigmoid", name)
}

func (a Activation) String() string { return activationNames[a] }

// apply replaces each weighted sum in v by the unit's output. A zero of the padding stays 0, but for σ: see clearPadding.
func (a Activation) apply(v []float64) {
	switch a {
	case ActivationTanh:
		applyTanh(v)
	case ActivationReLU:
		applyReLU(v)
	case ActivationSigmoid:
		applySigmoid(v)
	}
}

// backward multiplies each gradient in delta by the activation's derivative, which all three give from their output y.
func (a Activation) backward(delta, y []float64) {
	switch a {
	case ActivationTanh:
		tanhBackward(delta, y)
	case ActivationReLU:
		reluBackward(delta, y)
	case ActivationSigmoid:
		sigmoidBackward(delta, y)
	}
}

func applyTanh(v []float64) { // four in a turn of the loop; len(v) is a multiple of 8
	for i := 0; i < len(v); i += 4 {
		p := (*[4]float64)(v[i:])
		z0, z1, z2, z3 := p[0], p[1], p[2], p[3]
		if !(math.Abs(z0) < tanhLimit) || !(math.Abs(z1) < tanhLimit) || !(math.Abs(z2) < tanhLimit) || !(math.Abs(z3) < tanhLimit) {
			p[0], p[1], p[2], p[3] = Tanh(z0), Tanh(z1), Tanh(z2), Tanh(z3)
			continue
		}
		r0, g0 := tanhSplit(z0)
		p[0] = tanhJoin(z0, r0, g0)
		r1, g1 := tanhSplit(z1)
		p[1] = tanhJoin(z1, r1, g1)
		r2, g2 := tanhSplit(z2)
		p[2] = tanhJoin(z2, r2, g2)
		r3, g3 := tanhSplit(z3)
		p[3] = tanhJoin(z3, r3, g3)
	}
}

// tanh′(z) = 1 − tanh²(z)
func tanhBackward(delta, y []float64) {
	y = y[:len(delta)]
	for i, d := range delta {
		delta[i] = d * (1 - float64(y[i]*y[i]))
	}
}

func applyReLU(v []float64) {
	for i, z := range v {
		if z <= 0 { // not z < 0, so that −0 becomes 0; NaN stays
			v[i] = 0
		}
	}
}

// relu′(z) = 1 where z > 0, else 0, also at the kink, as in PyTorch
func reluBackward(delta, y []float64) {
	y = y[:len(delta)]
	for i := range delta {
		if y[i] <= 0 {
			delta[i] = 0
		}
	}
}

func applySigmoid(v []float64) {
	for i, z := range v {
		v[i] = Sigmoid(z)
	}
}

// σ′(z) = σ(z)(1 − σ(z))
func sigmoidBackward(delta, y []float64) {
	y = y[:len(delta)]
	for i, d := range delta {
		delta[i] = d * float64(y[i]*(1-y[i]))
	}
}
