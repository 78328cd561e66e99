package curvature

import (
	"math"
	"math/rand/v2"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/random"
)

func cloud(n, classes int, seed uint64) perceptron.Samples {
	g := rand.New(rand.NewPCG(seed, 0))
	var s perceptron.Samples
	for range n {
		s.Add([2]float64{g.NormFloat64(), 2*g.NormFloat64() + 1}, g.IntN(classes))
	}
	return s
}

func network(layers []int, a perceptron.Activation) *perceptron.Network {
	n := perceptron.NewNetwork(layers, a)
	n.InitUniform(random.NewTorch(3))
	return n
}

// The whole Hessian by differences of the loss, and its largest eigenvalue by the power method.
func TestCurvatureMatchesFiniteDifferences(t *testing.T) {
	for _, c := range []struct {
		layers []int
		a      perceptron.Activation
		loss   perceptron.Loss
		decay  float64
	}{
		{[]int{2, 1}, perceptron.ActivationTanh, perceptron.LossBCE, 0},
		{[]int{2, 1}, perceptron.ActivationTanh, perceptron.LossBCE, 0.5},
		{[]int{2, 1}, perceptron.ActivationTanh, perceptron.LossMSE, 0},
		{[]int{2, 1}, perceptron.ActivationTanh, perceptron.LossHinge, 0.25},
		{[]int{2, 1}, perceptron.ActivationTanh, perceptron.LossPerceptron, 0},
		{[]int{2, 2}, perceptron.ActivationTanh, perceptron.LossCrossEntropy, 0},
		{[]int{2, 5}, perceptron.ActivationTanh, perceptron.LossCrossEntropy, 0.1},
		{[]int{2, 4, 1}, perceptron.ActivationTanh, perceptron.LossBCE, 0},
		{[]int{2, 3, 2, 1}, perceptron.ActivationSigmoid, perceptron.LossMSE, 0.1},
		{[]int{2, 4, 3}, perceptron.ActivationTanh, perceptron.LossCrossEntropy, 0},
		{[]int{2, 3, 1}, perceptron.ActivationReLU, perceptron.LossBCE, 0},
	} {
		s := cloud(70, max(2, c.layers[len(c.layers)-1]), 4)
		net := network(c.layers, c.a)
		got := Largest(net, s, c.loss, c.decay)
		want := largestByJacobi(hessianByDifferences(net, s, c.loss)) + c.decay
		if math.Abs(got-want) > 2e-5*max(1, math.Abs(want)) {
			t.Errorf("%v %v %v: curvature %v, differences say %v", c.layers, c.loss, c.decay, got, want)
		}
	}
}

func hessianByDifferences(net *perceptron.Network, s perceptron.Samples, loss perceptron.Loss) [][]float64 {
	const h = 1e-4
	var theta []*float64
	p := net.Parameters()
	for _, list := range p {
		for i := range list {
			theta = append(theta, &list[i])
		}
	}
	tr := perceptron.NewTrainer(net.Clone(), s, perceptron.TrainConfig{Loss: loss, LR: 1}, nil)
	at := func(i int, di float64, j int, dj float64) float64 {
		*theta[i] += di
		*theta[j] += dj
		if err := tr.SetParameters(p); err != nil {
			panic(err)
		}
		*theta[i] -= di
		*theta[j] -= dj
		return tr.Loss()
	}
	m := make([][]float64, len(theta))
	for i := range m {
		m[i] = make([]float64, len(theta))
		for j := range m {
			m[i][j] = (at(i, h, j, h) - at(i, h, j, -h) - at(i, -h, j, h) + at(i, -h, j, -h)) / (4 * h * h)
		}
	}
	return m
}

// largestByJacobi returns the largest eigenvalue by Jacobi's rotations.
func largestByJacobi(m [][]float64) float64 {
	for range 60 {
		for i := range m {
			for j := range i {
				if math.Abs(m[i][j]) < 1e-300 {
					continue
				}
				angle := math.Atan2(2*m[i][j], m[i][i]-m[j][j]) / 2
				sin, cos := math.Sincos(angle)
				for k := range m {
					m[i][k], m[j][k] = cos*m[i][k]+sin*m[j][k], cos*m[j][k]-sin*m[i][k]
				}
				for k := range m {
					m[k][i], m[k][j] = cos*m[k][i]+sin*m[k][j], cos*m[k][j]-sin*m[k][i]
				}
			}
		}
	}
	largest := math.Inf(-1)
	for i := range m {
		largest = max(largest, m[i][i])
	}
	return largest
}

// The closed form and the differences of gradients are the same matrix.
func TestBothHessiansAgree(t *testing.T) {
	for _, loss := range perceptron.Losses() {
		outputs := 1
		if loss.Multiclass() {
			outputs = 4
		}
		net, s := network([]int{2, outputs}, perceptron.ActivationTanh), cloud(200, max(2, outputs), 6)
		h := newNetworkHessian(net, s, loss)
		got, want := Largest(net, s, loss, 0), largestEigenvalue(h.size(), h.multiply)
		if math.Abs(got-want) > 1e-8*want {
			t.Errorf("%v: %v in closed form, %v by differences", loss, got, want)
		}
	}
}

// Below the limit gradient descent reaches the minimum, above it never does.
func TestLearningRateLimitDecides(t *testing.T) {
	s := cloud(60, 2, 9)
	fit := func(c perceptron.TrainConfig, start *perceptron.Network, steps int) *perceptron.Trainer {
		c.Loss, c.WeightDecay = perceptron.LossBCE, 0.01
		tr := perceptron.NewTrainer(start, s, c, nil)
		for range steps {
			tr.Step()
		}
		return tr
	}
	best := fit(perceptron.TrainConfig{LR: 0.5}, network([]int{2, 1}, perceptron.ActivationTanh), 20000)
	minimum := best.Network().Parameters()
	for _, p := range []perceptron.OptimizerParams{{}, {Momentum: 0.5}, {Momentum: 0.9}, {Momentum: 0.5, Nesterov: true}, {Momentum: 0.9, Nesterov: true}} {
		c := perceptron.TrainConfig{LR: 1, OptimizerParams: p}
		c.WeightDecay = 0.01
		best.Configure(c)
		limit, ok := LearningRateLimit(best, best.Samples())
		if !ok {
			t.Fatalf("%+v: no limit", c)
		}
		for _, near := range []float64{0.98, 1.02} {
			c.LR = limit * near
			start := best.Network().Clone()
			if err := start.SetParameters([][]float64{{minimum[0][0] + 1e-4, minimum[0][1] + 1e-4}, minimum[1]}); err != nil {
				t.Fatal(err)
			}
			p := fit(c, start, 3000).Network().Parameters()
			away := math.Abs(p[0][0]-minimum[0][0]) + math.Abs(p[0][1]-minimum[0][1])
			if (away < 1e-9) != (near < 1) {
				t.Errorf("%+v: %v of the limit %v ends %v from the minimum", c, near, limit, away)
			}
		}
	}
}

// The same of softmax regression, and of a network in a valley of its own, in any direction of their weights.
func TestLearningRateLimitDecidesForOtherModels(t *testing.T) {
	for _, m := range []struct {
		layers []int
		loss   perceptron.Loss
	}{{[]int{2, 3}, perceptron.LossCrossEntropy}, {[]int{2, 2, 1}, perceptron.LossBCE}} {
		s := cloud(60, max(2, m.layers[len(m.layers)-1]), 9)
		config := perceptron.TrainConfig{Loss: m.loss, LR: 0.5, OptimizerParams: perceptron.OptimizerParams{WeightDecay: 0.01}}
		best := perceptron.NewTrainer(network(m.layers, perceptron.ActivationTanh), s, config, nil)
		for range 60000 {
			best.Step()
		}
		limit, ok := LearningRateLimit(best, s)
		if !ok {
			t.Fatalf("%v: no limit", m.layers)
		}
		minimum := best.Network().Parameters()
		for _, near := range []float64{0.98, 1.02} {
			start := best.Network().Clone()
			p := start.Parameters()
			for i, list := range p {
				for j := range list {
					list[j] += 1e-4 * float64(1+(i+3*j)%5)
				}
			}
			if err := start.SetParameters(p); err != nil {
				t.Fatal(err)
			}
			config.LR = limit * near
			tr := perceptron.NewTrainer(start, s, config, nil)
			for range 20000 {
				tr.Step()
			}
			away := 0.
			for i, list := range tr.Network().Parameters() {
				for j, v := range list {
					away += math.Abs(v - minimum[i][j])
				}
			}
			if (away < 1e-4) != (near < 1) {
				t.Errorf("%v: %v of the limit %v ends %v from the minimum", m.layers, near, limit, away)
			}
		}
	}
}

func TestNoLearningRateLimit(t *testing.T) {
	s := cloud(20, 2, 1)
	for _, c := range []perceptron.TrainConfig{
		{Loss: perceptron.LossPerceptron, LR: 1},
		{Loss: perceptron.LossHinge, LR: 1},
		{Loss: perceptron.LossBCE, LR: 1, Optimizer: perceptron.Adam},
		{Loss: perceptron.LossBCE, LR: 1, OptimizerParams: perceptron.OptimizerParams{Momentum: 1}},
	} {
		tr := perceptron.NewTrainer(network([]int{2, 1}, perceptron.ActivationTanh), s, c, nil)
		if limit, ok := LearningRateLimit(tr, tr.Samples()); ok {
			t.Errorf("%+v: limit %v", c, limit)
		}
	}
	if got := Largest(network([]int{2, 1}, perceptron.ActivationTanh), perceptron.Samples{}, perceptron.LossBCE, 0.5); got != 0.5 {
		t.Errorf("without samples %v", got)
	}
}

// Finite parameters and samples of any size: no panic, and a limit that is shown is a positive number.
func FuzzLearningRateLimit(f *testing.F) {
	f.Add(uint8(0), uint8(0), 0.5, -0.5, 0.1, float32(1), 0.0, 0.0)
	f.Add(uint8(1), uint8(3), 1e300, -1e300, 0.0, float32(1e30), 0.9, 1.0)
	f.Add(uint8(4), uint8(2), 700.0, -700.0, 1e-300, float32(1e-30), 0.5, 1e300)
	f.Fuzz(func(t *testing.T, loss, hidden uint8, w0, w1, b float64, x float32, momentum, decay float64) {
		for _, v := range []float64{w0, w1, b, float64(x), momentum, decay} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Skip()
			}
		}
		c := perceptron.TrainConfig{
			Loss: perceptron.Loss(loss % 5), LR: 1,
			OptimizerParams: perceptron.OptimizerParams{Momentum: math.Abs(momentum), WeightDecay: math.Abs(decay)},
		}
		layers := []int{2, 1}
		if c.Loss == perceptron.LossCrossEntropy {
			layers[1] = 3
		}
		if h := int(hidden % 4); h > 0 {
			layers = []int{2, h, layers[1]}
		}
		net := network(layers, perceptron.Activation(hidden/4%3))
		p := net.Parameters()
		p[0][0], p[0][1], p[1][0] = w0, w1, b
		if err := net.SetParameters(p); err != nil {
			t.Fatal(err)
		}
		s := cloud(10, 2, 1)
		s.X[0][0] = x
		if limit, ok := LearningRateLimit(perceptron.NewTrainer(net, s, c, nil), s); ok && !(limit > 0 && limit <= math.MaxFloat64) {
			t.Fatalf("limit %v", limit)
		}
	})
}
