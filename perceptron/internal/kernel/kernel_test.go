package kernel

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
		for _, n := range []int{1, 2, 3, 10, 64} {
			t.Run(fmt.Sprintf("%v, %d samples", layers, n), func(t *testing.T) {
				r := rand.New(rand.NewPCG(uint64(n), uint64(layers[1])))
				net, _ := NewLayers(layers)
				grad, _ := NewLayers(layers)
				for _, parameters := range [][]Layer{net, grad} {
					for i := range parameters {
						l := &parameters[i]
						for j := range l.Out {
							for i := range l.In {
								*l.Weight(j, i) = r.NormFloat64()
							}
							*l.Bias(j) = r.NormFloat64()
						}
					}
				}
				x := make([][2]float64, n)
				for i := range x {
					x[i] = [2]float64{r.NormFloat64(), r.NormFloat64()}
				}
				checkInput(t, &net[0], &grad[0], x, r)
				checkHidden(t, &net[1], &grad[1], n, r)
				checkOutput(t, &net[2], &grad[2], n, r)
			})
		}
	}
}

func checkInput(t *testing.T, l, grad *Layer, x [][2]float64, r *rand.Rand) {
	z, delta := make([]Vec, len(x)*l.OutVecs), units(len(x), l.Out, r)
	ForwardInput(l, z, x)
	want := parametersOf(grad)
	for i, p := range x {
		for j := range l.Out {
			same(t, "z", z[i*l.OutVecs+j/8][j%8], *l.Bias(j)+float64(*l.Weight(j, 0)*p[0])+float64(*l.Weight(j, 1)*p[1]))
			d := delta[i*l.OutVecs+j/8][j%8]
			want.bias[j] += d
			want.weight[j][0] += float64(d * p[0])
			want.weight[j][1] += float64(d * p[1])
		}
	}
	GradientInput(grad, delta, x)
	want.check(t, grad)
}

func checkHidden(t *testing.T, l, grad *Layer, n int, r *rand.Rand) {
	y, delta := units(n, l.In, r), units(n, l.Out, r)
	z, below := make([]Vec, n*l.OutVecs), make([]Vec, n*l.InVecs)
	ForwardHidden(l, z, y)
	BackwardHidden(l, below, delta)
	want := parametersOf(grad)
	for s := range n {
		y, z, delta, below := y[s*l.InVecs:][:l.InVecs], z[s*l.OutVecs:][:l.OutVecs], delta[s*l.OutVecs:][:l.OutVecs], below[s*l.InVecs:][:l.InVecs]
		for j := range l.Out {
			same(t, "z", z[j/8][j%8], weighted(l, j, y))
			want.bias[j] += delta[j/8][j%8]
			for i := range l.In {
				want.weight[j][i] += float64(delta[j/8][j%8] * y[i/8][i%8])
			}
		}
		for i := range l.In {
			sum := 0.
			for o := range l.OutVecs {
				var products Vec
				for j := 8 * o; j < min(8*o+8, l.Out); j++ {
					products[j%8] = *l.Weight(j, i) * delta[o][j%8]
				}
				sum += products.total()
			}
			same(t, "below", below[i/8][i%8], sum)
		}
	}
	GradientHidden(grad, delta, y)
	want.check(t, grad)
}

func checkOutput(t *testing.T, l, grad *Layer, n int, r *rand.Rand) {
	y := units(n, l.In, r)
	z, delta, below := make([]float64, n*l.Out), make([]float64, n*l.Out), make([]Vec, n*l.InVecs)
	for i := range delta {
		delta[i] = r.NormFloat64()
	}
	ForwardOutput(l, z, y)
	BackwardOutput(l, below, delta)
	want := parametersOf(grad)
	for s := range n {
		y, z, delta, below := y[s*l.InVecs:][:l.InVecs], z[s*l.Out:][:l.Out], delta[s*l.Out:][:l.Out], below[s*l.InVecs:][:l.InVecs]
		for j, d := range delta {
			same(t, "z", z[j], weighted(l, j, y))
			want.bias[j] += d
			for i := range l.In {
				want.weight[j][i] += float64(d * y[i/8][i%8])
			}
		}
		for i := range l.In {
			sum := 0.
			for j, d := range delta {
				sum += float64(d * *l.Weight(j, i))
			}
			same(t, "below", below[i/8][i%8], sum)
		}
	}
	GradientOutput(grad, delta, y)
	want.check(t, grad)
}

// weighted is w·y + b of unit j, the products of each eight added up as Vec.dot adds them.
func weighted(l *Layer, j int, y []Vec) float64 {
	sum := *l.Bias(j)
	for c := range y {
		var products Vec
		for i := 8 * c; i < min(8*c+8, l.In); i++ {
			products[i%8] = *l.Weight(j, i) * y[c][i%8]
		}
		sum += products.total()
	}
	return sum
}

// total adds up as Vec.dot does.
func (v *Vec) total() float64 {
	return ((v[0] + v[1]) + (v[2] + v[3])) + ((v[4] + v[5]) + (v[6] + v[7]))
}

// units are n samples' numbers for the given number of units.
func units(n, count int, r *rand.Rand) []Vec {
	v := make([]Vec, n*vecs(count))
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

func parametersOf(l *Layer) parameters {
	var p parameters
	for j := range l.Out {
		p.bias = append(p.bias, *l.Bias(j))
		p.weight = append(p.weight, nil)
		for i := range l.In {
			p.weight[j] = append(p.weight[j], *l.Weight(j, i))
		}
	}
	return p
}

func (p parameters) check(t *testing.T, grad *Layer) {
	t.Helper()
	for j := range grad.Out {
		same(t, "gradient of a bias", *grad.Bias(j), p.bias[j])
		for i := range grad.In {
			same(t, "gradient of a weight", *grad.Weight(j, i), p.weight[j][i])
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
		z := make([]Vec, 5)
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
		for _, a := range []struct {
			name     string
			apply    func(v []Vec)
			at       func(z float64) float64
			backward func(delta, y []Vec)
			slope    func(d, y float64) float64 // times d
		}{
			{"tanh", ApplyTanh, Tanh, TanhBackward, func(d, y float64) float64 { return d * (1 - float64(y*y)) }},
			{"sigmoid", ApplySigmoid, Sigmoid, SigmoidBackward, func(d, y float64) float64 { return d * float64(y*(1-y)) }},
			{"relu", ApplyReLU, func(z float64) float64 { return max(z, 0) }, ReLUBackward, func(d, y float64) float64 {
				if y <= 0 {
					return 0
				}
				return d
			}},
		} {
			got := append([]Vec(nil), z...)
			a.apply(got)
			gradient := units(len(z), 8, r)
			before := append([]Vec(nil), gradient...)
			a.backward(gradient, got)
			for i := range logits {
				z, y, d := z[i/8][i%8], got[i/8][i%8], before[i/8][i%8]
				same(t, a.name+fmt.Sprintf(" of %g", z), y, a.at(z))
				same(t, a.name+fmt.Sprintf(" backward at %g", z), gradient[i/8][i%8], a.slope(d, y))
			}
		}
		sum := 0.
		total := BCE(delta, logits, y)
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

func TestUpdate(t *testing.T) {
	for _, bad := range []float64{0, math.Inf(1), math.NaN()} {
		theta, sum := []Vec{{1, 2, 3, 4, 5, 6, 7, 8}, {-1}}, []Vec{{8, 7, 6, 5, 4, 3, 2, 1}, {1, bad}}
		zero := Update(theta, sum, 0.5, 0.1)
		if (zero == 0) != (bad == 0) {
			t.Errorf("%g among the gradients: %g", bad, zero)
		}
		same(t, "θ", theta[0][2], 3-float64(0.1*3))
		same(t, "θ", theta[1][0], -1-float64(0.1*0.5))
		if sum[0] != (Vec{}) || sum[1] != (Vec{}) {
			t.Errorf("the sums are not cleared: %v", sum)
		}
	}
}

func TestPickAndWiden(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	fromX, fromY := make([][2]float32, 9), make([]uint8, 9)
	for i := range fromX {
		fromX[i], fromY[i] = [2]float32{float32(r.NormFloat64()), float32(r.NormFloat64())}, uint8(r.IntN(256))
	}
	which := []int{8, 0, 3, 3, 7}
	x, y := make([][2]float32, 6), make([]uint8, 6)
	y[5] = 7
	Pick(x, y, fromX, fromY, which)
	for i, j := range which {
		if x[i] != fromX[j] || y[i] != fromY[j] {
			t.Errorf("%d: %v, %d, want sample %d", i, x[i], y[i], j)
		}
	}
	if y[5] != 7 || x[5] != [2]float32{} {
		t.Error("wrote past the last")
	}

	wideX, wideY := make([][2]float64, 10), make([]int, 10)
	wideY[9] = 7
	Widen(wideX, wideY, fromX, fromY)
	for i, at := range fromX {
		if wideX[i] != [2]float64{float64(at[0]), float64(at[1])} || wideY[i] != int(fromY[i]) {
			t.Errorf("sample %d: %v, %d, want %v, %d", i, wideX[i], wideY[i], at, fromY[i])
		}
	}
	if wideY[9] != 7 || wideX[9] != [2]float64{} {
		t.Error("wrote past the last")
	}
}
