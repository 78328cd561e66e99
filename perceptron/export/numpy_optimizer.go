package export

import (
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// optimizer writes those that the run uses. The values that it starts with are variables.
func (*numpy) optimizer(c *python.Code, p *plan) {
	t := p.scene.Train
	c.Section("Optimizer")
	c.Line("lr = ", python.Number(t.LR))
	decay := p.ever(func(t scene.Train) bool { return t.WeightDecay > 0 })
	if decay {
		c.Line("weight_decay = ", python.Number(t.WeightDecay))
	}
	for _, o := range p.optimizers() {
		o.Python().Start(c, p.using(o), t.Config())
	}
	for _, o := range p.optimizers() {
		c.Function(func() { o.Python().Step(c, p.using(o), decay) })
	}
	if len(p.optimizers()) > 1 {
		c.Gap(2)
		c.Line("optimize = ", t.Optimizer)
	}
}

// updater is the function that takes a step.
func updater(p *plan) string {
	if len(p.optimizers()) > 1 {
		return "optimize"
	}
	return p.scene.Train.Optimizer
}
