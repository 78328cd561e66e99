package random

import (
	"encoding/json"
	"math"
	"math/big"
	"os"
	"slices"
	"testing"
)

// streams is testdata/random.json: what NumPy and PyTorch gave for some seeds (testdata/oracle/streams.py).
// Each seed's draws are keyed by the call that made them.
type streams struct {
	NumPy, Torch []stream
}

type stream map[string]json.RawMessage

// of decodes what the call returned.
func of[T any](t *testing.T, s stream, call string) (v T) {
	t.Helper()
	if err := json.Unmarshal(s[call], &v); err != nil {
		t.Fatalf("%s: %v", call, err)
	}
	return v
}

func readStreams(t *testing.T) (s streams) {
	t.Helper()
	b, err := os.ReadFile("../testdata/random.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func draw[T any](n int, f func() T) []T {
	out := make([]T, n)
	for i := range out {
		out[i] = f()
	}
	return out
}

func equal[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func TestNumPyMatchesNumPy(t *testing.T) {
	for _, s := range readStreams(t).NumPy {
		g := func() *NumPy { return NewNumPy(of[uint32](t, s, "seed")) }
		u, none := g(), func() {}
		equal(t, "random_sample", draw(5, g().RandomSample), of[[]float64](t, s, "random_sample"))
		equal(t, "standard_normal", draw(7, g().StandardNormal), of[[]float64](t, s, "standard_normal"))
		equal(t, "uniform", draw(5, func() float64 { return u.Uniform(-2, 3) }), of[[]float64](t, s, "uniform(-2,3)"))
		equal(t, "permutation", g().Permutation(12, none), of[[]int](t, s, "permutation(12)"))
		equal(t, "shuffle", g().Permutation(100, none), of[[]int](t, s, "shuffle(100)"))
	}
}

func TestTorchMatchesPyTorch(t *testing.T) {
	for _, s := range readStreams(t).Torch {
		seed := of[uint64](t, s, "seed")
		equal(t, "rand", draw(5, NewTorch(seed).Rand), of[[]float32](t, s, "rand(5)"))
		p := make([]int, 12)
		NewTorch(seed).Perm(p)
		equal(t, "randperm(12)", p, of[[]int](t, s, "randperm(12)"))
		p = make([]int, 100)
		NewTorch(seed).Perm(p)
		equal(t, "randperm(100)", p, of[[]int](t, s, "randperm(100)"))
	}
}

// An nn.Linear draws its weight [out, in] and then its bias [out] from uniform(-1/√in, 1/√in).
func TestUniformMatchesLinear(t *testing.T) {
	for _, s := range readStreams(t).Torch {
		seed := of[uint64](t, s, "seed")
		g := NewTorch(seed)
		for i, raw := range of[[]json.RawMessage](t, s, "Linear(2,1),Linear(2,8),Linear(8,3)") {
			in := []float64{2, 2, 8}[i/2]
			bound := 1 / math.Sqrt(in)
			var want []float32
			if i%2 == 1 {
				must(t, json.Unmarshal(raw, &want))
			} else {
				var rows [][]float32
				must(t, json.Unmarshal(raw, &rows))
				want = slices.Concat(rows...)
			}
			equal(t, "nn.Linear", draw(len(want), func() float32 { return g.Uniform(-bound, bound) }), want)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestClonesAreAlikeAndApart(t *testing.T) {
	n := NewNumPy(5)
	n.StandardNormal() // a second one now waits
	c := n.Clone()
	equal(t, "NumPy clone", draw(700, c.StandardNormal), draw(700, n.StandardNormal))

	g := NewTorch(5)
	g.Rand()
	d := g.Clone()
	equal(t, "Torch clone", draw(700, d.Rand), draw(700, g.Rand))
}

func TestPermOfNothing(t *testing.T) {
	g := NewTorch(1)
	g.Perm(nil)
	g.Perm(make([]int, 1))
	if got, want := g.Rand(), NewTorch(1).Rand(); got != want {
		t.Errorf("a permutation of 0 or 1 elements drew: %v, want %v", got, want)
	}
}

// Against ln x in 200 bits, by atanh series in big.Float.
func TestLogIsNearlyCorrectlyRounded(t *testing.T) {
	r := NewNumPy(1)
	xs := []float64{1, 0.5, 1 - 0x1p-53, 1 - 0x1p-30, 0x1p-1000, 0.70710678118654746, 0.70710678118654757, 2, 1e300}
	for range 2000 {
		xs = append(xs, r.RandomSample(), math.Exp(-40*r.RandomSample()))
	}
	for _, x := range xs {
		want := bigLog(x)
		got := log(x)
		w, _ := want.Float64()
		ulp := math.Nextafter(math.Abs(w), math.Inf(1)) - math.Abs(w)
		diff, _ := new(big.Float).Sub(want, big.NewFloat(got)).Float64()
		if math.Abs(diff) > 0.55*ulp {
			t.Errorf("log(%g) = %.17g, off by %.3f ULP", x, got, diff/ulp)
		}
	}
}

func bigLog(x float64) *big.Float {
	num := func(v float64) *big.Float { return new(big.Float).SetPrec(200).SetFloat64(v) }
	series := func(m *big.Float) *big.Float { // 2 atanh((m-1)/(m+1))
		s := num(0).Quo(num(0).Sub(m, num(1)), num(0).Add(m, num(1)))
		z, p, sum := num(0).Mul(s, s), num(0).Set(s), num(0)
		for n := 1; n < 200; n += 2 {
			sum.Add(sum, num(0).Quo(p, num(float64(n))))
			p.Mul(p, z)
		}
		return sum.Mul(sum, num(2))
	}
	m, e := math.Frexp(x)
	ln := series(num(m))
	return ln.Add(ln, num(0).Mul(num(float64(e)), series(num(2))))
}

func BenchmarkStandardNormal(b *testing.B) {
	r := NewNumPy(1)
	for b.Loop() {
		r.StandardNormal()
	}
}
