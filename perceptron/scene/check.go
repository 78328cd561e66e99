package scene

import (
	"math"
	"strconv"
	"strings"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/internal/english"
)

// Validate checks a scene that was not read by Parse but made or changed: each value by itself, how they go together,
// and that every edit fits when its time comes.
func (s Scene) Validate() error {
	if s.Version != 1 {
		return &Error{"version", strconv.Itoa(s.Version), "1"}
	}
	for i := range fields {
		f := &fields[i]
		if !f.belongs(&s) {
			continue
		}
		if err := f.valid(&s); err != nil {
			return err
		}
	}
	for i, q := range s.Queries {
		if !finite.ok(q[0]) || !finite.ok(q[1]) {
			return &Error{"queries[" + strconv.Itoa(i) + "]", jsonText(q), "[x, y], each " + finite.want}
		}
	}
	if err := s.checkData(); err != nil {
		return err
	}
	if err := s.Train.check(s.outputs()); err != nil {
		return err
	}
	_, err := s.validEdits()
	return err
}

// outputs is how many logits the network has.
func (s *Scene) outputs() int { return s.Model.Layers[len(s.Model.Layers)-1] }

// classes is how many classes a network of that many outputs tells apart.
func classes(outputs int) int { return max(outputs, 2) }

// points is how many points the scene has, those held back among them.
func (s *Scene) points() int {
	return s.Data.KindEntry().Size(s.Data.Params())
}

// heldBack is how many of them train_test_split holds back.
func (s *Scene) heldBack() int {
	return int(math.Ceil(s.Data.TestSize * float64(s.points())))
}

func (s *Scene) checkData() error {
	kind := s.Data.KindEntry()
	if kind.Check != nil {
		if fault, ok := kind.Check(s.Data.Params(), classes(s.outputs())); ok {
			key := "data." + fault.Key
			if fault.Value == "" {
				fault.Value = jsonText(fieldOf(key).value(s))
			}
			return &Error{key, fault.Value, fault.Want}
		}
	}
	if n := s.points(); n > maxPoints {
		return &Error{"data.x", strconv.Itoa(n) + " points", "at most " + strconv.Itoa(maxPoints)}
	}
	if n := s.points(); n > 0 && s.heldBack() >= n {
		return &Error{"data.test_size", jsonText(s.Data.TestSize), "at least one of " + strconv.Itoa(n) + " points left to train on"}
	}
	return nil
}

// check tells whether the training values go together, and with the number of outputs.
func (t *Train) check(outputs int) error {
	loss, err := perceptron.ParseLoss(t.Loss)
	switch {
	case err != nil:
		return &Error{"train.loss", jsonText(t.Loss), "one of " + strings.Join(names(perceptron.Losses()), ", ")}
	case outputs == 1 && loss.Multiclass():
		return &Error{"train.loss", jsonText(t.Loss), lossesOf(1) + " for one output, or 2 outputs or more (model.layers)"}
	case outputs > 1 && !loss.Multiclass():
		return &Error{"train.loss", jsonText(t.Loss), lossesOf(outputs) + " for " + strconv.Itoa(outputs) + " outputs, or 1 output (model.layers)"}
	case t.Optimizer == "sgd" && t.Nesterov && t.Momentum == 0:
		return &Error{"train.nesterov", "true", "train.momentum above 0 with it"}
	}
	return nil
}

// lossesOf names the losses that go with a number of outputs.
func lossesOf(outputs int) string {
	var fit []perceptron.Loss
	for _, l := range perceptron.Losses() {
		if l.Multiclass() == (outputs > 1) {
			fit = append(fit, l)
		}
	}
	return english.Or(fit)
}
