package dataset

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/random"
)

// Rest is called again and again while points are made, and may take its time: of very many, that lets a page answer meanwhile.
var Rest = func() {}

// points are samples in the making, before they are rounded to float32.
type points struct {
	x    [][2]float64
	y    []uint8
	done int
}

// went is called for each point that something was done with.
func (p *points) went() {
	const often = 1 << 10
	if p.done++; p.done%often == 0 {
		Rest()
	}
}

func empty(n int) *points {
	return &points{x: make([][2]float64, 0, n), y: make([]uint8, 0, n)}
}

func (p *points) add(x, y float64, label int) {
	p.x = append(p.x, [2]float64{x, y})
	p.y = append(p.y, uint8(label))
	p.went()
}

// shuffle is sklearn.utils.shuffle: a RandomState shuffle of points together with their labels.
func (p *points) shuffle(rng *random.NumPy) {
	rng.Shuffle(len(p.y), func(i, j int) {
		p.x[i], p.x[j] = p.x[j], p.x[i]
		p.y[i], p.y[j] = p.y[j], p.y[i]
		p.went()
	})
}

// addNoise adds RandomState.normal(scale=noise, size=(n, 2)); without noise nothing is drawn.
func (p *points) addNoise(noise float64, rng *random.NumPy) {
	if noise == 0 {
		return
	}
	for i := range p.x {
		p.x[i][0] += rng.Normal(0, noise)
		p.x[i][1] += rng.Normal(0, noise)
		p.went()
	}
}

func (p *points) shuffledThenNoisy(noise float64, seed uint32) perceptron.Samples {
	rng := random.NewNumPy(seed)
	p.shuffle(rng)
	p.addNoise(noise, rng)
	return p.rounded()
}

// rounded returns the samples with float32 coordinates.
func (p *points) rounded() perceptron.Samples {
	x := make([][2]float32, len(p.x))
	for i, at := range p.x {
		x[i] = perceptron.Single(at)
		p.went()
	}
	return perceptron.Samples{X: x, Y: p.y}
}

// Rounded is a point as samples hold it: its coordinates are float32 values.
func Rounded(x [2]float64) [2]float64 { return perceptron.Double(perceptron.Single(x)) }

// shuffleDraws writes what shuffle does.
func shuffleDraws(c *python.Code) {
	c.Line("order = np.arange(len(X))")
	c.Line("rng.shuffle(order)")
	c.Line("X, y = X[order], y[order]")
}

// noiseDraws writes what addNoise does.
func noiseDraws(c *python.Code, p Params) {
	if p.Noise > 0 {
		c.Line("X += rng.normal(scale=", python.Number(p.Noise), ", size=X.shape)")
	}
}

// linspace is numpy.linspace(0, stop, n, endpoint): n equal steps from 0, the last of them at stop where endpoint.
func linspace(stop float64, n int, endpoint bool) []float64 {
	div := n
	if endpoint {
		div = n - 1
	}
	t := make([]float64, n)
	for i := 1; i < n; i++ {
		t[i] = float64(i) * (stop / float64(div))
	}
	if endpoint && n > 1 {
		t[n-1] = stop
	}
	return t
}
