package margin

import (
	"math/rand/v2"
	"slices"
	"testing"

	"perceptronlab/perceptron/dataset"
)

// No point that is left out before sorting is a corner: for clouds, circles and grids, far from the origin and thin.
func TestLeavingPointsOutKeepsTheHull(t *testing.T) {
	sets := [][]place{
		dataset.Blobs(3000, [][2]float64{{0, 0}}, 1, 1).X,
		dataset.Blobs(3000, [][2]float64{{1e6, -1e6}}, 1, 2).X,
		dataset.Circles(3000, 0, 0.5, 3).X,
		dataset.Moons(3000, 0.1, 4).X,
	}
	for _, k := range kinds {
		g := rand.New(rand.NewPCG(9, 10))
		sets = append(sets, randomSet(g, 3000, k.draw).X)
	}
	var thin []place
	for _, x := range sets[0] {
		thin = append(thin, place{x[0], float32(float64(x[0]) + 1e-7*float64(x[1]))})
	}
	for i, x := range append(sets, thin) {
		all := make([]int, len(x))
		for j := range all {
			all[j] = j
		}
		want := convexHull(x, all)
		got := classHull(x, make([]uint8, len(x)), 0)
		if !slices.Equal(got.index, want.index) {
			t.Errorf("set %d: hull %v, want %v", i, got.index, want.index)
		}
		for j := range got.at {
			k := got.next(j)
			if a := got.at[j]; cross(a, got.at[k], got.at[k], got.at[got.next(k)]) <= 0 && got.len() > 2 {
				t.Errorf("set %d: corners %d to %d do not turn left", i, j, k)
			}
		}
	}
}
