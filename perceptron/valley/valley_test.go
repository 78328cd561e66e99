package valley

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/margin"
)

var gates = map[string]perceptron.Samples{
	"and": gate(0, 0, 0, 1),
	"or":  gate(0, 1, 1, 1),
	"xor": gate(0, 1, 1, 0),
}

func gate(y ...int) perceptron.Samples {
	return perceptron.NewSamples([][2]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}}, y)
}

// clouds are two classes around (−apart, 0) and (apart, 0), in float32 coordinates.
func clouds(seed uint64, n int, apart float64) (s perceptron.Samples) {
	rng := rand.New(rand.NewPCG(seed, 1))
	for i := range n {
		side := float64(2*(i%2) - 1)
		s.Add([2]float64{side*apart + rng.NormFloat64(), rng.NormFloat64()}, i%2)
	}
	return s
}

// losses are those of one logit, zeros the ones among them that are 0 from somewhere on.
var losses, zeros = func() (one, zeros []perceptron.Loss) {
	for _, l := range perceptron.Losses() {
		if !l.Multiclass() {
			one = append(one, l)
		}
		if l.Form().Zero {
			zeros = append(zeros, l)
		}
	}
	return one, zeros
}()

// The lowest place has no lower neighbour; where the loss has a gradient, differences are 0; and plain gradient descent, which
// doesn't know that place, gets no lower.
func TestNothingIsLowerThanTheLowest(t *testing.T) {
	for _, loss := range losses {
		for _, decay := range []float64{0, 0.05} {
			for _, best := range []bool{false, true} {
				s := New(clouds(3, 60, 0.4), loss, decay)
				const b = 0.3
				low := s.Lowest(b, best, [2]float64{}, 4, [2]float64{0.5, -0.5}, [2]float64{})
				if low.Kind != Place {
					t.Errorf("%v, decay %v, best bias %v: %+v, want a place", loss, decay, best, low)
					continue
				}
				height := func(w [2]float64) float64 { return s.Height(w, b) }
				if best {
					height = func(w [2]float64) float64 { _, h := s.BestBias(w, low.B); return h }
				}
				if h := height(low.W); math.Abs(h-low.Height) > 1e-12 {
					t.Errorf("%v, decay %v, best bias %v: its height is %v, said to be %v", loss, decay, best, h, low.Height)
				}
				for k := range 32 {
					for _, r := range []float64{1e-4, 1e-2, 1} {
						a := float64(k) * math.Pi / 16
						if h := height([2]float64{low.W[0] + r*math.Cos(a), low.W[1] + r*math.Sin(a)}); h < low.Height-1e-12 {
							t.Fatalf("%v, decay %v, best bias %v: %v at distance %v, but %v at %v", loss, decay, best, h, r, low.Height, low.W)
						}
					}
				}
				w, bias := [2]float64{}, b
				for range 3000 {
					g, _ := s.Gradient(w, bias)
					w = [2]float64{w[0] - 0.5*g[0], w[1] - 0.5*g[1]}
					if best {
						bias -= 0.5 * g[2]
					}
				}
				reached := s.Height(w, bias)
				if reached < low.Height-1e-12 {
					t.Errorf("%v, decay %v, best bias %v: descent reaches %v, lower than %v", loss, decay, best, reached, low.Height)
				}
				if loss.Kinked() {
					continue
				}
				if math.Abs(reached-low.Height) > 1e-9 {
					t.Errorf("%v, decay %v, best bias %v: descent ends at %v, want %v", loss, decay, best, reached, low.Height)
				}
				for i := range 2 {
					const h = 1e-4
					up, down := low.W, low.W
					up[i] += h
					down[i] -= h
					if slope := (s.Height(up, low.B) - s.Height(down, low.B)) / (2 * h); math.Abs(slope) > 1e-8 {
						t.Errorf("%v, decay %v, best bias %v: slope %v by w%d at the lowest place", loss, decay, best, slope, i+1)
					}
				}
			}
		}
	}
}

// Squared error has several valleys: five samples push w₁ up, and one far away pulls it a little below 0, where descents from 0
// and from there end. The lowest is on the other side.
func TestSquaredErrorsLowestValley(t *testing.T) {
	var samples perceptron.Samples
	for _, x := range []float64{1, 1, 1, 1, 1, -20} {
		samples.Add([2]float64{x, 0}, 1)
	}
	s := New(samples, perceptron.LossMSE, 0.001)
	starts := [][2]float64{{-0.05, 0}, {}}
	for _, start := range starts {
		if at, ok := s.descend([3]float64{start[0], start[1], 0}, 2); !ok || at[0] > 0 {
			t.Fatalf("from %v it goes down to %v, %v", start, at, ok)
		}
	}
	low := s.Lowest(0, false, [2]float64{}, 1, starts...)
	if low.Kind != Place || low.W[0] < 1 || low.Starts != 38 {
		t.Errorf("%+v, want a place beyond w₁ = 1, of 38 starts", low)
	}
	if convex := New(samples, perceptron.LossBCE, 0.001).Lowest(0, false, [2]float64{}, 1, starts...); convex.Kind != Place || convex.Starts != 0 {
		t.Errorf("cross-entropy: %+v, want the only place", convex)
	}
}

// Of samples at random, nothing on a grid is lower than squared error's lowest place.
func TestNoPlaceOfAGridIsLower(t *testing.T) {
	for seed := range uint64(40) {
		s := New(clouds(seed, 30, 0.3), perceptron.LossMSE, 0.003)
		const b = -0.4
		low := s.Lowest(b, false, [2]float64{}, 4, [2]float64{-3, 2})
		for i := range 81 {
			for k := range 81 {
				if w := [2]float64{float64(i-40) / 4, float64(k-40) / 4}; s.Height(w, b) < low.Height-1e-12 {
					t.Fatalf("seed %d: %v at %v is lower than %+v", seed, s.Height(w, b), w, low)
				}
			}
		}
	}
}

// A loss that falls for ever does so where a line separates, and nowhere else; through 0 where the bias stays.
func TestWhereTheLossFallsForEver(t *testing.T) {
	for name, want := range map[string]bool{"and": true, "or": true, "xor": false} {
		s := New(gates[name], perceptron.LossBCE, 0)
		low := s.Lowest(0, true, [2]float64{}, 4, [2]float64{})
		if (low.Kind == Falls) != want {
			t.Errorf("%s: %+v, want that it falls to be %v", name, low, want)
		}
		if low = New(gates[name], perceptron.LossBCE, 0.1).Lowest(0, true, [2]float64{}, 4, [2]float64{}); low.Kind != Place {
			t.Errorf("%s with weight decay: %+v, want a place", name, low)
		}
	}
	// With the bias 0 no z of OR is on the wrong side in the direction (1, 1); of AND, (1, 0) and (0, 1) push against (1, 1).
	if low := New(gates["or"], perceptron.LossBCE, 0).Lowest(0, false, [2]float64{}, 4, [2]float64{}); low.Kind != Falls || low.W[0] <= 0 || low.W[1] <= 0 {
		t.Errorf("OR at bias 0: %+v, want that it falls towards the upper right", low)
	}
	if low := New(gates["and"], perceptron.LossBCE, 0).Lowest(-1, false, [2]float64{}, 4, [2]float64{}); low.Kind != Place {
		t.Errorf("AND at bias −1: %+v, want a place", low)
	}
	for seed := range uint64(60) {
		samples := clouds(seed, 12, 1.2)
		sep, err := margin.Separate(samples)
		if err != nil {
			t.Fatal(err)
		}
		low := New(samples, perceptron.LossBCE, 0).Lowest(0, true, [2]float64{}, 4, [2]float64{})
		if want := sep.State == margin.Separable; (low.Kind == Falls) != want || low.Kind == Unknown {
			t.Errorf("seed %d: %+v, %v", seed, low, sep.State)
		}
	}
}

// A loss that is 0 from somewhere on is 0 exactly where a line separates, for Rosenblatt's also at w = 0, b = 0; one that falls for
// ever falls there.
func TestWhereTheLossIsLevel(t *testing.T) {
	for name, separable := range map[string]bool{"and": true, "or": true, "xor": false} {
		for _, loss := range losses {
			want := Place
			if separable && slices.Contains(zeros, loss) {
				want = Level
			} else if separable && loss.Form().Falls {
				want = Falls
			}
			low := New(gates[name], loss, 0).Lowest(0, true, [2]float64{}, 4, [2]float64{})
			if low.Kind != want || low.Kind == Level && low.Height != 0 {
				t.Errorf("%s, %v: %+v, want %v", name, loss, low, want)
			}
		}
	}
	// The best that hinge can do for XOR is w = 0 and any b from −1 to 1: the loss is 1.
	if low := New(gates["xor"], perceptron.LossHinge, 0).Lowest(0, true, [2]float64{}, 4); math.Abs(low.Height-1) > 1e-12 {
		t.Errorf("XOR: hinge %+v, want 1", low)
	}
}

// The allowed weights against what each sample pays there: nothing inside, something outside. With some bias they are none
// exactly where margin.Separate finds no line; Rosenblatt's are a cone, which any square around 0 has a part of.
func TestAllowed(t *testing.T) {
	empty := map[bool]int{}
	for seed := range uint64(150) {
		samples := clouds(seed, 3+int(seed%17), 0.9)
		switch seed {
		case 0:
			samples = gates["and"]
		case 1:
			samples = gates["or"]
		case 2:
			samples = gates["xor"]
		}
		sep, err := margin.Separate(samples)
		if err != nil {
			t.Fatal(err)
		}
		rng := rand.New(rand.NewPCG(seed, 2))
		for _, loss := range zeros {
			for _, best := range []bool{false, true} {
				b := rng.NormFloat64()
				p := Allowed(samples, &sep, loss, b, best, [2]float64{}, 3)
				if best && loss == perceptron.LossPerceptron {
					empty[len(p) == 0]++
					if (len(p) > 0) != (sep.State == margin.Separable) {
						t.Errorf("seed %d: %d corners for classes that are %v", seed, len(p), sep.State)
					}
				}
				s := New(samples, loss, 0)
				for range 300 {
					w := [2]float64{6*rng.Float64() - 3, 6*rng.Float64() - 3}
					var height float64
					if best {
						_, height = s.BestBias(w)
					} else {
						height = s.Height(w, b)
					}
					if pays := height > 1e-12; pays == p.holds(w) {
						t.Fatalf("seed %d, %v, best bias %v: the loss is %v at %v, allowed: %v", seed, loss, best, height, w, !pays)
					}
				}
			}
		}
	}
	if empty[true] < 20 || empty[false] < 20 {
		t.Errorf("of the sets of samples %v have no cone, want many of both kinds", empty)
	}
}

// holds reports whether w lies in the polygon, whose corners are counter-clockwise.
func (p polygon) holds(w [2]float64) bool {
	for i, from := range p {
		to := p[(i+1)%len(p)]
		if (to[0]-from[0])*(w[1]-from[1])-(to[1]-from[1])*(w[0]-from[0]) < 0 {
			return false
		}
	}
	return len(p) > 0
}

// The best bias against a walk through many.
func TestBestBias(t *testing.T) {
	for _, loss := range losses {
		for _, decay := range []float64{0, 0.05} {
			for _, w := range [][2]float64{{0, 0}, {1, -2}, {-3, 0.5}, {8, 8}} {
				s := New(clouds(5, 30, 0.8), loss, decay)
				b, height := s.BestBias(w)
				if h := s.Height(w, b); h != height {
					t.Errorf("%v, decay %v, w %v: height %v at the bias %v, said to be %v", loss, decay, w, h, b, height)
				}
				lowest := math.Inf(1)
				for k := -4000; k <= 4000; k++ {
					lowest = min(lowest, s.Height(w, float64(k)/100))
				}
				if height > lowest+1e-10 {
					t.Errorf("%v, decay %v, w %v: %v at the bias %v, but %v is lower", loss, decay, w, height, b, lowest)
				}
			}
		}
	}
	one := perceptron.NewSamples([][2]float64{{1, 2}, {3, 4}}, []int{1, 1})
	for _, loss := range losses {
		if b, height := New(one, loss, 0).BestBias([2]float64{1, 1}); !finite(b) || height > 1e-9 {
			t.Errorf("%v of one class: %v at the bias %v, want about 0", loss, height, b)
		}
	}
}

func BenchmarkBestBias(b *testing.B) {
	for _, loss := range losses {
		b.Run(loss.String(), func(b *testing.B) {
			s := New(clouds(5, 100, 0.8), loss, 0)
			for b.Loop() {
				start := 0.0
				for i := range 32 * 32 {
					start, _ = s.BestBias([2]float64{float64(i/32)/8 - 2, float64(i%32)/8 - 2}, start)
				}
			}
		})
	}
}
