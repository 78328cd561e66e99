package perceptron

import (
	"fmt"

	"perceptronlab/perceptron/internal/english"
)

// every returns the entries of a list of n, in menu order.
func every[T ~int](n int) []T {
	all := make([]T, n)
	for i := range all {
		all[i] = T(i)
	}
	return all
}

// parse returns the entry that docs/scene.md calls name; the error says what there is.
func parse[T fmt.Stringer](what, name string, all []T) (entry T, err error) {
	names := make([]string, len(all))
	for i, one := range all {
		if names[i] = one.String(); names[i] == name {
			return one, nil
		}
	}
	return entry, fmt.Errorf("%s %q: want %s", what, name, english.Or(names))
}
