package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

// BenchmarkReport is what a report asks of 10,000 points, 2,000 of them held back, that have just taken a step.
func BenchmarkReport(b *testing.B) {
	sc, err := scene.ParseFragment("n_samples=10000&test_size=0.2")
	if err != nil {
		b.Fatal(err)
	}
	s, err := New(sc)
	if err != nil {
		b.Fatal(err)
	}
	for _, part := range []struct {
		name string
		of   func()
	}{
		{"nothing", func() {}},
		{"snapshot", func() { s.Snapshot() }},
		{"insight", func() { s.Insight() }},
		{"limit", func() { s.LearningRateLimit() }},
	} {
		b.Run(part.name, func(b *testing.B) {
			for b.Loop() {
				if err := s.Apply(&Step{}); err != nil {
					b.Fatal(err)
				}
				part.of()
			}
		})
	}
}
