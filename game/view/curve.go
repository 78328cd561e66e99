package view

import "math"

// A Curve maps epoch and loss to the pixels of a rectangle of Width × Height, epoch 0 at the left, the loss upwards.
type Curve struct {
	Epochs        float64 // at the right edge, ≥ 1
	Low, High     float64 // loss at the bottom and at the top, Low < High; both > 0 where Log
	Log           bool    // the loss is on a logarithmic scale
	Width, Height float64 // pixels
}

// leastDecades is the least part of a logarithmic scale that is shown: a curve that has hardly moved should not look
// like one that has.
const leastDecades = 0.1

// NewCurve shows all losses, from epoch 0 to the goal or as far as there are any. Losses that are not finite are skipped; on a
// logarithmic scale those that are not positive lie at the bottom.
func NewCurve(losses []float64, goal int, log bool, width, height float64) Curve {
	c := Curve{Epochs: math.Max(1, float64(max(goal, len(losses)-1))), Low: math.Inf(1), High: math.Inf(-1), Log: log, Width: width, Height: height}
	for _, v := range losses {
		if math.IsNaN(v) || math.IsInf(v, 0) || log && v <= 0 {
			continue
		}
		c.Low, c.High = math.Min(c.Low, v), math.Max(c.High, v)
	}
	if log {
		c.padLog()
	} else {
		c.pad()
	}
	return c
}

// margin of a curve above and below, as a share of its height.
const curveMargin = 0.06

func (c *Curve) pad() {
	if c.Low > c.High {
		c.Low, c.High = 0, 1
	}
	if least := math.Max(0.05*math.Abs(c.High), 1e-6); c.High-c.Low < least {
		c.Low -= least / 2
		c.High = c.Low + least
	}
	pad := curveMargin * (c.High - c.Low)
	c.Low, c.High = c.Low-pad, c.High+pad
}

func (c *Curve) padLog() {
	if c.Low > c.High {
		c.Low, c.High = 0.1, 1
	}
	low, high := math.Log10(c.Low), math.Log10(c.High)
	if high-low < leastDecades {
		low -= leastDecades / 2
		high = low + leastDecades
	}
	pad := curveMargin * (high - low)
	c.Low, c.High = math.Pow(10, low-pad), math.Pow(10, high+pad)
}

// ToPx is where a loss lies, in pixels from the top left corner.
func (c Curve) ToPx(epoch, loss float64) (px, py float64) {
	low, high := c.Low, c.High
	if c.Log {
		low, high, loss = math.Log(low), math.Log(high), math.Log(math.Max(loss, c.Low))
	}
	return epoch / c.Epochs * c.Width, (high - loss) / (high - low) * c.Height
}

// Ticks are round losses to write beside the curve, at least gap pixels apart.
func (c Curve) Ticks(gap float64) []Tick {
	if !c.Log {
		return Ticks(c.Low, c.High, (c.High-c.Low)/(c.Height/gap))
	}
	return LogTicks(c.Low, c.High, math.Log10(c.High/c.Low)*gap/c.Height)
}

// LogTicks are round values in [lo, hi], 0 < lo < hi, at least gap decades apart: 1, 2 and 5 times each power of ten, or
// its powers alone, or every second of them … In less than a decade or so, where those are too few, they are Ticks.
func LogTicks(lo, hi, gap float64) []Tick {
	if !(lo > 0) || !(lo < hi) || !(gap > 0) || math.IsInf(hi, 0) {
		return nil
	}
	if math.Log10(hi/lo) < 1.2 {
		// The topmost are the closest to each other; a quarter closer will do.
		return Ticks(lo, hi, 0.75*hi*(1-math.Pow(10, -gap)))
	}
	factors, every := []float64{1, 2, 5}, 1
	if gap > math.Log10(2) {
		factors, every = factors[:1], max(1, int(math.Ceil(gap)))
	}
	var ticks []Tick
	for k := int(math.Floor(math.Log10(lo))); k <= int(math.Ceil(math.Log10(hi))); k++ {
		if k%every != 0 {
			continue
		}
		for _, f := range factors {
			if v := f * math.Pow(10, float64(k)); v >= lo && v <= hi {
				ticks = append(ticks, Tick{Value: v, Text: Number(v, max(0, -k))})
			}
		}
	}
	return ticks
}

// Columns reduces losses to at most two points per pixel column, its least and its greatest value in the order
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
