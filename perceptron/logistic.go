package perceptron

import "math"

// learnLogistic is the way forward and back of the single neuron with the binary cross-entropy, the run of the blog post:
// forwardNeuron, bce and addGradientNeuron in one loop, to the bit. It adds to grad what a block of samples contributes
// to the gradient, and returns their summed loss.
func (l *layer) learnLogistic(grad layer, x [][2]float64, y []int) float64 {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	g0, g1, g := grad.w[0][0], grad.w[1][0], grad.b[0][0]
	var sum, q float64
	y = y[:len(x)]
	for i := 0; i < len(x); i++ {
		s, x0, x1 := float64(2*y[i]-1), x[i][0], x[i][1]
		m := float64(s * (b + float64(w0*x0) + float64(w1*x1)))
		a := math.Abs(m)
		if a > expLimit {
			a = expLimit
		}
		e := expJoin(expSplit(a))
		h := 0.5 - math.Copysign(0.5, m)
		d := -s * (e + float64((1-e)*h)) / (1 + e)
		sum -= float64(m * h)
		q += e + float64(q*e)
		g0 += float64(d * x0)
		g1 += float64(d * x1)
		g += d
	}
	grad.w[0][0], grad.w[1][0], grad.b[0][0] = g0, g1, g
	return sum + log1p(q)
}
