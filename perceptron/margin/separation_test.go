package margin

import (
	"encoding/json"
	"math"
	"math/big"
	"os"
	"slices"
	"testing"

	"perceptronlab/perceptron"
)

// reference is a case of testdata/separable.json: what scikit-learn's SVC and SciPy's linprog say of a set
// (../testdata/oracle/separable.py).
type reference struct {
	Name                string
	X                   [][2]float64
	Y                   []int
	Separable, Touching bool
	W                   [2]float64
	B, Gamma            float64
	GammaFolded         float64 `json:"gamma_folded"`
}

func (r *reference) samples() perceptron.Samples { return perceptron.NewSamples(r.X, r.Y) }

func readReferences(t testing.TB) []reference {
	t.Helper()
	b, err := os.ReadFile("testdata/separable.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []reference }
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	return file.Cases
}

func TestMatchesScikitLearn(t *testing.T) {
	const tol = 1e-5 // the SVC's own; no line of its has a larger margin than ours
	for _, r := range readReferences(t) {
		s := r.samples()
		sep := separate(t, s)
		prove(t, s, &sep)
		want := Overlapping
		if r.Separable {
			want = Separable
		} else if r.Touching {
			want = Touching
		}
		if sep.State != want {
			t.Errorf("%s: %v, linprog says %v", r.Name, sep.State, want)
		}
		if !r.Separable {
			continue
		}
		for _, d := range []float64{sep.W[0] - r.W[0], sep.W[1] - r.W[1], (sep.B - r.B) / (1 + math.Abs(r.B))} {
			if math.Abs(d) > tol {
				t.Errorf("%s: w %v, b %v, the SVC's %v, %v", r.Name, sep.W, sep.B, r.W, r.B)
			}
		}
		if sep.Gamma < r.Gamma*(1-1e-12) || sep.Gamma > r.Gamma*(1+tol) {
			t.Errorf("%s: margin %v, the SVC's %v", r.Name, sep.Gamma, r.Gamma)
		}
		if bound, ok := sep.Novikoff(); !ok || bound.Gamma < r.GammaFolded*(1-1e-12) || bound.Gamma > r.GammaFolded*(1+tol) {
			t.Errorf("%s: margin with the bias folded in %v, %v, the SVC's %v", r.Name, bound.Gamma, ok, r.GammaFolded)
		}
	}
}

func separate(t testing.TB, s perceptron.Samples) Separation {
	t.Helper()
	sep, err := Separate(s)
	if err != nil {
		t.Fatal(err)
	}
	return sep
}

// prove checks all that is said, by exact arithmetic where it is said to be exact.
func prove(t testing.TB, s perceptron.Samples, sep *Separation) {
	t.Helper()
	switch sep.State {
	case Separable:
		proveSeparable(t, s, sep)
	case OneClass:
		if slices.Contains(s.Y, 0) && slices.Contains(s.Y, 1) {
			t.Fatalf("%v: one class", s)
		}
	default:
		proveInseparable(t, s, sep)
	}
	if (sep.State == Separable) != (sep.Gamma > 0) || (sep.Witness != nil) != (sep.State >= Touching) {
		t.Fatalf("%v: %v with margin %v, witness %v", s, sep.State, sep.Gamma, sep.Witness)
	}
}

// The support alone proves the line: its direction n follows from them, and no sample may lie between the two lines
// through them. So much is exact. W, B and Gamma must be the same in float64.
func proveSeparable(t testing.TB, s perceptron.Samples, sep *Separation) {
	t.Helper()
	zero, one := sep.Support[0], sep.Support[1]
	p, q := rational(s.X[zero[0]]), rational(s.X[one[0]])
	n := minus(q, p)
	switch {
	case len(zero) == 2:
		e := minus(rational(s.X[zero[1]]), p)
		n = vector{new(big.Rat).Neg(e[1]), e[0]}
	case len(one) == 2:
		e := minus(rational(s.X[one[1]]), q)
		n = vector{new(big.Rat).Neg(e[1]), e[0]}
	}
	if times(n, minus(q, p)).Sign() < 0 {
		n = vector{n[0].Neg(n[0]), n[1].Neg(n[1])}
	}
	if len(zero)+len(one) > 3 || times(n, minus(q, p)).Sign() <= 0 {
		t.Fatalf("%v: the support %v proves nothing", s, sep.Support)
	}
	for class, support := range sep.Support {
		for _, i := range support {
			if int(s.Y[i]) != class {
				t.Fatalf("%v: support %v has the wrong labels", s, sep.Support)
			}
		}
		if len(support) == 2 { // the other class's point projects between the two
			a, b, c := rational(s.X[support[0]]), rational(s.X[support[1]]), rational(s.X[sep.Support[1-class][0]])
			if times(minus(b, a), minus(c, a)).Sign() < 0 || times(minus(a, b), minus(c, b)).Sign() < 0 {
				t.Fatalf("%v: support %v is not where the hulls are nearest", s, sep.Support)
			}
		}
	}
	for i, y := range s.Y {
		from, sign := p, -1
		if y == 1 {
			from, sign = q, 1
		}
		if times(n, minus(rational(s.X[i]), from)).Sign()*sign < 0 {
			t.Fatalf("%v: sample %d lies nearer to the line than the support %v", s, i, sep.Support)
		}
	}
	size := 0.
	points, _ := s.Wide()
	for _, x := range points {
		size = max(size, math.Abs(x[0]), math.Abs(x[1]))
	}
	if m, ok := sep.Margin(sep.W, sep.B); !ok || math.Abs(m-sep.Gamma) > 1e-15*(4*size+sep.Gamma) {
		t.Fatalf("%v: margin %v of the line, want %v", s, m, sep.Gamma)
	}
	gap := norm(sep.Closest[1][0]-sep.Closest[0][0], sep.Closest[1][1]-sep.Closest[0][1])
	if math.Abs(gap-2*sep.Gamma) > 1e-15*(4*size+gap) || math.Abs(norm(sep.W[0], sep.W[1])-1) > 1e-15 {
		t.Fatalf("%v: closest points %v apart, margin %v, normal %v", s, gap, sep.Gamma, sep.W)
	}
}

// One of the four kinds of witness, exactly; and its weights.
func proveInseparable(t testing.TB, s perceptron.Samples, sep *Separation) {
	t.Helper()
	w := sep.Witness
	var at [2][]vector
	size := 0.
	for class, indices := range w.Samples {
		var total float64
		var mean [2]float64
		for k, i := range indices {
			if int(s.Y[i]) != class {
				t.Fatalf("%v: witness %v has the wrong labels", s, *w)
			}
			at[class] = append(at[class], rational(s.X[i]))
			v := w.Weights[class][k]
			if v < 0 {
				t.Fatalf("%v: weights %v", s, *w)
			}
			total += v
			x, _ := s.At(i)
			mean[0] += v * x[0]
			mean[1] += v * x[1]
			size = max(size, math.Abs(x[0]), math.Abs(x[1]))
		}
		if math.Abs(total-1) > 1e-15*4 {
			t.Fatalf("%v: weights sum to %v", s, total)
		}
		for d := range mean {
			if math.Abs(mean[d]-w.Point[d]) > 1e-14*size {
				t.Fatalf("%v: class %d's mean is %v, want %v", s, class, mean, w.Point)
			}
		}
	}
	few, many := at[0], at[1]
	if len(few) > len(many) {
		few, many = many, few
	}
	switch {
	case len(few) == 1 && len(many) == 1:
		if few[0][0].Cmp(many[0][0]) != 0 || few[0][1].Cmp(many[0][1]) != 0 {
			t.Fatalf("%v: witness %v is not at one place", s, *w)
		}
	case len(few) == 1 && len(many) == 2:
		p, a, b := few[0], many[0], many[1]
		if area(a, b, p) != 0 || times(minus(p, a), minus(b, a)).Sign() <= 0 || times(minus(p, b), minus(a, b)).Sign() <= 0 {
			t.Fatalf("%v: witness %v is not between", s, *w)
		}
	case len(few) == 1 && len(many) == 3:
		p := few[0]
		if u := area(many[0], many[1], p); u == 0 || area(many[1], many[2], p) != u || area(many[2], many[0], p) != u {
			t.Fatalf("%v: witness %v is not in the triangle", s, *w)
		}
	case len(few) == 2 && len(many) == 2:
		a, b, c, d := few[0], few[1], many[0], many[1]
		if area(a, b, c)*area(a, b, d) >= 0 || area(c, d, a)*area(c, d, b) >= 0 {
			t.Fatalf("%v: witness %v does not cross", s, *w)
		}
	default:
		t.Fatalf("%v: witness %v of no kind", s, *w)
	}
	if sep.State == Touching {
		proveTouching(t, s, sep)
	}
}

// Each class is on its side of the line, to rounding.
func proveTouching(t testing.TB, s perceptron.Samples, sep *Separation) {
	t.Helper()
	size := 0.
	points, _ := s.Wide()
	for _, x := range points {
		size = max(size, math.Abs(x[0]), math.Abs(x[1]))
	}
	if m, ok := sep.Margin(sep.W, sep.B); !ok || math.Abs(m) > 1e-15*4*size || math.Abs(norm(sep.W[0], sep.W[1])-1) > 1e-15 {
		t.Fatalf("%v: touching, but the line %v, %v has margin %v", s, sep.W, sep.B, m)
	}
}

type vector [2]*big.Rat

func rational[T float32 | float64](p [2]T) vector {
	return vector{new(big.Rat).SetFloat64(float64(p[0])), new(big.Rat).SetFloat64(float64(p[1]))}
}

func minus(p, q vector) vector {
	return vector{new(big.Rat).Sub(p[0], q[0]), new(big.Rat).Sub(p[1], q[1])}
}

func times(p, q vector) *big.Rat {
	a, b := new(big.Rat).Mul(p[0], q[0]), new(big.Rat).Mul(p[1], q[1])
	return a.Add(a, b)
}

// area is 1 where a, b, c turn left, −1 where they turn right, 0 on a line.
func area(a, b, c vector) int {
	u, v := minus(b, a), minus(c, a)
	return times(vector{new(big.Rat).Neg(u[1]), u[0]}, v).Sign()
}
