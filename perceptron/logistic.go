package perceptron

// The single neuron with the binary cross-entropy, the run of the blog post: forwardNeuron, bce and addGradientNeuron in
// one, to the bit. The kernels stop at a sample that is not near a knot of the table, and that one is taken here.

// learnLogistic adds to grad what samples contribute to the gradient, and returns their summed loss.
func (l *layer) learnLogistic(grad *layer, x [][2]float64, y []int) (sum float64) {
	for {
		n := 0
		n, sum = logisticByTable(l, grad, x, y, sum)
		if n == len(x) {
			return sum
		}
		sum += l.learnLogisticSample(grad, x[n], y[n])
		x, y = x[n+1:], y[n+1:]
	}
}

// learnLogisticSample is learnLogistic for one sample, wherever it lies.
func (l *layer) learnLogisticSample(grad *layer, x [2]float64, y int) (loss float64) {
	s := float64(1 - 2*y)
	t := l.negatedMargin(x, y)
	d := float64(s * Sigmoid(t))
	grad.w[0][0] += float64(d * x[0])
	grad.w[1][0] += float64(d * x[1])
	grad.b[0][0] += d
	return Softplus(t)
}

// negatedMargin is −sz, how far the logit speaks negatedMargin the label. The loss is its softplus.
func (l *layer) negatedMargin(x [2]float64, y int) float64 {
	return float64(float64(1-2*y) * (l.b[0][0] + float64(l.w[0][0]*x[0]) + float64(l.w[1][0]*x[1])))
}

// lossLogistic is learnLogistic without its gradient: the summed loss of samples.
func (l *layer) lossLogistic(x [][2]float64, y []int) (sum float64) {
	for {
		n := 0
		n, sum = logisticLossByTable(l, x, y, sum)
		if n == len(x) {
			return sum
		}
		sum += Softplus(l.negatedMargin(x[n], y[n]))
		x, y = x[n+1:], y[n+1:]
	}
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
