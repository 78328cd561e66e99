package perceptron_test

import (
	"fmt"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/random"
)

// The blog post: one neuron learns the line between two clouds of points.
func Example() {
	samples := dataset.Blobs(100, [][2]float64{{-0.5, 0.5}, {0.5, -0.5}}, 0.4, 123)
	gen := random.NewTorch(2)
	neuron := perceptron.NewNetwork([]int{2, 1}, perceptron.ActivationTanh)
	neuron.InitUniform(gen)
	trainer := perceptron.NewTrainer(neuron, samples, perceptron.TrainConfig{Loss: perceptron.LossBCE, LR: 0.01}, gen)
	for trainer.Epoch() < 1000 {
		trainer.Step()
	}
	fmt.Printf("loss %.4f -> %.4f\n", trainer.Losses()[0], trainer.Loss())
	fmt.Printf("p(1, -1) = %.4f\n", perceptron.Sigmoid(neuron.LogitsAt([2]float64{1, -1})[0]))
	// Output:
	// loss 0.6185 -> 0.2560
	// p(1, -1) = 0.9424
}

// No line separates XOR; two hidden units do.
func Example_xor() {
	samples := perceptron.NewSamples([][2]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}}, []int{0, 1, 1, 0})
	gen := random.NewTorch(2)
	net := perceptron.NewNetwork([]int{2, 2, 1}, perceptron.ActivationTanh)
	net.InitUniform(gen)
	trainer := perceptron.NewTrainer(net, samples, perceptron.TrainConfig{LR: 0.5}, gen)
	for trainer.Epoch() < 1000 {
		trainer.Step()
	}
	for i := range samples.Len() {
		x, _ := samples.At(i)
		fmt.Println(x, perceptron.Predict(net.LogitsAt(x)))
	}
	// Output:
	// [0 0] 0
	// [0 1] 1
	// [1 0] 1
	// [1 1] 0
}
