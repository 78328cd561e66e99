//go:build !wasm

package perceptron

//go:generate go run ./internal/kernelgen kernel_wasm.s

// The kernels are what training spends its time in. Here they are in Go. For WebAssembly, where Go's compiler adds up the
// address of each float64 and takes a number's bits by way of memory, internal/kernelgen writes the same, operation for
// operation, in WebAssembly's own instructions (kernel_wasm.s). kernel_test.go and `make test-bits` hold both to the same bits.
//
// Hidden units lie by the eight (vec.go). Shapes are [n, inVecs], [n, outVecs] and [n, K] of n samples.

// forwardInput writes z = w·x + b of hidden units that read the points.
func forwardInput(l *layer, z []vec, x [][2]float64) {
	outs := l.outVecs
	for o := range outs {
		w0, w1, b, k := &l.w[2*o], &l.w[2*o+1], &l.b[o], o
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

// gradientInput adds Σ δx to the gradient of w and Σ δ to that of b. grad holds the layer's gradient.
func gradientInput(grad *layer, delta []vec, x [][2]float64) {
	outs := grad.outVecs
	for o := range outs {
		g0, g1, b, k := grad.w[2*o], grad.w[2*o+1], grad.b[o], o
		for i := range x {
			d := &delta[k]
			d0, d1, d2, d3, d4, d5, d6, d7 := d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]
			g0.add(x[i][0], d0, d1, d2, d3, d4, d5, d6, d7)
			g1.add(x[i][1], d0, d1, d2, d3, d4, d5, d6, d7)
			b.add(1, d0, d1, d2, d3, d4, d5, d6, d7)
			k += outs
		}
		grad.w[2*o], grad.w[2*o+1], grad.b[o] = g0, g1, b
	}
}

// forwardHidden writes z = w·y + b of hidden units that read hidden units.
func forwardHidden(l *layer, z, y []vec) {
	ins, outs := l.inVecs, l.outVecs
	for o := range outs {
		for c := range ins {
			w, k := l.tile(c, o), o
			for i := c; i < len(y); i += ins {
				v, z := &y[i], &z[k]
				b := z
				if c == 0 {
					b = &l.b[o]
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

// gradientHidden adds Σ δy to the gradient of w and Σ δ to that of b.
func gradientHidden(grad *layer, delta, y []vec) {
	ins, outs := grad.inVecs, grad.outVecs
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
					grad.b[o].add(1, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7])
				}
				k += outs
			}
		}
	}
}

// backwardHidden writes wᵀδ, the gradient by the outputs of the units that the layer reads.
func backwardHidden(l *layer, below, delta []vec) {
	ins, outs := l.inVecs, l.outVecs
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

// forwardOutput writes the logits z = w·y + b.
func forwardOutput(l *layer, z []float64, y []vec) {
	ins, outs := l.inVecs, l.out
	for j := range outs {
		for c := range ins {
			w, b, k := l.w[c*l.rows+j], l.b[j/8][j%8], j
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

// gradientOutput adds Σ δy to the gradient of w and Σ δ to that of b.
func gradientOutput(grad *layer, delta []float64, y []vec) {
	ins, outs := grad.inVecs, grad.out
	for j := range outs {
		for c := range ins {
			g, k := grad.w[c*grad.rows+j], j
			for i := c; i < len(y); i += ins {
				v := &y[i]
				g.add(delta[k], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
				k += outs
			}
			grad.w[c*grad.rows+j] = g
		}
		b := &grad.b[j/8][j%8]
		for k := j; k < len(delta); k += outs {
			*b += delta[k]
		}
	}
}

// backwardOutput writes wᵀδ, the gradient by the outputs of the hidden units.
func backwardOutput(l *layer, below []vec, delta []float64) {
	ins, outs := l.inVecs, l.out
	for c := range ins {
		for j := range outs {
			w, k := &l.w[c*l.rows+j], j
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

// tanhByTable replaces the numbers from v[i] on by their tanh, up to one that is not near a knot of its table. It returns how many
// numbers lie before that one, or how many there are.
func tanhByTable(v []vec, i int) (done int) {
	for ; i < len(v); i++ {
		for j, z := range &v[i] {
			t, k := tanhNear(z)
			if k >= tanhKnots {
				return 8*i + j
			}
			v[i][j] = t
		}
	}
	return 8 * i
}

// sigmoidByTable is tanhByTable for σ.
func sigmoidByTable(v []vec, i int) (done int) {
	for ; i < len(v); i++ {
		for j, z := range &v[i] {
			r, k := nearestKnot(z)
			if k >= knots {
				return 8*i + j
			}
			v[i][j] = curves[k].sigmoid(r)
		}
	}
	return 8 * i
}

// applyReLU replaces each number that is not above 0 by 0. NaN stays.
func applyReLU(v []vec) {
	for i := range v {
		for j, z := range &v[i] {
			if z <= 0 { // not z < 0, so that −0 becomes 0
				v[i][j] = 0
			}
		}
	}
}

// The derivatives, from a unit's output y:

// tanh′(z) = 1 − tanh²(z)
func tanhBackward(delta, y []vec) {
	for i := range delta {
		d, a := &delta[i], &y[i]
		for j := range d {
			d[j] *= 1 - float64(a[j]*a[j])
		}
	}
}

// σ′(z) = σ(z)(1 − σ(z))
func sigmoidBackward(delta, y []vec) {
	for i := range delta {
		d, a := &delta[i], &y[i]
		for j := range d {
			d[j] *= float64(a[j] * (1 - a[j]))
		}
	}
}

// relu′(z) = 1 where z > 0, else 0, also at the kink, as in PyTorch
func reluBackward(delta, y []vec) {
	for i := range delta {
		d, a := &delta[i], &y[i]
		for j := range d {
			if a[j] <= 0 {
				d[j] = 0
			}
		}
	}
}

// bceByTable is bce from logit i on, up to one that is not near a knot of its table, if there is one. It returns the number of
// that, and sum with the losses before it.
func bceByTable(delta, z []float64, y []int, i int, sum float64) (done int, total float64) {
	for ; i < len(z); i++ {
		s := float64(1 - 2*y[i])
		r, k := nearestKnot(float64(s * z[i]))
		if k >= knots {
			break
		}
		c := &curves[k]
		loss, p := c.both(c.both3(r))
		delta[i] = s * p
		sum += loss
	}
	return i, sum
}

// logisticByTable goes through samples with the single neuron, up to one whose logit is not near a knot of the table. It adds to grad
// what they contribute to the gradient, and returns how many they are, and sum with their losses.
func logisticByTable(l, grad *layer, x [][2]float64, y []int, sum float64) (n int, total float64) {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	g0, g1, g := grad.w[0][0], grad.w[1][0], grad.b[0][0]
	y = y[:len(x)]
	for ; n < len(x); n++ {
		s, x0, x1 := float64(1-2*y[n]), x[n][0], x[n][1]
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
	grad.w[0][0], grad.w[1][0], grad.b[0][0] = g0, g1, g
	return n, sum
}

// logisticLossByTable is logisticByTable without the gradient.
func logisticLossByTable(l *layer, x [][2]float64, y []int, sum float64) (n int, total float64) {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	y = y[:len(x)]
	for ; n < len(x); n++ {
		t := float64(float64(1-2*y[n]) * (b + float64(w0*x[n][0]) + float64(w1*x[n][1])))
		r, k := nearestKnot(t)
		if k >= knots {
			break
		}
		c := &curves[k]
		sum += c.softplus(r)
	}
	return n, sum
}

// logisticStepsByTable takes steps of batch size 1: to rounding, logisticByTable and descendLogistic in turn for each sample that which names,
// up to one whose logit is not near a knot of the table. shrink is the learning rate times the weight decay. It returns how
// many it took, and 0, or NaN if a parameter is not finite: after such a step no sample is near.
//
// Of a step's operations each waits for the one before, so the time is that of the chain, and it is kept short: the sign s
// and the learning rate go into the sample, which waits for nothing.
func logisticStepsByTable(l *layer, x [][2]float64, y []int, which []int, lr, shrink float64) (taken int, zero float64) {
	w0, w1, b := l.w[0][0], l.w[1][0], l.b[0][0]
	for ; taken < len(which); taken++ {
		i := which[taken]
		s := float64(1 - 2*y[i])
		x0, x1 := s*x[i][0], s*x[i][1]
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
	l.w[0][0], l.w[1][0], l.b[0][0] = w0, w1, b
	return taken, (w0 - w0) + (w1 - w1) + (b - b)
}

// pick copies the samples that which names.
func pick(x [][2]float64, y []int, fromX [][2]float64, fromY []int, which []int) {
	for i, j := range which {
		x[i], y[i] = fromX[j], fromY[j]
	}
}

// sgdStep is gradient descent, θ ← θ − lr·share·sum. It clears sum too and returns 0, or NaN if not all of theta is finite:
// one way through the parameters, since short batches have few samples to share it.
func sgdStep(theta, sum []vec, share, lr float64) (zero float64) {
	for i := range theta {
		p, g := &theta[i], &sum[i]
		for j := range p {
			p[j] -= float64(lr * float64(g[j]*share))
		}
		zero += p.nonFinite()
	}
	clear(sum)
	return zero
}
