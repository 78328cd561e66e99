// Package still draws a snapshot as an SVG: the picture that a page shows before, or instead of, the live figure.
package still

import (
	"fmt"
	"math"
	"strings"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

// Sizes in CSS pixels, whatever the size of the picture; the live figure has the same (game/marks.go, game/points.go).
const (
	lineWidth   = 3
	trailWidth  = 1
	pointWidth  = 9.6
	ringWidth   = 1.2
	queryWidth  = 15
	queryRing   = 2.2
	tintAtOne   = 0.5
	viewWidth   = 800
	beyond      = 4   // how far field and lines reach beyond the view box, in view boxes
	manyMarks   = 256 // of a class; a picture of more would become much longer
	gradientTop = 8   // |z| at the ends of the field's gradient: σ(8) = 0.9997
)

// Options say how a still is written.
type Options struct {
	Title   string  // for readers who can't see it
	Class   string  // the svg element's class attribute
	Heading string  // written into the picture, at the top
	Axes    bool    // whether the ticks have numbers
	Width   float64 // the view box's, in CSS pixels; 0: 800
	Bare    bool    // without the field's tint: the caller draws that with Tints
}

// escaped makes any text safe between tags and in quotes. Package html has the same, and a table of 2,231 entities.
var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// SVG draws a snapshot. The view box holds the extent of samples and asked points with the live view's margin, and
// the picture goes on beyond it, so that it fills a frame of any shape as the live figure does.
func SVG(s session.Snapshot, o Options) string {
	e := s.Extent()
	padded := e.Padded()
	width := o.Width
	if width == 0 {
		width = viewWidth
	}
	height := width * (padded.Max[1] - padded.Min[1]) / (padded.Max[0] - padded.Min[0])
	d := &drawing{plane: view.NewPlane(e, width, height)}
	d.printf(`<svg xmlns="http://www.w3.org/2000/svg" class="%s" viewBox="0 0 %s %s" width="%s" height="%s" role="img">`,
		escaped.Replace(o.Class), num(width), num(height), num(width), num(height))
	if o.Title != "" {
		d.printf("<title>%s</title>", escaped.Replace(o.Title))
	}
	if !o.Bare {
		d.field(s)
	}
	d.grid()
	d.line(s)
	d.points(s)
	d.queries(s)
	d.words(o)
	d.printf("</svg>")
	return d.String()
}

// drawing is an SVG being written. All lengths except positions are in CSS pixels, by non-scaling strokes.
type drawing struct {
	strings.Builder
	plane view.Plane
}

func (d *drawing) printf(format string, args ...any) { fmt.Fprintf(d, format, args...) }

// wide is the plane including all that is drawn beyond the view box.
func (d *drawing) wide() view.Plane {
	p := d.plane
	p.Width, p.Height = p.Width*(1+2*beyond), p.Height*(1+2*beyond)
	return p
}

// fromWide moves a point of wide into the view box's coordinates.
func (d *drawing) fromWide(x, y float64) (float64, float64) {
	return x - beyond*d.plane.Width, y - beyond*d.plane.Height
}

func (d *drawing) rect(fill string) {
	w, h := d.plane.Width, d.plane.Height
	d.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`, num(-beyond*w), num(-beyond*h), num((1+2*beyond)*w), num((1+2*beyond)*h), fill)
}

// grid draws the lines at the ticks.
func (d *drawing) grid() {
	wide := d.wide()
	b, gap := d.plane.Bounds(), d.plane.TickGap()
	far := wide.Bounds()
	ticks := view.Ticks(b.Min[0], b.Max[0], gap)
	if len(ticks) < 2 {
		return
	}
	step := ticks[1].Value - ticks[0].Value
	if !(step > 0) {
		return
	}
	// Each line begins where the last one did, and a step on: all alike, they take the least room where they are compressed.
	lines := func(low, high float64) (int, float64) {
		first := math.Ceil(low / step)
		return int(math.Floor(high/step)-first) + 1, first * step
	}
	nx, x := lines(far.Min[0], far.Max[0])
	ny, y := lines(far.Min[1], far.Max[1])
	x0, y0 := d.plane.ToPx([2]float64{x, y})
	x1, y1 := d.plane.ToPx([2]float64{x + step, y + step})
	w, h := (1+2*beyond)*d.plane.Width, (1+2*beyond)*d.plane.Height
	var path strings.Builder
	fmt.Fprintf(&path, "M%s %s", num(x0-(x1-x0)), num(-beyond*d.plane.Height))
	for range nx {
		fmt.Fprintf(&path, "m%s 0v%sm0 -%s", fine(x1-x0), num(h), num(h))
	}
	fmt.Fprintf(&path, "M%s %s", num(-beyond*d.plane.Width), num(y0-(y1-y0)))
	for range ny {
		fmt.Fprintf(&path, "m0 %sh%sm-%s 0", fine(y1-y0), num(w), num(w))
	}
	d.printf(`<path d="%s" fill="none" stroke="%s" stroke-opacity=".25" vector-effect="non-scaling-stroke"/>`, path.String(), view.Hex(view.StillGrid))
}

// line draws the decision line of a single neuron, and its trail; for a network, the contour at the threshold.
func (d *drawing) line(s session.Snapshot) {
	w, b, ok := s.Line()
	if !ok {
		d.contour(s)
		return
	}
	for i, t := range s.Trail {
		if t.Step != s.Step {
			d.segment(t.W, t.B-s.ThresholdLogit, trailWidth, view.TrailOpacity(i, len(s.Trail)))
		}
	}
	d.segment(w, b, lineWidth, 1)
}

func (d *drawing) segment(w [2]float64, b float64, width, opacity float64) {
	x0, y0, x1, y1, ok := d.wide().Line(w, b)
	if !ok {
		return
	}
	x0, y0 = d.fromWide(x0, y0)
	x1, y1 = d.fromWide(x1, y1)
	d.printf(`<path d="M%s %sL%s %s" fill="none" stroke="%s" stroke-width="%s" stroke-opacity="%s" vector-effect="non-scaling-stroke"/>`,
		num(x0), num(y0), num(x1), num(y1), view.Hex(view.LineColor), num(width), num(opacity))
}

// points draws each class's samples.
func (d *drawing) points(s session.Snapshot) {
	var specks [view.MaxClasses][]string
	for i := range s.Samples.Len() {
		x, class := s.Samples.At(i)
		px, py := d.plane.ToPx(x)
		specks[class] = append(specks[class], speck(class, px, py))
	}
	for class, specks := range specks {
		if len(specks) > 0 {
			d.marks(class, specks, view.Hex(view.RingColor), pointWidth, ringWidth)
			d.marks(class, specks, view.Hex(view.ClassColor(class)), pointWidth, 0)
		}
	}
}

func (d *drawing) queries(s session.Snapshot) {
	for _, q := range s.Queries {
		px, py := d.plane.ToPx(q.X)
		at := []string{speck(0, px, py)}
		d.marks(0, at, view.Hex(view.RingColor), queryWidth, queryRing)
		d.marks(0, at, view.Hex(view.QueryColor(q.Number)), queryWidth, 0)
		if i, ok := s.SampleAt(q.X); ok {
			_, class := s.Samples.At(i)
			d.marks(class, []string{speck(class, px, py)}, view.Hex(view.ClassColor(class)), pointWidth, 0)
		}
	}
}

// speck returns the path of a class's mark at a point, with hardly any size: its stroke gives it one, so that it is as large in a
// small picture as in a large one. A square has some length, because PDF draws no square cap on a path without length.
func speck(class int, px, py float64) string {
	if class%view.Shapes < 2 {
		return "M" + tenths(px) + " " + tenths(py) + "h.01"
	}
	var path strings.Builder
	for i, corner := range view.ClassShape(class) {
		fmt.Fprintf(&path, "%c%s %s", "ML"[min(i, 1)], num(px+corner[0]/10), num(py+corner[1]/10))
	}
	return path.String() + "z"
}

// marks strokes the specks of a class, so that they are about as large as a circle of that width, with a ring around them. Each
// is a path of its own where they aren't many: a browser draws those as it draws boxes, while the stroke of several at once takes
// its GPU another program, for which a page's first picture waits.
func (d *drawing) marks(class int, specks []string, color string, width, ring float64) {
	end := "stroke-linecap"
	shape := "round"
	if class%view.Shapes > 0 {
		shape = "square"
		corners := view.ClassShape(class)
		width *= math.Hypot(corners[0][0]+corners[1][0], corners[0][1]+corners[1][1]) / 2 // from the middle to a side
	}
	if class%view.Shapes > 1 {
		end, shape = "stroke-linejoin", "miter"
	}
	d.printf(`<g stroke="%s" stroke-width="%s" %s="%s">`, color, num(width+2*ring), end, shape)
	if len(specks) > manyMarks {
		specks = []string{strings.Join(specks, "")}
	}
	for _, path := range specks {
		d.printf(`<path d="%s" vector-effect="non-scaling-stroke"/>`, path)
	}
	d.printf(`</g>`)
}

// num writes a length to a hundredth.
func num(v float64) string { return trimmed(fmt.Sprintf("%.2f", v)) }

// tenths writes where a point is: a tenth of a pixel is seen by nobody.
func tenths(v float64) string { return trimmed(fmt.Sprintf("%.1f", v)) }

// fine writes a length that is added up.
func fine(v float64) string { return trimmed(fmt.Sprintf("%.4f", v)) }

func trimmed(s string) string {
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
