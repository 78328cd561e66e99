package perceptron

import "math"

// Tanh returns the hyperbolic tangent of z, in [−1, 1], with a relative error below 1e-14, also where it is nearly 0.
// The bits are the same on every platform. NaN gives NaN.
func Tanh(z float64) float64 {
	if math.Abs(z) <= tanhLimit {
		return tanhJoin(tanhSplit(z))
	}
	if z != z {
		return z
	}
	return math.Copysign(1, z)
}

// tanhSplit and tanhJoin are tanh z for |z| ≤ tanhLimit, from the nearest value of a table and the addition theorem:
//
//	|z| = g + r, g = k/32, |r| ≤ 1/64:   tanh(g + r) = t + (1 − t²) u/(1 + t u),   t = tanh g, u = tanh r
//
// Nothing cancels, so a small z keeps its digits. They are two functions for the reason that expSplit is one.
func tanhSplit(z float64) (_, r float64, g *knot) {
	a := math.Abs(z)
	s := float64(a*32) + roundShift
	return z, a - float64((s-roundShift)/32), &tanhTable[math.Float64bits(s)&1023]
}

func tanhJoin(z, r float64, g *knot) float64 {
	q := r * r
	u := r * (1 - float64(q*(1./3-float64(q*(2./15-float64(q*(17./315)))))))
	return math.Copysign(g.t+float64(g.d*u)/(1+float64(g.t*u)), z)
}

const tanhLimit = 20 // from 19.1 on tanh rounds to 1

// A knot is a value t = tanh g and its derivative d = 1 − t².
type knot struct{ t, d float64 }

// tanhTable[k] is the knot at k/32.
var tanhTable = makeTanhTable()

func makeTanhTable() (table [1024]knot) {
	for k := range table[:32*tanhLimit+1] {
		x := float64(k) / 32
		c := 161. // Lambert's continued fraction x/(1 + x²/(3 + x²/(5 + …))), from its far end
		for i := 159.; i > 0; i -= 2 {
			c = i + x*x/c
		}
		t := x / c
		table[k] = knot{t, 1 - float64(t*t)}
	}
	return table
}
