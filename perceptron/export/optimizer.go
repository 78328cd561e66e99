package export

import (
	"perceptronlab/perceptron/internal/python"
	"perceptronlab/perceptron/scene"
)

// optim is an expression: torch.optim's object, with the arguments that aren't what they are by default, 0 or False.
func optim(t scene.Train) string {
	o := t.OptimizerEntry()
	text := "torch.optim." + o.Python().Torch + "(model.parameters()"
	for _, key := range o.Keys() {
		if value := argument(t, key); value != "0" && value != "False" {
			text += ", " + key + "=" + value
		}
	}
	return text + ")"
}

// changedArguments are those of the optimizer whose values changed, in the scene's order.
func changedArguments(was, now scene.Train) (changed []string) {
	for _, key := range scene.TrainKeys() {
		if now.OptimizerEntry().Takes(key) && argument(now, key) != argument(was, key) {
			changed = append(changed, key+"="+argument(now, key))
		}
	}
	return changed
}

// argument is a training value as Python writes it.
func argument(t scene.Train, key string) string {
	switch v := t.Value(key).(type) {
	case float64:
		return python.Number(v)
	case bool:
		return python.Bool(v)
	}
	panic("export: train." + key + " is no argument of torch.optim")
}
