package game

import (
	"encoding/json"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"perceptronlab/game/gesture"
	"perceptronlab/game/session"
)

// message is what the page says of itself: protocol.ts's ViewCommand. All else is a session command.
type message struct {
	Type    string
	Plane   *rect
	Curve   *rect
	Tool    string
	Palette struct{ Grid, Axis, Ink string }
	X, Y    float64
	Log     bool
	Epoch   *float64
	Unit    *unitRef
	DX, DY  float64
	Factor  float64
	At      *[2]float64
	Center  [2]float64
	Span    float64
	Brush   bool // Shift is held, or a finger drags
	Finger  bool // a finger holds, and covers, what is pressed
}

// handle carries out one message and returns its type. On an error nothing is changed.
func (g *Game) handle(text []byte) (kind string, err error) {
	var head struct{ Type string }
	if err := json.Unmarshal(text, &head); err != nil {
		return "", fmt.Errorf("message: %w", err)
	}
	if do, ok := viewMessages[head.Type]; ok {
		var m message
		if err := json.Unmarshal(text, &m); err != nil {
			return head.Type, fmt.Errorf("message %s: %w", head.Type, err)
		}
		return head.Type, do(g, m)
	}
	command, err := session.Decode(text)
	if err != nil {
		return head.Type, err
	}
	return head.Type, g.apply(command)
}

var viewMessages = map[string]func(*Game, message) error{
	"layout":  (*Game).layout,
	"tool":    (*Game).takeTool,
	"palette": (*Game).paint,
	"press":   (*Game).press,
	"drag":    (*Game).drag,
	"hover":   func(g *Game, m message) error { return g.gesture(m, nil) },
	"release": (*Game).letGo,
	"cancel":  (*Game).letGo,
	"revoke":  (*Game).revoke,
	"zoom":    (*Game).zoom,
	"pan":     (*Game).pan,
	"look":    (*Game).lookAt,
	"fit":     (*Game).fit,
	"leave":   func(g *Game, _ message) error { g.pointer = nil; return nil },
	"unit":    (*Game).showUnit,
	"curve":   (*Game).setCurve,
	"probe":   (*Game).probe,
	"report":  func(*Game, message) error { return nil },
}

func (g *Game) layout(m message) error {
	place := func(r *rect) rect {
		if r == nil || !(r.Width > 0 && r.Height > 0) || math.IsInf(r.Width+r.Height+r.X+r.Y, 0) {
			return rect{}
		}
		return *r
	}
	g.plane, g.curve = place(m.Plane), place(m.Curve)
	return nil
}

func (g *Game) press(m message) error {
	g.session.Hold()
	g.hand.Brush, g.finger = m.Brush, m.Finger
	return g.gesture(m, g.hand.Press)
}

func (g *Game) drag(m message) error {
	if dx, dy, ok := g.hand.Pan(m.X, m.Y); ok {
		g.lens = g.lens.Pan(g.fitted(), dx, dy)
		return g.gesture(m, nil)
	}
	return g.gesture(m, g.hand.Drag)
}

func (g *Game) letGo(message) error {
	g.hand.Release()
	g.session.Release()
	return nil
}

func (g *Game) revoke(message) error {
	g.hand.Release()
	defer func() { g.snapshot = g.session.Snapshot() }()
	return g.session.Revoke()
}

func (g *Game) takeTool(m message) error {
	tool, err := gesture.ParseTool(m.Tool)
	if err != nil {
		return err
	}
	g.hand.Release()
	g.hand.Tool = tool
	return nil
}

func (g *Game) paint(m message) error {
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
func (g *Game) gesture(m message, act func(gesture.Scene, float64, float64) []session.Command) error {
	g.pointer = &[2]float64{m.X, m.Y}
	if act == nil {
		return nil
	}
	commands := act(g.gestureScene(), m.X, m.Y)
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
