package kernel

// A Vec is eight numbers that lie together: hidden units, their weights and parameters are handled eight at a time, padded
// with zeros that stay zero. Eight lines that name their lanes each save a turn of a loop, a call and a bounds check.
// The functions below take numbers, not Vecs, where the compiler would otherwise find them too large to inline.
type Vec [8]float64

var zeros Vec // never written

// vecs is how many Vecs hold n numbers.
func vecs(n int) int { return (n + 7) / 8 }

// dot returns v·a.
func (v *Vec) dot(a0, a1, a2, a3, a4, a5, a6, a7 float64) float64 {
	return ((float64(v[0]*a0) + float64(v[1]*a1)) + (float64(v[2]*a2) + float64(v[3]*a3))) +
		((float64(v[4]*a4) + float64(v[5]*a5)) + (float64(v[6]*a6) + float64(v[7]*a7)))
}

// add adds d·a to v.
func (v *Vec) add(d, a0, a1, a2, a3, a4, a5, a6, a7 float64) {
	v[0] += float64(d * a0)
	v[1] += float64(d * a1)
	v[2] += float64(d * a2)
	v[3] += float64(d * a3)
	v[4] += float64(d * a4)
	v[5] += float64(d * a5)
	v[6] += float64(d * a6)
	v[7] += float64(d * a7)
}

// NonFinite is 0, or NaN if one of the eight is not finite: infinity taken from itself leaves NaN.
func (v *Vec) NonFinite() float64 {
	return ((v[0] - v[0]) + (v[1] - v[1])) + ((v[2] - v[2]) + (v[3] - v[3])) + ((v[4] - v[4]) + (v[5] - v[5])) + ((v[6] - v[6]) + (v[7] - v[7]))
}
