package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

func TestTrainedEndsWhateverTheSceneSays(t *testing.T) {
	for _, c := range []struct {
		link        string
		steps, want int
	}{
		{"epochs=7", 0, 7},
		{"epochs=7", 3, 3},
		{"epochs=7", 1 << 30, 7},
		{"epochs=0", 0, 0},
		{"epochs=0", 5, 5},
		{"kind=points", 0, 0},
		{"kind=points", 9, 0},
		{"epochs=4&batch_size=50", 0, 8},
	} {
		s, err := scene.ParseFragment(c.link)
		if err != nil {
			t.Fatal(err)
		}
		shot, err := Trained(s, c.steps)
		if err != nil || shot.Step != c.want {
			t.Errorf("%s, %d steps: step %d, %v, want %d", c.link, c.steps, shot.Step, err, c.want)
		}
	}
}

func TestARecordedEditMovesTheEnd(t *testing.T) {
	for _, epochs := range []int{4, 9} {
		s := scene.Default()
		s.Train.Epochs = 6
		s.Edits = []scene.Edit{{Step: 3, Set: map[string]any{"train.epochs": float64(epochs)}}}
		shot, err := Trained(s, 0)
		if err != nil || shot.Epoch != epochs || shot.GoalEpochs != epochs {
			t.Errorf("the end moved to %d: trained %d epochs of %d (%v)", epochs, shot.Epoch, shot.GoalEpochs, err)
		}
		run, err := New(s)
		if err != nil {
			t.Fatal(err)
		}
		run.play()
		for run.Playing() {
			run.Advance(func() bool { return false })
		}
		if got := run.Snapshot(); got.Epoch != epochs || !got.Ended {
			t.Errorf("the end moved to %d: played to %d, ended %v", epochs, got.Epoch, got.Ended)
		}
	}
}
