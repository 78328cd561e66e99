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
		applyTanh(v)
	case ActivationReLU:
		applyReLU(v)
	case ActivationSigmoid:
		applySigmoid(v)
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

func applyTanh(v []vec) {
	for i := range v {
		p := &v[i]
		z0, z1, z2, z3, z4, z5, z6, z7 := p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]
		var k0, k1, k2, k3, k4, k5, k6, k7 uint64
		p[0], k0 = tanhNear(z0)
		p[1], k1 = tanhNear(z1)
		p[2], k2 = tanhNear(z2)
		p[3], k3 = tanhNear(z3)
		p[4], k4 = tanhNear(z4)
		p[5], k5 = tanhNear(z5)
		p[6], k6 = tanhNear(z6)
		p[7], k7 = tanhNear(z7)
		if k0|k1|k2|k3|k4|k5|k6|k7 >= tanhKnots {
			*p = vec{Tanh(z0), Tanh(z1), Tanh(z2), Tanh(z3), Tanh(z4), Tanh(z5), Tanh(z6), Tanh(z7)}
		}
	}
}

// tanh′(z) = 1 − tanh²(z)
func tanhBackward(delta, y []vec) {
	y = y[:len(delta)]
	for i := range delta {
		d, a := &delta[i], &y[i]
		d[0] *= 1 - float64(a[0]*a[0])
		d[1] *= 1 - float64(a[1]*a[1])
		d[2] *= 1 - float64(a[2]*a[2])
		d[3] *= 1 - float64(a[3]*a[3])
		d[4] *= 1 - float64(a[4]*a[4])
		d[5] *= 1 - float64(a[5]*a[5])
		d[6] *= 1 - float64(a[6]*a[6])
		d[7] *= 1 - float64(a[7]*a[7])
	}
}

func applyReLU(v []vec) {
	for i := range v {
		for j, z := range &v[i] {
			if z <= 0 { // not z < 0, so that −0 becomes 0; NaN stays
				v[i][j] = 0
			}
		}
	}
}

// relu′(z) = 1 where z > 0, else 0, also at the kink, as in PyTorch
func reluBackward(delta, y []vec) {
	y = y[:len(delta)]
	for i := range delta {
		for j, a := range &y[i] {
			if a <= 0 {
				delta[i][j] = 0
			}
		}
	}
}

func applySigmoid(v []vec) {
	for i := range v {
		for j, z := range &v[i] {
			v[i][j] = Sigmoid(z)
		}
	}
}

// σ′(z) = σ(z)(1 − σ(z))
func sigmoidBackward(delta, y []vec) {
	y = y[:len(delta)]
	for i := range delta {
		for j, a := range &y[i] {
			delta[i][j] *= float64(a * (1 - a))
		}
	}
}
