package perceptron

// vec is eight numbers that lie together: hidden units, their weights and parameters are handled by the eight, padded
// with zeros that stay zero. What costs time, in WebAssembly most of all, is each turn of a loop, each call and each bounds
// check; in eight lines that name their lanes there is none. The compiler puts the functions below in place, and so they
// take numbers, not vecs, where it would find those too large.
type vec [8]float64

func vecs(n int) int { return (n + 7) / 8 }

// dot returns v·a.
func (v *vec) dot(a0, a1, a2, a3, a4, a5, a6, a7 float64) float64 {
	return ((float64(v[0]*a0) + float64(v[1]*a1)) + (float64(v[2]*a2) + float64(v[3]*a3))) +
		((float64(v[4]*a4) + float64(v[5]*a5)) + (float64(v[6]*a6) + float64(v[7]*a7)))
}

// add adds d·a to v.
func (v *vec) add(d, a0, a1, a2, a3, a4, a5, a6, a7 float64) {
	v[0] += float64(d * a0)
	v[1] += float64(d * a1)
	v[2] += float64(d * a2)
	v[3] += float64(d * a3)
	v[4] += float64(d * a4)
	v[5] += float64(d * a5)
	v[6] += float64(d * a6)
	v[7] += float64(d * a7)
}

// addPair adds d·a and then e·b to half a vec: two samples for one turn of the loop, and one load and store of v. The
// numbers of a whole vec would be too many to keep out of memory.
func addPair(v *[4]float64, d, e, a0, a1, a2, a3, b0, b1, b2, b3 float64) {
	v[0] = v[0] + float64(d*a0) + float64(e*b0)
	v[1] = v[1] + float64(d*a1) + float64(e*b1)
	v[2] = v[2] + float64(d*a2) + float64(e*b2)
	v[3] = v[3] + float64(d*a3) + float64(e*b3)
}

func (v *vec) low() *[4]float64  { return (*[4]float64)(v[:4]) }
func (v *vec) high() *[4]float64 { return (*[4]float64)(v[4:]) }

// addAll adds every vec that is a multiple of stride from the first of d.
func (v *vec) addAll(d []vec, stride int) {
	v0, v1, v2, v3, v4, v5, v6, v7 := v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]
	for i := 0; i < len(d); i += stride {
		p := &d[i]
		v0 += p[0]
		v1 += p[1]
		v2 += p[2]
		v3 += p[3]
		v4 += p[4]
		v5 += p[5]
		v6 += p[6]
		v7 += p[7]
	}
	*v = vec{v0, v1, v2, v3, v4, v5, v6, v7}
}

// zero is 0, or NaN if one of the eight is not finite: infinity taken from itself leaves NaN.
func (v *vec) zero() float64 {
	return ((v[0] - v[0]) + (v[1] - v[1])) + ((v[2] - v[2]) + (v[3] - v[3])) + ((v[4] - v[4]) + (v[5] - v[5])) + ((v[6] - v[6]) + (v[7] - v[7]))
}

// tile is eight rows of eight: the weights from eight units to eight.
type tile [8]vec
