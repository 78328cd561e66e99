package game

import (
	"encoding/json"
	"fmt"
	"image/color"
	"math"
	"reflect"
	"strconv"
	"strings"

	"perceptronlab/game/gesture"
	"perceptronlab/game/session"
)

//go:generate go run ./internal/protocolgen .. ../web/src/figure

// A message is what the page says of itself; places are in CSS pixels. All else is a session command.
type message interface{ apply(*Game) error }

// messages are all there are, each with the word that names it in JSON.
var messages = []struct {
	word string
	zero message
}{
	{"layout", &layoutMessage{}},
	{"tool", &toolMessage{}},
	{"palette", &paletteMessage{}},
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
	{"leave", &leaveMessage{}},
	{"curve", &curveMessage{}},
	{"unit", &unitMessage{}},
	{"probe", &probeMessage{}},
	{"report", &reportMessage{}},
}

// handle carries out one message and returns its type. On an error nothing is changed.
func (g *Game) handle(text []byte) (kind string, err error) {
	var head struct{ Type string }
	if err := json.Unmarshal(text, &head); err != nil {
		return "", fmt.Errorf("message: %w", err)
	}
	for _, entry := range messages {
		if entry.word == head.Type {
			m := another(entry.zero).(message)
			if err := json.Unmarshal(text, m); err != nil {
				return head.Type, fmt.Errorf("message %s: %w", head.Type, err)
			}
			return head.Type, m.apply(g)
		}
	}
	command, err := session.Decode(text)
	if err != nil {
		return head.Type, err
	}
	return head.Type, g.apply(command)
}

// another is a new zero value of the type that entry points to.
func another(entry any) any { return reflect.New(reflect.TypeOf(entry).Elem()).Interface() }

type (
	// layoutMessage says where the views lie on the canvas; nil: there is none.
	layoutMessage struct {
		Plane, Curve *rect
	}
	// toolMessage takes a tool in hand.
	toolMessage struct{ Tool gesture.Tool }
	// paletteMessage sets the colours of the marks.
	paletteMessage struct{ Palette hexPalette }
	// pressMessage begins a gesture. Brush: an add tool goes on while it is dragged. Finger: what it holds is drawn so that
	// it is seen around a finger.
	pressMessage struct {
		place
		Brush  bool `json:"brush,omitempty"`
		Finger bool `json:"finger,omitempty"`
	}
	// dragMessage goes on with the gesture.
	dragMessage struct{ place }
	// releaseMessage ends the gesture.
	releaseMessage struct{ place }
	// cancelMessage ends the gesture, wherever it is.
	cancelMessage struct{}
	// revokeMessage ends a gesture as if it had never begun.
	revokeMessage struct{}
	// hoverMessage points at a place of the plane.
	hoverMessage struct{ place }
	// leaveMessage points at none.
	leaveMessage struct{}
	// reportMessage asks for a snapshot, though nothing changed.
	reportMessage struct{}
)

// place is one of the plane, in CSS pixels.
type place struct{ X, Y float64 }

// rect is a view's place on the canvas, in CSS pixels.
type rect struct{ X, Y, Width, Height float64 }

// hexPalette is the colours of the marks, as CSS hex '#rrggbb'.
type hexPalette struct{ Grid, Axis, Ink string }

func (m *layoutMessage) apply(g *Game) error {
	place := func(r *rect) rect {
		if r == nil || !(r.Width > 0 && r.Height > 0) || math.IsInf(r.Width+r.Height+r.X+r.Y, 0) {
			return rect{}
		}
		return *r
	}
	g.plane, g.curve = place(m.Plane), place(m.Curve)
	return nil
}

func (m *pressMessage) apply(g *Game) error {
	g.session.Hold()
	g.hand.Brush, g.finger = m.Brush, m.Finger
	return g.gesture(m.place, g.hand.Press)
}

func (m *dragMessage) apply(g *Game) error {
	if dx, dy, ok := g.hand.Pan(m.X, m.Y); ok {
		g.lens = g.lens.Pan(g.fitted(), dx, dy)
		g.pointer = &[2]float64{m.X, m.Y}
		return nil
	}
	return g.gesture(m.place, g.hand.Drag)
}

func (m *hoverMessage) apply(g *Game) error {
	g.pointer = &[2]float64{m.X, m.Y}
	return nil
}

func (*leaveMessage) apply(g *Game) error {
	g.pointer = nil
	return nil
}

func (*reportMessage) apply(*Game) error { return nil }

func (*releaseMessage) apply(g *Game) error { return g.letGo() }
func (*cancelMessage) apply(g *Game) error  { return g.letGo() }

func (g *Game) letGo() error {
	g.hand.Release()
	g.session.Release()
	return nil
}

func (*revokeMessage) apply(g *Game) error {
	g.hand.Release()
	defer func() { g.snapshot = g.session.Snapshot() }()
	return g.session.Revoke()
}

func (m *toolMessage) apply(g *Game) error {
	tool, err := gesture.ParseTool(string(m.Tool))
	if err != nil {
		return err
	}
	g.hand.Release()
	g.hand.Tool = tool
	return nil
}

func (m *paletteMessage) apply(g *Game) error {
	var next palette
	for _, c := range []struct {
		text string
		to   *color.NRGBA
	}{
		{m.Palette.Grid, &next.grid}, {m.Palette.Axis, &next.axis}, {m.Palette.Ink, &next.ink},
	} {
		hex, found := strings.CutPrefix(c.text, "#")
		v, err := strconv.ParseUint(hex, 16, 24)
		if !found || len(hex) != 6 || err != nil {
			return fmt.Errorf("palette: colour %q: want #rrggbb", c.text)
		}
		*c.to = rgb(uint32(v))
	}
	g.palette = next
	return nil
}

// gesture follows the pointer, and applies the commands that its movement means.
func (g *Game) gesture(at place, act func(gesture.Scene, float64, float64) []session.Command) error {
	g.pointer = &[2]float64{at.X, at.Y}
	commands := act(g.gestureScene(), at.X, at.Y)
	if len(commands) == 0 {
		return nil
	}
	// The next message of this tick acts on what this one made.
	defer func() { g.snapshot = g.session.Snapshot() }()
	for _, c := range commands {
		if err := g.session.Apply(c); err != nil {
			return err
		}
	}
	return nil
}

func (g *Game) gestureScene() gesture.Scene {
	s := gesture.Scene{
		Plane: g.planeView(), Samples: g.snapshot.Samples.X, Classes: g.snapshot.Samples.Y, Queries: g.snapshot.QueryPoints(),
	}
	if w, b, ok := g.snapshot.Line(); ok && !g.snapshot.Diverged {
		s.Line = &gesture.Line{W: w, B: b, Z: g.snapshot.ThresholdLogit}
	}
	return s
}
