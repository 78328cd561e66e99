package curvature

import (
	"math"

	"perceptronlab/perceptron/random"
)

// largestEigenvalue returns the largest eigenvalue of a symmetric matrix A of that size, given only its products
// dst = Av with vectors v of length 1; NaN where a product is not finite. It is Lanczos' method with full
// reorthogonalisation, exact up to rounding after as many products as the size, and close long before that
// (Golub and Van Loan, Matrix Computations, §10.1). The start is random but the same every time.
func largestEigenvalue(size int, multiply func(dst, v []float64)) float64 {
	const maxVectors, tolerance = 80, 1e-10
	g := random.NewTorch(1)
	v := make([]float64, size)
	for i := range v {
		v[i] = float64(g.Rand()) - 0.5
	}
	scale(v, 1/length(v))
	var basis [][]float64
	var diagonal, beside []float64
	largest := math.Inf(-1)
	for len(basis) < min(size, maxVectors) {
		w := make([]float64, size)
		multiply(w, v)
		basis = append(basis, v)
		diagonal = append(diagonal, inner(w, v))
		whole := length(w)
		for range 2 { // once is not enough
			for _, b := range basis {
				add(w, -inner(w, b), b)
			}
		}
		before := largest
		largest = largestOfTridiagonal(diagonal, beside)
		rest := length(w)
		if largest != largest || rest != rest || math.IsInf(rest, 0) {
			return math.NaN()
		}
		converged := len(basis) > 10 && largest-before <= tolerance*math.Abs(largest)
		if rest <= 1e-14*whole || converged {
			break // what is left is rounding
		}
		beside = append(beside, rest)
		v = w
		scale(v, 1/rest)
	}
	return largest
}

// largestOfTridiagonal returns the largest eigenvalue of the symmetric tridiagonal matrix T with that diagonal, [n], and
// those numbers beside it, [n-1]: by bisection on the number of negative pivots of T − x, which is that of eigenvalues below x.
func largestOfTridiagonal(diagonal, beside []float64) float64 {
	low, high := math.Inf(1), math.Inf(-1) // Gershgorin's circles
	for i, d := range diagonal {
		r := 0.
		if i > 0 {
			r += math.Abs(beside[i-1])
		}
		if i < len(beside) {
			r += math.Abs(beside[i])
		}
		low, high = min(low, d-r), max(high, d+r)
	}
	for range 200 {
		x := low + float64((high-low)/2)
		if !(x > low && x < high) {
			break
		}
		if allBelow(diagonal, beside, x) {
			high = x
		} else {
			low = x
		}
	}
	return high
}

func allBelow(diagonal, beside []float64, x float64) bool {
	pivot := 1.
	for i, d := range diagonal {
		b := 0.
		if i > 0 {
			b = float64(beside[i-1]*beside[i-1]) / pivot
		}
		pivot = d - x - b
		if pivot >= 0 {
			return false
		}
	}
	return true
}

func inner(v, w []float64) float64 {
	sum := 0.
	for i, a := range v {
		sum += float64(a * w[i])
	}
	return sum
}

func length(v []float64) float64 { return math.Sqrt(inner(v, v)) }

func scale(v []float64, by float64) {
	for i := range v {
		v[i] *= by
	}
}

// add adds t w to v.
func add(v []float64, t float64, w []float64) {
	for i, a := range w {
		v[i] += float64(t * a)
	}
}
