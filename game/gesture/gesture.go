// Package gesture turns what the pointer does in the plane into commands of the session, by the tool in hand.
package gesture

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/refusal"
)

// A Tool is what a click in the plane does.
type Tool string

// The tools, besides Add.
const (
	Ask   Tool = "ask"   // asks about a point; drags an asked point
	Move  Tool = "move"  // drags a sample, an asked point, the line, or the plane
	Erase Tool = "erase" // removes a sample or asked point
)

// Tools are those.
var Tools = [...]Tool{Ask, Move, Erase}

// Add is the tool that adds a sample of a class, 0..view.MaxClasses-1: "add0", "add1" …
func Add(class int) Tool { return Tool("add" + strconv.Itoa(class)) }

// class is the class that an Add tool adds.
func (t Tool) class() (class int, ok bool) {
	digits, _ := strings.CutPrefix(string(t), "add")
	class, err := strconv.Atoi(digits)
	return class, err == nil && class >= 0 && class < view.MaxClasses && t == Add(class)
}

// ParseTool reads a tool's name.
func ParseTool(name string) (Tool, error) {
	t := Tool(name)
	if _, adds := t.class(); adds || slices.Contains(Tools[:], t) {
		return t, nil
	}
	var names []string
	for _, t := range Tools {
		names = append(names, string(t))
	}
	return "", refusal.Quoted("", "tool ", name, refusal.Tool.With(names, string(Add(view.MaxClasses-1))))
}

// A Mark is a sample or asked point under the pointer.
type Mark struct {
	Query bool
	Index int
}

// Reach is how far from a mark's middle the pointer may be, in CSS pixels. A press between two takes the nearer.
const Reach = 14

// A Scene is what the pointer acts on: what is visible, and where.
type Scene struct {
	Plane   view.Plane // in CSS pixels
	Line    *Line      // the decision line of a single neuron; nil where there is none
	Samples perceptron.Samples
	Queries [][2]float64
}

// A Hand follows one pointer from press to release.
type Hand struct {
	Tool  Tool
	Brush bool // an Add tool goes on while it is dragged
	Tap   bool // by finger or keys: what is there is taken in hand at first
	Kept  int  // the sample that was taken in hand, from 1; 0: none
	held  *Mark
	line  *grip
	brush stroke
	pan   *[2]float64 // where the pointer last was that moves the plane, in pixels
}

// Press begins a gesture at a pixel and returns the commands it means.
func (h *Hand) Press(s Scene, px, py float64) []session.Command { return some(h.press(s, px, py)) }

// Grabs is whether a press at a pixel would take hold of something that is there.
func (h *Hand) Grabs(s Scene, px, py float64) bool {
	try := Hand{Tool: h.Tool}
	return try.press(s, px, py) == nil && (try.held != nil || try.line != nil)
}

// Drag continues a gesture and returns the commands it means: what is held follows the pointer, but not out of view.
func (h *Hand) Drag(s Scene, px, py float64) []session.Command {
	px, py = math.Min(math.Max(px, 0), s.Plane.Width), math.Min(math.Max(py, 0), s.Plane.Height)
	if class, adds := h.Tool.class(); adds && h.Brush {
		return h.brush.to(s, px, py, class)
	}
	return some(h.drag(s, px, py))
}

// some returns a list of the command, if there is one.
func some(c session.Command) []session.Command {
	if c == nil {
		return nil
	}
	return []session.Command{c}
}

func (h *Hand) press(s Scene, px, py float64) session.Command {
	at := [2]float64{px, py}
	h.held, h.line, h.pan, h.brush = nil, nil, nil, stroke{at: at, mark: at}
	if h.takes(s, px, py) {
		return nil
	}
	x := s.at(px, py)
	if class, adds := h.Tool.class(); adds {
		if i, ok := s.other(px, py, class); ok {
			return &session.MovePoint{Index: i, X: perceptron.Double(s.Samples.X[i]), Y: &class}
		}
		return &session.AddPoint{X: x, Y: class}
	}
	switch h.Tool {
	case Ask:
		if m, ok := s.nearest(px, py, false); ok {
			h.held = &m
			return nil
		}
		h.held = &Mark{Query: true, Index: len(s.Queries)}
		return &session.AddQuery{X: x}
	case Move:
		if m, ok := s.nearest(px, py, true); ok {
			h.held = &m
		} else if h.line = s.gripAt(px, py); h.line == nil {
			h.pan = &at
		}
	case Erase:
		m, ok := s.nearest(px, py, true)
		if !ok {
			return nil
		}
		if m.Query {
			return &session.RemoveQuery{Index: m.Index}
		}
		return &session.RemovePoint{Index: m.Index}
	}
	return nil
}

// takes reports whether a tap takes a sample in hand, one under an asked point, too. What it holds already it lets go, and then does
// what a click does.
func (h *Hand) takes(s Scene, px, py float64) bool {
	if !h.Tap || h.Tool != Ask && h.Tool != Move {
		return false
	}
	i, ok := within(s.Plane, s.Samples.X, px, py, Reach)
	if !ok || h.Kept == i+1 {
		h.Kept = 0
		return false
	}
	h.Kept = i + 1
	return true
}

func (h *Hand) drag(s Scene, px, py float64) session.Command {
	if h.line != nil {
		return h.line.drag(s.Plane.ToData(px, py))
	}
	if h.held == nil {
		return nil
	}
	x := s.at(px, py)
	if h.held.Query {
		if h.held.Index >= len(s.Queries) {
			return nil
		}
		return &session.MoveQuery{Index: h.held.Index, X: x}
	}
	if h.held.Index >= s.Samples.Len() {
		return nil
	}
	return &session.MovePoint{Index: h.held.Index, X: x}
}

// Pan is how far a drag moves the plane itself: the Move tool has found nothing else to move. The unit is the pixel.
func (h *Hand) Pan(px, py float64) (dx, dy float64, ok bool) {
	if h.pan == nil {
		return 0, 0, false
	}
	from := *h.pan
	*h.pan = [2]float64{px, py}
	return px - from[0], py - from[1], true
}

// Release ends the gesture.
func (h *Hand) Release() { h.held, h.line, h.pan = nil, nil, nil }

// Held is the mark being dragged.
func (h *Hand) Held() (Mark, bool) {
	if h.held == nil {
		return Mark{}, false
	}
	return *h.held, true
}

// at returns the point at a pixel, rounded to as few decimals as a pixel allows, so that what a read-out or a link writes is
// its exact value.
func (s Scene) at(px, py float64) [2]float64 {
	x := s.Plane.ToData(px, py)
	unit := math.Pow(10, math.Ceil(math.Log10(s.Plane.Scale)))
	for i := range x {
		x[i] = math.Round(x[i]*unit) / unit
	}
	return x
}

// Nearest is the mark within reach of a pixel: an asked point before a sample, since it is drawn above.
func (s Scene) Nearest(px, py float64) (Mark, bool) { return s.nearest(px, py, true) }

func (s Scene) nearest(px, py float64, samples bool) (Mark, bool) {
	if i, ok := within(s.Plane, s.Queries, px, py, Reach); ok {
		return Mark{Query: true, Index: i}, true
	}
	if i, ok := within(s.Plane, s.Samples.X, px, py, Reach); ok && samples {
		return Mark{Index: i}, true
	}
	return Mark{}, false
}

// within returns the last of the nearest points within a reach in pixels: the last is drawn on top.
func within[T float32 | float64](p view.Plane, points [][2]T, px, py, reach float64) (index int, ok bool) {
	best := reach
	left, right := p.ToData(px-reach-1, py)[0], p.ToData(px+reach+1, py)[0]
	for i, at := range points {
		x := [2]float64{float64(at[0]), float64(at[1])}
		if x[0] < left || x[0] > right {
			continue // most of very many
		}
		qx, qy := p.ToPx(x)
		if d := math.Hypot(qx-px, qy-py); d <= best {
			best, index, ok = d, i, true
		}
	}
	return index, ok
}
