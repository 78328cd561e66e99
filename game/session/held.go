package session

import (
	"unsafe"

	"perceptronlab/perceptron/scene"
)

const (
	// maxChanges is how many changes can be undone.
	maxChanges = 200
	// maxHeld is how many bytes they may hold besides what the last of them does: of more, the oldest are dropped.
	maxHeld = 64 << 20
	// maxHeldRuns is the same for their runs, without which undoing takes longer.
	maxHeldRuns = 16 << 20
	// maxLeft is the same for the courses of the scenes that were left, the last one's too: each may hold half of what later ones
	// leave of it. Those that hold more have fewer checkpoints, or are dropped, and are made again by a replay.
	maxLeft = 16 << 20
)

// within returns the last of the changes, as many as may be kept. Nobody holds those that it drops, nor the runs and courses that it
// drops.
func within(changes []*change) []*change {
	changes = changes[max(0, len(changes)-maxChanges):]
	last := len(changes) - 1
	scenes, runs, left := 0, 0, 0
	for i := last; i >= 0; i-- {
		one := changes[i]
		if one.left != nil {
			left += one.fit((maxLeft - left) / 2)
		}
		if i == last {
			continue
		}
		next := changes[i+1]
		if scenes += bytesOfScene(&one.before.scene, &next.before.scene); scenes > maxHeld {
			return changes[i+1:]
		}
		if one.run == nil {
			continue
		}
		if runs += bytesOfRun(one.run, next.run); runs > maxHeldRuns {
			one.run = nil
		}
	}
	return changes
}

// bytesOfScene is about how many bytes a scene holds that another doesn't.
func bytesOfScene(sc, other *scene.Record) int {
	data, others := &sc.Head().Data, &other.Head().Data
	return bytesOf(data.X, others.X) + bytesOf(data.Y, others.Y) + sc.Apart(other)*int(unsafe.Sizeof(scene.Edit{}))
}

// bytesOfRun is about how many bytes a run holds, at its step, that neither its scene nor another run does.
func bytesOfRun(run, other *scene.Run) int {
	t := run.Trainer()
	size := 10_000 + 4*8*t.Network().NumParameters() // its generator, the optimizer's averages
	if !t.EpochStart() {
		size += 8 * t.NumSamples() // their order
	}
	x, losses := run.Now().Head().Data.X, []float64(nil)
	if other != nil {
		x, losses = other.Trainer().Look().X, other.Trainer().Losses()
	}
	size += 4 * bytesOf(t.Losses(), losses)  // their epochs, those of test data, room for more
	return size + bytesOf(t.Look().X, x)*9/8 // and their labels
}

// bytesOf is how many bytes a list takes; none if another begins with the same memory.
func bytesOf[T any](list, other []T) int {
	if len(list) == 0 || len(other) > 0 && &list[0] == &other[0] {
		return 0
	}
	return len(list) * int(unsafe.Sizeof(list[0]))
}
