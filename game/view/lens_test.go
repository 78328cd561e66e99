package view

import (
	"math"
	"testing"
)

func fitted() Plane { return NewPlane(NewExtent([][2]float64{{-2, -1}, {3, 4}}), 600, 400) }

func TestALensZoomsAboutAPixel(t *testing.T) {
	f := fitted()
	var l Lens
	for _, c := range []struct{ factor, px, py float64 }{{2, 150, 90}, {3.5, 420, 300}, {0.4, 150, 90}, {1.25, 300, 200}} {
		before := l.Plane(f)
		l = l.Zoom(f, c.factor, c.px, c.py)
		after := l.Plane(f)
		if got := after.Scale / before.Scale; math.Abs(got-c.factor) > 1e-12 {
			t.Errorf("zoom by %g made the scale %g times as large", c.factor, got)
		}
		a, b := before.ToData(c.px, c.py), after.ToData(c.px, c.py)
		if math.Hypot(a[0]-b[0], a[1]-b[1])*after.Scale > 1e-6 {
			t.Errorf("zoom about (%g, %g) moved what is there from %v to %v", c.px, c.py, a, b)
		}
	}
}

func TestALensPansByPixels(t *testing.T) {
	f := fitted()
	l := Lens{}.Zoom(f, 4, 300, 200)
	x := l.Plane(f).ToData(100, 50)
	if px, py := l.Pan(f, 30, -20).Plane(f).ToPx(x); math.Hypot(px-130, py-30) > 1e-6 {
		t.Errorf("a pan by (30, −20) took the pixel (100, 50) to (%g, %g)", px, py)
	}
}

func TestALensThatShowsTheFittedViewIsTheZeroLens(t *testing.T) {
	f := fitted()
	l := Lens{}.Zoom(f, 1.5, 300, 200).Zoom(f, 1.5, 300, 200)
	if l == (Lens{}) || l.Plane(f) == f {
		t.Error("zoomed in, the view is the fitted one")
	}
	if l = l.Zoom(f, 1/2.25, 300, 200); l != (Lens{}) {
		t.Errorf("zoomed in and out again the lens is %v", l)
	}
	if l = l.Pan(f, 10, 0).Pan(f, -10, 0); l != (Lens{}) {
		t.Errorf("moved there and back the lens is %v", l)
	}
}

func TestALensShowsTheSameInAnotherSizeAndForAnotherExtent(t *testing.T) {
	f := fitted()
	l := Lens{}.Zoom(f, 10, 200, 150)
	x := l.Plane(f).Bounds()
	larger := NewPlane(NewExtent([][2]float64{{-20, -10}, {30, 40}}), 1200, 800)
	if got := l.Plane(larger).Bounds(); math.Abs(got.Min[0]-x.Min[0])+math.Abs(got.Max[1]-x.Max[1]) > 1e-9 {
		t.Errorf("at twice the size, with a point far away, %v is seen, want %v", got, x)
	}
	for _, size := range []float64{0, math.NaN()} {
		none := NewPlane(NewExtent(nil), size, 100)
		if got := l.Zoom(none, 2, 0, 0).Pan(none, 5, 5); got != l {
			t.Errorf("in a rectangle of width %g the lens became %v", size, got)
		}
	}
}

func FuzzALensStaysWithinItsLimits(f *testing.F) {
	f.Add(2.0, 10.0, 20.0, 5.0, 5.0)
	f.Add(1e-300, 1e300, -1e300, 1e308, -1e308)
	f.Add(1e300, -1.0, 1e9, math.Inf(1), math.NaN())
	f.Fuzz(func(t *testing.T, factor, px, py, dx, dy float64) {
		if !(factor > 0) {
			return
		}
		fit, l := fitted(), Lens{}
		for range 3 {
			l = l.Zoom(fit, factor, px, py).Pan(fit, dx, dy)
			p := l.Plane(fit)
			if zoom := p.Scale / fit.Scale; !(zoom > minZoom*(1-1e-9) && zoom < maxZoom*(1+1e-9)) {
				t.Fatalf("zoom by %g about (%g, %g): the scale is %g times the fitted one", factor, px, py, zoom)
			}
			if b := fit.Bounds(); !b.Contains(p.Center) {
				t.Fatalf("zoom by %g about (%g, %g), pan by (%g, %g): the middle is %v, outside %v", factor, px, py, dx, dy, p.Center, b)
			}
		}
	})
}
