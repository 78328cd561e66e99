package perceptron

// The layer that reads the points: two weights and a bias for each unit. It is all there is of a single neuron.

// forwardInput writes z = w·x + b of each unit: x has shape [n, 2], z [n, outStride].
func (l *layer) forwardInput(z []float64, x [][2]float64) {
	switch stride := l.outStride; {
	case stride == 1:
		forwardNeuron(z, l.w[0], l.w[1], l.b[0], x)
	case stride%8 == 0:
		for c := 0; c < stride; c += 8 {
			w, b := (*[16]float64)(l.w[2*c:]), (*[8]float64)(l.b[c:])
			k := c
			for i := range x {
				x0, x1, z := x[i][0], x[i][1], (*[8]float64)(z[k:])
				z[0] = b[0] + float64(w[0]*x0) + float64(w[1]*x1)
				z[1] = b[1] + float64(w[2]*x0) + float64(w[3]*x1)
				z[2] = b[2] + float64(w[4]*x0) + float64(w[5]*x1)
				z[3] = b[3] + float64(w[6]*x0) + float64(w[7]*x1)
				z[4] = b[4] + float64(w[8]*x0) + float64(w[9]*x1)
				z[5] = b[5] + float64(w[10]*x0) + float64(w[11]*x1)
				z[6] = b[6] + float64(w[12]*x0) + float64(w[13]*x1)
				z[7] = b[7] + float64(w[14]*x0) + float64(w[15]*x1)
				k += stride
			}
		}
	default:
		for j := range l.out {
			w0, w1, b := l.w[2*j], l.w[2*j+1], l.b[j]
			k := j
			for i := range x {
				z[k] = b + float64(w0*x[i][0]) + float64(w1*x[i][1])
				k += stride
			}
		}
	}
}

// forwardNeuron writes z = w0 x0 + w1 x1 + b, four samples in a turn of the loop.
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

// addGradientInput adds Σ δx to the gradient of w and Σ δ to that of b: delta has shape [n, outStride], x [n, 2].
func (l *layer) addGradientInput(gradW, gradB, delta []float64, x [][2]float64) {
	switch stride := l.outStride; {
	case stride == 1:
		gradW[0], gradW[1], gradB[0] = addNeuron(gradW[0], gradW[1], gradB[0], delta, x)
	case stride%8 == 0:
		for c := 0; c < stride; c += 4 {
			w, b := (*[8]float64)(gradW[2*c:]), (*[4]float64)(gradB[c:])
			w0, w1, w2, w3, w4, w5, w6, w7 := w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]
			b0, b1, b2, b3 := b[0], b[1], b[2], b[3]
			k := c
			for i := range x {
				x0, x1, d := x[i][0], x[i][1], (*[4]float64)(delta[k:])
				d0, d1, d2, d3 := d[0], d[1], d[2], d[3]
				w0 += float64(d0 * x0)
				w1 += float64(d0 * x1)
				w2 += float64(d1 * x0)
				w3 += float64(d1 * x1)
				w4 += float64(d2 * x0)
				w5 += float64(d2 * x1)
				w6 += float64(d3 * x0)
				w7 += float64(d3 * x1)
				b0 += d0
				b1 += d1
				b2 += d2
				b3 += d3
				k += stride
			}
			w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7] = w0, w1, w2, w3, w4, w5, w6, w7
			b[0], b[1], b[2], b[3] = b0, b1, b2, b3
		}
	default:
		for j := range l.out {
			g0, g1, g := gradW[2*j], gradW[2*j+1], gradB[j]
			k := j
			for i := range x {
				d := delta[k]
				g0 += float64(d * x[i][0])
				g1 += float64(d * x[i][1])
				g += d
				k += stride
			}
			gradW[2*j], gradW[2*j+1], gradB[j] = g0, g1, g
		}
	}
}

// addNeuron adds Σ δx0, Σ δx1 and Σ δ to the three sums it is given, four samples in a turn of the loop.
func addNeuron(g0, g1, g float64, delta []float64, x [][2]float64) (float64, float64, float64) {
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
