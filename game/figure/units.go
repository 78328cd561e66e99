package figure

import (
	"fmt"
	"math"
	"slices"

	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

// unitRef names a unit: layer 1 is the first after the inputs, units count from 0.
type unitRef struct {
	Layer int `json:"layer"`
	Unit  int `json:"unit"`
}

// unitMessage makes the plane show what a unit makes of it, instead of the network; nil: the network. A neuron on its own is its
// network, so that it shows no unit.
type unitMessage struct{ Unit *unitRef }

func (m *unitMessage) apply(f *Figure) error {
	n := f.Snapshot().Network
	layers := n.Layers()
	if m.Unit != nil && !hasUnit(n, *m.Unit) {
		return refusal.New("", fmt.Sprintf("unit %d of layer %d", m.Unit.Unit, m.Unit.Layer), refusal.UnitOf.With(fmt.Sprint(layers)))
	}
	f.unit, f.unitLayers = m.Unit, layers
	if _, _, alone := n.Line(); alone {
		f.unit = nil
	}
	return nil
}

func hasUnit(n *perceptron.Network, u unitRef) bool {
	layers := n.Layers()
	return u.Layer >= 1 && u.Layer < len(layers) && u.Unit >= 0 && u.Unit < layers[u.Layer]
}

// unitsReport is what each unit makes of the visible plane, on a grid of points.
type unitsReport struct {
	Columns int            `json:"columns"`
	Rows    int            `json:"rows"`
	Layers  [][]unitReport `json:"layers"` // without the inputs; none if a layer has more than 16 units, or the run diverged
}

// unitReport is what one unit makes of it, and its parameters.
type unitReport struct {
	Weights []float64 `json:"weights"`
	Bias    float64   `json:"bias"`
	Values  []int8    `json:"values"` // its output over the plane, by rows from the top: −100 … 100
}

const (
	maxUnits     = 16 // in a layer whose units are shown one by one
	unitColumns  = 18
	unitRows     = 15
	fullStrength = 100
)

// unitsRequest asks what each unit makes of the visible plane.
type unitsRequest struct{}

// unitsOf returns what each unit of a network makes of the plane. There are no layers if one is too large or the run diverged.
func unitsOf(n *perceptron.Network, p view.Plane) unitsReport {
	r := unitsReport{Columns: unitColumns, Rows: unitRows, Layers: [][]unitReport{}}
	sizes, parameters := n.Layers(), n.Parameters()
	for _, list := range parameters {
		for _, v := range list {
			if finite(v) == nil {
				return r
			}
		}
	}
	if !isShown(n) {
		return r
	}
	x := make([][2]float64, 0, unitColumns*unitRows)
	for row := range unitRows {
		for column := range unitColumns {
			x = append(x, p.ToData(p.Width*(float64(column)+0.5)/unitColumns, p.Height*(float64(row)+0.5)/unitRows))
		}
	}
	z := make([]float64, len(x))
	var sums []float64
	for layer := 1; layer < len(sizes); layer++ {
		weights, biases := parameters[2*layer-2], parameters[2*layer-1]
		in := len(weights) / len(biases)
		units := make([]unitReport, sizes[layer])
		sums = slices.Grow(sums[:0], len(x)*len(units))[:len(x)*len(units)]
		n.Until(layer).Logits(sums, x)
		for u := range units {
			for i := range z {
				z[i] = sums[i*len(units)+u]
			}
			units[u] = unitReport{weights[u*in : (u+1)*in], biases[u], unitOutputs(z, n, layer == len(sizes)-1)}
		}
		r.Layers = append(r.Layers, units)
	}
	return r
}

// isShown reports whether no layer of a network is too large for its units to be shown one by one.
func isShown(n *perceptron.Network) bool { return slices.Max(n.Layers()) <= maxUnits }

// unitOutputs returns a unit's outputs for its sums, as −100..100: for the output its probability, for a hidden unit its
// activation, as a share of the largest if that has no bound.
func unitOutputs(z []float64, n *perceptron.Network, output bool) []int8 {
	activation := n.Activation()
	if output {
		activation = perceptron.ActivationSigmoid
	}
	low, high := activation.Bounds()
	bounded := high-low < math.Inf(1)
	largest := 1e-300
	y := make([]float64, len(z))
	for i, v := range z {
		y[i] = activation.At(v)
		largest = max(largest, math.Abs(y[i]))
	}
	values := make([]int8, len(z))
	for i, v := range y {
		if bounded {
			v = (2*v - (high + low)) / (high - low)
		} else {
			v /= largest
		}
		if v == v {
			values[i] = int8(math.Round(fullStrength * max(-1, min(1, v))))
		}
	}
	return values
}

func (*unitsRequest) answer(f *Figure) (any, error) {
	return unitsOf(f.Snapshot().Network, f.PlaneView()), nil
}
