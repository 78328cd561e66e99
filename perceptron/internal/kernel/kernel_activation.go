//go:build !wasm

package kernel

// tanhByTable replaces the numbers from v[i] on by their tanh, up to one that is not near a knot of its table. It returns how
// many numbers lie before that one, or how many there are.
func tanhByTable(v []Vec, i int) (done int) {
	for ; i < len(v); i++ {
		for j, z := range &v[i] {
			t, k := tanhNear(z)
			if k >= tanhKnots {
				return 8*i + j
			}
			v[i][j] = t
		}
	}
	return 8 * i
}

// sigmoidByTable is tanhByTable for σ.
func sigmoidByTable(v []Vec, i int) (done int) {
	for ; i < len(v); i++ {
		for j, z := range &v[i] {
			r, k := nearestKnot(z)
			if k >= knots {
				return 8*i + j
			}
			v[i][j] = curves[k].sigmoid(r)
		}
	}
	return 8 * i
}

// ApplyReLU replaces each number that is not above 0 by 0. NaN stays.
func ApplyReLU(v []Vec) {
	for i := range v {
		for j, z := range &v[i] {
			if z <= 0 { // not z < 0, so that −0 becomes 0
				v[i][j] = 0
			}
		}
	}
}

// These multiply each gradient by the activation's derivative, computed from the unit's output y:

// TanhBackward: tanh′(z) = 1 − tanh²(z)
func TanhBackward(delta, y []Vec) {
	for i := range delta {
		d, a := &delta[i], &y[i]
		for j := range d {
			d[j] *= 1 - float64(a[j]*a[j])
		}
	}
}

// SigmoidBackward: σ′(z) = σ(z)(1 − σ(z))
func SigmoidBackward(delta, y []Vec) {
	for i := range delta {
		d, a := &delta[i], &y[i]
		for j := range d {
			d[j] *= float64(a[j] * (1 - a[j]))
		}
	}
}

// ReLUBackward: relu′(z) = 1 where z > 0, else 0, also at the kink, as in PyTorch
func ReLUBackward(delta, y []Vec) {
	for i := range delta {
		d, a := &delta[i], &y[i]
		for j := range d {
			if a[j] <= 0 {
				d[j] = 0
			}
		}
	}
}

// bceByTable is BCE from logit i on, up to one that is not near a knot of its table, if there is one. It returns the index of
// that one, and sum with the losses before it.
func bceByTable(delta, z []float64, y []int, i int, sum float64) (done int, total float64) {
	for ; i < len(z); i++ {
		s := float64(1 - 2*y[i])
		r, k := nearestKnot(float64(s * z[i]))
		if k >= knots {
			break
		}
		c := &curves[k]
		loss, p := c.both(c.both3(r))
		delta[i] = s * p
		sum += loss
	}
	return i, sum
}
