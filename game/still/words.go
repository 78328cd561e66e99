package still

import (
	"unicode/utf8"

	"perceptronlab/game/view"
)

const (
	textSize    = 15
	headingSize = 20
	textEdge    = 24  // numbers nearer than this to an end are left out, as in the live view
	digitWidth  = 9.5 // of a digit at textSize, in the widest fonts that system-ui stands for
)

// words writes the texts that a figure on its own needs. A white rim keeps them readable over any tint.
func (d *drawing) words(o Options) {
	if !o.Axes && o.Heading == "" {
		return
	}
	d.printf(`<g font-family="system-ui,sans-serif" font-size="%d" fill="%s" stroke="%s" stroke-opacity=".8" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
		textSize, view.Hex(view.Ink.Light), view.Hex(view.RimColor))
	if o.Axes {
		d.numbers()
	}
	if o.Heading != "" {
		d.printf(`<text x="14" y="%d" font-size="%d" font-weight="600">%s</text>`, headingSize+10, headingSize, escaped.Replace(o.Heading))
	}
	d.printf("</g>")
}

func (d *drawing) numbers() {
	w, h := d.plane.Width, d.plane.Height
	b, gap := d.plane.Bounds(), d.plane.TickGap()
	free := 0.0 // where the next number along the lower edge may begin
	for _, t := range view.Ticks(b.Min[0], b.Max[0], gap) {
		x, _ := d.plane.ToPx([2]float64{t.Value, 0})
		half := digitWidth * float64(utf8.RuneCountInString(t.Text)) / 2
		if x > textEdge && x < w-textEdge && x-half >= free {
			free = x + half + digitWidth
			d.printf(`<text x="%s" y="%s" text-anchor="middle">%s</text>`, num(x), num(h-8), t.Text)
		}
	}
	for _, t := range view.Ticks(b.Min[1], b.Max[1], gap) {
		if _, y := d.plane.ToPx([2]float64{0, t.Value}); y > 2*textEdge && y < h-textEdge {
			d.printf(`<text x="8" y="%s" dominant-baseline="central">%s</text>`, num(y), t.Text)
		}
	}
}
