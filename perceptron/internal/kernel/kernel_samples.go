//go:build !wasm

package kernel

// Pick copies the samples that which names to x and y.
func Pick(x [][2]float32, y []uint8, fromX [][2]float32, fromY []uint8, which []int) {
	for i, j := range which {
		x[i], y[i] = fromX[j], fromY[j]
	}
}

// Widen copies samples to x and y, in which the network's kernels take them.
func Widen(x [][2]float64, y []int, fromX [][2]float32, fromY []uint8) {
	x, y = x[:len(fromX)], y[:len(fromX)]
	for i, at := range fromX {
		x[i], y[i] = [2]float64{float64(at[0]), float64(at[1])}, int(fromY[i])
	}
}

// Update is a step of gradient descent, θ ← θ − lr·share·sum. It clears sum too and returns 0, or NaN if not all of theta is
// finite: one way through the parameters, since short batches have few samples to share it.
func Update(theta, sum []Vec, share, lr float64) (zero float64) {
	for i := range theta {
		p, g := &theta[i], &sum[i]
		for j := range p {
			p[j] -= float64(lr * float64(g[j]*share))
		}
		zero += p.NonFinite()
	}
	clear(sum)
	return zero
}
