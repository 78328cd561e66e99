package scene

import (
	"testing"

	"perceptronlab/perceptron"
)

// The numbers as the blog post prints them, from PyTorch in float32.
func TestDefaultIsTheBlogPost(t *testing.T) {
	r, err := NewRun(Default())
	if err != nil {
		t.Fatal(err)
	}
	p := r.Trainer().Network().Parameters()
	closeTo(t, "weight", p[0], []float64{0.16220331192016602, -0.1682732105255127}, 3e-7)
	closeTo(t, "bias", p[1], []float64{0.19390898942947388}, 3e-7)

	for !r.Ended() {
		r.Step()
	}
	losses := r.Trainer().Losses()
	if len(losses) != 1000 {
		t.Fatalf("%d losses, want 1000", len(losses))
	}
	closeTo(t, "epochs 0 to 9", losses[:10], []float64{
		0.6185115575790405, 0.6174639463424683, 0.6164201498031616, 0.6153794527053833, 0.614342451095581,
		0.6133086681365967, 0.6122783422470093, 0.6112515330314636, 0.6102280616760254, 0.6092080473899841,
	}, 3e-7)
	closeTo(t, "epochs 990 to 999", losses[990:], []float64{
		0.25722837448120117, 0.2571081817150116, 0.25698813796043396, 0.2568681538105011, 0.2567485272884369,
		0.2566289007663727, 0.2565094828605652, 0.25639018416404724, 0.2562710642814636, 0.2561522126197815,
	}, 3e-7)

	for i, want := range []struct {
		p     float64
		class int
	}{{0.9424158334732056, 1}, {0.05055497586727142, 0}} {
		net, x := r.Trainer().Network(), r.Queries()[i]
		closeTo(t, "probability", probability(net, x), []float64{want.p}, 1e-7)
		if c := perceptron.Predict(net.LogitsAt(x)); c != want.class {
			t.Errorf("class of %v is %d, want %d", x, c, want.class)
		}
	}
}
