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
}, fieldsOf(dataset.AllParams(), dataField), []field{
	number("data.test_size", dataset.Share, func(s *Scene) *float64 { return &s.Data.TestSize }).omitZero(),

	fieldAt("model.layers", list, layers, func(s *Scene) *[]int { return &s.Model.Layers }),
	oneOf("model.activation", func(s *Scene) *string { return &s.Model.Activation }, names(perceptron.Activations())...),
	oneOf("model.init", func(s *Scene) *string { return &s.Model.Init }, Inits[:]...),
	seed("model.manual_seed", func(s *Scene) *uint64 { return &s.Model.ManualSeed }),

	oneOf("train.loss", func(s *Scene) *string { return &s.Train.Loss }, names(perceptron.Losses())...),
	oneOf("train.optimizer", func(s *Scene) *string { return &s.Train.Optimizer }, names(perceptron.Optimizers())...),
}, fieldsOf(perceptron.AllOptimizerParams(), optimizerField), []field{
	integer("train.batch_size", 0, maxCount, func(s *Scene) *int { return &s.Train.BatchSize }),
	integer("train.epochs", 0, maxCount, func(s *Scene) *int { return &s.Train.Epochs }),
})

// fieldsOf are the fields of some values.
//
//go:noinline
func fieldsOf[T any](values []T, field func(T) field) (list []field) {
	for _, v := range values {
		list = append(list, field(v))
	}
	return list
}

// dataField is that of a value that kinds of data are made from.
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
		return labels(key, func(s *Scene) *[]uint8 { return p.Labels(&s.Data.Params) })
	case p.Pairs != nil:
		return fieldAt(key, pairList, listOf(pairIn(p.Domain)), func(s *Scene) *[][2]float64 { return p.Pairs(&s.Data.Params) })
	case p.Points != nil:
		return points(key, p.Domain, func(s *Scene) *[][2]float32 { return p.Points(&s.Data.Params) })
	}
	panic("scene: " + key + " needs a place in dataset.Params")
}

// optimizerField is that of a value that optimizers take.
func optimizerField(p *perceptron.OptimizerParam) field {
	key := "train." + p.Key
	if p.Flag != nil {
		return flag(key, func(s *Scene) *bool { return p.Flag(&s.Train.OptimizerParams) })
	}
	return number(key, p.Domain, func(s *Scene) *float64 {
		if p == perceptron.LearningRate {
			return &s.Train.LR
		}
		return p.Number(&s.Train.OptimizerParams)
	})
}

// defaults has the values of data and optimizers that a scene leaves out, and nothing else.
func defaults() *Scene {
	s := new(Scene)
	for _, p := range dataset.AllParams() {
		s.setDefault("data."+p.Key, p.Default)
	}
	for _, p := range perceptron.AllOptimizerParams() {
		s.setDefault("train."+p.Key, p.Default)
	}
	return s
}

// setDefault gives a value its default, in JSON; "" is its zero value.
//
//go:noinline
func (s *Scene) setDefault(key, text string) {
	if text == "" {
		return
	}
	if err := fieldOf(key).decode(s, text); err != nil {
		panic(err)
	}
}

// Limits of our own: they keep memory in bounds.
const (
	MaxHidden = 6                  // layers
	MaxUnits  = dataset.MaxClasses // of a layer, be it the outputs, of which each class has one
	maxCount  = 1<<31 - 1
	maxPoints = 2 * dataset.MaxSamples // those of the data and as many by hand
)

var (
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
