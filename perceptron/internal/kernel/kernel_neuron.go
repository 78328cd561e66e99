//go:build !wasm

package kernel

// logisticByTable goes through samples with the single neuron, up to one whose logit is not near a knot of the table. It adds to
// grad what they contribute to the gradient, and returns how many they are, and sum with their losses.
func logisticByTable(l, grad *Layer, x [][2]float32, y []uint8, sum float64) (n int, total float64) {
	w0, w1, b := l.W[0][0], l.W[1][0], l.B[0][0]
	g0, g1, g := grad.W[0][0], grad.W[1][0], grad.B[0][0]
	y = y[:len(x)]
	for ; n < len(x); n++ {
		s, x0, x1 := sign(y[n]), float64(x[n][0]), float64(x[n][1])
		t := float64(s * (b + float64(w0*x0) + float64(w1*x1)))
		r, k := nearestKnot(t)
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
	grad.W[0][0], grad.W[1][0], grad.B[0][0] = g0, g1, g
	return n, sum
}

// logisticLossByTable is logisticByTable without the gradient.
func logisticLossByTable(l *Layer, x [][2]float32, y []uint8, sum float64) (n int, total float64) {
	w0, w1, b := l.W[0][0], l.W[1][0], l.B[0][0]
	y = y[:len(x)]
	for ; n < len(x); n++ {
		t := float64(sign(y[n]) * (b + float64(w0*float64(x[n][0])) + float64(w1*float64(x[n][1]))))
		r, k := nearestKnot(t)
		if k >= knots {
			break
		}
		c := &curves[k]
		sum += c.softplus(r)
	}
	return n, sum
}

// LogisticSteps takes steps of batch size 1: to rounding, LearnLogistic and a step of gradient descent in turn for each sample
// that which names, up to one whose logit is not near a knot of the table. shrink is the learning rate times the weight decay. It
// returns how many it took, and 0, or NaN if a parameter is not finite: after such a step no sample is near.
//
// Each of a step's operations waits for the one before, so the time is that of the chain, and it is kept short: the sign s
// and the learning rate go into the sample, which waits for nothing.
func LogisticSteps(l *Layer, x [][2]float32, y []uint8, which []int, lr, shrink float64) (taken int, zero float64) {
	w0, w1, b := l.W[0][0], l.W[1][0], l.B[0][0]
	for ; taken < len(which); taken++ {
		i := which[taken]
		s := sign(y[i])
		x0, x1 := s*float64(x[i][0]), s*float64(x[i][1])
		t := float64(s*b) + float64(w0*x0) + float64(w1*x1)
		r, k := nearestKnot(t)
		if k >= knots {
			break
		}
		p := curves[k].sigmoid(r)
		w0 = w0 - float64(shrink*w0) - float64(p*float64(lr*x0))
		w1 = w1 - float64(shrink*w1) - float64(p*float64(lr*x1))
		b = b - float64(shrink*b) - float64(p*float64(lr*s))
	}
	l.W[0][0], l.W[1][0], l.B[0][0] = w0, w1, b
	return taken, (w0 - w0) + (w1 - w1) + (b - b)
}
