package perceptron

// The layer from at most eight tanh units to eight, for narrow.go: hidden.go's single tile, with what is done to each of its
// outputs in the same loop. For few samples the weights are not named first, which takes as long as two samples.

const few = 2

// forwardTanh writes tanh(w·src + b). It returns false if a sum lies beyond tanh's table, and that output means nothing.
func (l *layer) forwardTanh(dst, src []vec) bool {
	if len(dst) <= few {
		return l.forwardTanhFew(dst, src)
	}
	w, b := l.tile(l.w, 0, 0), &l.b[0]
	a0, a1, a2, a3, a4, a5, a6, a7 := w[0][0], w[0][1], w[0][2], w[0][3], w[0][4], w[0][5], w[0][6], w[0][7]
	b0, b1, b2, b3, b4, b5, b6, b7 := w[1][0], w[1][1], w[1][2], w[1][3], w[1][4], w[1][5], w[1][6], w[1][7]
	c0, c1, c2, c3, c4, c5, c6, c7 := w[2][0], w[2][1], w[2][2], w[2][3], w[2][4], w[2][5], w[2][6], w[2][7]
	d0, d1, d2, d3, d4, d5, d6, d7 := w[3][0], w[3][1], w[3][2], w[3][3], w[3][4], w[3][5], w[3][6], w[3][7]
	e0, e1, e2, e3, e4, e5, e6, e7 := w[4][0], w[4][1], w[4][2], w[4][3], w[4][4], w[4][5], w[4][6], w[4][7]
	f0, f1, f2, f3, f4, f5, f6, f7 := w[5][0], w[5][1], w[5][2], w[5][3], w[5][4], w[5][5], w[5][6], w[5][7]
	g0, g1, g2, g3, g4, g5, g6, g7 := w[6][0], w[6][1], w[6][2], w[6][3], w[6][4], w[6][5], w[6][6], w[6][7]
	h0, h1, h2, h3, h4, h5, h6, h7 := w[7][0], w[7][1], w[7][2], w[7][3], w[7][4], w[7][5], w[7][6], w[7][7]
	src = src[:len(dst)]
	var far uint64
	for i := range dst {
		v, z := &src[i], &dst[i]
		y0, y1, y2, y3, y4, y5, y6, y7 := v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]
		t0, k0 := tanhNear(b[0] + (((float64(a0*y0) + float64(a1*y1)) + (float64(a2*y2) + float64(a3*y3))) + ((float64(a4*y4) + float64(a5*y5)) + (float64(a6*y6) + float64(a7*y7)))))
		z[0] = t0
		t1, k1 := tanhNear(b[1] + (((float64(b0*y0) + float64(b1*y1)) + (float64(b2*y2) + float64(b3*y3))) + ((float64(b4*y4) + float64(b5*y5)) + (float64(b6*y6) + float64(b7*y7)))))
		z[1] = t1
		t2, k2 := tanhNear(b[2] + (((float64(c0*y0) + float64(c1*y1)) + (float64(c2*y2) + float64(c3*y3))) + ((float64(c4*y4) + float64(c5*y5)) + (float64(c6*y6) + float64(c7*y7)))))
		z[2] = t2
		t3, k3 := tanhNear(b[3] + (((float64(d0*y0) + float64(d1*y1)) + (float64(d2*y2) + float64(d3*y3))) + ((float64(d4*y4) + float64(d5*y5)) + (float64(d6*y6) + float64(d7*y7)))))
		z[3] = t3
		t4, k4 := tanhNear(b[4] + (((float64(e0*y0) + float64(e1*y1)) + (float64(e2*y2) + float64(e3*y3))) + ((float64(e4*y4) + float64(e5*y5)) + (float64(e6*y6) + float64(e7*y7)))))
		z[4] = t4
		t5, k5 := tanhNear(b[5] + (((float64(f0*y0) + float64(f1*y1)) + (float64(f2*y2) + float64(f3*y3))) + ((float64(f4*y4) + float64(f5*y5)) + (float64(f6*y6) + float64(f7*y7)))))
		z[5] = t5
		t6, k6 := tanhNear(b[6] + (((float64(g0*y0) + float64(g1*y1)) + (float64(g2*y2) + float64(g3*y3))) + ((float64(g4*y4) + float64(g5*y5)) + (float64(g6*y6) + float64(g7*y7)))))
		z[6] = t6
		t7, k7 := tanhNear(b[7] + (((float64(h0*y0) + float64(h1*y1)) + (float64(h2*y2) + float64(h3*y3))) + ((float64(h4*y4) + float64(h5*y5)) + (float64(h6*y6) + float64(h7*y7)))))
		z[7] = t7
		far |= k0 | k1 | k2 | k3 | k4 | k5 | k6 | k7
	}
	return far < tanhKnots
}

func (l *layer) forwardTanhFew(dst, src []vec) bool {
	w, b := l.tile(l.w, 0, 0), &l.b[0]
	src = src[:len(dst)]
	var far uint64
	for i := range dst {
		v, z := &src[i], &dst[i]
		y0, y1, y2, y3, y4, y5, y6, y7 := v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]
		t0, k0 := tanhNear(b[0] + w[0].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[0] = t0
		t1, k1 := tanhNear(b[1] + w[1].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[1] = t1
		t2, k2 := tanhNear(b[2] + w[2].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[2] = t2
		t3, k3 := tanhNear(b[3] + w[3].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[3] = t3
		t4, k4 := tanhNear(b[4] + w[4].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[4] = t4
		t5, k5 := tanhNear(b[5] + w[5].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[5] = t5
		t6, k6 := tanhNear(b[6] + w[6].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[6] = t6
		t7, k7 := tanhNear(b[7] + w[7].dot(y0, y1, y2, y3, y4, y5, y6, y7))
		z[7] = t7
		far |= k0 | k1 | k2 | k3 | k4 | k5 | k6 | k7
	}
	return far < tanhKnots
}

// backwardTanh writes wᵀδ times 1 − src², the gradient by the sums of the units whose outputs are src.
func (l *layer) backwardTanh(below, delta, src []vec) {
	if len(below) <= few {
		l.backwardTanhFew(below, delta, src)
		return
	}
	w := l.tile(l.w, 0, 0)
	a0, a1, a2, a3, a4, a5, a6, a7 := w[0][0], w[0][1], w[0][2], w[0][3], w[0][4], w[0][5], w[0][6], w[0][7]
	b0, b1, b2, b3, b4, b5, b6, b7 := w[1][0], w[1][1], w[1][2], w[1][3], w[1][4], w[1][5], w[1][6], w[1][7]
	c0, c1, c2, c3, c4, c5, c6, c7 := w[2][0], w[2][1], w[2][2], w[2][3], w[2][4], w[2][5], w[2][6], w[2][7]
	d0, d1, d2, d3, d4, d5, d6, d7 := w[3][0], w[3][1], w[3][2], w[3][3], w[3][4], w[3][5], w[3][6], w[3][7]
	e0, e1, e2, e3, e4, e5, e6, e7 := w[4][0], w[4][1], w[4][2], w[4][3], w[4][4], w[4][5], w[4][6], w[4][7]
	f0, f1, f2, f3, f4, f5, f6, f7 := w[5][0], w[5][1], w[5][2], w[5][3], w[5][4], w[5][5], w[5][6], w[5][7]
	g0, g1, g2, g3, g4, g5, g6, g7 := w[6][0], w[6][1], w[6][2], w[6][3], w[6][4], w[6][5], w[6][6], w[6][7]
	h0, h1, h2, h3, h4, h5, h6, h7 := w[7][0], w[7][1], w[7][2], w[7][3], w[7][4], w[7][5], w[7][6], w[7][7]
	delta, src = delta[:len(below)], src[:len(below)]
	for i := range below {
		t, u, v := &delta[i], &below[i], &src[i]
		t0, t1, t2, t3, t4, t5, t6, t7 := t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]
		u[0] = (((float64(a0*t0) + float64(b0*t1)) + (float64(c0*t2) + float64(d0*t3))) + ((float64(e0*t4) + float64(f0*t5)) + (float64(g0*t6) + float64(h0*t7)))) * (1 - float64(v[0]*v[0]))
		u[1] = (((float64(a1*t0) + float64(b1*t1)) + (float64(c1*t2) + float64(d1*t3))) + ((float64(e1*t4) + float64(f1*t5)) + (float64(g1*t6) + float64(h1*t7)))) * (1 - float64(v[1]*v[1]))
		u[2] = (((float64(a2*t0) + float64(b2*t1)) + (float64(c2*t2) + float64(d2*t3))) + ((float64(e2*t4) + float64(f2*t5)) + (float64(g2*t6) + float64(h2*t7)))) * (1 - float64(v[2]*v[2]))
		u[3] = (((float64(a3*t0) + float64(b3*t1)) + (float64(c3*t2) + float64(d3*t3))) + ((float64(e3*t4) + float64(f3*t5)) + (float64(g3*t6) + float64(h3*t7)))) * (1 - float64(v[3]*v[3]))
		u[4] = (((float64(a4*t0) + float64(b4*t1)) + (float64(c4*t2) + float64(d4*t3))) + ((float64(e4*t4) + float64(f4*t5)) + (float64(g4*t6) + float64(h4*t7)))) * (1 - float64(v[4]*v[4]))
		u[5] = (((float64(a5*t0) + float64(b5*t1)) + (float64(c5*t2) + float64(d5*t3))) + ((float64(e5*t4) + float64(f5*t5)) + (float64(g5*t6) + float64(h5*t7)))) * (1 - float64(v[5]*v[5]))
		u[6] = (((float64(a6*t0) + float64(b6*t1)) + (float64(c6*t2) + float64(d6*t3))) + ((float64(e6*t4) + float64(f6*t5)) + (float64(g6*t6) + float64(h6*t7)))) * (1 - float64(v[6]*v[6]))
		u[7] = (((float64(a7*t0) + float64(b7*t1)) + (float64(c7*t2) + float64(d7*t3))) + ((float64(e7*t4) + float64(f7*t5)) + (float64(g7*t6) + float64(h7*t7)))) * (1 - float64(v[7]*v[7]))
	}
}

func (l *layer) backwardTanhFew(below, delta, src []vec) {
	w := l.tile(l.w, 0, 0)
	delta, src = delta[:len(below)], src[:len(below)]
	for i := range below {
		t, u, v := &delta[i], &below[i], &src[i]
		t0, t1, t2, t3, t4, t5, t6, t7 := t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]
		u[0] = (((float64(w[0][0]*t0) + float64(w[1][0]*t1)) + (float64(w[2][0]*t2) + float64(w[3][0]*t3))) + ((float64(w[4][0]*t4) + float64(w[5][0]*t5)) + (float64(w[6][0]*t6) + float64(w[7][0]*t7)))) * (1 - float64(v[0]*v[0]))
		u[1] = (((float64(w[0][1]*t0) + float64(w[1][1]*t1)) + (float64(w[2][1]*t2) + float64(w[3][1]*t3))) + ((float64(w[4][1]*t4) + float64(w[5][1]*t5)) + (float64(w[6][1]*t6) + float64(w[7][1]*t7)))) * (1 - float64(v[1]*v[1]))
		u[2] = (((float64(w[0][2]*t0) + float64(w[1][2]*t1)) + (float64(w[2][2]*t2) + float64(w[3][2]*t3))) + ((float64(w[4][2]*t4) + float64(w[5][2]*t5)) + (float64(w[6][2]*t6) + float64(w[7][2]*t7)))) * (1 - float64(v[2]*v[2]))
		u[3] = (((float64(w[0][3]*t0) + float64(w[1][3]*t1)) + (float64(w[2][3]*t2) + float64(w[3][3]*t3))) + ((float64(w[4][3]*t4) + float64(w[5][3]*t5)) + (float64(w[6][3]*t6) + float64(w[7][3]*t7)))) * (1 - float64(v[3]*v[3]))
		u[4] = (((float64(w[0][4]*t0) + float64(w[1][4]*t1)) + (float64(w[2][4]*t2) + float64(w[3][4]*t3))) + ((float64(w[4][4]*t4) + float64(w[5][4]*t5)) + (float64(w[6][4]*t6) + float64(w[7][4]*t7)))) * (1 - float64(v[4]*v[4]))
		u[5] = (((float64(w[0][5]*t0) + float64(w[1][5]*t1)) + (float64(w[2][5]*t2) + float64(w[3][5]*t3))) + ((float64(w[4][5]*t4) + float64(w[5][5]*t5)) + (float64(w[6][5]*t6) + float64(w[7][5]*t7)))) * (1 - float64(v[5]*v[5]))
		u[6] = (((float64(w[0][6]*t0) + float64(w[1][6]*t1)) + (float64(w[2][6]*t2) + float64(w[3][6]*t3))) + ((float64(w[4][6]*t4) + float64(w[5][6]*t5)) + (float64(w[6][6]*t6) + float64(w[7][6]*t7)))) * (1 - float64(v[6]*v[6]))
		u[7] = (((float64(w[0][7]*t0) + float64(w[1][7]*t1)) + (float64(w[2][7]*t2) + float64(w[3][7]*t3))) + ((float64(w[4][7]*t4) + float64(w[5][7]*t5)) + (float64(w[6][7]*t6) + float64(w[7][7]*t7)))) * (1 - float64(v[7]*v[7]))
	}
}
