// Package random gives the draws of NumPy's RandomState and of PyTorch's CPU generator, to the last bit. Both use
// the 32-bit Mersenne Twister; they differ in how they turn its words into numbers.
package random

import "math"

// NumPy is numpy.random.RandomState, the legacy generator that scikit-learn's random_state seeds.
type NumPy struct {
	mt    twister
	gauss float64 // the second normal of the last pair, where hasGauss
	has   bool
}

// NewNumPy returns RandomState(seed).
func NewNumPy(seed uint32) *NumPy {
	return &NumPy{mt: newTwister(seed)}
}

// Clone returns a generator that will give the same draws as r and shares nothing with it.
func (r *NumPy) Clone() *NumPy {
	c := *r
	return &c
}

// Uint32 returns the next word of the twister.
func (r *NumPy) Uint32() uint32 { return r.mt.draw() }

// RandomSample returns the next double in [0, 1), of 53 random bits.
func (r *NumPy) RandomSample() float64 {
	a, b := r.mt.draw()>>5, r.mt.draw()>>6
	return (float64(float64(a)*(1<<26)) + float64(b)) / (1 << 53)
}

// Uniform returns the next double in [low, high).
func (r *NumPy) Uniform(low, high float64) float64 {
	return low + float64((high-low)*r.RandomSample())
}

// StandardNormal returns the next draw of N(0, 1): Marsaglia's polar method makes two at a time, the second one waits.
func (r *NumPy) StandardNormal() float64 {
	if r.has {
		r.has = false
		return r.gauss
	}
	for {
		x1 := 2*r.RandomSample() - 1
		x2 := 2*r.RandomSample() - 1
		r2 := float64(x1*x1) + float64(x2*x2)
		if r2 >= 1 || r2 == 0 {
			continue
		}
		f := math.Sqrt(-2 * log(r2) / r2)
		r.gauss, r.has = float64(f*x1), true
		return float64(f * x2)
	}
}

// Normal returns the next draw of N(loc, scale²).
func (r *NumPy) Normal(loc, scale float64) float64 {
	return loc + float64(scale*r.StandardNormal())
}

// Interval returns the next integer in 0..last, both included, by masked rejection: no draw for last = 0.
func (r *NumPy) Interval(last uint32) uint32 {
	if last == 0 {
		return 0
	}
	mask := last
	for s := 1; s < 32; s *= 2 {
		mask |= mask >> s
	}
	for {
		if v := r.mt.draw() & mask; v <= last {
			return v
		}
	}
}

// Shuffle calls swap(i, j) with i from n-1 down to 1 and 0 ≤ j ≤ i, as RandomState.shuffle swaps. n ≤ 2³².
func (r *NumPy) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.Interval(uint32(i))))
	}
}

// Permutation returns 0..n-1 in random order: RandomState.permutation(n), and a shuffled numpy.arange(n). It calls each after each
// swap.
func (r *NumPy) Permutation(n int, each func()) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(n, func(i, j int) {
		p[i], p[j] = p[j], p[i]
		each()
	})
	return p
}
