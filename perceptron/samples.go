package perceptron

import "perceptronlab/perceptron/internal/kernel"

// Samples are labelled points of the plane: X has shape [n, 2], Y has shape [n] with labels 0..K-1, K ≤ 256. X is float32, as
// docs/scene.md rounds it: with nine bytes a sample there may be a million, and copies of them.
type Samples struct {
	X [][2]float32
	Y []uint8
}

// NewSamples rounds points x, of shape [n, 2], to float32; y are their labels, 0..255.
func NewSamples(x [][2]float64, y []int) (s Samples) {
	for i, at := range x {
		s.Add(at, y[i])
	}
	return s
}

// Add appends a sample, whose place is rounded to float32.
func (s *Samples) Add(x [2]float64, y int) { s.X, s.Y = append(s.X, Single(x)), append(s.Y, uint8(y)) }

// Len is the number of samples, n.
func (s Samples) Len() int { return len(s.Y) }

// At is where sample i is, and its class.
func (s Samples) At(i int) (x [2]float64, y int) { return Double(s.X[i]), int(s.Y[i]) }

// Wide returns a copy in what most calculations take, of shape [n, 2] and [n].
func (s Samples) Wide() (x [][2]float64, y []int) {
	x, y = make([][2]float64, s.Len()), make([]int, s.Len())
	kernel.Widen(x, y, s.X, s.Y)
	return x, y
}

// Part is some of the samples, in the same memory.
func (s Samples) Part(from, end int) Samples { return Samples{s.X[from:end], s.Y[from:end]} }

// Clone returns a copy that shares no memory with s.
func (s Samples) Clone() Samples {
	return Samples{X: append([][2]float32(nil), s.X...), Y: append([]uint8(nil), s.Y...)}
}

// Classes is the number of classes named by the labels: the largest label + 1, 0 for no samples.
func (s Samples) Classes() int {
	k := 0
	for _, y := range s.Y {
		k = max(k, int(y)+1)
	}
	return k
}

// Single is a point in float32, which is rounded to nearest, and Double one in float64.
func Single(x [2]float64) [2]float32 { return [2]float32{float32(x[0]), float32(x[1])} }
func Double(x [2]float32) [2]float64 { return [2]float64{float64(x[0]), float64(x[1])} }
