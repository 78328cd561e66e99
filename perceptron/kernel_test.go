package perceptron

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// The kernels give, to the last bit, what sums written out number by number give: for units that fill their vecs and units
// that don't, for one vec of them and several, and for blocks of any length. Under WebAssembly this is the assembly.
func TestKernelsOfLayers(t *testing.T) {
	for _, layers := range [][]int{{2, 8, 8, 1}, {2, 3, 5, 1}, {2, 17, 8, 1}, {2, 8, 20, 3}, {2, 33, 9, 11}} {
		for _, n := range []int{1, 2, 3, 10, blockLen} {
			t.Run(fmt.Sprintf("%v, %d samples", layers, n), func(t *testing.T) {
				r := rand.New(rand.NewPCG(uint64(n), uint64(layers[1])))
				net := NewNetwork(layers, ActivationTanh)
				grad, _ := zeroLike(net.layers)
				for _, parameters := range [][]layer{net.layers, grad} {
					for i := range parameters {
						l := &parameters[i]
						for j := range l.out {
							for i := range l.in {
								*l.weight(j, i) = r.NormFloat64()
							}
							*l.bias(j) = r.NormFloat64()
						}
					}
				}
				x := make([][2]float64, n)
				for i := range x {
					x[i] = [2]float64{r.NormFloat64(), r.NormFloat64()}
				}
				checkInput(t, &net.layers[0], &grad[0], x, r)
				checkHidden(t, &net.layers[1], &grad[1], n, r)
				checkOutput(t, &net.layers[2], &grad[2], n, r)
			})
		}
	}
}

func checkInput(t *testing.T, l, grad *layer, x [][2]float64, r *rand.Rand) {
	z, delta := make([]vec, len(x)*l.outVecs), units(len(x), l.out, r)
	forwardInput(l, z, x)
	want := parametersOf(grad)
	for i, p := range x {
		for j := range l.out {
			same(t, "z", z[i*l.outVecs+j/8][j%8], *l.bias(j)+float64(*l.weight(j, 0)*p[0])+float64(*l.weight(j, 1)*p[1]))
			d := delta[i*l.outVecs+j/8][j%8]
			want.bias[j] += d
			want.weight[j][0] += float64(d * p[0])
			want.weight[j][1] += float64(d * p[1])
		}
	}
	gradientInput(grad, delta, x)
	want.check(t, grad)
}

func checkHidden(t *testing.T, l, grad *layer, n int, r *rand.Rand) {
	y, delta := units(n, l.in, r), units(n, l.out, r)
	z, below := make([]vec, n*l.outVecs), make([]vec, n*l.inVecs)
	forwardHidden(l, z, y)
	backwardHidden(l, below, delta)
	want := parametersOf(grad)
	for s := range n {
		y, z, delta, below := y[s*l.inVecs:][:l.inVecs], z[s*l.outVecs:][:l.outVecs], delta[s*l.outVecs:][:l.outVecs], below[s*l.inVecs:][:l.inVecs]
		for j := range l.out {
			same(t, "z", z[j/8][j%8], l.weighted(j, y))
			want.bias[j] += delta[j/8][j%8]
			for i := range l.in {
				want.weight[j][i] += float64(delta[j/8][j%8] * y[i/8][i%8])
			}
		}
		for i := range l.in {
			sum := 0.
			for o := range l.outVecs {
				var products vec
				for j := 8 * o; j < min(8*o+8, l.out); j++ {
					products[j%8] = *l.weight(j, i) * delta[o][j%8]
				}
				sum += products.total()
			}
			same(t, "below", below[i/8][i%8], sum)
		}
	}
	gradientHidden(grad, delta, y)
	want.check(t, grad)
}

func checkOutput(t *testing.T, l, grad *layer, n int, r *rand.Rand) {
	y := units(n, l.in, r)
	z, delta, below := make([]float64, n*l.out), make([]float64, n*l.out), make([]vec, n*l.inVecs)
	for i := range delta {
		delta[i] = r.NormFloat64()
	}
	forwardOutput(l, z, y)
	backwardOutput(l, below, delta)
	want := parametersOf(grad)
	for s := range n {
		y, z, delta, below := y[s*l.inVecs:][:l.inVecs], z[s*l.out:][:l.out], delta[s*l.out:][:l.out], below[s*l.inVecs:][:l.inVecs]
		for j, d := range delta {
			same(t, "z", z[j], l.weighted(j, y))
			want.bias[j] += d
			for i := range l.in {
				want.weight[j][i] += float64(d * y[i/8][i%8])
			}
		}
		for i := range l.in {
			sum := 0.
			for j, d := range delta {
				sum += float64(d * *l.weight(j, i))
			}
			same(t, "below", below[i/8][i%8], sum)
		}
	}
	gradientOutput(grad, delta, y)
	want.check(t, grad)
}

// weighted is w·y + b of unit j, the products of each eight added up as vec.dot adds them.
func (l *layer) weighted(j int, y []vec) float64 {
	sum := *l.bias(j)
	for c := range y {
		var products vec
		for i := 8 * c; i < min(8*c+8, l.in); i++ {
			products[i%8] = *l.weight(j, i) * y[c][i%8]
		}
		sum += products.total()
	}
	return sum
}

func (v *vec) total() float64 {
	return ((v[0] + v[1]) + (v[2] + v[3])) + ((v[4] + v[5]) + (v[6] + v[7]))
}

// units are n samples' numbers of so many units.
func units(n, count int, r *rand.Rand) []vec {
	v := make([]vec, n*vecs(count))
	for i := range n {
		for j := range count {
			v[i*vecs(count)+j/8][j%8] = r.NormFloat64()
		}
	}
	return v
}

type parameters struct {
	weight [][]float64
	bias   []float64
}

func parametersOf(l *layer) parameters {
	var p parameters
	for j := range l.out {
		p.bias = append(p.bias, *l.bias(j))
		p.weight = append(p.weight, nil)
		for i := range l.in {
			p.weight[j] = append(p.weight[j], *l.weight(j, i))
		}
	}
	return p
}

func (p parameters) check(t *testing.T, grad *layer) {
	t.Helper()
	for j := range grad.out {
		same(t, "gradient of a bias", *grad.bias(j), p.bias[j])
		for i := range grad.in {
			same(t, "gradient of a weight", *grad.weight(j, i), p.weight[j][i])
		}
	}
}

func same(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Float64bits(got) != math.Float64bits(want) && (got == got || want == want) {
		t.Fatalf("%s: %.17g, want %.17g", what, got, want)
	}
}

// Numbers beyond a table, alone and side by side, at any place of a block, go the slow way and those after them the fast.
func TestKernelsBeyondTheirTables(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	far := []float64{40, -40, 31.995, -32.01, 1e300, -1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	for n := range 40 {
		z := make([]vec, 5)
		logits, y, delta := make([]float64, 40), make([]int, 40), make([]float64, 40)
		for i := range logits {
			v := 10 * r.NormFloat64()
			if r.IntN(40) < n {
				v = far[r.IntN(len(far)-1)]
			}
			z[i/8][i%8], logits[i], y[i] = v, v, r.IntN(2)
		}
		if n == 39 {
			z[4][7] = math.NaN()
		}
		for _, a := range []Activation{ActivationTanh, ActivationReLU, ActivationSigmoid} {
			got := append([]vec(nil), z...)
			a.apply(got)
			gradient := units(len(z), 8, r)
			before := append([]vec(nil), gradient...)
			a.backward(gradient, got)
			for i := range logits {
				z, y, d := z[i/8][i%8], got[i/8][i%8], before[i/8][i%8]
				same(t, fmt.Sprintf("%v of %g", a, z), y, a.At(z))
				same(t, fmt.Sprintf("%v backward at %g", a, z), gradient[i/8][i%8], backwardOf(a, d, y))
			}
		}
		sum := 0.
		total := LossBCE.sum(delta, logits, y, 1)
		for i, v := range logits {
			s := float64(1 - 2*y[i])
			_, k := nearestKnot(s * v)
			loss, p := Softplus(s*v), Sigmoid(s*v)
			if k < knots {
				loss, p = curves[k].both(curves[k].both3(s*v - (s*v + nearShift - nearShift)))
			}
			sum += loss
			same(t, fmt.Sprintf("dL/dz at %g", v), delta[i], s*p)
		}
		same(t, "loss", total, sum)
	}
}

// backwardOf is a gradient d by a unit's output y, times the activation's derivative.
func backwardOf(a Activation, d, y float64) float64 {
	switch {
	case a == ActivationTanh:
		return d * (1 - float64(y*y))
	case a == ActivationSigmoid:
		return d * float64(y*(1-y))
	case y <= 0:
		return 0
	}
	return d
}

func TestDescendVecs(t *testing.T) {
	for _, bad := range []float64{0, math.Inf(1), math.NaN()} {
		theta, sum := []vec{{1, 2, 3, 4, 5, 6, 7, 8}, {-1}}, []vec{{8, 7, 6, 5, 4, 3, 2, 1}, {1, bad}}
		zero := sgdStep(theta, sum, 0.5, 0.1)
		if (zero == 0) != (bad == 0) {
			t.Errorf("%g among the gradients: %g", bad, zero)
		}
		same(t, "θ", theta[0][2], 3-float64(0.1*3))
		same(t, "θ", theta[1][0], -1-float64(0.1*0.5))
		if sum[0] != (vec{}) || sum[1] != (vec{}) {
			t.Errorf("the sums are not cleared: %v", sum)
		}
	}
}

func TestPick(t *testing.T) {
	s := cloud(9, 2, 1)
	which := []int{8, 0, 3, 3, 7}
	x, y := make([][2]float64, 6), make([]int, 6)
	y[5] = 7
	pick(x, y, s.X, s.Y, which)
	for i, j := range which {
		if x[i] != s.X[j] || y[i] != s.Y[j] {
			t.Errorf("%d: %v, %d, want sample %d", i, x[i], y[i], j)
		}
	}
	if y[5] != 7 || x[5] != [2]float64{} {
		t.Error("wrote past the last")
	}
}
