package perceptron

import (
	"fmt"
	"testing"

	"perceptronlab/perceptron/internal/kernel"
	"perceptronlab/perceptron/random"
)

// Entire epochs of training, as ns per sample: including drawing the order and recording the loss, where a run does that.
func benchmarkEpochs(b *testing.B, layers []int, c TrainConfig) {
	for _, n := range []int{100, 1_000_000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("short")
			}
			r := newRun(layers, n, c, 1)
			r.Step()
			samples := 0
			for b.Loop() {
				left := len(r.order)
				r.Step()
				if left == 0 {
					left = n
				}
				samples += left - len(r.order)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(samples), "ns/sample")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func BenchmarkPerceptronFullBatch(b *testing.B) {
	benchmarkEpochs(b, []int{2, 1}, TrainConfig{LR: 0.01})
}

func BenchmarkPerceptronBatch1(b *testing.B) {
	benchmarkEpochs(b, []int{2, 1}, TrainConfig{LR: 0.01, BatchSize: 1})
}

func BenchmarkMLPFullBatch(b *testing.B) {
	benchmarkEpochs(b, []int{2, 8, 8, 1}, TrainConfig{LR: 0.03})
}

func BenchmarkMLPBatch10(b *testing.B) {
	benchmarkEpochs(b, []int{2, 8, 8, 1}, TrainConfig{LR: 0.03, BatchSize: 10})
}

func BenchmarkHiddenUnits(b *testing.B) {
	for _, activation := range []Activation{ActivationTanh, ActivationReLU, ActivationSigmoid} {
		for _, layers := range [][]int{{2, 8, 8, 1}, {2, 32, 32, 1}, {2, 8, 8, 3}} {
			b.Run(fmt.Sprint(activation, layers), func(b *testing.B) {
				loss, classes := LossBCE, 2
				if layers[3] > 1 {
					loss, classes = LossCrossEntropy, layers[3]
				}
				gen := random.NewTorch(1)
				n := NewNetwork(layers, activation)
				n.InitUniform(gen)
				t := NewTrainer(n, cloud(200, classes, 1), TrainConfig{Loss: loss, LR: 0.01, BatchSize: 10}, gen)
				epochs := 0
				for b.Loop() {
					t.Run(t.StepsPerEpoch())
					epochs++
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(200*epochs), "ns/sample")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// The steps alone, without the pass over all samples that records the loss when an epoch begins.
func BenchmarkMLPBatch10StepOnly(b *testing.B) {
	r := newRun([]int{2, 8, 8, 1}, 1000, TrainConfig{LR: 0.03, BatchSize: 10}, 1)
	which := make([]int, 1000)
	r.gen.Perm(which)
	i := 0
	for b.Loop() {
		r.pass().walk(r.config.Loss, r.samples, which[i:i+10], back, &walk{}, &patience{})
		r.descent.step(r.net.theta, r.pass().sum, 10, &r.config)
		i = (i + 10) % 1000
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(10*b.N), "ns/sample")
	b.ReportMetric(0, "ns/op")
}

// Loss and accuracy over all samples, as a snapshot shows them each frame.
func BenchmarkEvaluate(b *testing.B) {
	for _, layers := range [][]int{{2, 1}, {2, 8, 8, 1}} {
		b.Run(fmt.Sprint(layers), func(b *testing.B) {
			r := newRun(layers, 10000, TrainConfig{LR: 1}, 1)
			for b.Loop() {
				r.evaluated.forget()
				r.Loss()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10000, "ns/sample")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// The logits of a grid of 100×100 points, as the coloured field needs them each frame.
func BenchmarkField(b *testing.B) {
	for _, layers := range [][]int{{2, 1}, {2, 3}, {2, 8, 8, 1}, {2, 64, 64, 1}} {
		b.Run(fmt.Sprint(layers), func(b *testing.B) {
			n := newRun(layers, 1, TrainConfig{LR: 1, Loss: map[bool]Loss{true: LossCrossEntropy}[layers[len(layers)-1] > 1]}, 1).Network()
			var x [][2]float64
			for i := range 10000 {
				x = append(x, [2]float64{float64(i%100)/25 - 2, float64(i/100)/25 - 2})
			}
			z := make([]float64, len(x)*n.Outputs())
			for b.Loop() {
				n.Logits(z, x)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1e6, "ms/field")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func BenchmarkKernels(b *testing.B) {
	v, d := make([]kernel.Vec, 64), make([]kernel.Vec, 64)
	z, delta, y := make([]float64, 64), make([]float64, 64), make([]int, 64)
	s := cloud(512, 2, 1)
	for i := range v {
		for j := range v[i] {
			v[i][j] = float64(s.X[8*i+j][0])
		}
		z[i] = float64(s.X[i][1])
	}
	run := func(name string, n int, f func()) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/each")
			b.ReportMetric(0, "ns/op")
		})
	}
	run("tanh", 512, func() { copy(d, v); ActivationTanh.apply(d) })
	run("bce", 64, func() { LossBCE.sum(delta, z, y, 1) })
}
