package perceptron

// A layer from hidden units to hidden units, a tile at a time: eight weights of eight units, for each sample of a block.

// forward writes z = w·y + b: y has shape [n, inVecs], z [n, outVecs].
func (l *layer) forward(z, y []vec) {
	ins, outs := l.inVecs, l.outVecs
	for o := range outs {
		for c := range ins {
			w, k := l.tile(l.w, c, o), o
			for i := c; i < len(y); i += ins {
				a, z := &y[i], &z[k]
				b := z
				if c == 0 {
					b = &l.b[o]
				}
				a0, a1, a2, a3, a4, a5, a6, a7 := a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]
				z[0] = b[0] + w[0].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				z[1] = b[1] + w[1].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				z[2] = b[2] + w[2].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				z[3] = b[3] + w[3].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				z[4] = b[4] + w[4].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				z[5] = b[5] + w[5].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				z[6] = b[6] + w[6].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				z[7] = b[7] + w[7].dot(a0, a1, a2, a3, a4, a5, a6, a7)
				k += outs
			}
		}
	}
}

// addGradient adds Σ δy to the gradient of w and Σ δ to that of b: delta has shape [n, outVecs], y [n, inVecs].
func (l *layer) addGradient(grad layer, delta, y []vec) {
	ins, outs := l.inVecs, l.outVecs
	for o := range outs {
		for c := range ins {
			g, i, k := l.tile(grad.w, c, o), c, o
			for ; i+ins < len(y); i, k = i+2*ins, k+2*outs {
				a, b, d, e := &y[i], &y[i+ins], &delta[k], &delta[k+outs]
				a0, a1, a2, a3 := a[0], a[1], a[2], a[3]
				b0, b1, b2, b3 := b[0], b[1], b[2], b[3]
				addPair(g[0].low(), d[0], e[0], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[1].low(), d[1], e[1], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[2].low(), d[2], e[2], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[3].low(), d[3], e[3], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[4].low(), d[4], e[4], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[5].low(), d[5], e[5], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[6].low(), d[6], e[6], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[7].low(), d[7], e[7], a0, a1, a2, a3, b0, b1, b2, b3)
				a0, a1, a2, a3 = a[4], a[5], a[6], a[7]
				b0, b1, b2, b3 = b[4], b[5], b[6], b[7]
				addPair(g[0].high(), d[0], e[0], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[1].high(), d[1], e[1], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[2].high(), d[2], e[2], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[3].high(), d[3], e[3], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[4].high(), d[4], e[4], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[5].high(), d[5], e[5], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[6].high(), d[6], e[6], a0, a1, a2, a3, b0, b1, b2, b3)
				addPair(g[7].high(), d[7], e[7], a0, a1, a2, a3, b0, b1, b2, b3)
			}
			for ; i < len(y); i += ins {
				a, d := &y[i], &delta[k]
				a0, a1, a2, a3, a4, a5, a6, a7 := a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]
				g[0].add(d[0], a0, a1, a2, a3, a4, a5, a6, a7)
				g[1].add(d[1], a0, a1, a2, a3, a4, a5, a6, a7)
				g[2].add(d[2], a0, a1, a2, a3, a4, a5, a6, a7)
				g[3].add(d[3], a0, a1, a2, a3, a4, a5, a6, a7)
				g[4].add(d[4], a0, a1, a2, a3, a4, a5, a6, a7)
				g[5].add(d[5], a0, a1, a2, a3, a4, a5, a6, a7)
				g[6].add(d[6], a0, a1, a2, a3, a4, a5, a6, a7)
				g[7].add(d[7], a0, a1, a2, a3, a4, a5, a6, a7)
				k += outs
			}
		}
		grad.b[o].addAll(delta[o:], outs)
	}
}

// backward writes wᵀδ, the gradient by the outputs of the units this layer reads: delta has shape [n, outVecs],
// below [n, inVecs].
func (l *layer) backward(below, delta []vec) {
	ins, outs := l.inVecs, l.outVecs
	for c := range ins {
		for o := range outs {
			w, k := l.tile(l.w, c, o), c
			for i := o; i < len(delta); i += outs {
				d, y := &delta[i], &below[k]
				if o == 0 {
					*y = vec{}
				}
				d0, d1, d2, d3, d4, d5, d6, d7 := d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]
				y[0] += w.column(0, d0, d1, d2, d3, d4, d5, d6, d7)
				y[1] += w.column(1, d0, d1, d2, d3, d4, d5, d6, d7)
				y[2] += w.column(2, d0, d1, d2, d3, d4, d5, d6, d7)
				y[3] += w.column(3, d0, d1, d2, d3, d4, d5, d6, d7)
				y[4] += w.column(4, d0, d1, d2, d3, d4, d5, d6, d7)
				y[5] += w.column(5, d0, d1, d2, d3, d4, d5, d6, d7)
				y[6] += w.column(6, d0, d1, d2, d3, d4, d5, d6, d7)
				y[7] += w.column(7, d0, d1, d2, d3, d4, d5, d6, d7)
				k += ins
			}
		}
	}
}

// tile returns the weights, or their gradient, from vec c of the layer's inputs to vec o of its units.
func (l *layer) tile(w []vec, c, o int) *tile {
	return (*tile)(w[c*l.rows+8*o:])
}
