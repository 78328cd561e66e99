package random

import "math"

// log returns ln x for a normal x > 0, within 0.55 ULP and with the same bits on every platform. math.Log is in
// assembly on amd64 and fused on arm64, and a difference in the last bit would occasionally show in a data set.
//
//	x = m·2^k, √½ ≤ m < √2, s = (m − 1)/(m + 1):  ln x = k ln 2 + 2(s + s³/3 + s⁵/5 + …)
//
// s is carried as hi + lo, and so is ln 2; only the series' tail, below 1 % of s, is in plain float64.
func log(x float64) float64 {
	const (
		ln2Hi = 6.93147180369123816490e-01 // 32 bits: k·ln2Hi is exact
		ln2Lo = 1.90821492927058770002e-10
	)
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	k := float64(e)

	f := m - 1 // exact
	d, dLo := twoSum(m, 1)
	s := f / d
	sLo := (math.FMA(-s, d, f) - float64(s*dLo)) / d

	z := float64(s * s)
	tail := 1.0 / 23
	for n := 21; n >= 3; n -= 2 {
		tail = 1/float64(n) + float64(z*tail)
	}
	tail = float64(float64(s*z) * tail)

	hi, lo := twoSum(float64(k*ln2Hi), 2*s)
	return hi + (lo + (float64(k*ln2Lo) + 2*(sLo+tail)))
}

// twoSum returns a + b rounded, and what the rounding lost (Knuth).
func twoSum(a, b float64) (sum, lost float64) {
	sum = a + b
	c := sum - a
	return sum, (a - (sum - c)) + (b - c)
}
