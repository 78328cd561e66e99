// Package dataset makes the labelled points of scikit-learn's make_blobs, make_moons and make_circles, of the logic
// gates and of two spirals, point by point as the originals give them for the same random_state.
//
// Coordinates are computed in float64 and rounded to float32, as a PyTorch tensor of them is. A caller asks for
// n ≥ 0 points, noise ≥ 0 and finite numbers (package scene checks a reader's input before it comes here).
//
// NumPy's sine and cosine depend on the machine: with AVX-512 they come from SVML, else from the C library. We match
// the latter. Of some 10 million coordinates two differed from SVML's after rounding, both in 1 − cos t at t ≈ 10⁻⁴.
package dataset

import (
	"math"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/random"
)

// Blobs is sklearn.datasets.make_blobs(n, centers=centers, cluster_std=std, random_state=seed): around center k,
// class k, of n/K points; the first n mod K classes have one more. Blobs panics if there is no center.
func Blobs(n int, centers [][2]float64, std float64, seed uint32) perceptron.Samples {
	if len(centers) == 0 {
		panic("dataset: Blobs needs at least one center")
	}
	rng := random.NewNumPy(seed)
	s := empty(n)
	for k, c := range centers {
		size := n / len(centers)
		if k < n%len(centers) {
			size++
		}
		for range size {
			x := rng.Normal(c[0], std)
			s.add(x, rng.Normal(c[1], std), k)
		}
	}
	s.shuffle(rng)
	return s.rounded()
}

// Moons is make_moons(n, noise=noise, random_state=seed): two half circles that reach into each other.
// The upper one, class 0, has n/2 points, the lower one the rest.
func Moons(n int, noise float64, seed uint32) perceptron.Samples {
	s := empty(n)
	upper := n / 2
	for _, t := range linspace(math.Pi, upper, true) {
		sin, cos := sincos(t)
		s.add(cos, sin, 0)
	}
	for _, t := range linspace(math.Pi, n-upper, true) {
		sin, cos := sincos(t)
		s.add(1-cos, 1-sin-0.5, 1)
	}
	return s.shuffledThenNoisy(noise, seed)
}

// Circles is make_circles(n, noise=noise, factor=factor, random_state=seed): a circle of radius 1, class 0, of n/2
// points, around one of radius factor, class 1, of the rest.
func Circles(n int, noise, factor float64, seed uint32) perceptron.Samples {
	s := empty(n)
	outer := n / 2
	for _, t := range linspace(2*math.Pi, outer, false) {
		sin, cos := sincos(t)
		s.add(cos, sin, 0)
	}
	for _, t := range linspace(2*math.Pi, n-outer, false) {
		sin, cos := sincos(t)
		s.add(float64(cos*factor), float64(sin*factor), 1)
	}
	return s.shuffledThenNoisy(noise, seed)
}

// Spirals makes two spirals of n/2 points each that wind 1¾ times around the origin, half a turn apart. Noise is
// uniform in ±noise; class 0 comes first. The definition is docs/scene.md's, after TensorFlow Playground.
func Spirals(n int, noise float64, seed uint32) perceptron.Samples {
	rng := random.NewNumPy(seed)
	s := empty(n)
	m := n / 2
	for k := range 2 {
		for i := range m {
			r := float64(i) / float64(m)
			t := float64(1.75*float64(i)/float64(m)*2*math.Pi) + float64(float64(k)*math.Pi)
			sin, cos := sincos(t)
			x := float64(r*sin) + rng.Uniform(-noise, noise)
			s.add(x, float64(r*cos)+rng.Uniform(-noise, noise), k)
		}
	}
	return s.rounded()
}
