package kernel

// Outputs that read the points themselves, without hidden units: two weights and a bias each, eight of them in three Vecs w0,
// w1, b. One is the single neuron.

// ForwardNeurons writes z = w·x + b of each of K outputs that read the points themselves: z has shape [n, K].
func ForwardNeurons(l *Layer, z []float64, x [][2]float64) {
	for j := range l.Out {
		w0, w1, b := l.W[j/8*2][j%8], l.W[j/8*2+1][j%8], l.B[j/8][j%8]
		if l.Out == 1 {
			forwardNeuron(z, w0, w1, b, x)
			return
		}
		k := j
		for i := range x {
			z[k] = b + float64(w0*x[i][0]) + float64(w1*x[i][1])
			k += l.Out
		}
	}
}

// GradientNeurons adds Σ δx to the gradient of w and Σ δ to that of b: delta has shape [n, K], x [n, 2].
func GradientNeurons(grad *Layer, delta []float64, x [][2]float64) {
	for j := range grad.Out {
		w0, w1, b := &grad.W[j/8*2][j%8], &grad.W[j/8*2+1][j%8], &grad.B[j/8][j%8]
		if grad.Out == 1 {
			*w0, *w1, *b = gradientNeuron(*w0, *w1, *b, delta, x)
			return
		}
		g0, g1, g, k := *w0, *w1, *b, j
		for i := range x {
			d := delta[k]
			g0 += float64(d * x[i][0])
			g1 += float64(d * x[i][1])
			g += d
			k += grad.Out
		}
		*w0, *w1, *b = g0, g1, g
	}
}

// forwardNeuron writes z = w0 x0 + w1 x1 + b for each sample, four in a turn of the loop.
func forwardNeuron(z []float64, w0, w1, b float64, x [][2]float64) {
	for len(x) >= 4 && len(z) >= 4 {
		p, q := (*[4]float64)(z), (*[4][2]float64)(x)
		p[0] = b + float64(w0*q[0][0]) + float64(w1*q[0][1])
		p[1] = b + float64(w0*q[1][0]) + float64(w1*q[1][1])
		p[2] = b + float64(w0*q[2][0]) + float64(w1*q[2][1])
		p[3] = b + float64(w0*q[3][0]) + float64(w1*q[3][1])
		z, x = z[4:], x[4:]
	}
	for i := range x {
		z[i] = b + float64(w0*x[i][0]) + float64(w1*x[i][1])
	}
}

// gradientNeuron adds Σ δx0, Σ δx1 and Σ δ to g0, g1 and g, four samples in a turn of the loop, and returns them.
func gradientNeuron(g0, g1, g float64, delta []float64, x [][2]float64) (float64, float64, float64) {
	for len(x) >= 4 && len(delta) >= 4 {
		d, q := (*[4]float64)(delta), (*[4][2]float64)(x)
		g0 += float64(d[0] * q[0][0])
		g1 += float64(d[0] * q[0][1])
		g += d[0]
		g0 += float64(d[1] * q[1][0])
		g1 += float64(d[1] * q[1][1])
		g += d[1]
		g0 += float64(d[2] * q[2][0])
		g1 += float64(d[2] * q[2][1])
		g += d[2]
		g0 += float64(d[3] * q[3][0])
		g1 += float64(d[3] * q[3][1])
		g += d[3]
		delta, x = delta[4:], x[4:]
	}
	for i, d := range delta[:len(x)] {
		g0 += float64(d * x[i][0])
		g1 += float64(d * x[i][1])
		g += d
	}
	return g0, g1, g
}
