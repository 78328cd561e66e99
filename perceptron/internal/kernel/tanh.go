package kernel

import "math"

// Tanh returns the hyperbolic tangent of z, in [−1, 1], with a relative error below 1e-14, also where it is nearly 0.
// The bits are the same on every platform. NaN gives NaN.
func Tanh(z float64) float64 {
	t, k := tanhNear(z)
	switch {
	case k < tanhKnots:
		return t
	case z != z:
		return z
	default:
		return math.Copysign(1, z)
	}
}

// tanhNear returns tanh z, computed from z's nearest knot, and that knot's number k. Where k is not below tanhKnots, z is NaN or
// not from −32 to 31.99, and t means nothing.
func tanhNear(z float64) (t float64, k uint64) {
	s := z + tanhShift
	k = math.Float64bits(s) - tanhBits
	return tanhCurves[k%tanhKnots].at(z - (s - tanhShift)), k
}

// A tanhCurve is tanh near a knot of the line, at a distance r, |r| ≤ 1/128: c[0] + c[1] r + … + c[5] r⁵.
type tanhCurve [6]float64

func (c *tanhCurve) at(r float64) float64 {
	return c[0] + float64(r*(c[1]+float64(r*(c[2]+float64(r*(c[3]+float64(r*(c[4]+float64(r*c[5])))))))))
}

const (
	tanhShift = 3 << 45                             // adding 1.5·2⁴⁶ rounds to a multiple of 1/64
	tanhBits  = (1023+46)<<52 + 1<<51 - tanhKnots/2 // of −32 + tanhShift
	tanhKnots = 4096                                // a power of two: k%tanhKnots is a mask
)

// tanhCurves are those of −32, −32 + 1/64, … 32 − 1/64.
var tanhCurves [tanhKnots]tanhCurve

func init() {
	const h, half = 1. / 128, tanhKnots / 2
	tanhCurves[0] = tanhCurve{-1}
	for k := range half {
		z := float64(k) / 64
		t := tanhOf(z)
		// a[n] = tanh⁽ⁿ⁾(z)/n!. Each derivative is a polynomial in t = tanh z, Σ f[i] tⁱ, and the next is Σ i f[i] tⁱ⁻¹(1 − t²).
		var a [8]float64
		f, factorial := [10]float64{1: 1}, 1.
		for n := range a {
			for i := 8; i >= 0; i-- {
				a[n] = float64(a[n]*t) + f[i]
			}
			a[n] /= factorial
			factorial *= float64(n + 1)
			var g [10]float64
			for i := 1; i < 9; i++ {
				g[i-1] += float64(float64(i) * f[i])
				g[i+1] -= float64(float64(i) * f[i])
			}
			f = g
		}
		if k == 0 { // where the relative error counts: r⁷ is to within |r| h⁶/26 what r⁵ and r³ make
			a[5] += float64(a[7] * (1.392304845413264 * h * h))
			a[3] -= float64(a[7] * (0.43078061834694 * h * h * h * h))
		} else {
			economize(&a, h)
		}
		for i, v := range a[:6] {
			tanhCurves[half+k][i] = v
			if k > 0 {
				tanhCurves[half-k][i] = v
				if i%2 == 0 {
					tanhCurves[half-k][i] = -v
				}
			}
		}
	}
}

// tanhOf is tanh z for z ≥ 0, with less speed.
func tanhOf(z float64) float64 {
	if z > 1 {
		e := ExpNeg(2 * z)
		return (1 - e) / (1 + e)
	}
	c := 41. // Lambert's continued fraction z/(1 + z²/(3 + z²/(5 + …))), from its far end
	for i := 39.; i > 0; i -= 2 {
		c = i + float64(z*z)/c
	}
	return z / c
}
