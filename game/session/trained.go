package session

import "perceptronlab/perceptron/scene"

// Trained is a scene after that many steps, or at the end of its epochs if that comes first. With steps 0 it is at that end, or
// where an edit removed the end; a scene that never ends is untrained. The error is the scene's.
func Trained(s scene.Scene, steps int) (Snapshot, error) {
	run, err := New(s)
	if err != nil {
		return Snapshot{}, err
	}
	for !run.reachedGoal() && (steps > 0 && run.Steps() < steps || steps == 0 && run.goal > 0) && run.step() {
	}
	return run.Snapshot(), nil
}
