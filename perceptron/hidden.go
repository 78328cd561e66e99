package perceptron

// The layers that read hidden units. A sample's units lie in memory together, padded with zeros to a multiple of 8, so
// that every sum has whole groups of 8 terms: what costs time, in WebAssembly most of all, is each turn of a loop, and
// each bounds check. A row of 8 weights is held in locals while all samples of the block go by.

// forward writes z = w·y + b of each unit: y has shape [n, inStride], z [n, outStride].
func (l *layer) forward(z, y []float64) {
	in, out := l.inStride, l.outStride
	for j := range l.out {
		for c := 0; c < in; c += 8 {
			w := (*[8]float64)(l.w[j*in+c:])
			w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]
			k, b := j, l.b[j]
			for i := c; i < len(y); i += in {
				a := (*[8]float64)(y[i:])
				if c > 0 {
					b = z[k]
				}
				z[k] = b + ((float64(w0*a[0]) + float64(w1*a[1])) + (float64(w2*a[2]) + float64(w3*a[3])) +
					((float64(w4*a[4]) + float64(w5*a[5])) + (float64(w6*a[6]) + float64(w7*a[7]))))
				k += out
			}
		}
	}
}

// addGradient adds Σ δy to the gradient of w and Σ δ to that of b: delta has shape [n, outStride], y [n, inStride].
func (l *layer) addGradient(gradW, gradB, delta, y []float64) {
	in, out := l.inStride, l.outStride
	for j := range l.out {
		for c := 0; c < in; c += 8 {
			g := (*[8]float64)(gradW[j*in+c:])
			g0, g1, g2, g3, g4, g5, g6, g7 := g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7]
			k, gb := j, gradB[j]
			for i := c; i < len(y); i += in {
				a, d := (*[8]float64)(y[i:]), delta[k]
				g0 += float64(d * a[0])
				g1 += float64(d * a[1])
				g2 += float64(d * a[2])
				g3 += float64(d * a[3])
				g4 += float64(d * a[4])
				g5 += float64(d * a[5])
				g6 += float64(d * a[6])
				g7 += float64(d * a[7])
				gb += d
				k += out
			}
			g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7] = g0, g1, g2, g3, g4, g5, g6, g7
			if c == 0 {
				gradB[j] = gb
			}
		}
	}
}

// backward writes wᵀδ, the gradient by the hidden units this layer reads: delta has shape [n, outStride], padded, and
// below [n, inStride].
func (l *layer) backward(below, delta []float64) {
	in, out := l.inStride, l.outStride
	for i := range l.in {
		for c := 0; c < out; c += 8 {
			w, s := l.w[c*in+i:], in
			w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[s], w[2*s], w[3*s], w[4*s], w[5*s], w[6*s], w[7*s]
			k := i
			for j := c; j < len(delta); j += out {
				d, sum := (*[8]float64)(delta[j:]), 0.
				if c > 0 {
					sum = below[k]
				}
				below[k] = sum + ((float64(w0*d[0]) + float64(w1*d[1])) + (float64(w2*d[2]) + float64(w3*d[3])) +
					((float64(w4*d[4]) + float64(w5*d[5])) + (float64(w6*d[6]) + float64(w7*d[7]))))
				k += in
			}
		}
	}
}

// backwardOutput is backward for the last layer, whose outputs are not padded: delta has shape [n, out].
func (l *layer) backwardOutput(below, delta []float64) {
	in, out := l.inStride, l.outStride
	for j := range l.out {
		for c := 0; c < in; c += 8 {
			w := (*[8]float64)(l.w[j*in+c:])
			w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]
			k := j
			for i := c; i < len(below); i += in {
				a, d := (*[8]float64)(below[i:]), delta[k]
				if j == 0 {
					*a = [8]float64{}
				}
				a[0] += float64(d * w0)
				a[1] += float64(d * w1)
				a[2] += float64(d * w2)
				a[3] += float64(d * w3)
				a[4] += float64(d * w4)
				a[5] += float64(d * w5)
				a[6] += float64(d * w6)
				a[7] += float64(d * w7)
				k += out
			}
		}
	}
}
