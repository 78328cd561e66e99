package scene

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
)

// LossEntry is the loss that t names. It panics if there is none: Validate refuses such a scene.
func (t Train) LossEntry() perceptron.Loss { return must(perceptron.ParseLoss(t.Loss)) }

// OptimizerEntry is the optimizer that t names. It panics if there is none.
func (t Train) OptimizerEntry() perceptron.Optimizer {
	return must(perceptron.ParseOptimizer(t.Optimizer))
}

// ActivationEntry is the activation that m names. It panics if there is none.
func (m Model) ActivationEntry() perceptron.Activation {
	return must(perceptron.ParseActivation(m.Activation))
}

// KindEntry is the kind of data that d names. It panics if there is none.
func (d Data) KindEntry() dataset.Kind {
	k, ok := dataset.KindOf(d.Kind)
	if !ok {
		panic("scene: data.kind: " + d.Kind)
	}
	return k
}

func must[T any](entry T, err error) T {
	if err != nil {
		panic("scene: " + err.Error())
	}
	return entry
}
