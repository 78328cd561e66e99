package valley

import (
	"math"
	"slices"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/margin"
)

// Kind says what there is at the bottom.
type Kind int

const (
	Unknown Kind = iota // none was found: it is too far away, or the loss isn't convex and nothing near is lowest
	Place               // the lowest place is at W
	Level               // the loss is 0 at W and in a region around it, so nothing is lower
	Falls               // the loss falls forever in the direction W
)

// Lowest is where f(w, b) is lowest, over w with a bias given, or over both.
type Lowest struct {
	Kind   Kind
	W      [2]float64 // for Falls of length 1
	B      float64
	Height float64 // of a Place or a Level
	Starts int     // for a loss that isn't convex: how many places the search started from; another place may be lower. Else 0
}

// Lowest looks for the lowest place with the bias b, or if best is set with the best one for each pair of weights. For a loss
// that is 0 from somewhere on the search begins with what is shown, which goes as far as reach from the center. For a loss that
// isn't convex it is the lowest of the places that descents from the starts, and from the lowest of some places all around, end
// at.
//
// Without weight decay a loss that falls for ever has no lowest place exactly where some direction takes no sample's z to the
// wrong side, and at least one to the right side: the classes are separable, or touch. With the bias given that is so if a line
// through 0 separates the samples, those of class 0 mirrored about 0, from their own mirror images.
func (s *Surface) Lowest(b float64, best bool, center [2]float64, reach float64, starts ...[2]float64) Lowest {
	if s.loss.Form().Zero {
		if found := s.search(b, best, center, reach); found.Kind != Unknown || s.loss.Kinked() {
			return found
		}
	}
	if s.decay == 0 && s.loss.Form().Falls {
		if w, falls := s.falls(best); falls {
			return Lowest{Kind: Falls, W: w}
		}
	}
	free := 2
	if best {
		free = 3
	}
	found := Lowest{Height: math.Inf(1)}
	if !s.convex() {
		around := s.around(b, best)
		starts = append(slices.Clone(starts), around...)
	}
	for _, w := range starts {
		at, ok := s.descend([3]float64{w[0], w[1], b}, free)
		if h := s.Height([2]float64{at[0], at[1]}, at[2]); ok && h < found.Height {
			found = Lowest{Kind: Place, W: [2]float64{at[0], at[1]}, B: at[2], Height: h}
		}
		if ok && s.convex() {
			break
		}
	}
	if !s.convex() && found.Kind == Place {
		found.Starts = len(starts) + bearings*len(distances) - maxAround
	}
	return found
}

// Places all around 0, in units in which z has a sample's usual size 1: descents start from only the lowest of them.
const (
	bearings  = 12
	maxAround = 4
)

var distances = []float64{0.5, 2, 8}

// around returns the lowest of the places all around, lowest first.
func (s *Surface) around(b float64, best bool) [][2]float64 {
	var square float64
	for _, x := range s.x {
		square += float64(x[0]*x[0]) + float64(x[1]*x[1])
	}
	size := math.Sqrt(square / float64(s.samples.Len()))
	if size == 0 || !finite(size) {
		return nil
	}
	var lowest [][2]float64
	var heights []float64
	for k := range bearings {
		angle := 2 * math.Pi * float64(k) / bearings
		for _, distance := range distances {
			w := [2]float64{distance / size * math.Cos(angle), distance / size * math.Sin(angle)}
			height := s.Height(w, b)
			if best {
				_, height = s.BestBias(w, b)
			}
			at := 0
			for at < len(heights) && heights[at] <= height {
				at++
			}
			heights, lowest = append(heights, 0), append(lowest, w)
			copy(heights[at+1:], heights[at:])
			copy(lowest[at+1:], lowest[at:])
			heights[at], lowest[at] = height, w
		}
	}
	return lowest[:maxAround]
}

// The lowest place is looked for twice as far each time if it isn't in what is shown.
const (
	farther  = 2
	searches = 7
)

// search looks for a region where the loss is 0; or, of a loss with a kink, for the lowest place.
func (s *Surface) search(b float64, best bool, center [2]float64, reach float64) Lowest {
	sep, err := margin.Separate(s.samples)
	for range searches {
		if s.decay == 0 && err == nil {
			if w, _, ok := Allowed(s.samples, &sep, s.loss, b, best, center, reach).centroid(); ok {
				if best {
					b = s.kinkedBias(w) // the middle of those for which no sample pays, also without a kink
				}
				return Lowest{Kind: Level, W: w, B: b, Height: s.Height(w, b)}
			}
		}
		if s.loss.Kinked() {
			w, bias, height := s.cut(square(center, reach), b, best)
			if inside := (1 - 1e-6) * reach; math.Abs(w[0]-center[0]) < inside && math.Abs(w[1]-center[1]) < inside {
				return Lowest{Kind: Place, W: w, B: bias, Height: height}
			}
		}
		reach *= farther
	}
	return Lowest{}
}

// falls returns the direction in which a loss that falls for ever does so.
func (s *Surface) falls(best bool) (w [2]float64, falls bool) {
	samples := s.samples
	if !best {
		samples = turned(samples)
	}
	sep, err := margin.Separate(samples)
	if err != nil {
		return w, false
	}
	return [2]float64{sep.W[0] + 0, sep.W[1] + 0}, sep.State == margin.Separable || sep.State == margin.Touching
}

// turned has each sample that isn't at 0 twice: as one of class 1 at (2y − 1)x, and as one of class 0 opposite, at −(2y − 1)x.
func turned(s perceptron.Samples) perceptron.Samples {
	var both perceptron.Samples
	for i, x := range s.X {
		if x == [2]float32{} {
			continue // its z is the bias, whatever the weights
		}
		if s.Y[i] == 0 {
			x = [2]float32{-x[0], -x[1]}
		}
		both.X = append(both.X, x, [2]float32{-x[0], -x[1]})
		both.Y = append(both.Y, 1, 0)
	}
	return both
}
