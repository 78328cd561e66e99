package curvature

import "perceptronlab/perceptron"

// linearHessian is the Hessian of the mean loss of a network without hidden layers, by its weights and biases. With
// x̃ = (x, 1) and C the second derivatives of a sample's loss by its K logits, it is the mean of C ⊗ x̃x̃ᵀ.
type linearHessian struct {
	x         [][2]float64
	outputs   int
	curvature []float64 // one output: L″(z), [n]
	p         []float64 // K outputs: softmax, [n, K]
}

// closed reports whether C is known here: for one logit any loss's, for K that of softmax.
func closed(loss perceptron.Loss) bool {
	return !loss.Multiclass() || loss.Form().Softmax
}

func newLinearHessian(net *perceptron.Network, s perceptron.Samples, loss perceptron.Loss) *linearHessian {
	x, y := s.Wide()
	h := &linearHessian{x: x, outputs: net.Outputs()}
	z := make([]float64, s.Len()*h.outputs)
	net.Clone().Logits(z, x) // a clone, so that the caller's network is only read
	if h.outputs > 1 {
		perceptron.Probabilities(z, z, h.outputs)
		h.p = z
		return h
	}
	for i, zi := range z {
		z[i] = loss.SecondDerivative(zi, y[i])
	}
	h.curvature = z
	return h
}

// size is the number of parameters: two weights and a bias for each output, which lie together in a vector.
func (h *linearHessian) size() int { return 3 * h.outputs }

// multiply sets dst to the Hessian times v.
func (h *linearHessian) multiply(dst, v []float64) {
	clear(dst)
	n := float64(len(h.x))
	if h.outputs == 1 {
		var g0, g1, g float64
		for i, x := range h.x {
			d := float64(h.curvature[i] * (v[2] + float64(v[0]*x[0]) + float64(v[1]*x[1])))
			g0 += float64(d * x[0])
			g1 += float64(d * x[1])
			g += d
		}
		dst[0], dst[1], dst[2] = g0/n, g1/n, g/n
		return
	}
	u := make([]float64, h.outputs)
	for i, x := range h.x { // C = diag(p) − p pᵀ
		p := h.p[i*h.outputs:][:h.outputs]
		mean := 0.
		for k := range u {
			u[k] = v[3*k+2] + float64(v[3*k]*x[0]) + float64(v[3*k+1]*x[1])
			mean += float64(p[k] * u[k])
		}
		for k := range u {
			d := float64(p[k] * (u[k] - mean))
			dst[3*k] += float64(d * x[0])
			dst[3*k+1] += float64(d * x[1])
			dst[3*k+2] += d
		}
	}
	for i := range dst {
		dst[i] /= n
	}
}
