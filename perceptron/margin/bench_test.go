package margin

import (
	"fmt"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
)

// A million points of a cloud take hardly more than one read; those on a circle are all near the hull, and are sorted.
func BenchmarkSeparate(b *testing.B) {
	for _, n := range []int{100, 10_000, 1_000_000} {
		for _, c := range []struct {
			name string
			s    perceptron.Samples
		}{
			{"blobs", dataset.Blobs(n, [][2]float64{{-3, 3}, {3, -3}}, 0.4, 1)},
			{"overlap", dataset.Blobs(n, [][2]float64{{-0.5, 0.5}, {0.5, -0.5}}, 0.9, 1)},
			{"circles", dataset.Circles(n, 0, 0.5, 1)},
		} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				for b.Loop() {
					sep, err := Separate(c.s)
					if err != nil {
						b.Fatal(err)
					}
					sep.Novikoff()
				}
			})
		}
	}
}
