package scene

import (
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/random"
)

// Samples makes the scene's points: those to train on, in the order that training sees them, and those held back (none unless
// data.test_size says so). They may be the scene's own memory, and are not to be written to. The error is Validate's.
func (s Scene) Samples() (train, test perceptron.Samples, err error) {
	if err := s.Validate(); err != nil {
		return train, test, err
	}
	train, test = s.samples()
	return train, test, nil
}

func (s *Scene) samples() (train, test perceptron.Samples) {
	return dataset.Split(s.Data.KindEntry().Samples(s.Data.Params), s.Data.TestSize, s.Data.RandomState)
}

// trainer makes the scene's trainer at step 0, without edits. The scene is valid.
func (s *Scene) trainer() *perceptron.Trainer {
	activation := s.Model.ActivationEntry()
	net := perceptron.NewNetwork(s.Model.Layers, activation)
	gen := random.NewTorch(s.Model.ManualSeed)
	net.InitUniform(gen) // for zeros too: nn.Linear draws before they are zeroed, and batches are drawn after it
	if s.Model.Init == "zeros" {
		net = perceptron.NewNetwork(s.Model.Layers, activation)
	}
	train, test := s.samples()
	t := perceptron.NewTrainer(net, train, s.Train.Config(), gen)
	if test.Len() > 0 {
		t.SetTest(test)
	}
	return t
}
