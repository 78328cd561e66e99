package export

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// optimizers holds how scripts write each optimizer, one file each.
var optimizers = map[perceptron.Optimizer]optimizerScript{
	perceptron.SGD:  sgdScript,
	perceptron.Adam: adamScript,
}

// An optimizerScript is how scripts write an optimizer.
type optimizerScript struct {
	torch       func(t scene.Train) string          // an expression: torch.optim's object
	torchChange func(was, now scene.Train) []string // keyword arguments of its own that changed

	numpyStart  func(c *python.Code, p *plan)                       // its own values, and what it remembers, at first
	numpyChange func(c *python.Code, p *plan, was, now scene.Train) // its own values, where they changed
	numpyForget func(c *python.Code, p *plan)                       // what it remembers, after another one
	numpyStep   func(c *python.Code, p *plan, decay bool)           // the function that takes a step
}

func torchDecay(t scene.Train) string {
	if t.WeightDecay > 0 {
		return ", weight_decay=" + python.Number(t.WeightDecay)
	}
	return ""
}
