package figure

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"perceptronlab/perceptron"
)

// The boundary at the epoch pointed at is where another run, stopped at that epoch, can't tell its two likeliest classes apart: to
// a pixel, whatever the network. It is asked for after more training, and is gone with the pointer.
func TestThePastBoundaryOfAnyNetwork(t *testing.T) {
	for _, c := range []struct {
		fragment  string
		threshold float64
		epoch     int
		unit      *unitRef
	}{
		{"", 0.5, 3, nil},
		{"", 0.48, 0, nil},
		{"preset=moons", 0.5, 40, nil},
		{"preset=moons", 0.8, 40, nil},
		{"preset=moons", 0.5, 40, &unitRef{1, 2}},
		{"preset=xor-mlp", 0.5, 300, nil},
		{"preset=xor-mlp", 0.5, 300, &unitRef{2, 0}},
		{"preset=three-classes", 0, 12, nil},
		{"preset=blog&layers=2,2&train.loss=cross_entropy", 0, 7, nil},
		{"kind=moons&layers=2,64,64,1&n_samples=40", 0.5, 2, nil},
	} {
		name := fmt.Sprintf("%q, threshold %g, epoch %d, unit %v", c.fragment, c.threshold, c.epoch, c.unit)
		f, then := begin(t, c.fragment), begin(t, c.fragment)
		place := `{"type": "layout", "plane": {"x": 0, "y": 0, "width": 320, "height": 280}}`
		hear(t, f, place)
		steps := f.Snapshot().StepsPerEpoch
		step := func(f *Figure, epochs int) {
			if epochs > 0 {
				hear(t, f, fmt.Sprintf(`{"type": "step", "n": %d}`, epochs*steps))
			}
		}
		step(then, c.epoch)
		step(f, c.epoch+9)
		if c.threshold > 0 {
			hear(t, f, fmt.Sprintf(`{"type": "threshold", "p": %g}`, c.threshold))
		}
		if got := f.PastBoundary(); got != nil {
			t.Errorf("%s: a boundary without an epoch pointed at: %d lines", name, len(got))
		}
		hear(t, f, fmt.Sprintf(`{"type": "probe", "epoch": %d}`, c.epoch))
		net, threshold := then.Snapshot().Network, 0.0
		if c.unit != nil {
			hear(t, f, fmt.Sprintf(`{"type": "unit", "unit": {"layer": %d, "unit": %d}}`, c.unit.Layer, c.unit.Unit))
			net = net.Unit(c.unit.Layer, c.unit.Unit)
		} else if c.threshold > 0 {
			threshold = math.Log(c.threshold / (1 - c.threshold))
		}
		lines := f.PastBoundary()
		ahead := func(x, y float64) float64 { return aheadOf(net, f.PlaneView().ToData(x, y), threshold) }
		n := 0
		for _, line := range lines {
			if len(line) < 2 {
				t.Fatalf("%s: a line of %d places", name, len(line))
			}
			for _, at := range line {
				n++
				// The lead changes sign, or reaches 0, within a pixel.
				least, most := math.Inf(1), math.Inf(-1)
				for k := range 16 {
					sin, cos := math.Sincos(2 * math.Pi * float64(k) / 16)
					v := ahead(at[0]+1.5*cos, at[1]+1.5*sin)
					least, most = min(least, v), max(most, v)
				}
				if net.Outputs() <= 2 && !(least <= 0 && most >= 0) || net.Outputs() > 2 && least > 0.05*most && least > 1e-2 {
					t.Fatalf("%s: at %v the lead is %g to %g around", name, at, least, most)
				}
			}
		}
		// And wherever the lead changes sign from one place to the next a line goes through.
		if net.Outputs() <= 2 {
			p := f.PlaneView()
			for y := 20.; y < p.Height-20; y += 16 {
				for x := 20.; x < p.Width-36; x += 16 {
					if (ahead(x, y) >= 0) != (ahead(x+16, y) >= 0) && !passes(lines, x+8, y, 12) {
						t.Fatalf("%s: no line near (%g, %g)", name, x+8, y)
					}
				}
			}
		}
		if n == 0 && c.unit == nil {
			t.Errorf("%s: no boundary", name)
		}
		if again := f.PastBoundary(); len(lines) > 0 && &again[0] != &lines[0] {
			t.Errorf("%s: nothing changed, and it was found again", name)
		}
		hear(t, f, `{"type": "probe", "epoch": null}`)
		if got := f.PastBoundary(); got != nil {
			t.Errorf("%s: a boundary after the pointer left", name)
		}
	}
}

// aheadOf is how far a single logit is from the threshold's; with two outputs, how far class 1 is ahead of class 0; with more, how
// far the likeliest class is ahead of the next.
func aheadOf(net *perceptron.Network, x [2]float64, threshold float64) float64 {
	z := make([]float64, net.Outputs())
	net.Logits(z, [][2]float64{x})
	switch len(z) {
	case 1:
		return z[0] - threshold
	case 2:
		return z[1] - z[0]
	}
	slices.Sort(z)
	return z[len(z)-1] - z[len(z)-2]
}

func passes(lines [][][2]float64, x, y, within float64) bool {
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			for k := range 33 {
				share := float64(k) / 32
				px, py := line[i-1][0]+share*(line[i][0]-line[i-1][0]), line[i-1][1]+share*(line[i][1]-line[i-1][1])
				if math.Hypot(px-x, py-y) <= within {
					return true
				}
			}
		}
	}
	return false
}

func BenchmarkPastBoundary(b *testing.B) {
	for _, fragment := range []string{"preset=moons", "kind=moons&layers=2,64,64,1", "preset=three-classes"} {
		b.Run(fragment, func(b *testing.B) {
			f := begin(b, fragment)
			hear(b, f, `{"type": "layout", "plane": {"x": 0, "y": 0, "width": 640, "height": 480}}`, `{"type": "step", "n": 3}`, `{"type": "probe", "epoch": 1}`)
			f.PastBoundary()
			for b.Loop() {
				f.pastBoundary.network = nil
				f.PastBoundary()
			}
		})
	}
}
