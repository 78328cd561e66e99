package session

import (
	"testing"

	"perceptronlab/perceptron/scene"
)

// However long a run is, it has few check-points, and on the way back from a step to any before it there is one near.
func TestCheckpointsAreCloserTheLaterTheyAre(t *testing.T) {
	s := fromLink(t, "preset=and&train.epochs=0")
	do(t, s, &Speed{StepsPerFrame: 777}, &Play{})
	for s.Steps() < 100_000 {
		s.Advance(never)
		now := s.Steps()
		if n := len(s.checkpoints.runs); n > 72 {
			t.Fatalf("%d check-points after %d steps", n, now)
		}
		for age := 1; age < now; age *= 2 {
			at := s.checkpoints.last(func(r *scene.Run) bool { return r.Steps() <= now-age }).Steps()
			if most := min(evenAt(now), max(maxApart, age/2)); now-age-at > most {
				t.Fatalf("after %d steps, %d back from there, the last check-point is at %d; want it within %d steps", now, age, at, most)
			}
		}
	}
}
