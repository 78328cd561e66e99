package dataset

import "math"

// sincos returns sin x and cos x for 0 ≤ x ≤ 100, below 1 ULP off and with the same bits on every platform: arm64
// fuses the products and sums of math.Sin. The method and its coefficients are fdlibm's: x less the nearest multiple
// of π/2, kept as hi + lo, then a minimax polynomial on ±π/4.
func sincos(x float64) (sin, cos float64) {
	const ( // π/2 in three parts; a small multiple of each of the first two is exact
		halfPi1 = 1.57079632673412561417e+00
		halfPi2 = 6.07710050630396597660e-11
		halfPi3 = 2.02226624879595063154e-21
	)
	n := math.Round(x * (2 / math.Pi))
	t := x - float64(n*halfPi1)
	w := float64(n * halfPi2)
	r := t - w
	w = float64(n*halfPi3) - ((t - r) - w)
	hi := r - w
	lo := (r - hi) - w

	s, c := sinKernel(hi, lo), cosKernel(hi, lo)
	switch int(n) % 4 {
	case 0:
		return s, c
	case 1:
		return c, -s
	case 2:
		return -s, -c
	default:
		return -c, s
	}
}

// sinKernel is sin(x + lo) for |x| ≤ π/4.
func sinKernel(x, lo float64) float64 {
	z := float64(x * x)
	p := horner(z, 1.58969099521155010221e-10, -2.50507602534068634195e-08, 2.75573137070700676789e-06,
		-1.98412698298579493134e-04, 8.33333333332248946124e-03)
	v := float64(z * x)
	return x - ((float64(z*(float64(0.5*lo)-float64(v*p))) - lo) - float64(v*-1.66666666666666324348e-01))
}

// cosKernel is cos(x + lo) for |x| ≤ π/4.
func cosKernel(x, lo float64) float64 {
	z := float64(x * x)
	p := horner(z, -1.13596475577881948265e-11, 2.08757232129817482790e-09, -2.75573143513906633035e-07,
		2.48015872894767294178e-05, -1.38888888888741095749e-03, 4.16666666666666019037e-02)
	half := float64(0.5 * z)
	w := 1 - half
	return w + (((1 - w) - half) + (float64(z*float64(z*p)) - float64(x*lo)))
}

// horner is Σ c[k] zᵏ, the highest power's coefficient first.
func horner(z float64, c ...float64) float64 {
	p := c[0]
	for _, ck := range c[1:] {
		p = ck + float64(z*p)
	}
	return p
}
