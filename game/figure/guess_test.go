package figure

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"
)

func guessOf(t *testing.T, f *Figure, with string) *guessReport {
	t.Helper()
	return asked[*guessReport](t, f, `{"type": "guess"`+with+`}`)
}

// The model's own line, given by two places on it, is a perfect guess: no angle, no gap, the model's accuracy, in either
// direction.
func TestTheLineItselfIsTheBestGuess(t *testing.T) {
	f := begin(t, "")
	hear(t, f, `{"type": "finish"}`)
	w, b, _ := f.Snapshot().Network.Line()
	on := func(x1 float64) [2]float64 { return [2]float64{x1, -(b + w[0]*x1) / w[1]} }
	for _, ends := range [][2][2]float64{{on(-1), on(2)}, {on(2), on(-1)}} {
		text, _ := json.Marshal(ends)
		r := guessOf(t, f, `, "ends": `+string(text))
		if math.Abs(*r.Angle) > 1e-6 || math.Abs(*r.Gap) > 1e-12 || *r.Accuracy != *r.Model || r.Line == nil || r.Ends != ends {
			t.Errorf("%v: %v degrees, %v apart, accuracy %v and %v", ends, *r.Angle, *r.Gap, *r.Accuracy, *r.Model)
		}
		again := guessOf(t, f, fmt.Sprintf(`, "at": [[%v, %v], [%v, %v]]`, r.At[0][0], r.At[0][1], r.At[1][0], r.At[1][1]))
		for i, end := range again.Ends {
			if math.Abs(end[0]-ends[i][0])+math.Abs(end[1]-ends[i][1]) > 1e-9 {
				t.Errorf("pixels %v are %v, want %v", r.At, again.Ends, ends)
			}
		}
	}
}

// Four points whose numbers are worked out by hand: class 1 above x₂ = 0, the model's line x₂ = 1, a guess along x₁ = x₂.
func TestAGuessByHand(t *testing.T) {
	f := begin(t, "kind=points&x=0,-2;2,-2;0,2;2,2&y=0,0,1,1&queries=1,1")
	hear(t, f, `{"type": "weights", "parameters": [[0, 2], [-2]]}`)
	r := guessOf(t, f, `, "ends": [[0, 0], [1, 1]], "p": 0.75`)
	// The mean (1, 0) lies 1 below the model's line and 1/√2 below the guess.
	if math.Abs(*r.Angle-45) > 1e-9 || math.Abs(*r.Gap-(1-math.Sqrt2/2)) > 1e-12 {
		t.Errorf("%v degrees, %v apart", *r.Angle, *r.Gap)
	}
	// (2, 2) lies on the guess, and is either side's; the others are right.
	if *r.Accuracy != 1 || *r.Model != 1 {
		t.Errorf("accuracy %v and %v", *r.Accuracy, *r.Model)
	}
	if want := 0.5 - 0.75; math.Abs(*r.Off-want) > 1e-12 {
		t.Errorf("p is %v off, want %v", *r.Off, want)
	}
	if r = guessOf(t, f, `, "ends": [[1, 0], [1, 5]]`); *r.Accuracy != 0.5 || *r.Angle != 90 || r.Off != nil {
		t.Errorf("across: %+v", r)
	}
	hear(t, f, `{"type": "threshold", "p": 0.9}`)
	if r = guessOf(t, f, `, "ends": [[0, 1], [9, 1]]`); math.Abs(*r.Gap-math.Log(9)/2) > 1e-12 {
		t.Errorf("the threshold moves the line by %v, want %v", *r.Gap, math.Log(9)/2)
	}
	if r = guessOf(t, f, `, "ends": [[1, 1], [1, 1]]`); r != nil {
		t.Errorf("one place twice is %+v", r)
	}
}

func TestAGuessWithoutALineToCompare(t *testing.T) {
	r := guessOf(t, begin(t, "preset=xor-mlp"), `, "p": 0.5`)
	if r.Angle != nil || r.Gap != nil || r.Off == nil || r.Accuracy == nil || r.Line == nil {
		t.Errorf("a network: %+v", r)
	}
	if r = guessOf(t, begin(t, "preset=three-classes"), `, "p": 0.5`); r.Accuracy != nil || r.Off != nil {
		t.Errorf("three classes: %+v", r)
	}
	if r = guessOf(t, begin(t, "preset=empty"), ""); r.Accuracy != nil || r.Gap != nil || r.Angle == nil {
		t.Errorf("no points: %+v", r)
	}
}

// A report distinguishes given points from all others, whatever they have in common, but not from the same points under other
// edits.
func TestAReportTellsPointsFromOthers(t *testing.T) {
	const one = `kind=points&x=0,0;1,1;0,1;1,0&y=0,1,0,1`
	seen := map[string]string{}
	for _, fragment := range []string{
		"", one, `kind=points&x=0,0;1,1;0,1;1,0.5&y=0,1,0,1`, `kind=points&x=0,0;1,1;0,1;1,0&y=0,1,1,0`,
		`kind=points&x=1,1;0,0;0,1;1,0&y=1,0,0,1`,
	} {
		points := reported(t, begin(t, fragment)).Scene.Points
		if other, ok := seen[points]; ok || (points == "") != (fragment == "") {
			t.Errorf("%q and %q: both %q", fragment, other, points)
		}
		seen[points] = fragment
	}
	f := begin(t, one)
	hear(t, f, `{"type": "step"}`, `{"type": "set", "key": "train.lr", "value": 0.5}`, `{"type": "reset"}`)
	if points := reported(t, f).Scene.Points; seen[points] != one {
		t.Errorf("after a step and another rate the same points are %q", points)
	}
}
