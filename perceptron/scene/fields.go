package scene

import (
	"fmt"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/refusal"
)

// fields are all keys of a scene except version, queries and edits, in the order in which they are written.
var fields = []field{
	oneOf("data.kind", func(s *Scene) *string { return &s.Data.Kind }, names(dataset.Kinds())...),
	integer("data.n_samples", 1, 1_000_000, func(s *Scene) *int { return &s.Data.NSamples }),
	pairs("data.centers", func(s *Scene) *[][2]float64 { return &s.Data.Centers }),
	number("data.cluster_std", spread, func(s *Scene) *float64 { return &s.Data.ClusterStd }),
	number("data.noise", spread, func(s *Scene) *float64 { return &s.Data.Noise }),
	number("data.factor", share, func(s *Scene) *float64 { return &s.Data.Factor }),
	points("data.x", func(s *Scene) *[][2]float64 { return &s.Data.X }),
	labels("data.y", func(s *Scene) *[]int { return &s.Data.Y }),
	seed("data.random_state", func(s *Scene) *uint32 { return &s.Data.RandomState }),
	number("data.test_size", share, func(s *Scene) *float64 { return &s.Data.TestSize }).omitZero(),

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
}

// Limits of our own: they keep float32 finite and memory in bounds.
const (
	maxCount      = 1<<31 - 1
	maxCoordinate = 1.0000000150474662e30 // float32(1e30); of a sample or center, and of noise
	maxOutputs    = 64
	maxPoints     = 2_000_000 // a million from the data and as many by hand
)

var (
	finite      = domain{refusal.Finite, func(v float64) bool { return v-v == 0 }}
	positive    = domain{refusal.Positive, func(v float64) bool { return v > 0 && v-v == 0 }}
	notNegative = domain{refusal.NotNegative, func(v float64) bool { return v >= 0 && v-v == 0 }}
	share       = domain{refusal.Share, func(v float64) bool { return v >= 0 && v < 1 }}
	spread      = domain{refusal.NumberFrom.With("0", "1e30"), func(v float64) bool { return v >= 0 && v <= maxCoordinate }}
	coordinate  = domain{refusal.NumberFrom.With("-1e30", "1e30"), func(v float64) bool { return max(v, -v) <= maxCoordinate }}

	// label is a class; how many there are, the network's outputs decide.
	label = integerIn(0, maxOutputs-1)

	layers = checked(listOf(integerIn(1, maxOutputs)), refusal.Layers,
		func(l []int) bool { return len(l) >= 2 && len(l) <= 8 && l[0] == 2 })
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
