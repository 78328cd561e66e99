package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// report is the result of comparing many scenes.
type report struct {
	scenes                      int
	loss, probability           float64 // the worst differences
	lossScene, probabilityScene string
	losses, probabilities       int // how many were compared
	failures                    []string
}

func (r *report) String() string {
	return fmt.Sprintf("%d scenes: worst difference of %d losses %.1e (%s), of %d probabilities %.1e (%s)",
		r.scenes, r.losses, r.loss, r.lossScene, r.probabilities, r.probability, r.probabilityScene)
}

func (r *report) fail(scene, format string, args ...any) {
	r.failures = append(r.failures, scene+": "+fmt.Sprintf(format, args...))
}

// add compares, line by line, what two programs print of one scene.
func (r *report) add(scene, ours, theirs string, tolerance float64) {
	r.scenes++
	a, b := strings.Split(strings.TrimSpace(ours), "\n"), strings.Split(strings.TrimSpace(theirs), "\n")
	if last := a[len(a)-1]; strings.HasPrefix(last, "diverged") { // Python goes on with inf and nan
		a = a[:len(a)-1]
		b = b[:min(len(a), len(b))]
	}
	if len(a) != len(b) {
		r.fail(scene, "%d lines, we print %d", len(b), len(a))
		return
	}
	for i := range a {
		if text := r.line(scene, strings.Fields(a[i]), strings.Fields(b[i]), tolerance); text != "" {
			r.fail(scene, "%q, we print %q: %s", b[i], a[i], text)
			return // one line of a scene says it
		}
	}
}

// line compares two lines word by word and returns what is wrong. Words are labels and stay the same; what they label
// are numbers.
func (r *report) line(scene string, ours, theirs []string, tolerance float64) string {
	if len(ours) != len(theirs) {
		return "other words"
	}
	label := ""
	var top, next float64 // of a query's probabilities
	for i := range ours {
		x, errX := strconv.ParseFloat(ours[i], 64)
		y, errY := strconv.ParseFloat(theirs[i], 64)
		if errX != nil || errY != nil {
			if label = ours[i]; label != theirs[i] {
				return "other words"
			}
			continue
		}
		d := math.Abs(x-y) / max(1, math.Abs(x))
		within := d <= tolerance
		switch label {
		case "loss", "test_loss":
			r.losses++
			if !(d <= r.loss) {
				r.loss, r.lossScene = d, scene
			}
		case "probability":
			r.probabilities++
			next = max(next, min(x, top))
			top = max(top, x)
			if !(d <= r.probability) {
				r.probability, r.probabilityScene = d, scene
			}
		case "class":
			if next == 0 { // one probability, of class 1
				next = 1 - top
			}
			within = x == y || math.Abs(top-next) < 2*tolerance
		default: // an epoch, a point
			within = x == y
		}
		if !within {
			return fmt.Sprintf("%s differs by %.1e, more than %.0e", label, d, tolerance)
		}
	}
	return ""
}
