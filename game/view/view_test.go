package view

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"perceptronlab/perceptron"
)

func TestPlaneRoundTripsAndShowsTheWholeExtent(t *testing.T) {
	e := NewExtent([][2]float64{{-2, 1}, {3, 5}, {0, -4}})
	p := NewPlane(e, 640, 300)
	for _, x := range [][2]float64{e.Min, e.Max, {0.25, 0.125}} {
		px, py := p.ToPx(x)
		if !p.Contains(px, py) {
			t.Errorf("%v lies at (%g, %g), outside 640 × 300", x, px, py)
		}
		if got := p.ToData(px, py); math.Hypot(got[0]-x[0], got[1]-x[1]) > 1e-12 {
			t.Errorf("ToData(ToPx(%v)) = %v", x, got)
		}
	}
}

func TestExtentOfNothingOfOnePointAndOfNonsense(t *testing.T) {
	for _, points := range [][][2]float64{nil, {{7, 7}}, {{math.NaN(), 1}, {math.Inf(1), 0}}} {
		p := NewPlane(NewExtent(points), 100, 100)
		if !(p.Scale > 0) || math.IsInf(p.Scale, 0) {
			t.Errorf("scale of %v is %g, want a positive number", points, p.Scale)
		}
	}
	if p := NewPlane(NewExtent(nil), 0, 0); p.Scale != 1 {
		t.Errorf("an empty rectangle has scale %g, want 1", p.Scale)
	}
}

func TestLineLiesOnTheDecisionBoundaryAndInTheRectangle(t *testing.T) {
	p := NewPlane(NewExtent([][2]float64{{-1, -1}, {1, 1}}), 400, 300)
	for _, c := range []struct {
		name string
		w    [2]float64
		b    float64
		ok   bool
	}{
		{"slanted", [2]float64{1.4, -1.3}, 0.2, true},
		{"vertical (w2 = 0)", [2]float64{2, 0}, -0.5, true},
		{"horizontal (w1 = 0)", [2]float64{0, -3}, 0.5, true},
		{"steep", [2]float64{1, 1e-9}, 0, true},
		{"tiny weights", [2]float64{1e-200, 2e-200}, 0, true},
		{"w = 0", [2]float64{0, 0}, 1, false},
		{"far outside", [2]float64{1, 1}, 100, false},
		{"not finite", [2]float64{math.NaN(), 1}, 0, false},
		{"infinite", [2]float64{math.Inf(1), 1}, 0, false},
	} {
		x0, y0, x1, y1, ok := p.Line(c.w, c.b)
		if ok != c.ok {
			t.Errorf("%s: visible = %v, want %v", c.name, ok, c.ok)
			continue
		}
		for _, q := range [][2]float64{{x0, y0}, {x1, y1}} {
			if !ok {
				break
			}
			d := p.ToData(q[0], q[1])
			if off := math.Abs(c.w[0]*d[0]+c.w[1]*d[1]+c.b) / math.Hypot(c.w[0], c.w[1]); off > 1e-9 {
				t.Errorf("%s: an end is %g off the line", c.name, off)
			}
			if q[0] < -1e-9 || q[0] > 400+1e-9 || q[1] < -1e-9 || q[1] > 300+1e-9 {
				t.Errorf("%s: an end is at %v, outside 400 × 300", c.name, q)
			}
		}
	}
}

func TestTicksAreRoundAndInside(t *testing.T) {
	texts := func(lo, hi, gap float64) (s []string) {
		for _, k := range Ticks(lo, hi, gap) {
			s = append(s, k.Text)
		}
		return s
	}
	for _, c := range []struct {
		lo, hi, gap float64
		want        []string
	}{
		{-1.2, 1.2, 0.3, []string{"−1.0", "−0.5", "0.0", "0.5", "1.0"}},
		{0, 1000, 210, []string{"0", "500", "1000"}},
		{0.25, 0.27, 0.008, []string{"0.25", "0.26", "0.27"}},
		{1, 1, 1, nil},
		{0, math.NaN(), 1, nil},
		{0, 1, 1e-300, nil},
	} {
		got := texts(c.lo, c.hi, c.gap)
		if len(got) != len(c.want) {
			t.Errorf("Ticks(%g, %g, %g) = %q, want %q", c.lo, c.hi, c.gap, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("Ticks(%g, %g, %g) = %q, want %q", c.lo, c.hi, c.gap, got, c.want)
				break
			}
		}
	}
}

// A curve that lacks epochs is drawn where its epochs are.
func TestColumnsOfSomeEpochs(t *testing.T) {
	c := NewCurve([]float64{3, 1, 2}, 1000, Logs{}, 100, 100)
	points := c.Columns(nil, perceptron.LossCurve{Epochs: []int{0, 10, 995, 996, 1000}, Losses: []float64{3, 1, 2, 1.5, 2.5}})
	var want [][2]float64
	for _, at := range [][2]float64{{0, 3}, {10, 1}, {995, 2}, {996, 1.5}, {1000, 2.5}} {
		px, py := c.ToPx(at[0], at[1])
		want = append(want, [2]float64{px, py})
	}
	if !slices.Equal(points, want) {
		t.Errorf("drawn at %v, want %v", points, want)
	}
}

func TestCurveKeepsTheExtremesOfEachColumn(t *testing.T) {
	losses := make([]float64, 10_000)
	for i := range losses {
		losses[i] = 1 / (1 + float64(i))
	}
	losses[5_000] = 3
	c := NewCurve(losses, 10_000, Logs{}, 300, 100)
	points := c.Columns(nil, perceptron.LossCurve{Losses: losses})
	if len(points) > 2*301 {
		t.Errorf("%d points for 300 columns, want at most two each", len(points))
	}
	top := math.Inf(1)
	for _, p := range points {
		top = math.Min(top, p[1])
	}
	if _, want := c.ToPx(5_000, 3); math.Abs(top-want) > 1e-9 {
		t.Errorf("the peak is drawn at %g, want %g", top, want)
	}
}

func TestCurveOfNothingAndOfNonsense(t *testing.T) {
	for _, losses := range [][]float64{nil, {0}, {math.NaN(), math.Inf(1)}, {1, 1, 1}} {
		c := NewCurve(losses, 0, Logs{}, 10, 10)
		if !(c.Low < c.High) || math.IsInf(c.High, 0) {
			t.Errorf("curve of %v spans %g..%g", losses, c.Low, c.High)
		}
	}
}

func TestLogTicks(t *testing.T) {
	texts := func(lo, hi, gap float64) (all []string) {
		for _, tick := range LogTicks(lo, hi, gap) {
			all = append(all, tick.Text)
		}
		return all
	}
	for _, c := range []struct {
		lo, hi, gap float64
		want        []string
	}{
		{0.24, 0.65, 0.088, []string{"0.3", "0.4", "0.5", "0.6"}},
		{0.009, 2.1, 0.3, []string{"0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2"}},
		{0.009, 2.1, 0.4, []string{"0.01", "0.1", "1"}},
		{1e-9, 1, 2, []string{"1e−8", "1e−6", "0.0001", "0.01", "1"}},
		{0, 1, 0.1, nil},
		{1, 1, 0.1, nil},
		{1, math.Inf(1), 0.1, nil},
		{1, 2, 0, nil},
	} {
		if got := texts(c.lo, c.hi, c.gap); !slices.Equal(got, c.want) {
			t.Errorf("LogTicks(%v, %v, %v) = %q, want %q", c.lo, c.hi, c.gap, got, c.want)
		}
	}
}

func TestLogCurve(t *testing.T) {
	c := NewCurve([]float64{1, 0.1, 0, math.Inf(1)}, 0, Logs{Loss: true}, 100, 100)
	_, top := c.ToPx(0, 1)
	_, middle := c.ToPx(0, math.Sqrt(0.1))
	_, bottom := c.ToPx(1, 0.1)
	if math.Abs(top+bottom-2*middle) > 1e-9 || top < 0 || bottom > 100 || top > bottom {
		t.Errorf("1, √0.1 and 0.1 lie at %v, %v and %v of 100", top, middle, bottom)
	}
	if _, py := c.ToPx(2, 0); py != 100 {
		t.Errorf("a loss of 0 lies at %v, want the bottom", py)
	}
	if c := NewCurve([]float64{0, 0}, 0, Logs{Loss: true}, 10, 10); !(0 < c.Low && c.Low < c.High) {
		t.Errorf("a curve without positive losses is %+v", c)
	}
	// Rosenblatt's loss begins at exactly 0: its ticks are few and short.
	if ticks := NewCurve([]float64{0}, 10, Logs{}, 300, 60).LossTicks(28); len(ticks) == 0 || len(ticks[0].Text) > 3 {
		t.Errorf("the ticks of a curve at 0 are %v", ticks)
	}
	for _, log := range []bool{false, true} {
		same := NewCurve([]float64{0.5, 0.5}, 0, Logs{Loss: log}, 10, 10)
		if _, py := same.ToPx(0, 0.5); math.Abs(py-5) > 1e-9 {
			t.Errorf("log %v: a flat curve lies at %v of 10, want the middle", log, py)
		}
	}
}

func TestEpochsOnALogarithmicScale(t *testing.T) {
	c := NewCurve([]float64{3, 2, 1}, 1000, Logs{Epochs: true}, 300, 100)
	for epoch, want := range map[float64]float64{0: 0, 1: 0, 10: 100, 100: 200, 1000: 300} {
		px, _ := c.ToPx(epoch, 1)
		if math.Abs(px-want) > 1e-9 || math.Abs(c.EpochAt(px)-max(1, epoch)) > 1e-9*epoch {
			t.Errorf("epoch %v lies at %v, where epoch %v is; want %v", epoch, px, c.EpochAt(px), want)
		}
	}
	if left, right := c.EpochAt(-5), c.EpochAt(305); left != 1 || right != 1000 {
		t.Errorf("beside the view are the epochs %v and %v, want its ends", left, right)
	}
	for _, scale := range []struct {
		epochs int
		width  float64
		want   []string
	}{
		{1000, 500, []string{"1", "10", "100", "1000"}},
		{4000, 280, []string{"1", "10", "100", "1000"}},
		{20, 500, []string{"1", "2", "5", "10", "20"}},
		{5, 500, []string{"1", "2", "5"}},
		{0, 500, []string{"1", "2"}},
		{100_000, 200, []string{"1", "100", "10000"}},
	} {
		var got []string
		for _, tick := range NewCurve(nil, scale.epochs, Logs{Epochs: true}, scale.width, 100).EpochTicks(56) {
			got = append(got, tick.Text)
		}
		if !slices.Equal(got, scale.want) {
			t.Errorf("%d epochs over %v pixels have ticks %q, want %q", scale.epochs, scale.width, got, scale.want)
		}
	}
}

// Each drawn point is one of the losses, from epoch 1 on; the extremes of what a column holds are among them.
func TestLogColumnsKeepExtremes(t *testing.T) {
	losses := make([]float64, 10_000)
	for i := range losses {
		losses[i] = 1 / (1 + float64(i))
	}
	losses[0], losses[3], losses[9_000] = 9, 4, 3
	c := NewCurve(losses, 10_000, Logs{Epochs: true}, 300, 100)
	points := c.Columns(nil, perceptron.LossCurve{Losses: losses})
	if len(points) > 2*301 || points[0][0] != 0 {
		t.Errorf("%d points for 300 columns, from %v on", len(points), points[0])
	}
	for _, epoch := range []int{1, 2, 3, 4, 5, 9_000, 9_999} {
		x, y := c.ToPx(float64(epoch), losses[epoch])
		if !slices.Contains(points, [2]float64{x, y}) {
			t.Errorf("the loss of epoch %d is not drawn", epoch)
		}
	}
	if _, top := c.ToPx(0, losses[0]); slices.ContainsFunc(points, func(p [2]float64) bool { return p[1] == top }) {
		t.Error("epoch 0 is drawn, which has no place on the axis")
	}
	if c.Columns(nil, perceptron.LossCurve{Losses: losses[:1]}) != nil {
		t.Error("a run of one loss has a line")
	}
}

func TestSquareHoldsThePathAndStays(t *testing.T) {
	center, half := Square([][2]float64{{0.1, -0.1}})
	if half != 1 {
		t.Errorf("the square around a point is ± %v, want ± 1", half)
	}
	if again, h := Square([][2]float64{{0.1, -0.1}, {0.14, -0.12}}); again != center || h != half {
		t.Errorf("a short path moved the square from %v ± %v to %v ± %v", center, half, again, h)
	}
	if _, h := Square([][2]float64{{0, 0}, {30, -3}}); h != 50 {
		t.Errorf("the square around a path 30 long is ± %v, want ± 50", h)
	}
}

// Shape and colour together identify a class, with 64 classes as with two.
func TestEveryClassLooksLikeNoOther(t *testing.T) {
	seen := map[string]int{}
	for class := range MaxClasses {
		look := fmt.Sprint(ClassColor(class), ClassShape(class))
		if other, taken := seen[look]; taken {
			t.Errorf("class %d looks like class %d", class, other)
		}
		seen[look] = class
		if next := class + 1; next < MaxClasses && ClassColor(next) == ClassColor(class) {
			t.Errorf("classes %d and %d have one colour", class, next)
		}
	}
}

// A reader's own points are shown as large as they fit, wherever the scene's asked points were.
func TestOwnDataBringTheirOwnView(t *testing.T) {
	own := [][2]float64{{120, 30}, {134, 45}}
	for _, c := range []struct {
		what          string
		samples       [][2]float64
		queries, want [][2]float64
	}{
		{"asked points far away", own, [][2]float64{{1, -1}, {-1, 1}}, own},
		{"one among them", own, [][2]float64{{1, -1}, {125, 50}}, [][2]float64{{120, 30}, {134, 50}}},
		{"one as far as they reach", own, [][2]float64{{149, 30}}, [][2]float64{{120, 30}, {149, 45}}},
		{"no samples", nil, [][2]float64{{1, -1}, {-1, 1}}, [][2]float64{{-1, -1}, {1, 1}}},
		{"one sample", [][2]float64{{3, 3}}, [][2]float64{{1, -1}}, [][2]float64{{1, -1}, {3, 3}}},
	} {
		if got := OwnExtent(c.samples, c.queries); got != NewExtent(c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, NewExtent(c.want))
		}
	}
}

// Losses that differ by little less than the least that is shown must not run out of it.
func TestACurveThatHardlyMovedIsWithinItsAxes(t *testing.T) {
	for _, losses := range [][]float64{{0.6975, 0.6656}, {0.69, 0.69}, {2, 1.7}, {1.7e308, 1.75e308}, {math.MaxFloat64}, {0, math.MaxFloat64}, {5e-324}} {
		for _, log := range []bool{false, true} {
			c := NewCurve(losses, 10, Logs{Loss: log}, 100, 100)
			for _, tick := range c.LossTicks(30) {
				if _, y := c.ToPx(0, tick.Value); !(y >= 0 && y <= 100) {
					t.Errorf("%v, logarithmic %v: a tick at %v, %v of 100 pixels", losses, log, tick.Value, y)
				}
			}
			for _, v := range losses {
				if _, y := c.ToPx(0, v); !(y >= 0 && y <= 100) && !(log && v == 0) {
					t.Errorf("%v, logarithmic %v: %v lies at %v of 100 pixels", losses, log, v, y)
				}
			}
		}
	}
}
