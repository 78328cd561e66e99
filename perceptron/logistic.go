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

// lossLogistic is learnLogistic without its gradient: the summed loss of a block of samples.
func (l *layer) lossLogistic(x [][2]float64, y []int) float64 {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	var sum, q float64
	y = y[:len(x)]
	for i := 0; i < len(x); i++ {
		m := float64(2*y[i]-1) * (b + float64(w0*x[i][0]) + float64(w1*x[i][1]))
		a := math.Abs(m)
		if a > expLimit {
			a = expLimit
		}
		e := expJoin(expSplit(a))
		sum -= float64(m * (0.5 - math.Copysign(0.5, m)))
		q += e + float64(q*e)
	}
	return sum + log1p(q)
}

// descendLogistic is sgd's step after learnLogistic, for the three parameters there are. It clears the gradient and
// reports whether the parameters are finite.
func (l *layer) descendLogistic(grad layer, share, lr, decay float64) bool {
	w0 := descend(l.w[0][0], grad.w[0][0], share, decay, lr)
	w1 := descend(l.w[1][0], grad.w[1][0], share, decay, lr)
	b := descend(l.b[0][0], grad.b[0][0], share, decay, lr)
	l.w[0][0], l.w[1][0], l.b[0][0] = w0, w1, b
	grad.w[0][0], grad.w[1][0], grad.b[0][0] = 0, 0, 0
	return (w0-w0)+(w1-w1)+(b-b) == 0
}

// stepsLogistic is, to the bit, learnLogistic and descendLogistic in turn for each sample that which names: steps of batch size 1. It
// returns how many it took: all, or up to the one after which a parameter is not finite, where it says so.
//
// Of a step's operations each waits for the one before, so the time is that of the chain, and it is kept short: the sign
// s goes into the sample, which waits for nothing, and e + (1 − e)h is e where h is 0 and 1 where it is 1.
func (l *layer) stepsLogistic(all Samples, which []int, lr, decay float64) (taken int, diverged bool) {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	x, y, zero := all.X, all.Y[:len(all.X)], 0.
	for taken < len(which) && zero == 0 {
		i := which[taken]
		s := float64(2*y[i] - 1)
		x0, x1 := s*x[i][0], s*x[i][1]
		m := float64(s*b) + float64(w0*x0) + float64(w1*x1)
		a := math.Abs(m)
		if a > expLimit {
			a = expLimit
		}
		e := expJoin(expSplit(a))
		c := 0.5 + math.Copysign(0.5, m)
		p := (float64(e*c) + (1 - c)) / (1 + e) // σ(−m)
		w0 -= float64(lr * (float64(decay*w0) - float64(p*x0)))
		w1 -= float64(lr * (float64(decay*w1) - float64(p*x1)))
		b -= float64(lr * (float64(decay*b) - float64(p*s)))
		zero = (w0 - w0) + (w1 - w1) + (b - b)
		taken++
	}
	l.w[0][0], l.w[1][0], l.b[0][0] = w0, w1, b
	return taken, zero != 0
}
