package view

import "math"

// A Curve maps epoch and loss to the pixels of a rectangle of Width × Height, epoch 0 at the left, the loss upwards.
type Curve struct {
	Epochs        float64 // at the right edge, ≥ 1
	Low, High     float64 // loss at the bottom and at the top, Low < High
	Width, Height float64 // pixels
}

// NewCurve shows all losses, from epoch 0 to the goal or as far as there are any. Losses are finite or passed over.
func NewCurve(losses []float64, goal int, width, height float64) Curve {
	c := Curve{Epochs: math.Max(1, float64(max(goal, len(losses)-1))), Low: math.Inf(1), High: math.Inf(-1), Width: width, Height: height}
	for _, v := range losses {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		c.Low, c.High = math.Min(c.Low, v), math.Max(c.High, v)
	}
	if c.Low > c.High {
		c.Low, c.High = 0, 1
	}
	// A curve that has hardly moved should not look like one that has.
	if least := math.Max(0.05*math.Abs(c.High), 1e-6); c.High-c.Low < least {
		c.Low -= least / 2
		c.High = c.Low + least
	}
	pad := 0.06 * (c.High - c.Low)
	c.Low, c.High = c.Low-pad, c.High+pad
	return c
}

// ToPx is where a loss lies, in pixels from the top left corner.
func (c Curve) ToPx(epoch, loss float64) (px, py float64) {
	return epoch / c.Epochs * c.Width, (c.High - loss) / (c.High - c.Low) * c.Height
}

// Columns reduces losses to at most two points a pixel column, its least and its greatest value in the order
// in which they came, so that the drawn line is the same as with all of them. The result is appended to dst, in pixels.
func (c Curve) Columns(dst [][2]float64, losses []float64) [][2]float64 {
	column := func(i int) int { return int(float64(i) / c.Epochs * c.Width) }
	for i := 0; i < len(losses); {
		j, lo, hi := i, i, i
		for ; j < len(losses) && column(j) == column(i); j++ {
			if losses[j] < losses[lo] {
				lo = j
			}
			if losses[j] > losses[hi] {
				hi = j
			}
		}
		for k, at := range [2]int{min(lo, hi), max(lo, hi)} {
			if k == 1 && lo == hi {
				break
			}
			px, py := c.ToPx(float64(at), losses[at])
			dst = append(dst, [2]float64{px, py})
		}
		i = j
	}
	return dst
}
