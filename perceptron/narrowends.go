package perceptron

// The first and the last layer, for narrow.go.

// forwardInputTanh writes tanh(w·x + b). It returns false if a sum lies beyond tanh's table, and that output means nothing.
func (l *layer) forwardInputTanh(y []vec, x [][2]float64) bool {
	w0, w1, b := &l.w[0], &l.w[1], &l.b[0]
	x = x[:len(y)]
	var far uint64
	for i := range y {
		x0, x1, p := x[i][0], x[i][1], &y[i]
		t0, k0 := tanhNear(b[0] + float64(w0[0]*x0) + float64(w1[0]*x1))
		p[0] = t0
		t1, k1 := tanhNear(b[1] + float64(w0[1]*x0) + float64(w1[1]*x1))
		p[1] = t1
		t2, k2 := tanhNear(b[2] + float64(w0[2]*x0) + float64(w1[2]*x1))
		p[2] = t2
		t3, k3 := tanhNear(b[3] + float64(w0[3]*x0) + float64(w1[3]*x1))
		p[3] = t3
		t4, k4 := tanhNear(b[4] + float64(w0[4]*x0) + float64(w1[4]*x1))
		p[4] = t4
		t5, k5 := tanhNear(b[5] + float64(w0[5]*x0) + float64(w1[5]*x1))
		p[5] = t5
		t6, k6 := tanhNear(b[6] + float64(w0[6]*x0) + float64(w1[6]*x1))
		p[6] = t6
		t7, k7 := tanhNear(b[7] + float64(w0[7]*x0) + float64(w1[7]*x1))
		p[7] = t7
		far |= k0 | k1 | k2 | k3 | k4 | k5 | k6 | k7
	}
	return far < tanhKnots
}

// learnOutput returns the summed loss of the logits, adds its gradient to grad, and writes the gradient by the sums of the units
// whose outputs are h to delta. Where a logit lies beyond the table of the loss it leaves grad as it was.
func (l *layer) learnOutput(grad *layer, delta, h []vec, y []int) (sum float64, ok bool) {
	w, g, b, gb := &l.w[0], &grad.w[0], l.b[0][0], grad.b[0][0]
	w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]
	g0, g1, g2, g3, g4, g5, g6, g7 := g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7]
	h, y = h[:len(delta)], y[:len(delta)]
	for i := range delta {
		a, e := &h[i], &delta[i]
		s := float64(1 - 2*y[i])
		r, k := nearest(float64(s * (b + a.dot(w0, w1, w2, w3, w4, w5, w6, w7))))
		if k >= knots {
			return 0, false
		}
		c := &curves[k]
		loss, p := c.both(c.both3(r))
		sum += loss
		d := float64(s * p)
		gb += d
		g0 += float64(d * a[0])
		g1 += float64(d * a[1])
		g2 += float64(d * a[2])
		g3 += float64(d * a[3])
		g4 += float64(d * a[4])
		g5 += float64(d * a[5])
		g6 += float64(d * a[6])
		g7 += float64(d * a[7])
		e[0] = float64(d*w0) * (1 - float64(a[0]*a[0]))
		e[1] = float64(d*w1) * (1 - float64(a[1]*a[1]))
		e[2] = float64(d*w2) * (1 - float64(a[2]*a[2]))
		e[3] = float64(d*w3) * (1 - float64(a[3]*a[3]))
		e[4] = float64(d*w4) * (1 - float64(a[4]*a[4]))
		e[5] = float64(d*w5) * (1 - float64(a[5]*a[5]))
		e[6] = float64(d*w6) * (1 - float64(a[6]*a[6]))
		e[7] = float64(d*w7) * (1 - float64(a[7]*a[7]))
	}
	*g, grad.b[0][0] = vec{g0, g1, g2, g3, g4, g5, g6, g7}, gb
	return sum, true
}

// lossOutput returns the summed loss of the logits, if none lies beyond its table.
func (l *layer) lossOutput(h []vec, y []int) (sum float64, ok bool) {
	w, b := &l.w[0], l.b[0][0]
	w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]
	y = y[:len(h)]
	for i := range h {
		s := float64(1 - 2*y[i])
		r, k := nearest(float64(s * (b + h[i].dot(w0, w1, w2, w3, w4, w5, w6, w7))))
		if k >= knots {
			return 0, false
		}
		sum += curves[k].softplus(r)
	}
	return sum, true
}
