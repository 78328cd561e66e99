package figure

import (
	"fmt"
	"testing"

	"perceptronlab/perceptron/scene"
)

// BenchmarkViews is what the views that say why, and the cards beside them, ask for while a run plays, and its report: each by
// the number of points, for a single neuron and for a network, right after a step, which is not counted. docs/performance.md says
// how much time a frame has.
func BenchmarkViews(b *testing.B) {
	asked := []struct{ name, request string }{
		{"step", `{"type": "step"}`},
		{"ahead", `{"type": "ahead"}`},
		{"push", `{"type": "push", "x": [0.5, 0.25], "label": 1}`},
		{"costs", `{"type": "costs"}`},
		{"landscape", `{"type": "landscape"}`},
		{"landscape,best", `{"type": "landscape", "best": true}`},
		{"hidden", `{"type": "hidden"}`},
		{"units", `{"type": "units"}`},
		{"street", `{"type": "street"}`},
		{"settling", `{"type": "settling"}`},
		{"limit", `{"type": "limit"}`},
		{"guess", `{"type": "guess"}`},
	}
	for _, model := range []struct{ name, fragment string }{
		{"neuron", "cluster_std=1"},
		{"hinge", "cluster_std=1&train.loss=hinge"},
		{"mse", "cluster_std=1&train.loss=mse"},
		{"network", "kind=moons&noise=0.2&layers=2,8,8,1&train.batch_size=0"},
		{"shown", "kind=moons&noise=0.2&layers=2,16,16,16,16,1&train.batch_size=0"}, // the largest with a diagram of four layers
		{"large", "kind=moons&noise=0.2&layers=2,64,64,64,1&train.batch_size=0"},
	} {
		for _, n := range []int{1, 100, 10_000, 100_000} {
			sc, err := scene.ParseFragment(fmt.Sprintf("%s&n_samples=%d&epochs=0", model.fragment, n))
			if err != nil {
				b.Fatal(err)
			}
			f, err := New(sc)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := f.Handle([]byte(`{"type": "play"}`)); err != nil {
				b.Fatal(err)
			}
			measure := func(name string, of func()) {
				b.Run(fmt.Sprintf("%s/%d/%s", model.name, n, name), func(b *testing.B) {
					for b.Loop() {
						b.StopTimer()
						f.Advance(func() bool { return false })
						f.Snapshot() // the loss of all points, which the run's own numbers take
						b.StartTimer()
						of()
					}
				})
			}
			measure("report", func() { f.Report() })
			for _, one := range asked {
				measure(one.name, func() {
					if _, err := f.Request([]byte(one.request)); err != nil {
						b.Fatal(err)
					}
				})
			}
		}
	}
}
