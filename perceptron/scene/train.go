package scene

import (
	"strings"

	"perceptronlab/perceptron"
)

// Config is the part of the training values that the trainer knows: all but Epochs.
func (t Train) Config() perceptron.TrainConfig {
	return perceptron.TrainConfig{
		Loss: t.LossEntry(), Optimizer: t.OptimizerEntry(), LR: t.LR, OptimizerParams: t.OptimizerParams, BatchSize: t.BatchSize,
	}
}

// TrainKeys are the keys of a scene's train, in the order in which they are written.
func TrainKeys() (keys []string) {
	for i := range fields {
		if key, ok := strings.CutPrefix(fields[i].key, "train."); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// Value is the value of one of TrainKeys.
func (t Train) Value(key string) any { return fieldOf("train." + key).value(&Scene{Train: t}) }

// Set makes the changes of an edit that was found valid.
func (t *Train) Set(set map[string]any) {
	s := Scene{Train: *t}
	for key, value := range set {
		fieldOf(key).decode(&s, jsonText(value))
	}
	*t = s.Train
}
