package perceptron

// The last layer after hidden units: K logits, for the most part one, each the dot product of a row of weights.

// forwardOutput writes z = w·y + b: y has shape [n, inVecs], z [n, K].
func (l *layer) forwardOutput(z []float64, y []vec) {
	ins, outs := l.inVecs, l.out
	for j := range outs {
		for c := range ins {
			w, b, k := l.w[c*l.rows+j], l.b[j/8][j%8], j
			w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]
			for i := c; i < len(y); i += ins {
				if c > 0 {
					b = z[k]
				}
				z[k] = b + y[i].dot(w0, w1, w2, w3, w4, w5, w6, w7)
				k += outs
			}
		}
	}
}

// addGradientOutput adds Σ δy to the gradient of w and Σ δ to that of b: delta has shape [n, K], y [n, inVecs].
func (l *layer) addGradientOutput(grad layer, delta []float64, y []vec) {
	ins, outs := l.inVecs, l.out
	for j := range outs {
		for c := range ins {
			g, k := &grad.w[c*l.rows+j], j
			g0, g1, g2, g3, g4, g5, g6, g7 := g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7]
			for i := c; i < len(y); i += ins {
				a, d := &y[i], delta[k]
				g0 += float64(d * a[0])
				g1 += float64(d * a[1])
				g2 += float64(d * a[2])
				g3 += float64(d * a[3])
				g4 += float64(d * a[4])
				g5 += float64(d * a[5])
				g6 += float64(d * a[6])
				g7 += float64(d * a[7])
				k += outs
			}
			*g = vec{g0, g1, g2, g3, g4, g5, g6, g7}
		}
		b := &grad.b[j/8][j%8]
		for k := j; k < len(delta); k += outs {
			*b += delta[k]
		}
	}
}

// backwardOutput writes wᵀδ, the gradient by the outputs of the hidden units: delta has shape [n, K], below [n, inVecs].
func (l *layer) backwardOutput(below []vec, delta []float64) {
	ins, outs := l.inVecs, l.out
	for c := range ins {
		for j := range outs {
			w, k := l.w[c*l.rows+j], j
			w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]
			for i := c; i < len(below); i += ins {
				if j == 0 {
					below[i] = vec{}
				}
				below[i].add(delta[k], w0, w1, w2, w3, w4, w5, w6, w7)
				k += outs
			}
		}
	}
}
