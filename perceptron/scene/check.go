package scene

import (
	"math"
	"strconv"

	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

// Validate checks a scene that was not read by Parse but made or changed: each value by itself, how the values fit together,
// and that every edit fits when its turn comes.
func (s Scene) Validate() error {
	if s.Version != 1 {
		return wrong("version", strconv.Itoa(s.Version), refusal.Exactly.With("1"))
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
		if !refusal.AnyFinite.OK(q[0]) || !refusal.AnyFinite.OK(q[1]) {
			return wrong("queries["+strconv.Itoa(i)+"]", jsonText(q), refusal.Pair.With(refusal.AnyFinite.Want))
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

// classes is how many classes a network with that many outputs distinguishes.
func classes(outputs int) int { return max(outputs, 2) }

// points is how many points the scene has, including those held back.
func (s *Scene) points() int {
	return s.Data.KindEntry().Size(s.Data.Params)
}

// heldBack is how many of them train_test_split holds back.
func (s *Scene) heldBack() int {
	return int(math.Ceil(s.Data.TestSize * float64(s.points())))
}

func (s *Scene) checkData() error {
	kind := s.Data.KindEntry()
	if kind.Check != nil {
		if err := kind.Check(s.Data.Params, classes(s.outputs())); err != nil {
			err.Key = "data." + err.Key
			if err.Value == "" {
				err.Value = refusal.Shorten(jsonText(fieldOf(err.Key).value(s)), longest)
			}
			return err
		}
	}
	if n := s.points(); n > maxPoints {
		return refusal.Count("data.x", n, refusal.Points, refusal.AtMost.With(maxPoints))
	}
	if n := s.points(); n > 0 && s.heldBack() >= n {
		return wrong("data.test_size", jsonText(s.Data.TestSize), refusal.PointsToTrainOn.With(n))
	}
	return nil
}

// check reports whether the training values fit together, and fit the number of outputs.
func (t *Train) check(outputs int) error {
	loss, err := perceptron.ParseLoss(t.Loss)
	switch {
	case err != nil:
		return wrong("train.loss", jsonText(t.Loss), refusal.OneOf.With(names(perceptron.Losses())))
	case outputs == 1 && loss.Multiclass():
		return wrong("train.loss", jsonText(t.Loss), refusal.LossOfOne.With(lossesOf(1)))
	case outputs > 1 && !loss.Multiclass():
		return wrong("train.loss", jsonText(t.Loss), refusal.LossOfMore.With(lossesOf(outputs), outputs))
	case t.OptimizerEntry().Takes("nesterov") && t.Nesterov && t.Momentum == 0:
		return wrong("train.nesterov", "true", refusal.Momentum)
	}
	return nil
}

// lossesOf names the losses that fit a number of outputs.
func lossesOf(outputs int) []string {
	var fit []perceptron.Loss
	for _, l := range perceptron.Losses() {
		if l.Multiclass() == (outputs > 1) {
			fit = append(fit, l)
		}
	}
	return names(fit)
}
