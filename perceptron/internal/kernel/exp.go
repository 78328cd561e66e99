package kernel

import "math"

// e^−a, ln(1 + q) and tanh are written here in plain Go because math.Exp is not: it is
// assembly on some machines, so its last bits differ, and in WebAssembly it is slow. Every product that is added to
// something is rounded first, float64(a*b), so that no compiler fuses the two and every platform gives the same bits.

// ExpNeg returns e^−a for a ≥ 0, with a relative error below 2e-15 down to where it underflows; NaN for NaN.
func ExpNeg(a float64) float64 {
	switch {
	case a <= expLimit:
		return expJoin(expSplit(a))
	case a > 2*expLimit:
		return 0
	default: // a subnormal number, or NaN
		h := expJoin(expSplit(min(a/2, expLimit)))
		return float64(h*h) + (a - a)
	}
}

// expJoin(expSplit(a)) is e^−a for 0 ≤ a ≤ expLimit; outside, it means nothing. They are two functions because the
// compiler inlines small ones, and a loop that calls nothing is worth three that do. With k = round(a·128/ln 2) and
// r = a − k·ln 2/128, |r| ≤ 0.0028:
//
//	e^−a = 2^−(k/128) · e^−r,   e^−r − 1 ≈ −r + r²/2 − r³/6 + r⁴/24
//
// expSplit returns r, and k in the low bits of a sum: adding 1.5·2⁵² rounds to a whole number.
func expSplit(a float64) (r float64, bits uint64) {
	t := float64(a*(128/math.Ln2)) + roundShift
	k := t - roundShift
	return a - float64(k*(ln2High/128)) - float64(k*(ln2Low/128)), math.Float64bits(t) // the first product is exact
}

func expJoin(r float64, bits uint64) float64 {
	p := r * (float64(r*(0.5-float64(r*(1./6-float64(r*(1./24)))))) - 1)
	s := math.Float64frombits(expTable[bits&127] - bits&^127<<45) // 2^−(k/128): the table's, k/128 exponents lower
	return s + float64(s*p)
}

const (
	expLimit   = 708 // the last whole exponent for which e^−a is a normal number
	roundShift = 3 << 51
	ln2High    = 0x1.62e42feep-1 // ln 2 to 32 bits, so that a whole number < 2²¹ times it is exact
	ln2Low     = 0x1.a39ef35793c76p-33
)

// expTable[j] holds the bits of 2^−(j/128).
var expTable = makeExpTable()

func makeExpTable() (table [128]uint64) {
	for j := range table {
		x, sum := float64(j)*(math.Ln2/128), 1.
		for i := 20.; i > 0; i-- {
			sum = 1 + float64(sum*x)/i
		}
		table[j] = math.Float64bits(1 / sum)
	}
	return table
}

// Log1p returns ln(1 + q) for q ≥ 0, with a relative error below 1e-15 however small q is; NaN for NaN.
//
// With 1 + q = 2ᵏ(1 + f), √½ ≤ 1 + f < √2, and s = f/(2 + f):
//
//	ln(1 + q) = k ln 2 + 2(s + s³/3 + s⁵/5 + …)
func Log1p(q float64) float64 {
	if !(q <= math.MaxFloat64) {
		return q
	}
	k, f, lost := 0., q, 0.
	if q >= math.Sqrt2-1 {
		u := 1 + q
		lost = (1 - (u - q)) / u // what rounding 1 + q lost, as a share of it
		if q < 1 {
			lost = (q - (u - 1)) / u
		}
		bits := math.Float64bits(u)
		k = float64(int(bits>>52) - 1022)
		m := math.Float64frombits(bits&(1<<52-1) | 1022<<52) // u = 2ᵏm, ½ ≤ m < 1
		if m < math.Sqrt2/2 {
			m, k = 2*m, k-1
		}
		f = m - 1
	}
	s := f / (2 + f)
	z := s * s
	sum := float64(z * (1./19 + float64(z*(1./21))))
	sum = float64(z * (1./15 + float64(z*(1./17+sum))))
	sum = float64(z * (1./11 + float64(z*(1./13+sum))))
	sum = float64(z * (1./7 + float64(z*(1./9+sum))))
	sum = float64(z * (1./3 + float64(z*(1./5+sum))))
	return float64(k*ln2High) + (float64(k*ln2Low) + lost + 2*s + float64(2*s*sum))
}
