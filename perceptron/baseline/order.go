package baseline

import (
	"slices"

	"perceptronlab/perceptron/random"
)

// order is the order in which samples are shown: each epoch draws torch.randperm(n), as a run with batch_size 1 does. A
// single sample is all of them, for which a run draws nothing; nor does randperm(1).
type order struct {
	gen    *random.Torch
	left   []int // what the current epoch still has to show
	memory []int
}

func (o *order) next(n int) int {
	if len(o.left) == 0 {
		o.memory = slices.Grow(o.memory[:0], n)[:n]
		o.left = o.memory
		o.gen.Perm(o.left)
	}
	i := o.left[0]
	o.left = o.left[1:]
	return i
}

// removed takes sample i out; those after it move up.
func (o *order) removed(i int) {
	left := o.left[:0]
	for _, j := range o.left {
		if j > i {
			left = append(left, j-1)
		} else if j < i {
			left = append(left, j)
		}
	}
	o.left = left
}
