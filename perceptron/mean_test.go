package perceptron

import (
	"math"
	"testing"
)

func TestMeanIsTheTrainersLoss(t *testing.T) {
	for _, c := range []struct {
		loss    Loss
		outputs int
	}{{LossBCE, 1}, {LossMSE, 1}, {LossHinge, 1}, {LossPerceptron, 1}, {LossCrossEntropy, 3}} {
		s := Samples{}
		for i := range 3*blockLen + 7 {
			s.Add([2]float64{math.Sin(float64(i)), math.Cos(float64(3 * i))}, i%2)
		}
		net := NewNetwork([]int{2, c.outputs}, ActivationTanh)
		p := net.Parameters()
		for i := range p[0] {
			p[0][i] = float64(i) - 0.7
		}
		if err := net.SetParameters(p); err != nil {
			t.Fatal(err)
		}
		z := make([]float64, s.Len()*c.outputs)
		x, y := s.Wide()
		net.Logits(z, x)
		want := NewTrainer(net, s, TrainConfig{Loss: c.loss, LR: 1}, nil).Loss()
		if got := c.loss.Mean(z, y, c.outputs); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v: mean %v, want %v", c.loss, got, want)
		}
	}
	if got := LossBCE.Mean(nil, nil, 1); got == got {
		t.Errorf("the mean of nothing is %v, want NaN", got)
	}
}
