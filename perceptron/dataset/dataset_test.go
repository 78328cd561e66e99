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

// goldenPoints are what scikit-learn gave: every nth point, and a digest of all.
type goldenPoints struct {
	N, Every int
	Points   [][3]float32 // x0, x1, y
	Digest   string
}

func (c goldenCase) samples() perceptron.Samples {
	kind, _ := KindOf(c.Kind)
	return kind.Samples(Params{Drawn: Drawn{
		NSamples: c.N, Centers: c.Centers, ClusterStd: c.Std, Noise: c.Noise, Factor: c.Factor, RandomState: c.Seed,
	}})
}

// testdata/sklearn.json is what scikit-learn gave (../testdata/oracle/datasets.py): every bit counts.
func TestSamplesMatchScikitLearn(t *testing.T) {
	b, err := os.ReadFile("testdata/sklearn.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden struct{ Cases []goldenCase }
	if err := json.Unmarshal(b, &golden); err != nil {
		t.Fatal(err)
	}
	for _, c := range golden.Cases {
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
	if got.Len() != want.N || len(got.X) != want.N {
		t.Errorf("%s: %d points with %d labels, scikit-learn gives %d", said, len(got.X), got.Len(), want.N)
		return
	}
	for k, p := range want.Points {
		i := k * want.Every
		x, y := got.X[i], got.Y[i]
		if !sameBits(x[0], p[0]) || !sameBits(x[1], p[1]) || y != int(p[2]) {
			t.Errorf("%s: point %d is (%.9g, %.9g) of class %d, scikit-learn gives (%.9g, %.9g) of class %g", said, i, x[0], x[1], y, p[0], p[1], p[2])
			return
		}
	}
	if digest(got) != want.Digest {
		t.Errorf("%s: a point differs from scikit-learn's, but none of 0, %d, %[2]d·2 … does", said, want.Every)
	}
}

// sameBits distinguishes −0 from 0, as the digest does.
func sameBits(got float64, want float32) bool {
	return math.Float64bits(got) == math.Float64bits(float64(want))
}

func digest(s perceptron.Samples) string {
	var b []byte
	for _, x := range s.X {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(x[0])))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(x[1])))
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
