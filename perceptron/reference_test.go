package perceptron_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/reference"
)

// The trainer takes the same steps as the plain loops: for each activation, each loss, narrow and wide layers.
func TestTrainerTakesTheStepsOfTheReference(t *testing.T) {
	for _, loss := range perceptron.Losses() {
		if reference.Losses[loss.String()] == nil {
			t.Errorf("%v: want it in package reference, too, in plain words", loss)
			continue
		}
		for _, activation := range perceptron.Activations() {
			if reference.Activations[activation.String()].Of == nil {
				t.Fatalf("%v: want it in package reference, too, in plain words", activation)
			}
			for _, hidden := range [][]int{nil, {3}, {8, 8}, {17, 5, 9}} {
				layers := append([]int{2}, hidden...)
				classes := 2
				if loss.Multiclass() {
					classes = 4
					layers = append(layers, classes)
				} else {
					layers = append(layers, 1)
				}
				t.Run(fmt.Sprint(loss, activation, layers), func(t *testing.T) { goAlong(t, loss, activation, layers, classes) })
			}
		}
	}
}

func goAlong(t *testing.T, loss perceptron.Loss, activation perceptron.Activation, layers []int, classes int) {
	r := rand.New(rand.NewPCG(uint64(len(layers)), uint64(classes)))
	plain := &reference.Network{Activation: reference.Activations[activation.String()]}
	var parameters [][]float64
	for i, in := range layers[:len(layers)-1] {
		l := reference.Layer{}
		var flat []float64
		for range layers[i+1] {
			row := make([]float64, in)
			for k := range row {
				row[k] = r.NormFloat64()
			}
			l.W, l.B, flat = append(l.W, row), append(l.B, r.NormFloat64()), append(flat, row...)
		}
		plain.Layers = append(plain.Layers, l)
		parameters = append(parameters, flat, append([]float64(nil), l.B...))
	}
	var x [][]float64
	var y []int
	var samples perceptron.Samples
	for i := range 50 {
		samples.Add([2]float64{r.NormFloat64(), r.NormFloat64()}, r.IntN(classes))
		at, label := samples.At(i)
		x, y = append(x, at[:]), append(y, label)
	}
	net := perceptron.NewNetwork(layers, activation)
	if err := net.SetParameters(parameters); err != nil {
		t.Fatal(err)
	}
	const lr = 0.05
	trainer := perceptron.NewTrainer(net, samples, perceptron.TrainConfig{Loss: loss, LR: lr}, nil)
	for step := range 20 {
		want, gradient := plain.Gradient(x, y, reference.Losses[loss.String()])
		if got := trainer.Loss(); math.Abs(got-want) > 1e-11*max(1, want) {
			t.Fatalf("step %d: the loss is %v, want %v", step, got, want)
		}
		plain.Step(gradient, lr)
		trainer.Step()
	}
	for i, list := range trainer.Network().Parameters() {
		l := plain.Layers[i/2]
		for j, got := range list {
			want := l.B[j%len(l.B)]
			if i%2 == 0 {
				want = l.W[j/len(l.W[0])][j%len(l.W[0])]
			}
			if math.Abs(got-want) > 1e-10*max(1, math.Abs(want)) {
				t.Fatalf("parameter %d of list %d is %v, want %v", j, i, got, want)
			}
		}
	}
}
