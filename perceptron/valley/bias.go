package valley

import (
	"math"
	"slices"

	"perceptronlab/perceptron"
)

// BestBias is the bias for which f(w, b) is lowest, and that height. For the losses with a kink it is exact, and the middle of
// them where there are several. For others it is what Newton's steps lead to from the starts, or from the lowest of many places
// without starts: for a loss that isn't convex, a local minimum. Where only one class has samples and nothing holds the bias, it
// is so large that the loss is about 0.
func (s *Surface) BestBias(w [2]float64, starts ...float64) (b, height float64) {
	if s.loss.Kinked() {
		b = s.kinkedBias(w)
		return b, s.Height(w, b)
	}
	s.logits(w, 0)
	low, high := -slices.Max(s.z)-farBias, -slices.Min(s.z)+farBias
	if len(starts) == 0 {
		starts = []float64{s.scanned(w, low, high)}
	}
	height = math.Inf(1)
	for _, start := range starts {
		if at, h := s.biasBelow(w, min(max(start, low), high), low, high); h < height {
			b, height = at, h
		}
		if s.convex() {
			break
		}
	}
	return b, height
}

const (
	biasSteps = 60
	biasScan  = 200
	// farBias is one at which σ is 0 or 1 in double precision, beyond what w·x is.
	farBias = 40
)

// scanned is the lowest of some biases in a range.
func (s *Surface) scanned(w [2]float64, low, high float64) (b float64) {
	lowest := math.Inf(1)
	for k := range biasScan {
		at := low + float64((high-low)*(float64(k)+0.5)/biasScan)
		if h := s.Height(w, at); h < lowest {
			b, lowest = at, h
		}
	}
	return b
}

// lastStep is so short a step of Newton's that the next would be about the square of it.
const lastStep = 1e-3

// biasBelow goes down by Newton's steps, or against the slope where the loss bends down, until a step gains nothing that shows.
func (s *Surface) biasBelow(w [2]float64, b, low, high float64) (at, height float64) {
	height, slope, bend := s.biasDerivatives(w, b)
	for range biasSteps {
		step := -slope
		if bend > 0 {
			step = -slope / bend
		}
		step = min(max(step, low-b, -farBias), high-b, farBias)
		if math.Abs(float64(step*slope)) < 1e-12*height {
			break
		}
		if bend > 0 && math.Abs(step) < lastStep {
			if lower := s.Height(w, b+step); lower < height {
				b, height = b+step, lower
			}
			break
		}
		lower, nextSlope, nextBend := s.biasDerivatives(w, b+step)
		for lower > height && math.Abs(step) > 1e-9 {
			step = float64(step / 4)
			lower, nextSlope, nextBend = s.biasDerivatives(w, b+step)
		}
		if lower >= height {
			break
		}
		b, height, slope, bend = b+step, lower, nextSlope, nextBend
	}
	return b, height
}

// biasDerivatives is f, ∂f/∂b and ∂²f/∂b².
func (s *Surface) biasDerivatives(w [2]float64, b float64) (height, slope, bend float64) {
	height = s.Height(w, b)
	slope, bend = s.loss.Derivatives(s.delta, s.z, s.y)
	n := float64(s.samples.Len())
	return height, slope/n + float64(s.decay*b), bend/n + s.decay
}

// kinkedBias finds where ∂f/∂b changes its sign, for a loss max(0, room − (2y − 1)z). That of a sample of class 1 falls with slope −1
// up to a bias, that of class 0 rises with slope 1 from one: so the slope grows by 1/n at each of these biases, from −(samples of
// class 1)/n.
func (s *Surface) kinkedBias(w [2]float64) float64 {
	s.logits(w, 0)
	kinks := s.along
	ones, room := 0, roomOf(s.loss)
	for i, z := range s.z {
		if s.y[i] == 1 {
			ones++
			kinks[i] = room - z
		} else {
			kinks[i] = -room - z
		}
	}
	slices.Sort(kinks)
	n := float64(len(kinks))
	if s.decay == 0 {
		switch ones {
		case 0:
			return kinks[0]
		case len(kinks):
			return kinks[ones-1]
		}
		return float64(kinks[ones-1]/2) + float64(kinks[ones]/2)
	}
	from := math.Inf(-1)
	for passed, to := range append(kinks, math.Inf(1)) {
		level := float64(ones-passed) / (n * s.decay) // where the slope would be 0 between the two
		if level <= to {
			return max(level, from)
		}
		from = to
	}
	panic("valley: a convex function of the bias without a lowest place")
}

// roomOf is how far beyond the line a sample has to be for no loss: the kink is there, if the loss has one. It panics if a sample
// always has some loss.
func roomOf(l perceptron.Loss) float64 {
	form := l.Form()
	if !form.Zero {
		panic("valley: want a loss that is 0 from somewhere on")
	}
	return form.Room
}
