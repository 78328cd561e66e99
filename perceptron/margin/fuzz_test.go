package margin

import (
	"math"
	"testing"

	"perceptronlab/perceptron"
)

// Whatever the samples: no panic, and what is said about them is proved by exact arithmetic. Each four bytes are a point on a
// small grid whose scale and origin the first numbers give, so that ties of all kinds are found, and its label.
func FuzzSeparate(f *testing.F) {
	f.Add(float32(1), float32(0), []byte{0, 0, 0, 1, 1, 1})
	f.Add(float32(0.1), float32(1e9), []byte{0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0})
	f.Add(float32(1e-45), float32(0), []byte{1, 2, 0, 3, 4, 0, 5, 6, 1, 7, 8, 1})
	f.Add(float32(3e38), float32(-1e38), []byte{0, 0, 0, 1, 1, 0, 0, 1, 1})
	f.Fuzz(func(t *testing.T, scale, origin float32, bytes []byte) {
		var s perceptron.Samples
		for ; len(bytes) >= 3 && s.Len() < 40; bytes = bytes[3:] {
			x := [2]float64{float64(origin + scale*float32(int8(bytes[0]))), float64(origin + scale*float32(int8(bytes[1]))/3)}
			s.Add(x, int(bytes[2]&1))
		}
		sep, err := Separate(s)
		if err != nil {
			return // only for what is not finite
		}
		prove(t, s, &sep)
		bound, ok := sep.Novikoff()
		if ok && !(bound.Gamma > 0 && bound.Mistakes >= 1) || ok != (s.Len() > 0 && sep.State <= Separable) {
			t.Fatalf("%v: %v with bound %v, %v", s, sep.State, bound, ok)
		}
		if ok && bound.Mistakes < 1e6 {
			if m := rosenblatt(s, int(bound.Mistakes)+1); float64(m) > bound.Mistakes {
				t.Fatalf("%v: more than %v mistakes", s, bound.Mistakes)
			}
		}
	})
}

// rosenblatt runs the rule from zero weights, the samples in order, until it makes no mistake or too many: their number.
func rosenblatt(s perceptron.Samples, most int) (mistakes int) {
	var w [2]float64
	var b float64
	for before := -1; before != mistakes && mistakes <= most; {
		before = mistakes
		for i := range s.Len() {
			x, y := s.At(i)
			sign := float64(2*y - 1)
			if sign*(w[0]*x[0]+w[1]*x[1]+b) <= 0 {
				w[0] += sign * x[0]
				w[1] += sign * x[1]
				b += sign
				mistakes++
			}
		}
	}
	return mistakes
}

// The eight products and their sum are exact: the sign agrees with big.Rat where rounding gives none.
func FuzzCross(f *testing.F) {
	f.Add(float32(0), float32(0), float32(1), float32(1), float32(1e-30), float32(1e-30), float32(1e30), float32(1e30))
	f.Add(float32(1), float32(1+0x1p-23), float32(2), float32(3), float32(1), float32(1), float32(2), float32(3))
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i float32) {
		v := [8]float64{float64(a), float64(b), float64(c), float64(d), float64(e), float64(g), float64(h), float64(i)}
		for _, x := range v {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Skip()
			}
		}
		p, q, r, s := point{v[0], v[1]}, point{v[2], v[3]}, point{v[4], v[5]}, point{v[6], v[7]}
		along, other := minus(rational(q), rational(p)), minus(rational(s), rational(r))
		exactDot := times(along, other)
		exactCross := times(vector{along[1].Neg(along[1]), along[0]}, other)
		for _, c := range []struct {
			sign float64
			all  float64
			want interface {
				Sign() int
				Float64() (float64, bool)
			}
		}{{cross(p, q, r, s), crossExact(p, q, r, s), exactCross}, {dot(p, q, r, s), dotExact(p, q, r, s), exactDot}} {
			want, _ := c.want.Float64()
			if sign(c.sign) != c.want.Sign() || sign(c.all) != c.want.Sign() || math.Abs(c.all-want) > 4e-16*math.Abs(want) {
				t.Fatalf("%v, %v; want %v", c.sign, c.all, want)
			}
		}
	})
}

func sign(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}
