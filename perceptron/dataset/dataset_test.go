package dataset

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"perceptronlab/perceptron"
)

type goldenCase struct {
	Kind     string
	N        int `json:"n_samples"`
	Centers  [][2]float64
	Std      float64 `json:"cluster_std"`
	Noise    float64
	Factor   float64
	Seed     uint32  `json:"random_state"`
	TestSize float64 `json:"test_size"`

	Train, Test goldenPoints
}

// goldenPoints are what scikit-learn gave: every nth point, a digest of all, and of many the sums that tell where it differs.
type goldenPoints struct {
	N, Every int
	Points   [][3]float32 // x0, x1, y
	Digest   string
	Sums     [][3]blockSums
}

func (c goldenCase) samples() perceptron.Samples {
	kind, _ := KindOf(c.Kind)
	return kind.Samples(Params{Drawn: Drawn{
		NSamples: c.N, Centers: c.Centers, ClusterStd: c.Std, Noise: c.Noise, Factor: c.Factor, RandomState: c.Seed,
	}})
}

// goldenCases are testdata/sklearn.json, what scikit-learn gave (../testdata/oracle/datasets.py): every bit counts.
func goldenCases(t *testing.T) []goldenCase {
	t.Helper()
	b, err := os.ReadFile("testdata/sklearn.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden struct{ Cases []goldenCase }
	if err := json.Unmarshal(b, &golden); err != nil {
		t.Fatal(err)
	}
	return golden.Cases
}

func TestSamplesMatchScikitLearn(t *testing.T) {
	for _, c := range goldenCases(t) {
		t.Run(fmt.Sprintf("%s of %d", c.Kind, c.N), func(t *testing.T) {
			train, test := Split(c.samples(), c.TestSize, c.Seed)
			said := fmt.Sprintf("random_state %d, test_size %g", c.Seed, c.TestSize)
			c.Train.compare(t, said+", to train on", train)
			if c.TestSize > 0 {
				c.Test.compare(t, said+", held back", test)
			}
		})
	}
}

// compare reports the first point that differs.
func (want goldenPoints) compare(t *testing.T, said string, got perceptron.Samples) {
	t.Helper()
	if difference := want.difference(got); difference != "" {
		t.Errorf("%s: %s", said, difference)
	}
}

// difference says which point is not scikit-learn's, and what it would be; "" if all are.
func (want goldenPoints) difference(got perceptron.Samples) string {
	if got.Len() != want.N || len(got.X) != want.N {
		return fmt.Sprintf("%d points with %d labels, scikit-learn gives %d", len(got.X), got.Len(), want.N)
	}
	for k, p := range want.Points {
		i := k * want.Every
		x, y := got.X[i], int(got.Y[i])
		if !sameBits(x[0], p[0]) || !sameBits(x[1], p[1]) || y != int(p[2]) {
			return fmt.Sprintf("point %d is (%.9g, %.9g) of class %d, scikit-learn gives (%.9g, %.9g) of class %g", i, x[0], x[1], y, p[0], p[1], p[2])
		}
	}
	if digest(got) == want.Digest {
		return ""
	}
	for k, sums := range want.Sums {
		for column, sum := range sums {
			if d := sum.difference(got, k*block, column); d != "" {
				return d
			}
		}
	}
	return "a point differs from scikit-learn's, and leaves all sums as they are"
}

// block is how many points are summed together.
const block = 1000

// blockSums are Σ v and Σ (i + 1)v over a column of a block, x0, x1 or y: v are the bits of its float32, or the label.
type blockSums [2]int64

func (want blockSums) difference(got perceptron.Samples, from, column int) string {
	name, end := []string{"x0", "x1", "the class"}[column], min(from+block, got.Len())
	bits := func(i int) int64 {
		if column == 2 {
			return int64(got.Y[i])
		}
		return int64(math.Float32bits(got.X[i][column]))
	}
	var sums blockSums
	for i := from; i < end; i++ {
		sums[0] += bits(i)
		sums[1] += int64(i-from+1) * bits(i)
	}
	if sums == want {
		return ""
	}
	// If it is one value that differs, by d, the sums do by d and by (i + 1)d.
	d, at := sums[0]-want[0], from-1
	if d != 0 && (sums[1]-want[1])%d == 0 {
		at += int((sums[1] - want[1]) / d)
	}
	if at < from || at >= end {
		return fmt.Sprintf("%s of several points from %d to %d is not scikit-learn's", name, from, end-1)
	}
	if column == 2 {
		return fmt.Sprintf("%s of point %d is %d, scikit-learn gives %d", name, at, bits(at), bits(at)-d)
	}
	value := func(bits int64) float32 { return math.Float32frombits(uint32(bits)) }
	return fmt.Sprintf("%s of point %d is %.9g, scikit-learn gives %.9g", name, at, value(bits(at)), value(bits(at)-d))
}

// Whatever differs is named: one value with what it would be, several with where they are.
func TestAPointThatIsNotScikitLearnsIsNamed(t *testing.T) {
	for _, c := range goldenCases(t) {
		if c.Kind != "moons" || c.N < 20_000 {
			continue
		}
		train, _ := Split(c.samples(), c.TestSize, c.Seed)
		for _, tc := range []struct {
			change func(s perceptron.Samples)
			want   string
		}{
			{func(s perceptron.Samples) { s.X[1234][0] = -s.X[1234][0] }, fmt.Sprintf("x0 of point 1234 is %.9g, scikit-learn gives %.9g", -train.X[1234][0], train.X[1234][0])},
			{func(s perceptron.Samples) { s.X[999][1] = 0 }, fmt.Sprintf("x1 of point 999 is 0, scikit-learn gives %.9g", train.X[999][1])},
			{func(s perceptron.Samples) { s.Y[2001] = 1 - s.Y[2001] }, fmt.Sprintf("the class of point 2001 is %d, scikit-learn gives %d", 1-train.Y[2001], train.Y[2001])},
			{func(s perceptron.Samples) { s.X[1201], s.X[1202] = s.X[1202], s.X[1201] }, "x0 of several points from 1000 to 1999 is not scikit-learn's"},
			{func(s perceptron.Samples) { s.X[400][0] = 9 }, "point 400 is (9, "},
		} {
			changed := train.Clone()
			tc.change(changed)
			if got := c.Train.difference(changed); !strings.HasPrefix(got, tc.want) {
				t.Errorf("%s, want %s", got, tc.want)
			}
		}
	}
}

// sameBits distinguishes −0 from 0, as the digest does.
func sameBits(got, want float32) bool {
	return math.Float32bits(got) == math.Float32bits(want)
}

func digest(s perceptron.Samples) string {
	var b []byte
	for _, x := range s.X {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x[0]))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x[1]))
	}
	for _, y := range s.Y {
		b = binary.LittleEndian.AppendUint32(b, uint32(y))
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func TestFewestPoints(t *testing.T) {
	for n := range 3 {
		for _, c := range []goldenCase{
			{Kind: "blobs", N: n, Centers: [][2]float64{{1, 2}, {3, 4}, {5, 6}}}, {Kind: "moons", N: n},
			{Kind: "circles", N: n}, {Kind: "xor", N: n}, {Kind: "spirals", N: n},
		} {
			want := n
			if c.Kind == "spirals" {
				want = n / 2 * 2
			}
			if s := c.samples(); s.Len() != want || len(s.X) != want {
				t.Errorf("%s: %d points for n = %d", c.Kind, s.Len(), n)
			}
		}
	}
}

func TestSplitKeepsEveryPoint(t *testing.T) {
	s := Moons(50, 0.1, 1)
	train, test := Split(s, 0.37, 9)
	if test.Len() != 19 { // ⌈18.5⌉
		t.Errorf("%d points held back, want 19", test.Len())
	}
	all := slices.Concat(train.X, test.X)
	for i, x := range s.X {
		if !slices.Contains(all, x) {
			t.Errorf("point %d is in neither part", i)
		}
	}
	if train, _ := Split(s, 0.999, 9); train.Len() != 0 {
		t.Errorf("%d points left to train on, want 0", train.Len())
	}
}

// math.Sin and math.Cos are below 1 ULP off; so are ours, hence never more than 2 ULP apart.
func TestSincos(t *testing.T) {
	for i := range 200001 {
		x := float64(i) * (100.0 / 200000)
		sin, cos := sincos(x)
		for _, v := range [][2]float64{{sin, math.Sin(x)}, {cos, math.Cos(x)}} {
			ulp := math.Nextafter(math.Abs(v[1]), 2) - math.Abs(v[1])
			if math.Abs(v[0]-v[1]) > 2*ulp {
				t.Fatalf("x = %.17g: %.17g, math says %.17g", x, v[0], v[1])
			}
		}
	}
	if _, cos := sincos(math.Pi / 2); cos != 6.123233995736766e-17 { // NumPy
		t.Errorf("cos π/2 = %g", cos)
	}
}

func BenchmarkBlobs(b *testing.B) {
	for b.Loop() {
		Blobs(100_000, [][2]float64{{-0.5, 0.5}, {0.5, -0.5}}, 0.4, 123)
	}
}
