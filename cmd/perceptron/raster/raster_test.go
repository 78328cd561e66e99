package raster

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/scene"
)

// The pixels of a raster have the model's own colours where there is no mark, and the mark's colour where there is one.
func TestRasterShowsTheModel(t *testing.T) {
	for _, preset := range []string{"blog", "xor-mlp", "three-classes"} {
		s, _ := scene.Preset(preset)
		shot, err := session.Trained(s, 0)
		if err != nil {
			t.Fatal(err)
		}
		const width, height = 250, 200
		file, err := PNG(shot, width, height)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		plane := view.NewPlane(shot.Extent(), density*width, density*height)
		at := func(x [2]float64) (c [3]float64) {
			px, py := plane.ToPx(x)
			is := color.NRGBAModel.Convert(picture.At(int(px), int(py))).(color.NRGBA)
			return [3]float64{float64(is.R), float64(is.G), float64(is.B)}
		}
		check := func(what string, x [2]float64, want [3]float64, slack float64) {
			t.Helper()
			for i, got := range at(x) {
				if math.Abs(got-want[i]) > slack {
					t.Errorf("%s: %s at %v is %v, want %v", preset, what, x, at(x), want)
					return
				}
			}
		}
		for i := range 4 {
			x, class := shot.Samples.At(i)
			check("a point", x, parts(view.ClassColor(class)), 2)
		}
		// The corners have neither points nor lines; a pixel's middle is half a pixel away.
		for _, corner := range [][2]float64{{20.5, 30.5}, {density*width - 20.5, 30.5}, {20.5, density*height - 30.5}, {density*width - 20.5, density*height - 30.5}} {
			x := plane.ToData(corner[0], corner[1])
			a := shot.Ask(x)
			sure := math.Abs(2*a.P[0] - 1)
			if k := float64(len(a.P)); k > 1 {
				sure = (a.P[a.Class] - 1/k) / (1 - 1/k)
			}
			want := parts(view.ClassColor(a.Class))
			for i := range want {
				want[i] = 255 - 0.5*sure*(255-want[i])
			}
			check("the field", x, want, 1.5)
		}
		if w, b, ok := shot.Line(); ok {
			// The foot of the perpendicular from the middle of the picture.
			c := plane.Center
			k := (w[0]*c[0] + w[1]*c[1] + b) / (w[0]*w[0] + w[1]*w[1])
			check("the line", [2]float64{c[0] - k*w[0], c[1] - k*w[1]}, parts(view.LineColor), 2)
		}
	}
}

func parts(c uint32) [3]float64 {
	return [3]float64{float64(c >> 16), float64(c >> 8 & 0xff), float64(c & 0xff)}
}
