package valley

import "math"

const cuts = 160

// cut finds where a convex f(w, b), with the bias given or the best one, is lowest within a square, by its center of gravity:
// nothing is lower beyond the line through it, across the gradient, and that is cut off (Levin, 1965; Newman, 1965). Each cut
// takes at least 1 − 1/e of the area.
func (s *Surface) cut(p polygon, b float64, best bool) (low [2]float64, bias, height float64) {
	height = math.Inf(1)
	for range cuts {
		w, _, ok := p.centroid()
		if !ok {
			break
		}
		g, at, h := s.slope(w, b, best)
		if h < height {
			low, bias, height = w, at, h
		}
		if g[0] == 0 && g[1] == 0 {
			break
		}
		p = p.clipped([2]float64{-g[0], -g[1]}, -float64(g[0]*w[0])-float64(g[1]*w[1]))
	}
	return low, bias, height
}

// Slope is the gradient by the weights of f(w, b), or of its lowest value over b, and the bias that it is at.
func (s *Surface) Slope(w [2]float64, b float64, best bool) (gradient [2]float64, bias float64) {
	gradient, bias, _ = s.slope(w, b, best)
	return gradient, bias
}

func (s *Surface) slope(w [2]float64, b float64, best bool) (gradient [2]float64, bias, height float64) {
	if best && s.convex() {
		b, _ = s.BestBias(w, b)
	} else if best {
		b, _ = s.BestBias(w)
	}
	g, height := s.Gradient(w, b)
	if best && s.loss.Kinked() && g[2] != 0 {
		// At a kink the gradients of both sides count, in shares for which the bias has no slope left.
		near := float64(1e-9 * (1 + math.Abs(b)))
		below, _ := s.Gradient(w, b-near)
		above, _ := s.Gradient(w, b+near)
		if share := above[2] - below[2]; share > 0 {
			up := min(max(-below[2]/share, 0), 1)
			for i := range 2 {
				g[i] = below[i] + float64(up*(above[i]-below[i]))
			}
		}
	}
	return [2]float64{g[0], g[1]}, b, height
}
