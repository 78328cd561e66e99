package view

import (
	"math"
	"strconv"
	"strings"
)

// A Tick is a round value on an axis, with its text.
type Tick struct {
	Value float64
	Text  string
}

// Ticks are the multiples of 1, 2 or 5 times a power of ten in [lo, hi]: as many as fit with at least `gap` between
// them, gap being in the same unit as lo and hi. There are none unless lo < hi and gap > 0, all finite.
func Ticks(lo, hi, gap float64) []Tick {
	if !(lo < hi) || !(gap > 0) || math.IsInf(hi-lo, 0) {
		return nil
	}
	step, digits := roundStep(gap)
	first, last := math.Ceil(lo/step), math.Floor(hi/step)
	if !(last-first < 1000) {
		return nil
	}
	var ticks []Tick
	for i := first; i <= last; i++ {
		v := i * step
		ticks = append(ticks, Tick{Value: v, Text: Number(v, digits)})
	}
	return ticks
}

// Number writes v with the given number of decimals and a true minus sign; zero has no sign.
// Very large and very small numbers are written with a power of ten.
func Number(v float64, decimals int) string {
	var s string
	if a := math.Abs(v); a >= 1e6 || (a > 0 && a < 1e-4) {
		s = strconv.FormatFloat(v, 'g', 3, 64)
	} else {
		s = strconv.FormatFloat(v, 'f', decimals, 64)
	}
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return powers.Replace(s)
}

var powers = strings.NewReplacer("e-0", "e−", "e+0", "e", "e+", "e", "-", "−")

// roundStep returns the least of 1, 2, 5 × 10^k that is ≥ gap, and how many decimals its multiples need.
func roundStep(gap float64) (step float64, decimals int) {
	exp := math.Floor(math.Log10(gap))
	for _, m := range []float64{1, 2, 5, 10} {
		step = m * math.Pow(10, exp)
		if step >= gap*(1-1e-12) {
			if m == 10 {
				exp++
			}
			return step, max(0, int(-exp))
		}
	}
	return step, max(0, int(-exp))
}
