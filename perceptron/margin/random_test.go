package margin

import (
	"math"
	"math/rand/v2"
	"testing"

	"perceptronlab/perceptron"
)

// kinds of coordinates that are hard in different ways.
var kinds = []struct {
	name string
	draw func(g *rand.Rand) float64
}{
	{"real", func(g *rand.Rand) float64 { return g.NormFloat64() }},
	{"small integers", func(g *rand.Rand) float64 { return float64(g.IntN(4)) }},
	{"neighbours of 1", func(g *rand.Rand) float64 { return 1 + float64(g.IntN(5))*0x1p-23 }},
	{"every size", func(g *rand.Rand) float64 { return math.Ldexp(float64(g.IntN(5)-2), g.IntN(200)-100) }},
	{"one axis, nearly", func(g *rand.Rand) float64 { return float64(g.IntN(3)-1) * math.Pow(3, float64(g.IntN(30)-15)) }},
}

func randomSet(g *rand.Rand, n int, draw func(*rand.Rand) float64) perceptron.Samples {
	var s perceptron.Samples
	a, b, c := draw(g), draw(g), draw(g)
	apart := g.IntN(2) == 0
	for range n {
		x := perceptron.Double([2]float32{float32(draw(g)), float32(draw(g))})
		y := g.IntN(2)
		if apart {
			y = 0
			if a*x[0]+b*x[1] > c {
				y = 1
			}
		}
		s.Add(x, y)
	}
	return s
}

// Thousands of small sets with ties of all kinds: whichever way the answer goes, its proof holds.
func TestRandomSetsAreProved(t *testing.T) {
	for _, k := range kinds {
		g := rand.New(rand.NewPCG(1, 2))
		var count [4]int
		for range 1500 {
			s := randomSet(g, 1+g.IntN(12), k.draw)
			sep := separate(t, s)
			prove(t, s, &sep)
			count[sep.State]++
		}
		t.Logf("%s: %v", k.name, count)
	}
}

// The state doesn't depend on which class is called 1, nor on the order of the samples; a mirror image keeps it too.
func TestStateHasTheSymmetriesOfThePlane(t *testing.T) {
	for _, k := range kinds {
		g := rand.New(rand.NewPCG(3, 4))
		for range 500 {
			s := randomSet(g, 2+g.IntN(8), k.draw)
			want := separate(t, s)
			r := s.Clone()
			for i, p := range g.Perm(s.Len()) {
				r.X[i], r.Y[i] = place{s.X[p][1], -s.X[p][0]}, 1-s.Y[p]
			}
			got := separate(t, r)
			prove(t, r, &got)
			if got.State != want.State || math.Abs(got.Gamma-want.Gamma) > 1e-15*want.Gamma {
				t.Fatalf("%v: %v, %v; turned, shuffled and relabelled: %v, %v", s, want.State, want.Gamma, got.State, got.Gamma)
			}
		}
	}
}

func TestOneClass(t *testing.T) {
	for _, s := range []perceptron.Samples{
		{},
		{X: []place{{1, 2}}, Y: []uint8{0}},
		{X: []place{{1, 2}, {1, 2}, {3, 4}}, Y: []uint8{1, 1, 1}},
	} {
		sep := separate(t, s)
		prove(t, s, &sep)
		if sep.State != OneClass {
			t.Errorf("%v: %v", s, sep.State)
		}
		if _, ok := sep.Angle([2]float64{1, 0}); ok {
			t.Errorf("%v: an angle to no line", s)
		}
		if _, ok := sep.Novikoff(); ok != (s.Len() > 0) {
			t.Errorf("%v: a bound: %v", s, ok)
		}
	}
}

func TestRefusals(t *testing.T) {
	at := []place{{1, 2}, {3, 4}}
	inf := float32(math.Inf(-1))
	for _, c := range []struct {
		s    perceptron.Samples
		want string
	}{
		{perceptron.Samples{X: at, Y: []uint8{0}}, "samples: 2 points and 1 labels, want as many"},
		{perceptron.Samples{X: at, Y: []uint8{0, 2}}, "label 2 of sample 1: want 0 or 1"},
		{perceptron.Samples{X: []place{{0, inf - inf}}, Y: []uint8{0}}, "coordinate NaN of sample 0: want a finite number"},
		{perceptron.Samples{X: []place{{0, inf}}, Y: []uint8{0}}, "coordinate -Inf of sample 0: want a finite number"},
	} {
		if _, err := Separate(c.s); err == nil || err.Error() != c.want {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

func TestAngle(t *testing.T) {
	sep := separate(t, perceptron.NewSamples([][2]float64{{0, 0}, {2, 0}}, []int{0, 1}))
	for _, c := range []struct {
		w    [2]float64
		want float64
	}{{[2]float64{5, 0}, 0}, {[2]float64{0, 1e300}, math.Pi / 2}, {[2]float64{-1e-300, 0}, math.Pi}, {[2]float64{1, -1}, math.Pi / 4}} {
		if a, ok := sep.Angle(c.w); !ok || math.Abs(a-c.want) > 1e-15 {
			t.Errorf("angle of %v: %v, %v", c.w, a, ok)
		}
	}
	for _, w := range [][2]float64{{0, 0}, {math.NaN(), 1}, {math.Inf(1), 1}} {
		if a, ok := sep.Angle(w); ok {
			t.Errorf("angle of %v: %v", w, a)
		}
	}
	if n := Norm([2]float64{3e300, -4e300}); math.Abs(n-5e300) > 1e285 {
		t.Errorf("norm %v", n)
	}
}
