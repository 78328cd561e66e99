package view

import (
	"math"

	"perceptronlab/perceptron"
)

// A Curve maps epoch and loss to the pixels of a rectangle of Width × Height, epoch First at the left, the loss upwards.
type Curve struct {
	Epochs        float64 // at the right edge, > First
	Low, High     float64 // loss at the bottom and at the top, Low < High; both > 0 where Log.Loss
	Log           Logs
	Width, Height float64 // pixels
}

// Logs says which axes of a Curve have a logarithmic scale.
type Logs struct{ Loss, Epochs bool }

// minDecades is the least part of a logarithmic scale that is shown: a curve that has hardly moved should not look
// like one that has.
const minDecades = 0.1

// NewCurve shows all losses, up to an epoch, or to the one after the first. Losses that are not finite are skipped; on a
// logarithmic scale those that are not positive lie at the bottom.
func NewCurve(losses []float64, epochs int, log Logs, width, height float64) Curve {
	c := Curve{Low: math.Inf(1), High: math.Inf(-1), Log: log, Width: width, Height: height}
	c.Epochs = float64(max(epochs, c.First()+1))
	for _, v := range losses {
		if math.IsNaN(v) || math.IsInf(v, 0) || log.Loss && v <= 0 {
			continue
		}
		c.Low, c.High = math.Min(c.Low, v), math.Max(c.High, v)
	}
	if log.Loss {
		c.padLog()
	} else {
		c.pad()
	}
	return c
}

// margin of a curve above and below, as a share of its height.
const curveMargin = 0.06

func (c *Curve) pad() {
	if c.Low > c.High || c.Low == 0 && c.High == 0 {
		c.Low, c.High = 0, 1
	}
	if least := math.Max(0.05*math.Abs(c.High), 1e-6); c.High-c.Low < least {
		middle := c.Low + (c.High-c.Low)/2
		c.Low, c.High = middle-least/2, middle+least/2
	}
	pad := curveMargin * (c.High - c.Low)
	c.Low, c.High = c.Low-pad, math.Min(c.High+pad, math.MaxFloat64)
}

func (c *Curve) padLog() {
	if c.Low > c.High {
		c.Low, c.High = 0.1, 1
	}
	low, high := math.Log10(c.Low), math.Log10(c.High)
	if high-low < minDecades {
		middle := (low + high) / 2
		low, high = middle-minDecades/2, middle+minDecades/2
	}
	pad := curveMargin * (high - low)
	c.Low = math.Max(math.Pow(10, low-pad), math.SmallestNonzeroFloat64)
	c.High = math.Min(math.Pow(10, high+pad), math.MaxFloat64)
	if c.High <= c.Low { // the smallest numbers have no others between
		c.High = 2 * c.Low
	}
}

// First is the epoch at the left edge: 0 or, as that has no logarithm, 1.
func (c Curve) First() int {
	if c.Log.Epochs {
		return 1
	}
	return 0
}

// ToPx is where a loss lies, in pixels from the top left corner; epochs before the first lie at the left edge.
func (c Curve) ToPx(epoch, loss float64) (px, py float64) {
	low, high := c.Low, c.High
	if c.Log.Loss {
		low, high, loss = math.Log(low), math.Log(high), math.Log(math.Max(loss, c.Low))
	}
	return c.epochPx(epoch), (high - loss) / (high - low) * c.Height
}

func (c Curve) epochPx(epoch float64) float64 {
	if c.Log.Epochs {
		return math.Log(math.Max(1, epoch)) / math.Log(c.Epochs) * c.Width
	}
	return math.Max(0, epoch) / c.Epochs * c.Width
}

// EpochAt is the epoch, not rounded to a whole one, that lies that many pixels from the left edge, within the view.
func (c Curve) EpochAt(px float64) float64 {
	share := math.Max(0, math.Min(px/c.Width, 1))
	if c.Log.Epochs {
		return math.Pow(c.Epochs, share)
	}
	return share * c.Epochs
}

// LossTicks are round losses to write beside the curve, at least gap pixels apart.
func (c Curve) LossTicks(gap float64) []Tick {
	if !c.Log.Loss {
		return Ticks(c.Low, c.High, (c.High-c.Low)/(c.Height/gap))
	}
	return LogTicks(c.Low, c.High, math.Log10(c.High/c.Low)*gap/c.Height)
}

// EpochTicks are round epochs to write below the curve, about gap pixels apart: on a logarithmic scale powers of ten, and 2 and 5
// times each where there is room.
func (c Curve) EpochTicks(gap float64) []Tick {
	if !c.Log.Epochs {
		return Ticks(0, c.Epochs, c.Epochs/(c.Width/gap))
	}
	return decades(1, c.Epochs, math.Log10(c.Epochs)*gap/c.Width)
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
	return decades(lo, hi, gap)
}

// decades are LogTicks of a decade or more.
func decades(lo, hi, gap float64) []Tick {
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

// Columns reduces losses to at most two points per pixel column, its least and its greatest value in the order in which they came,
// so that the drawn line is the same as with all of them. The result is appended to dst, in pixels.
func (c Curve) Columns(dst [][2]float64, of perceptron.LossCurve) [][2]float64 {
	for i := c.First(); i < len(of.Losses); {
		next := math.Ceil(c.EpochAt(math.Floor(c.epochPx(float64(of.Epoch(i)))+1e-9) + 1)) // the first epoch of another column
		end := max(i+1, of.From(int(next)))
		lo, hi := of.Extremes(i, end)
		for k, at := range [2]int{min(lo, hi), max(lo, hi)} {
			if k == 1 && lo == hi {
				break
			}
			px, py := c.ToPx(float64(of.Epoch(at)), of.Losses[at])
			dst = append(dst, [2]float64{px, py})
		}
		i = end
	}
	return dst
}
