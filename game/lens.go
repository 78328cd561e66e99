package game

import (
	"fmt"
	"reflect"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
)

// apply carries out a session command. Another scene, or other data, are seen whole.
func (g *Game) apply(c session.Command) error {
	if err := g.session.Apply(c); err != nil {
		return err
	}
	switch c := c.(type) {
	case *session.Load, *session.CSV:
		g.extent = view.Extent{}
	case *session.AddQuery:
		g.reach(c.X)
	case *session.MoveQuery:
		g.reach(c.X)
	}
	if _, load := c.(*session.Load); !load && reflect.DeepEqual(g.session.Scene().Data, g.snapshot.Data) {
		return nil
	}
	g.lens = view.Lens{}
	// The next message of this tick acts on what this one made.
	g.snapshot = g.session.Snapshot()
	g.show()
	return nil
}

type (
	// zoomMessage shows the plane Factor times as large, about a pixel of it or its middle; within limits.
	zoomMessage struct {
		Factor float64
		At     *[2]float64 `json:"at,omitempty"`
	}
	// panMessage moves the plane by CSS pixels.
	panMessage struct{ DX, DY float64 }
	// lookMessage takes up a view that a snapshot had.
	lookMessage struct{ viewReport }
	// fitMessage shows all points again, as large as they fit.
	fitMessage struct{}
)

func (m *zoomMessage) apply(g *Game) error {
	if !(m.Factor > 0) {
		return fmt.Errorf("zoom: factor %v: want a positive finite number", m.Factor)
	}
	at := [2]float64{g.plane.Width / 2, g.plane.Height / 2}
	if m.At != nil {
		at = *m.At
	}
	g.lens = g.lens.Zoom(g.fitted(), m.Factor, at[0], at[1])
	return nil
}

func (m *panMessage) apply(g *Game) error {
	g.lens = g.lens.Pan(g.fitted(), m.DX, m.DY)
	return nil
}

func (m *lookMessage) apply(g *Game) error {
	if !(m.Span > 0) {
		return fmt.Errorf("look: span %v: want a positive finite number", m.Span)
	}
	g.lens = view.Lens{Center: m.Center, Span: m.Span}
	return nil
}

func (*fitMessage) apply(g *Game) error {
	g.lens, g.extent = view.Lens{}, view.Extent{}
	g.show()
	return nil
}
