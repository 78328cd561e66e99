package perceptron

// The layer that reads the points: two weights and a bias for each unit. It is all there is of a single neuron.

// forwardInput writes z = w·x + b of each unit: x has shape [n, 2], z [n, outStride].
func (l *layer) forwardInput(z []float64, x [][2]float64) {
	for j := range l.out {
		w0, w1, b := l.w[2*j], l.w[2*j+1], l.b[j]
		k := j
		for i := range x {
			z[k] = b + float64(w0*x[i][0]) + float64(w1*x[i][1])
			k += l.outStride
		}
	}
}

// addGradientInput adds Σ δx to the gradient of w and Σ δ to that of b: delta has shape [n, outStride], x [n, 2].
func (l *layer) addGradientInput(gradW, gradB, delta []float64, x [][2]float64) {
	for j := range l.out {
		g0, g1, g := gradW[2*j], gradW[2*j+1], gradB[j]
		k := j
		for i := range x {
			d := delta[k]
			g0 += float64(d * x[i][0])
			g1 += float64(d * x[i][1])
			g += d
			k += l.outStride
		}
		gradW[2*j], gradW[2*j+1], gradB[j] = g0, g1, g
	}
}
