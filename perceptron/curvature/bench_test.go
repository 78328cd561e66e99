package curvature

import (
	"fmt"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/random"
)

func BenchmarkCurvature(b *testing.B) {
	s := dataset.Blobs(1000, [][2]float64{{-1, 1}, {1, -1}}, 0.9, 1)
	for _, layers := range [][]int{{2, 1}, {2, 8, 8, 1}} {
		b.Run(fmt.Sprint(layers), func(b *testing.B) {
			net := perceptron.NewNetwork(layers, perceptron.ActivationTanh)
			net.InitUniform(random.NewTorch(1))
			for b.Loop() {
				Largest(net, s, perceptron.LossBCE, 0)
			}
		})
	}
}
