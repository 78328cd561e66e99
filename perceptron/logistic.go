package perceptron

// The single neuron with the binary cross-entropy, the run of the blog post: forwardNeuron, bce and addGradientNeuron in
// one, to the bit. Each loop here leaves out what needs a call, a sample that is not near: in WebAssembly one call, even
// in a branch not taken, would make all the loop slow. It stops there, and learnFar takes that sample.

// learnLogistic adds to grad what samples contribute to the gradient, and returns their summed loss.
func (l *layer) learnLogistic(grad *layer, x [][2]float64, y []int) (sum float64) {
	for {
		n := 0
		n, sum = l.learnNear(grad, x, y, sum)
		if n == len(x) {
			return sum
		}
		sum += l.learnFar(grad, x[n], y[n])
		x, y = x[n+1:], y[n+1:]
	}
}

func (l *layer) learnNear(grad *layer, x [][2]float64, y []int, sum float64) (n int, _ float64) {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	g0, g1, g := grad.w[0][0], grad.w[1][0], grad.b[0][0]
	y = y[:len(x)]
	for ; n < len(x); n++ {
		s, x0, x1 := float64(1-2*y[n]), x[n][0], x[n][1]
		t := float64(s * (b + float64(w0*x0) + float64(w1*x1)))
		r, k := nearest(t)
		if k >= knots {
			break
		}
		c := &curves[k]
		loss, p := c.both(c.both3(r))
		d := float64(s * p)
		sum += loss
		g0 += float64(d * x0)
		g1 += float64(d * x1)
		g += d
	}
	grad.w[0][0], grad.w[1][0], grad.b[0][0] = g0, g1, g
	return n, sum
}

// learnFar is learnLogistic for one sample, wherever it lies.
func (l *layer) learnFar(grad *layer, x [2]float64, y int) (loss float64) {
	s := float64(1 - 2*y)
	t := l.against(x, y)
	d := float64(s * Sigmoid(t))
	grad.w[0][0] += float64(d * x[0])
	grad.w[1][0] += float64(d * x[1])
	grad.b[0][0] += d
	return Softplus(t)
}

// against is −sz, how far the logit speaks against the label. The loss is its softplus.
func (l *layer) against(x [2]float64, y int) float64 {
	return float64(float64(1-2*y) * (l.b[0][0] + float64(l.w[0][0]*x[0]) + float64(l.w[1][0]*x[1])))
}

// lossLogistic is learnLogistic without its gradient: the summed loss of samples.
func (l *layer) lossLogistic(x [][2]float64, y []int) (sum float64) {
	for {
		n := 0
		n, sum = l.lossNear(x, y, sum)
		if n == len(x) {
			return sum
		}
		sum += Softplus(l.against(x[n], y[n]))
		x, y = x[n+1:], y[n+1:]
	}
}

func (l *layer) lossNear(x [][2]float64, y []int, sum float64) (n int, _ float64) {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	y = y[:len(x)]
	for ; n < len(x); n++ {
		t := float64(float64(1-2*y[n]) * (b + float64(w0*x[n][0]) + float64(w1*x[n][1])))
		r, k := nearest(t)
		if k >= knots {
			break
		}
		c := &curves[k]
		sum += c.softplus(r)
	}
	return n, sum
}

// descendLogistic is sgd's step after learnLogistic, for the three parameters there are. It clears the gradient and
// reports whether the parameters are finite.
func (l *layer) descendLogistic(grad *layer, share, lr, decay float64) bool {
	w0 := descend(l.w[0][0], grad.w[0][0], share, decay, lr)
	w1 := descend(l.w[1][0], grad.w[1][0], share, decay, lr)
	b := descend(l.b[0][0], grad.b[0][0], share, decay, lr)
	l.w[0][0], l.w[1][0], l.b[0][0] = w0, w1, b
	grad.w[0][0], grad.w[1][0], grad.b[0][0] = 0, 0, 0
	return (w0-w0)+(w1-w1)+(b-b) == 0
}

// stepsLogistic is, to rounding, learnLogistic and descendLogistic in turn for each sample that which names: steps of batch
// size 1. It returns how many it took, which is up to a sample that is not near, and whether a parameter is not finite: after
// such a step no sample is near.
//
// Of a step's operations each waits for the one before, so the time is that of the chain, and it is kept short: the sign s
// and the learning rate go into the sample, which waits for nothing.
func (l *layer) stepsLogistic(all *Samples, which []int, lr, decay float64) (taken int, diverged bool) {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	x, y, shrink := all.X, all.Y[:len(all.X)], float64(lr*decay)
	for ; taken < len(which); taken++ {
		i := which[taken]
		s := float64(1 - 2*y[i])
		x0, x1 := s*x[i][0], s*x[i][1]
		t := float64(s*b) + float64(w0*x0) + float64(w1*x1)
		r, k := nearest(t)
		if k >= knots {
			break
		}
		c := &curves[k]
		p := c.sigmoid(r)
		w0 = w0 - float64(shrink*w0) - float64(p*float64(lr*x0))
		w1 = w1 - float64(shrink*w1) - float64(p*float64(lr*x1))
		b = b - float64(shrink*b) - float64(p*float64(lr*s))
	}
	l.w[0][0], l.w[1][0], l.b[0][0] = w0, w1, b
	return taken, (w0-w0)+(w1-w1)+(b-b) != 0
}
