package kernel

// The single neuron with the binary cross-entropy, the run of the blog post: ForwardNeurons, BCE and GradientNeurons in
// one, to the bit. The kernels stop at a sample that is not near a knot of the table, and that one is taken here.

// LearnLogistic adds to grad what samples contribute to the gradient, and returns their summed loss.
func LearnLogistic(l, grad *Layer, x [][2]float32, y []uint8) (sum float64) {
	for {
		n := 0
		n, sum = logisticByTable(l, grad, x, y, sum)
		if n == len(x) {
			return sum
		}
		sum += learnLogisticSample(l, grad, x[n], y[n])
		x, y = x[n+1:], y[n+1:]
	}
}

// learnLogisticSample is LearnLogistic for one sample, wherever it lies.
func learnLogisticSample(l, grad *Layer, x [2]float32, y uint8) (loss float64) {
	s := sign(y)
	t := negatedMargin(l, x, y)
	d := float64(s * Sigmoid(t))
	grad.W[0][0] += float64(d * float64(x[0]))
	grad.W[1][0] += float64(d * float64(x[1]))
	grad.B[0][0] += d
	return Softplus(t)
}

// negatedMargin is −sz, how far the logit speaks against the label. The loss is its softplus.
func negatedMargin(l *Layer, x [2]float32, y uint8) float64 {
	return float64(sign(y) * (l.B[0][0] + float64(l.W[0][0]*float64(x[0])) + float64(l.W[1][0]*float64(x[1]))))
}

// sign is −1 for the label 1, and 1 for 0.
func sign(y uint8) float64 { return float64(1 - 2*int(y)) }

// LogisticLoss is LearnLogistic without its gradient: the summed loss of samples.
func LogisticLoss(l *Layer, x [][2]float32, y []uint8) (sum float64) {
	for {
		n := 0
		n, sum = logisticLossByTable(l, x, y, sum)
		if n == len(x) {
			return sum
		}
		sum += Softplus(negatedMargin(l, x[n], y[n]))
		x, y = x[n+1:], y[n+1:]
	}
}
