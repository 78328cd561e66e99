package scene

import (
	"fmt"
	"slices"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/refusal"
)

// fields are all keys of a scene except version, queries and edits, in the order in which they are written.
var fields = slices.Concat([]field{
	oneOf("data.kind", func(s *Scene) *string { return &s.Data.Kind }, names(dataset.Kinds())...),
}, dataFields(), []field{
	number("data.test_size", dataset.Share, func(s *Scene) *float64 { return &s.Data.TestSize }).omitZero(),

	fieldAt("model.layers", list, layers, func(s *Scene) *[]int { return &s.Model.Layers }),
	oneOf("model.activation", func(s *Scene) *string { return &s.Model.Activation }, names(perceptron.Activations())...),
	oneOf("model.init", func(s *Scene) *string { return &s.Model.Init }, Inits[:]...),
	seed("model.manual_seed", func(s *Scene) *uint64 { return &s.Model.ManualSeed }),

	oneOf("train.loss", func(s *Scene) *string { return &s.Train.Loss }, names(perceptron.Losses())...),
	oneOf("train.optimizer", func(s *Scene) *string { return &s.Train.Optimizer }, names(perceptron.Optimizers())...),
	number("train.lr", positive, func(s *Scene) *float64 { return &s.Train.LR }),
	number("train.momentum", notNegative, func(s *Scene) *float64 { return &s.Train.Momentum }),
	flag("train.nesterov", func(s *Scene) *bool { return &s.Train.Nesterov }),
	number("train.weight_decay", notNegative, func(s *Scene) *float64 { return &s.Train.WeightDecay }),
	integer("train.batch_size", 0, maxCount, func(s *Scene) *int { return &s.Train.BatchSize }),
	integer("train.epochs", 0, maxCount, func(s *Scene) *int { return &s.Train.Epochs }),
})

// dataFields are those of the values that kinds of data are made from.
func dataFields() (list []field) {
	for _, p := range dataset.AllParams() {
		f := dataField(p)
		f.byDefault = p.Default
		list = append(list, f)
	}
	return list
}

func dataField(p *dataset.Param) field {
	key := "data." + p.Key
	switch {
	case p.Number != nil:
		return number(key, p.Domain, func(s *Scene) *float64 { return p.Number(&s.Data.Params) })
	case p.Whole != nil:
		return integer(key, p.Least, p.Most, func(s *Scene) *int { return p.Whole(&s.Data.Params) })
	case p.Seed != nil:
		return seed(key, func(s *Scene) *uint32 { return p.Seed(&s.Data.Params) })
	case p.Labels != nil:
		return labels(key, func(s *Scene) *[]int { return p.Labels(&s.Data.Params) })
	case p.Pairs != nil:
		return pairs(key, p.Domain, p.Float32, func(s *Scene) *[][2]float64 { return p.Pairs(&s.Data.Params) })
	}
	panic("scene: " + key + " needs a place in dataset.Params")
}

// defaultParams are the values of data that a scene leaves out.
func defaultParams() dataset.Params {
	s := new(Scene)
	for i := range fields {
		if f := &fields[i]; f.byDefault != "" {
			if err := f.decode(s, f.byDefault); err != nil {
				panic(err)
			}
		}
	}
	return s.Data.Params
}

// Limits of our own: they keep memory in bounds.
const (
	MaxHidden = 6                  // layers
	MaxUnits  = dataset.MaxClasses // of a layer, be it the outputs, of which each class has one
	maxCount  = 1<<31 - 1
	maxPoints = 2 * dataset.MaxSamples // those of the data and as many by hand
)

var (
	finite      = &refusal.Domain{Want: refusal.Finite, OK: func(v float64) bool { return v-v == 0 }}
	positive    = &refusal.Domain{Want: refusal.Positive, OK: func(v float64) bool { return v > 0 && v-v == 0 }}
	notNegative = &refusal.Domain{Want: refusal.NotNegative, OK: func(v float64) bool { return v >= 0 && v-v == 0 }}

	// label is a class; how many there are, the network's outputs decide.
	label = integerIn(0, MaxUnits-1)

	layers = checked(listOf(integerIn(1, MaxUnits)), refusal.Layers.With(MaxHidden, MaxUnits, MaxUnits),
		func(l []int) bool { return len(l) >= 2 && len(l) <= MaxHidden+2 && l[0] == 2 })
)

// names are what a scene calls the entries of a list.
func names[T fmt.Stringer](entries []T) []string {
	var words []string
	for _, e := range entries {
		words = append(words, e.String())
	}
	return words
}

// fieldOf finds the field of a dotted key, or nil.
func fieldOf(key string) *field {
	for i := range fields {
		if fields[i].key == key {
			return &fields[i]
		}
	}
	return nil
}
