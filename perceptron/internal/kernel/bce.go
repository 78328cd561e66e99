package kernel

// BCE returns the summed binary cross-entropy of logits z against labels y, and writes its gradient to delta. With s = 2y − 1
// and t = −sz:
//
//	L = ln(1 + eᵗ),   dL/dz = −s σ(t)
func BCE(delta, z []float64, y []int) (sum float64) {
	for i := 0; ; i++ {
		i, sum = bceByTable(delta, z, y, i, sum)
		if i == len(z) {
			return sum
		}
		s := float64(1 - 2*y[i])
		t := float64(s * z[i])
		delta[i] = s * Sigmoid(t)
		sum += Softplus(t)
	}
}
