package kernel

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// points of the whole line: dense near 0, every power of ten, both signs, the kernels' own seams.
func kernelPoints() []float64 {
	z := []float64{0, 5e-324, 1e-300, 708, 708.0000001, 745, 745.2, 746, 1416, 1417, 1e5, 1e18, 1e300, math.MaxFloat64, 19.99999, 20, 20.00001, 36, 36.01, 36.02, 64, 64.01, 64.02}
	g := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		z = append(z, g.Float64(), 10*g.Float64(), 50*g.Float64(), 760*g.Float64(), math.Pow(10, -20*g.Float64()))
	}
	every := 1
	if testing.Short() {
		every = 8
	}
	for k := 0; k < 2080; k += every {
		z = append(z, float64(k)/32, (float64(k)+0.5)/32, float64(k)*math.Ln2/128, (float64(k)+0.5)*math.Ln2/128)
	}
	for _, v := range z {
		z = append(z, -v)
	}
	return z
}

func TestKernelsMatchBig(t *testing.T) {
	one := big.NewFloat(1).SetPrec(240)
	for _, f := range []struct {
		name string
		got  func(float64) float64
		want func(z float64) *big.Float // of z with |z| ≤ 800
		far  func(z float64) float64    // beyond
	}{
		{"Sigmoid", Sigmoid, func(z float64) *big.Float {
			e := bigExp(z)
			return quo(e, add(one, e))
		}, func(z float64) float64 { return map[bool]float64{true: 1, false: 0}[z > 0] }},
		{"Softplus", Softplus, func(z float64) *big.Float {
			p := bigLog1p(bigExp(-math.Abs(z)))
			if z > 0 {
				p = add(p, big.NewFloat(z).SetPrec(240))
			}
			return p
		}, func(z float64) float64 { return max(z, 0) }},
		{"Tanh", Tanh, func(z float64) *big.Float {
			e := bigExp(-2 * math.Abs(z))
			if math.Abs(z) < 1e-30 {
				return big.NewFloat(z).SetPrec(240)
			}
			q := quo(new(big.Float).SetPrec(240).Sub(one, e), add(one, e))
			if z < 0 {
				q.Neg(q)
			}
			return q
		}, func(z float64) float64 { return math.Copysign(1, z) }},
	} {
		worst, at := 0., 0.
		for _, z := range kernelPoints() {
			got := f.got(z)
			if math.Abs(z) > 800 {
				if got != f.far(z) {
					t.Errorf("%s(%g) = %g, want %g", f.name, z, got, f.far(z))
				}
				continue
			}
			want := f.want(z)
			w, _ := want.Float64()
			diff, _ := new(big.Float).Sub(big.NewFloat(got).SetPrec(240), want).Float64()
			if math.Abs(diff) <= 5e-324 { // a subnormal has no 14 digits
				continue
			}
			if math.Abs(w) < 0x1p-1022 {
				if math.Abs(diff) > 1e-14*0x1p-1022 {
					t.Errorf("%s(%g) = %g, want %g", f.name, z, got, w)
				}
				continue
			}
			if rel := math.Abs(diff / w); rel > worst {
				worst, at = rel, z
			}
		}
		t.Logf("%s: largest relative error %.2g at %g", f.name, worst, at)
		if worst > 1e-14 {
			t.Errorf("%s: relative error %g at %g, want at most 1e-14", f.name, worst, at)
		}
		if got := f.got(math.NaN()); !math.IsNaN(got) {
			t.Errorf("%s(NaN) = %g", f.name, got)
		}
	}
	if Sigmoid(math.Inf(1)) != 1 || Sigmoid(math.Inf(-1)) != 0 || Tanh(math.Inf(-1)) != -1 || Softplus(math.Inf(-1)) != 0 || !math.IsInf(Softplus(math.Inf(1)), 1) {
		t.Error("a kernel is wrong at infinity")
	}
}

func TestLog1pOfLargeProducts(t *testing.T) {
	for _, q := range []float64{0, 1e-300, 1e-17, 0.1, 0.414, 0.4143, 0.99, 1, 1.5, 3, 1e10, 1e19, 1e40, 1e100, 1e300} {
		want, _ := bigLog1p(big.NewFloat(q).SetPrec(240)).Float64()
		if got := Log1p(q); math.Abs(got-want) > 1e-15*want {
			t.Errorf("Log1p(%g) = %.17g, want %.17g", q, got, want)
		}
	}
}

func add(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(240).Add(a, b) }
func quo(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(240).Quo(a, b) }
func mul(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(240).Mul(a, b) }

// bigExp is eᶻ to 200 bits and more: the Taylor series of z/2¹⁶, squared 16 times.
func bigExp(z float64) *big.Float {
	x := new(big.Float).SetPrec(240).SetMantExp(big.NewFloat(z).SetPrec(240), -16)
	sum := new(big.Float).SetPrec(240).SetInt64(1)
	for i := int64(28); i > 0; i-- {
		sum = add(quo(mul(sum, x), new(big.Float).SetInt64(i)), big.NewFloat(1))
	}
	for range 16 {
		sum = mul(sum, sum)
	}
	return sum
}

// bigLog1p is ln(1 + q) = 2 artanh(q/(2 + q)), after square roots have brought 1 + q near 1.
func bigLog1p(q *big.Float) *big.Float {
	roots := 0
	u := q
	for u.Cmp(big.NewFloat(0.01)) > 0 {
		u = new(big.Float).SetPrec(240).Sqrt(add(big.NewFloat(1), u))
		u.Sub(u, big.NewFloat(1))
		roots++
	}
	s := quo(u, add(big.NewFloat(2), u))
	z, sum := mul(s, s), new(big.Float).SetPrec(240)
	for n := int64(41); n > 0; n -= 2 {
		sum = add(mul(sum, z), quo(big.NewFloat(1), new(big.Float).SetInt64(n)))
	}
	return new(big.Float).SetMantExp(mul(mul(sum, s), big.NewFloat(2)), roots)
}
