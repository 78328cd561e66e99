package figure

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"

	"perceptronlab/game/gesture"
	"perceptronlab/game/session"
	"perceptronlab/perceptron/refusal"
)

// A message is what the page says about itself; positions are in CSS pixels. Everything else is a session command.
type message interface{ apply(*Figure) error }

// messages lists them all, each with the word that names it in JSON.
var messages = []struct {
	word string
	zero message
}{
	{"layout", &layoutMessage{}},
	{"tool", &toolMessage{}},
	{"palette", &paletteMessage{}},
	{"hold", &holdMessage{}},
	{"press", &pressMessage{}},
	{"drag", &dragMessage{}},
	{"release", &releaseMessage{}},
	{"cancel", &cancelMessage{}},
	{"revoke", &revokeMessage{}},
	{"zoom", &zoomMessage{}},
	{"pan", &panMessage{}},
	{"look", &lookMessage{}},
	{"fit", &fitMessage{}},
	{"hover", &hoverMessage{}},
	{"take", &takeMessage{}},
	{"leave", &leaveMessage{}},
	{"curve", &curveMessage{}},
	{"unit", &unitMessage{}},
	{"turn", &turnMessage{}},
	{"probe", &probeMessage{}},
	{"report", &reportMessage{}},
	{"keep", &keepMessage{}},
}

// Handle carries out one message, in JSON, and returns its type. On an error nothing is changed.
func (f *Figure) Handle(text []byte) (kind string, err error) {
	rest, table, isLong := cutText(text)
	if isLong {
		text = rest
	}
	var head struct{ Type string }
	if err := json.Unmarshal(text, &head); err != nil {
		return "", refusal.Unread("message", err)
	}
	for _, entry := range messages {
		if entry.word == head.Type {
			m := another(entry.zero).(message)
			if err := json.Unmarshal(text, m); err != nil {
				return head.Type, refusal.Unread("message "+head.Type, err)
			}
			return head.Type, m.apply(f)
		}
	}
	command, err := session.Decode(text)
	if err != nil {
		return head.Type, err
	}
	if csv, ok := command.(*session.CSV); ok {
		if isLong {
			csv.Text = table
		}
		if csv.Read {
			return head.Type, f.useTable(csv)
		}
	}
	return head.Type, f.apply(command)
}

// Tells reports whether a message of a kind may change what a report says: all may except those that take hold and let go, so
// that a click, which is a press and a release, makes one report.
func Tells(kind string) bool { return kind != "hold" && kind != "release" && kind != "cancel" }

// another returns a new zero value of the type that entry points to.
func another(entry any) any { return reflect.New(reflect.TypeOf(entry).Elem()).Interface() }

type (
	// layoutMessage says where the views lie on the canvas; nil: there is none.
	layoutMessage struct {
		Plane, Curve *Rect
	}
	// toolMessage selects a tool.
	toolMessage struct{ Tool gesture.Tool }
	// paletteMessage sets the colours of the marks.
	paletteMessage struct{ Palette hexPalette }
	// holdMessage begins a drag of something outside the plane: until cancel, everything it changes is one change to undo.
	holdMessage struct{}
	// pressMessage begins a gesture. Brush: an add tool keeps adding while it is dragged. Finger: what it holds is drawn so that
	// it is visible around a finger. Tap: by a finger that has not pointed before, or a key; a sample is first taken in hand, and
	// asked about when it is pressed again.
	pressMessage struct {
		place
		Brush  bool `json:"brush,omitempty"`
		Finger bool `json:"finger,omitempty"`
		Tap    bool `json:"tap,omitempty"`
	}
	// dragMessage continues the gesture.
	dragMessage struct{ place }
	// releaseMessage ends the gesture.
	releaseMessage struct{ place }
	// cancelMessage ends the gesture, wherever it is.
	cancelMessage struct{}
	// revokeMessage ends a gesture as if it had never begun.
	revokeMessage struct{}
	// hoverMessage points at a place of the plane.
	hoverMessage struct{ place }
	// leaveMessage stops pointing, at the plane or at a list.
	leaveMessage struct{}
	// reportMessage asks for a snapshot, even if nothing changed.
	reportMessage struct{}
	// keepMessage follows the load of another program's run: what was kept there can be undone here, and is compared with.
	keepMessage struct{ Kept json.RawMessage }
)

// place is one of the plane, in CSS pixels.
type place struct{ X, Y float64 }

// farOff is how far from the plane's corner a gesture acts, in CSS pixels: farther than any screen is wide. A brush looks for
// samples all along its way.
const farOff = 20_000

// near is the place, or the nearest to it where a gesture acts.
func (p place) near() place {
	within := func(v float64) float64 { return max(-farOff, min(v, farOff)) }
	return place{within(p.X), within(p.Y)}
}

// Rect is a view's place on the canvas, in CSS pixels.
type Rect struct{ X, Y, Width, Height float64 }

// hexPalette is the colours of the marks, as CSS hex '#rrggbb'.
type hexPalette struct{ Grid, Axis, Ink string }

func (m *layoutMessage) apply(f *Figure) error {
	place := func(r *Rect) Rect {
		if r == nil || !(r.Width > 0 && r.Height > 0) || math.IsInf(r.Width+r.Height+r.X+r.Y, 0) {
			return Rect{}
		}
		return *r
	}
	f.plane, f.curve = place(m.Plane), place(m.Curve)
	f.show()
	return nil
}

func (*holdMessage) apply(f *Figure) error {
	f.session.Hold()
	return nil
}

func (m *pressMessage) apply(f *Figure) error {
	f.session.Hold()
	f.hand.Brush, f.hand.Tap, f.finger = m.Brush, m.Tap, m.Finger
	return f.gesture(m.place.near(), f.hand.Press)
}

func (m *dragMessage) apply(f *Figure) error {
	if dx, dy, ok := f.hand.Pan(m.X, m.Y); ok {
		f.lens = f.lens.Pan(f.fitted(), dx, dy)
		f.pointer = &[2]float64{m.X, m.Y}
		return nil
	}
	return f.gesture(m.place.near(), f.hand.Drag)
}

func (m *hoverMessage) apply(f *Figure) error {
	f.pointer, f.pointed = &[2]float64{m.X, m.Y}, 0
	return nil
}

func (*leaveMessage) apply(f *Figure) error {
	f.pointer, f.pointed = nil, 0
	return nil
}

func (*reportMessage) apply(*Figure) error { return nil }

func (m *keepMessage) apply(f *Figure) error {
	f.stale = true
	return f.session.Keep(m.Kept)
}

func (*releaseMessage) apply(f *Figure) error { return f.letGo() }
func (*cancelMessage) apply(f *Figure) error  { return f.letGo() }

func (f *Figure) letGo() error {
	f.hand.Release()
	f.session.Release()
	return nil
}

func (*revokeMessage) apply(f *Figure) error {
	f.hand.Release()
	f.stale = true
	return f.session.Revoke()
}

func (m *toolMessage) apply(f *Figure) error {
	tool, err := gesture.ParseTool(string(m.Tool))
	if err != nil {
		return err
	}
	f.hand.Release()
	f.hand.Tool = tool
	return nil
}

func (m *paletteMessage) apply(f *Figure) error {
	var next Palette
	for _, c := range []struct {
		text string
		to   *uint32
	}{
		{m.Palette.Grid, &next.Grid}, {m.Palette.Axis, &next.Axis}, {m.Palette.Ink, &next.Ink},
	} {
		hex, found := strings.CutPrefix(c.text, "#")
		v, err := strconv.ParseUint(hex, 16, 24)
		if !found || len(hex) != 6 || err != nil {
			return refusal.Quoted("palette", "colour ", c.text, refusal.Colour)
		}
		*c.to = uint32(v)
	}
	f.palette = next
	return nil
}

// gesture follows the pointer, and applies the commands that its movement means.
func (f *Figure) gesture(at place, act func(gesture.Scene, float64, float64) []session.Command) error {
	f.pointer = &[2]float64{at.X, at.Y}
	commands := act(f.gestureScene(), at.X, at.Y)
	for _, c := range commands {
		if err := f.apply(c); err != nil {
			return err
		}
	}
	return nil
}

func (f *Figure) gestureScene() gesture.Scene {
	shot := f.Snapshot()
	s := gesture.Scene{
		Plane: f.PlaneView(), Samples: shot.Samples, Queries: shot.QueryPoints(),
	}
	if w, b, ok := shot.Line(); ok && !shot.Diverged {
		s.Line = &gesture.Line{W: w, B: b, Z: shot.ThresholdLogit}
	}
	return s
}
