package session

import (
	"math"
	"slices"
	"testing"

	"perceptronlab/perceptron/scene"
)

// A place of a slice has the loss that the run has with these parameters.
func TestSlice(t *testing.T) {
	sc, _ := scene.Preset("xor-mlp")
	s := trained(t, sc, 30)
	all, ok := s.Parameters()
	if !ok || len(all) != 9 {
		t.Fatalf("%d parameters, want 9", len(all))
	}
	which, center := [2]int{7, 2}, [2]float64{0.5, -0.25} // an output weight, and a weight of the second hidden unit
	slice := s.Slice(which, center, 2, 4)
	losses, of := slice.Losses, slice.Of
	if len(losses) != 16 || of != s.Snapshot().Samples.Len() {
		t.Fatalf("%d losses, over %d samples", len(losses), of)
	}
	if again, _ := s.Parameters(); !slices.Equal(all, again) {
		t.Error("looking at a slice changed the run")
	}
	// The third column of the first row.
	p := s.Snapshot().Network.Parameters()
	p[2][1], p[0][2] = center[0]+0.5, center[1]+1.5
	if err := s.Apply(&Weights{Parameters: p}); err != nil {
		t.Fatal(err)
	}
	if got := s.Snapshot().Loss; math.Abs(got-losses[2]) > 1e-12 {
		t.Errorf("loss %v, the slice has %v", got, losses[2])
	}
	if _, ok := trained(t, scene.Default(), 0).Parameters(); !ok {
		t.Error("a neuron has no parameters")
	}
}

// The lowest place of a slice: nothing on a fine grid is lower, and it has the loss that it is said to have.
func TestLowestOfASlice(t *testing.T) {
	sc, _ := scene.Preset("xor-mlp")
	for _, loss := range []string{"bce", "hinge"} {
		sc.Train.Loss = loss
		s := trained(t, sc, 40)
		for _, which := range [][2]int{{0, 1}, {6, 7}, {2, 8}, {4, 5}} {
			all, _ := s.Parameters()
			center, half := [2]float64{all[which[0]] + 0.3, all[which[1]] - 0.2}, 1.5
			slice := s.Slice(which, center, half, 16)
			for _, fine := range s.Slice(which, center, half, 90).Losses {
				if fine < slice.Height-1e-6 {
					t.Errorf("%s, parameters %v: %v on a finer grid, lower than %v at %v", loss, which, fine, slice.Height, slice.Lowest)
					break
				}
			}
			outside := false
			for i := range 2 {
				off := math.Abs(slice.Lowest[i]-center[i]) - half
				outside = outside || off > 0
				if !slice.Edge && off >= 0 {
					t.Errorf("%s, parameters %v: %v is at an edge, unsaid", loss, which, slice.Lowest)
				}
			}
			p := s.Snapshot().Network.Parameters()
			for i, at := range which {
				*Parameter(p, at) = slice.Lowest[i]
			}
			if err := s.Apply(&Weights{Parameters: p}); err != nil {
				t.Fatal(err)
			}
			if got := s.Snapshot().Loss; outside || math.Abs(got-slice.Height) > 1e-12 {
				t.Errorf("%s, parameters %v: loss %v at %v, said to be %v", loss, which, got, slice.Lowest, slice.Height)
			}
		}
	}
}

// A bowl, a bowl whose bottom is beyond the square, and a groove.
func TestPatternSearch(t *testing.T) {
	bowl := func(w [2]float64) float64 { return (w[0]-0.3)*(w[0]-0.3) + 5*(w[1]+0.7)*(w[1]+0.7) }
	if at, h := patternSearch(bowl, [2]float64{0.5, 0.5}, 0.1, 0.1/1024, [2]float64{}, 1); math.Abs(at[0]-0.3) > 2e-4 || math.Abs(at[1]+0.7) > 2e-4 || h > 1e-6 {
		t.Errorf("the bowl's bottom is at %v, %v", at, h)
	}
	if at, _ := patternSearch(bowl, [2]float64{0.5, 0.2}, 0.1, 0.1/1024, [2]float64{0.5, 0.2}, 0.5); math.Abs(at[0]-0.3) > 2e-4 || at[1] != -0.3 {
		t.Errorf("within the square the bowl is lowest at %v", at)
	}
}

// The trajectory of two parameters is where they were.
func TestParameterTrajectory(t *testing.T) {
	sc, _ := scene.Preset("xor-mlp")
	which := [2]int{7, 2}
	s := trained(t, sc, 0)
	var want [][2]float64
	for range 30 {
		all, _ := s.Parameters()
		want = append(want, [2]float64{all[7], all[2]})
		if way := s.ParameterTrajectory(which); !slices.Equal(way[len(way)-1:], want[len(want)-1:]) {
			t.Fatalf("the way ends at %v, the run is at %v", way[len(way)-1], want[len(want)-1])
		}
		if err := s.Apply(&Step{}); err != nil {
			t.Fatal(err)
		}
	}
	if way := s.ParameterTrajectory(which); !slices.Equal(way[:30], want) || len(way) != 31 {
		t.Errorf("the way is %v, want %v and one more", way, want)
	}
	if s = trained(t, sc, 5000); len(s.ParameterTrajectory(which)) > pathLength+1 || len(s.ParameterTrajectory(which)) < pathLength/2 {
		t.Errorf("%d places of 5000 steps", len(s.ParameterTrajectory(which)))
	}
	sc.Model.Layers = []int{2, 64, 64, 1}
	if s = trained(t, sc, 3); len(s.ParameterTrajectory(which)) != 1 {
		t.Errorf("a network of thousands of parameters has a trajectory of %d places, want where it is", len(s.ParameterTrajectory(which)))
	}
}
