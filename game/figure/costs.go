package figure

import (
	"fmt"
	"math"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

type (
	// costsRequest asks what the output makes of each point's z, and what that costs; null if the run diverged.
	costsRequest struct{}
	// costRequest asks what a point with these logits costs, for each class that it may be of.
	costRequest struct{ Z []float64 }
)

// output is what is made of z: σ; yes or no by its sign, if the loss has no probability; or softmax of several.
type output string

const (
	outputSigmoid output = "sigmoid"
	outputStep    output = "step"
	outputSoftmax output = "softmax"
)

// costsReport is what the points cost, and the curves that they lie on.
type costsReport struct {
	Of        int               `json:"of"`   // how many points there are
	Loss      *float64          `json:"loss"` // the mean over all of them; nil if there are none
	Output    output            `json:"output"`
	Threshold float64           `json:"threshold"` // the z from which class 1 is predicted
	Reach     float64           `json:"reach"`     // how far z is shown to both sides of 0; 0 for several outputs, whose curves are over p
	Top       float64           `json:"top"`       // losses are shown from 0 to top
	Beyond    int               `json:"beyond"`    // how many of the points lie outside that range
	Points    []costPointReport `json:"points"`    // thinned evenly if there are too many
	Sigmoid   [][2]float64      `json:"sigmoid"`   // points (z, σ(z)); none for several outputs
	Curves    lossCurves        `json:"curves"`    // of the run's loss
	Beside    *lossCurves       `json:"beside"`    // of another loss to compare with: the first in menus that isn't the run's; nil for several outputs
}

// costPointReport is a point, and what it costs.
type costPointReport struct {
	Index int     `json:"index"`
	Label int     `json:"label"` // the class given
	Z     float64 `json:"z"`     // the logit; with several, that of its class
	P1    float64 `json:"p1"`    // of class 1
	costReport
	Class *int `json:"class"` // the class predicted, as a queryReport's
}

// costReport is what a point of a class costs.
type costReport struct {
	P     float64 `json:"p"` // the model's probability for that class
	Loss  float64 `json:"loss"`
	Slope float64 `json:"slope"` // dL/dz; with several logits, by that of its class. The point pushes z by −slope
}

// lossCurves are the curves of a loss by the class given; with several outputs just one, because they are all alike.
type lossCurves struct {
	Loss    string      `json:"loss"`
	Classes []lossCurve `json:"classes"`
}

// lossCurve is a loss over z, or over p for several outputs.
type lossCurve struct {
	X      []float64 `json:"x"`
	Losses []float64 `json:"losses"`
	Slopes []float64 `json:"slopes"` // as a costReport's
}

const (
	maxCosts      = 2000
	playingCosts  = 800 // while the run plays
	curveSteps    = 128
	minReach      = 4.0
	maxReach      = 32.0 // beyond it σ looks like 0 or 1
	minTop        = 3.0
	maxTop        = 48.0
	surestSoftmax = 8.0 // the logit where a curve over p ends
)

func (*costsRequest) answer(f *Figure) (any, error) {
	var none *costsReport
	s := f.Snapshot()
	n, k := s.Samples.Len(), s.Network.Outputs()
	loss := lossOf(s.Train.Loss)
	if s.Diverged {
		return none, nil
	}
	r := &costsReport{Of: n, Loss: finite(s.Loss), Output: outputOf(loss), Threshold: s.ThresholdLogit, Points: []costPointReport{}, Sigmoid: [][2]float64{}}
	var farthest, dearest float64
	maxCount := min(n, maxCosts)
	if f.Playing() {
		maxCount = min(n, f.affordable(1_000_000, 100, playingCosts))
	}
	for i := range maxCount {
		i = i * n / maxCount
		x, label := s.Samples.At(i)
		said := s.Ask(x)
		if !finiteAll(said.Z) {
			return none, nil
		}
		p := costPointReport{Index: i, Label: label, Z: said.Z[min(label, k-1)], P1: said.P[min(1, k-1)], costReport: costOf(loss, said.Z, label), Class: classOf(said)}
		if finite(p.Loss) == nil || finite(p.Slope) == nil {
			return none, nil
		}
		r.Points = append(r.Points, p)
		farthest = max(farthest, math.Abs(p.Z))
		if k > 1 || math.Abs(p.Z) <= maxReach {
			dearest = max(dearest, p.Loss)
		}
	}
	r.Top = doubled(minTop, dearest, maxTop)
	if k > 1 {
		r.Curves = lossCurves{loss.String(), []lossCurve{overP(loss, r.Top)}}
	} else {
		r.Reach = doubled(minReach, farthest, maxReach)
		r.Curves, r.Beside = overZ(loss, r.Reach), new(overZ(besideOf(loss), r.Reach))
		for i := range curveSteps + 1 {
			z := evenly(i, -r.Reach, r.Reach)
			r.Sigmoid = append(r.Sigmoid, [2]float64{z, perceptron.Sigmoid(z)})
		}
	}
	for _, p := range r.Points {
		if p.Loss > r.Top || k == 1 && math.Abs(p.Z) > r.Reach {
			r.Beyond++
		}
	}
	return r, nil
}

func (q *costRequest) answer(f *Figure) (any, error) {
	s := f.Snapshot()
	loss := lossOf(s.Train.Loss)
	if k := s.Network.Outputs(); len(q.Z) != k {
		return "", refusal.Count("cost", len(q.Z), refusal.Logits, refusal.Exactly.With(strconv.Itoa(k)))
	}
	costs := []costReport{}
	for label := range max(2, len(q.Z)) {
		cost := costOf(loss, q.Z, label)
		if finite(cost.Loss) == nil || finite(cost.Slope) == nil {
			return "", refusal.New("cost", fmt.Sprint(q.Z), refusal.FiniteLoss)
		}
		costs = append(costs, cost)
	}
	return costs, nil
}

// lossOf is the loss of that name, which a run has: a known one.
func lossOf(name string) perceptron.Loss {
	loss, _ := perceptron.ParseLoss(name)
	return loss
}

func outputOf(loss perceptron.Loss) output {
	switch {
	case loss.Multiclass():
		return outputSoftmax
	case loss.Probability():
		return outputSigmoid
	}
	return outputStep
}

// besideOf is the first other loss of one logit, in the order of menus.
func besideOf(loss perceptron.Loss) perceptron.Loss {
	for _, l := range perceptron.Losses() {
		if l != loss && !l.Multiclass() {
			return l
		}
	}
	return loss
}

// costOf returns what a point with these logits costs if its class is label.
func costOf(loss perceptron.Loss, z []float64, label int) costReport {
	delta, p := make([]float64, len(z)), make([]float64, len(z))
	r := costReport{Loss: loss.Sample(delta, z, label)}
	if len(z) == 1 {
		r.Slope, r.P = delta[0], perceptron.Sigmoid(float64(2*label-1)*z[0])
		return r
	}
	perceptron.Probabilities(p, z, len(z))
	r.Slope, r.P = delta[label], p[label]
	return r
}

// overZ is a loss of one logit over −reach … reach, for each class.
func overZ(loss perceptron.Loss, reach float64) lossCurves {
	r := lossCurves{Loss: loss.String()}
	for label := range 2 {
		var c lossCurve
		for i := range curveSteps + 1 {
			z := evenly(i, -reach, reach)
			c.add(z, costOf(loss, []float64{z}, label))
		}
		r.Classes = append(r.Classes, c)
	}
	return r
}

// overP is a loss of several logits over the probability of the class given, from where it costs as much as top.
func overP(loss perceptron.Loss, top float64) (c lossCurve) {
	for i := range curveSteps + 1 {
		cost := costOf(loss, []float64{evenly(i, -top, surestSoftmax), 0}, 0)
		c.add(cost.P, cost)
	}
	return c
}

func (c *lossCurve) add(x float64, cost costReport) {
	c.X = append(c.X, x)
	c.Losses = append(c.Losses, cost.Loss)
	c.Slopes = append(c.Slopes, cost.Slope)
}

// evenly returns the i-th of curveSteps even steps from low to high.
func evenly(i int, low, high float64) float64 {
	return low + (high-low)*float64(i)/curveSteps
}

// doubled returns least, doubled until it covers what there is or reaches most: so a scale stays as it is while values change.
func doubled(least, covers, most float64) float64 {
	for least < covers && least < most {
		least *= 2
	}
	return least
}
