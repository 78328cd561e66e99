//go:build !wasm

package kernel

//go:generate go run ../kernelgen kernel_wasm.s

// The kernels of layers. Shapes are [n, InVecs], [n, OutVecs] and [n, K] of n samples; x is [n, 2].

// ForwardInput writes z = w·x + b of hidden units that read the points.
func ForwardInput(l *Layer, z []Vec, x [][2]float64) {
	outs := l.OutVecs
	for o := range outs {
		w0, w1, b, k := &l.W[2*o], &l.W[2*o+1], &l.B[o], o
		for i := range x {
			x0, x1, z := x[i][0], x[i][1], &z[k]
			z[0] = b[0] + float64(w0[0]*x0) + float64(w1[0]*x1)
			z[1] = b[1] + float64(w0[1]*x0) + float64(w1[1]*x1)
			z[2] = b[2] + float64(w0[2]*x0) + float64(w1[2]*x1)
			z[3] = b[3] + float64(w0[3]*x0) + float64(w1[3]*x1)
			z[4] = b[4] + float64(w0[4]*x0) + float64(w1[4]*x1)
			z[5] = b[5] + float64(w0[5]*x0) + float64(w1[5]*x1)
			z[6] = b[6] + float64(w0[6]*x0) + float64(w1[6]*x1)
			z[7] = b[7] + float64(w0[7]*x0) + float64(w1[7]*x1)
			k += outs
		}
	}
}

// GradientInput adds Σ δx to the gradient of w and Σ δ to that of b. grad holds the layer's gradient.
func GradientInput(grad *Layer, delta []Vec, x [][2]float64) {
	outs := grad.OutVecs
	for o := range outs {
		g0, g1, b, k := grad.W[2*o], grad.W[2*o+1], grad.B[o], o
		for i := range x {
			d := &delta[k]
			d0, d1, d2, d3, d4, d5, d6, d7 := d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]
			g0.add(x[i][0], d0, d1, d2, d3, d4, d5, d6, d7)
			g1.add(x[i][1], d0, d1, d2, d3, d4, d5, d6, d7)
			b.add(1, d0, d1, d2, d3, d4, d5, d6, d7)
			k += outs
		}
		grad.W[2*o], grad.W[2*o+1], grad.B[o] = g0, g1, b
	}
}

// ForwardHidden writes z = w·y + b of hidden units that read hidden units.
func ForwardHidden(l *Layer, z, y []Vec) {
	ins, outs := l.InVecs, l.OutVecs
	for o := range outs {
		for c := range ins {
			w, k := l.tile(c, o), o
			for i := c; i < len(y); i += ins {
				v, z := &y[i], &z[k]
				b := z
				if c == 0 {
					b = &l.B[o]
				}
				y0, y1, y2, y3, y4, y5, y6, y7 := v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]
				z[0] = b[0] + w[0].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				z[1] = b[1] + w[1].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				z[2] = b[2] + w[2].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				z[3] = b[3] + w[3].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				z[4] = b[4] + w[4].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				z[5] = b[5] + w[5].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				z[6] = b[6] + w[6].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				z[7] = b[7] + w[7].dot(y0, y1, y2, y3, y4, y5, y6, y7)
				k += outs
			}
		}
	}
}

// GradientHidden adds Σ δy to the gradient of w and Σ δ to that of b.
func GradientHidden(grad *Layer, delta, y []Vec) {
	ins, outs := grad.InVecs, grad.OutVecs
	for o := range outs {
		for c := range ins {
			g, k := grad.tile(c, o), o
			for i := c; i < len(y); i += ins {
				v, d := &y[i], &delta[k]
				y0, y1, y2, y3, y4, y5, y6, y7 := v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]
				g[0].add(d[0], y0, y1, y2, y3, y4, y5, y6, y7)
				g[1].add(d[1], y0, y1, y2, y3, y4, y5, y6, y7)
				g[2].add(d[2], y0, y1, y2, y3, y4, y5, y6, y7)
				g[3].add(d[3], y0, y1, y2, y3, y4, y5, y6, y7)
				g[4].add(d[4], y0, y1, y2, y3, y4, y5, y6, y7)
				g[5].add(d[5], y0, y1, y2, y3, y4, y5, y6, y7)
				g[6].add(d[6], y0, y1, y2, y3, y4, y5, y6, y7)
				g[7].add(d[7], y0, y1, y2, y3, y4, y5, y6, y7)
				if c == 0 {
					grad.B[o].add(1, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7])
				}
				k += outs
			}
		}
	}
}

// BackwardHidden writes wᵀδ, the gradient by the outputs of the units that the layer reads.
func BackwardHidden(l *Layer, below, delta []Vec) {
	ins, outs := l.InVecs, l.OutVecs
	for c := range ins {
		for o := range outs {
			w, k := l.tile(c, o), c
			for i := o; i < len(delta); i += outs {
				d, y := &delta[i], &below[k]
				b := y
				if o == 0 {
					b = &zeros
				}
				d0, d1, d2, d3, d4, d5, d6, d7 := d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]
				for j := range y {
					y[j] = b[j] + (((float64(w[0][j]*d0) + float64(w[1][j]*d1)) + (float64(w[2][j]*d2) + float64(w[3][j]*d3))) +
						((float64(w[4][j]*d4) + float64(w[5][j]*d5)) + (float64(w[6][j]*d6) + float64(w[7][j]*d7))))
				}
				k += ins
			}
		}
	}
}

// ForwardOutput writes the logits z = w·y + b.
func ForwardOutput(l *Layer, z []float64, y []Vec) {
	ins, outs := l.InVecs, l.Out
	for j := range outs {
		for c := range ins {
			w, b, k := l.W[c*l.rows+j], l.B[j/8][j%8], j
			for i := c; i < len(y); i += ins {
				if c > 0 {
					b = z[k]
				}
				v := &y[i]
				z[k] = b + w.dot(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
				k += outs
			}
		}
	}
}

// GradientOutput adds Σ δy to the gradient of w and Σ δ to that of b.
func GradientOutput(grad *Layer, delta []float64, y []Vec) {
	ins, outs := grad.InVecs, grad.Out
	for j := range outs {
		for c := range ins {
			g, k := grad.W[c*grad.rows+j], j
			for i := c; i < len(y); i += ins {
				v := &y[i]
				g.add(delta[k], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
				k += outs
			}
			grad.W[c*grad.rows+j] = g
		}
		b := &grad.B[j/8][j%8]
		for k := j; k < len(delta); k += outs {
			*b += delta[k]
		}
	}
}

// BackwardOutput writes wᵀδ, the gradient by the outputs of the hidden units.
func BackwardOutput(l *Layer, below []Vec, delta []float64) {
	ins, outs := l.InVecs, l.Out
	for c := range ins {
		for j := range outs {
			w, k := &l.W[c*l.rows+j], j
			for i := c; i < len(below); i += ins {
				if j == 0 {
					below[i] = zeros
				}
				below[i].add(delta[k], w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7])
				k += outs
			}
		}
	}
}
