package scene_test

import (
	"encoding/base64"
	"math"
	"strings"
	"testing"

	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/scene"
)

func TestPackedPointsAreTheScenesOwn(t *testing.T) {
	own := scene.Default()
	own.Model.Layers = []int{2, 64}
	own.Train.Loss = "cross_entropy"
	own.Data = scene.Data{Kind: "points", Params: dataset.Params{Y: []uint8{0, 1, 63, 0, 7}, X: [][2]float32{
		{0, float32(math.Copysign(0, -1))}, {0.1, -2}, {1e30, -1e-30}, {math.SmallestNonzeroFloat32, 3}, {-1.5, 1 << 20},
	}}}
	blobs := scene.Default()
	for _, s := range []scene.Scene{own, blobs} {
		rest, points := s.Packed()
		if len(rest.Data.X) != 0 || len(points) != 12*len(s.Data.X) {
			t.Errorf("%d points stay, %d bytes are given for %d", len(rest.Data.X), len(points), len(s.Data.X))
		}
		got, err := scene.ParsePacked(rest.JSON(), string(points))
		if err != nil || string(got.JSON()) != string(s.JSON()) {
			t.Errorf("it is read back as %s, %v; want %s", got.JSON(), err, s.JSON())
		}
	}
}

func TestWhatIsNoPackedPointIsRefused(t *testing.T) {
	const kind = `{"data": {"kind": "points"}}`
	for points, want := range map[string]string{
		"?":                     "illegal base64",
		"AAAAAAAAAAAA" + "AAAA": "unexpected EOF",
		base64.StdEncoding.EncodeToString([]byte("\x00\x00\xc0\x7f\x00\x00\x00\x00\x00")): "data.x[0]: [NaN, 0]",
		base64.StdEncoding.EncodeToString([]byte("\x00\x00\x00\x00\x00\x00\x00\x00\x40")): "data.y[0]: 64",
		base64.StdEncoding.EncodeToString([]byte("\x00\x00\x00\x00\x00\x00\x00\x00\x02")): "data.y",
	} {
		if _, err := scene.ParsePacked([]byte(kind), points); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", points, err, want)
		}
	}
}
