package perceptron

import (
	"slices"

	"perceptronlab/perceptron/refusal"
)

// OptimizerParams are what optimizers take beside the learning rate, as docs/scene.md names it. An optimizer uses those that it
// lists.
type OptimizerParams struct {
	Momentum    float64 `json:"momentum"`
	Nesterov    bool    `json:"nesterov"`     // with momentum only
	WeightDecay float64 `json:"weight_decay"` // this share of each parameter is added to its gradient
}

// An OptimizerParam is one value of OptimizerParams, as the scene format has it; one of the functions is set, and says where it is
// and so what it is. LearningRate has none.
type OptimizerParam struct {
	Key     string // in a scene's train, and in torch.optim
	Default string // what it is where a scene leaves it out, in JSON

	Number func(p *OptimizerParams) *float64
	Domain *refusal.Domain // of a number
	Flag   func(p *OptimizerParams) *bool

	Tried []float64 // numbers that the parity test draws from
}

// LearningRate is taken by every optimizer, and so stands beside OptimizerParams, as LR, rather than in them.
var LearningRate = &OptimizerParam{Key: "lr", Default: "0.01", Domain: refusal.AnyPositive}

// weightDecay is taken by several, too. The others are in the files of their optimizers.
var weightDecay = &OptimizerParam{
	Key: "weight_decay", Default: "0", Domain: refusal.AnyNotNegative,
	Number: func(p *OptimizerParams) *float64 { return &p.WeightDecay },
	Tried:  []float64{0, 0, 0.01},
}

// AllOptimizerParams are the values of all optimizers, each once, in the order in which a scene has them.
//
//go:noinline
func AllOptimizerParams() []*OptimizerParam {
	all := []*OptimizerParam{LearningRate, momentum, nesterov, weightDecay} // as scenes have always been written
	for i := range optimizers {
		for _, p := range optimizers[i].params {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}
