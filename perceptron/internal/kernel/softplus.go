package kernel

import "math"

// Softplus returns ln(1 + eᶻ) ≥ 0, whose derivative is Sigmoid, with a relative error below 1e-14; it cannot overflow.
// Softplus(−z) is the cross-entropy in nats of σ(z) against the class 1. Same as torch.nn.Softplus without its threshold.
func Softplus(z float64) float64 {
	if r, k := nearestKnot(z); k < knots {
		return curves[k].softplus(r)
	}
	if z > 0 {
		return z
	}
	return ExpNeg(-z)
}

// Sigmoid returns σ(z) = 1/(1 + e^−z), in [0, 1], with a relative error below 1e-14 for every z, also where σ is
// nearly 0. The bits are the same on every platform. NaN gives NaN.
func Sigmoid(z float64) float64 {
	if r, k := nearestKnot(z); k < knots {
		return curves[k].sigmoid(r)
	}
	if z > 0 {
		return 1
	}
	return ExpNeg(-z)
}

// A curve is softplus near a knot of the line, at a distance r, |r| ≤ 1/64: c[0] + c[1] r + … + c[6] r⁶. Its derivative is σ.
// One look-up gives both, and nothing is divided.
type curve [8]float64 // eight, so that one lies in one line of the processor's cache; c[7] is 0

// nearestKnot returns the number k of the knot nearest to z, and z's distance r from it. Where z is NaN or not from nearLeast to
// nearMost, k is not below knots.
func nearestKnot(z float64) (r float64, k uint64) {
	s := z + nearShift
	return z - (s - nearShift), math.Float64bits(s) - nearBits
}

const (
	nearLeast, nearMost = -64, 36                              // beyond, ln(1 + eᶻ) is eᶻ or z to all digits; long runs come far below
	nearShift           = 3 << 46                              // adding 1.5·2⁴⁷ rounds to a multiple of 1/32
	nearBits            = (1023+47)<<52 + 1<<51 + 32*nearLeast // of nearLeast + nearShift
	knots               = 32*(nearMost-nearLeast) + 1
)

func (c *curve) softplus(r float64) float64 {
	return c[0] + float64(r*(c[1]+float64(r*(c[2]+float64(r*(c[3]+float64(r*(c[4]+float64(r*(c[5]+float64(r*c[6])))))))))))
}

// sigmoid is the derivative by powers of r: more products than by Horner's rule, but few of them wait for one another.
func (c *curve) sigmoid(r float64) float64 {
	s := float64(r * r)
	t := float64(s * s)
	return (c[1] + float64(c[2]*(2*r))) + (float64(c[3]*(3*s)) + float64(c[4]*(4*float64(s*r)))) + (float64(c[5]*(5*t)) + float64(c[6]*(6*float64(t*r))))
}

// both(both3(r)) is softplus and σ, by Horner's rule for a polynomial and its derivative. It is two functions for the reason
// that expSplit is one.
func (c *curve) both3(r float64) (_, q, p float64) {
	p = c[6]
	q = c[5] + float64(p*r)
	p = q + float64(p*r)
	q = c[4] + float64(q*r)
	p = q + float64(p*r)
	q = c[3] + float64(q*r)
	return r, q, q + float64(p*r)
}

func (c *curve) both(r, q, p float64) (softplus, sigmoid float64) {
	q = c[2] + float64(q*r)
	p = q + float64(p*r)
	q = c[1] + float64(q*r)
	return c[0] + float64(q*r), q + float64(p*r)
}

// curves are those of nearLeast, nearLeast + 1/32, … nearMost.
var curves [knots]curve

func init() {
	const h = 1. / 64
	for k := range curves {
		z := float64(float64(k)/32) + nearLeast
		e := ExpNeg(math.Abs(z))
		l, p := Log1p(e), e/(1+e)
		if z > 0 {
			l, p = z+l, 1/(1+e)
		}
		// a[n] = σ⁽ⁿ⁾(z)/n!. Each derivative is a polynomial in p = σ(z), Σ f[i] pⁱ, and the next is Σ i f[i] pⁱ(1 − p).
		var a [8]float64
		f, factorial := [9]float64{1: 1}, 1.
		for n := range a {
			for i := 8; i > 0; i-- {
				a[n] = float64((a[n] + f[i]) * p)
			}
			a[n] /= factorial
			factorial *= float64(n + 1)
			for i := 8; i > 0; i-- {
				f[i] = float64(float64(i)*f[i]) - float64(float64(i-1)*f[i-1])
			}
		}
		economize(&a, h)
		curves[k] = curve{l, a[0], a[1] / 2, a[2] / 3, a[3] / 4, a[4] / 5, a[5] / 6}
	}
}

// economize leaves out the terms r⁶ and r⁷ of Σ a[n] rⁿ: for |r| ≤ h the lower ones make up for them to within h⁶/32 and
// h⁷/64, by Chebyshev's polynomials.
func economize(a *[8]float64, h float64) {
	s := float64(h * h)
	a[5] += float64(a[7] * float64(7./4*s))
	a[4] += float64(a[6] * float64(3./2*s))
	a[3] -= float64(a[7] * float64(7./8*s*s))
	a[2] -= float64(a[6] * float64(9./16*s*s))
	a[1] += float64(a[7] * float64(7./64*s*s*s))
	a[0] += float64(a[6] * float64(1./32*s*s*s))
}
