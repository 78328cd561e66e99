package view

import "math"

// Line clips the line w·x + b = 0 to the plane's rectangle: its two ends in pixels. ok is false if there is no line
// to see: it passes outside, w is 0, or a number is not finite. The line may be vertical or horizontal.
func (p Plane) Line(w [2]float64, b float64) (x0, y0, x1, y1 float64, ok bool) {
	// In pixels from the centre, y down: a·u + c·v + d = 0.
	a, c := w[0]/p.Scale, -w[1]/p.Scale
	d := w[0]*p.Center[0] + w[1]*p.Center[1] + b
	norm := math.Hypot(a, c)
	if !(norm > 0) || math.IsInf(norm, 0) || math.IsNaN(d) || math.IsInf(d, 0) {
		return 0, 0, 0, 0, false
	}
	a, c, d = a/norm, c/norm, d/norm
	// The foot of the perpendicular from the centre, and the direction; clip the parameter t (Liang–Barsky).
	fu, fv, du, dv := -a*d, -c*d, -c, a
	lo, hi := math.Inf(-1), math.Inf(1)
	for _, s := range [2][3]float64{{fu, du, p.Width / 2}, {fv, dv, p.Height / 2}} {
		f, dir, half := s[0], s[1], s[2]
		if dir == 0 {
			if math.Abs(f) > half {
				return 0, 0, 0, 0, false
			}
			continue
		}
		t0, t1 := (-half-f)/dir, (half-f)/dir
		lo, hi = math.Max(lo, math.Min(t0, t1)), math.Min(hi, math.Max(t0, t1))
	}
	if !(lo < hi) {
		return 0, 0, 0, 0, false
	}
	ox, oy := p.Width/2, p.Height/2
	return ox + fu + lo*du, oy + fv + lo*dv, ox + fu + hi*du, oy + fv + hi*dv, true
}

// TrailOpacity is how strong the i-th of n past lines is drawn: the later, the stronger.
func TrailOpacity(i, n int) float64 { return 0.05 + 0.25*float64(i+1)/float64(n) }
