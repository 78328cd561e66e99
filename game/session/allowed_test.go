package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		preset, loss string
		best         bool
		line, some   bool
	}{
		{"or", "hinge", true, true, true},
		{"and", "perceptron", true, true, true},
		{"blog", "perceptron", true, true, true},
		{"xor", "perceptron", true, false, false},
		{"xor", "hinge", false, false, false},
	} {
		sc, ok := scene.Preset(c.preset)
		if !ok {
			t.Fatal("no scene", c.preset)
		}
		sc.Train.Loss = c.loss
		s := trained(t, sc, 0)
		a, ok := s.Allowed([2]float64{}, 8, c.best)
		if !ok || a.Line != c.line || (len(a.Corners) > 0) != c.some {
			t.Errorf("%+v: ok %v, line %v, corners %v", c, ok, a.Line, a.Corners)
		}
		if n := s.Snapshot().Samples.Len(); (len(a.Lines) == 0) != c.best || len(a.Lines) > n || len(a.Lines) > maxEdges {
			t.Errorf("%+v: %d lines of %d samples", c, len(a.Lines), n)
		}
	}
	if _, ok := trained(t, scene.Default(), 0).Allowed([2]float64{}, 8, true); ok {
		t.Error("a loss without a kink allows some weights and not others")
	}
}
