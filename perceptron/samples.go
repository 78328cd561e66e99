package perceptron

// Samples are labelled points of the plane: X has shape [n, 2], Y has shape [n] with labels 0..K-1.
// The coordinates are float32 values held in float64, as docs/scene.md rounds them.
type Samples struct {
	X [][2]float64
	Y []int
}

// Len is the number of samples, n.
func (s Samples) Len() int { return len(s.Y) }

// Clone returns a copy that shares no memory with s.
func (s Samples) Clone() Samples {
	return Samples{X: append([][2]float64(nil), s.X...), Y: append([]int(nil), s.Y...)}
}

// Classes is the number of classes named by the labels: the largest label + 1, 0 for no samples.
func (s Samples) Classes() int {
	k := 0
	for _, y := range s.Y {
		k = max(k, y+1)
	}
	return k
}
