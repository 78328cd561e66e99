package figure

import (
	"fmt"
	"reflect"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/refusal"
	"perceptronlab/perceptron/scene"
)

// apply carries out a session command: the only way into the session. A new scene, or new data, are shown in full.
func (f *Figure) apply(c session.Command) error {
	was := f.snapshot.Data
	if err := f.session.Apply(c); err != nil {
		return err
	}
	f.stale = true
	if _, another := c.(*session.Load); another {
		f.unit = nil
	}
	switch c := c.(type) {
	case *session.Load, *session.CSV:
		f.extent = view.Extent{}
	case *session.AddQuery:
		f.reach(c.X)
	case *session.MoveQuery:
		f.reach(c.X)
	}
	if shows(c, was, f.session) {
		f.lens = view.Lens{}
	}
	return nil
}

// shows reports whether a command that was carried out brought new data, for which a reader's view of the old is meaningless.
func shows(c session.Command, was scene.Data, now *session.Session) bool {
	switch c.(type) {
	case *session.Load:
		return true
	case *session.CSV, *session.Change, *session.Undo, *session.Redo:
		record := now.Record()
		return !reflect.DeepEqual(record.Head().Data, was)
	}
	return false
}

type (
	// zoomMessage shows the plane Factor times as large, around a pixel of it or its middle, within limits.
	zoomMessage struct {
		Factor float64
		At     *[2]float64 `json:"at,omitempty"`
	}
	// panMessage moves the plane by CSS pixels.
	panMessage struct{ DX, DY float64 }
	// lookMessage restores a view that a snapshot had.
	lookMessage struct{ viewReport }
	// fitMessage shows all points again, as large as they fit.
	fitMessage struct{}
)

func (m *zoomMessage) apply(f *Figure) error {
	if !(m.Factor > 0) {
		return refusal.New("zoom", fmt.Sprint("factor ", m.Factor), refusal.Positive)
	}
	at := [2]float64{f.plane.Width / 2, f.plane.Height / 2}
	if m.At != nil {
		at = *m.At
	}
	f.lens = f.lens.Zoom(f.fitted(), m.Factor, at[0], at[1])
	return nil
}

func (m *panMessage) apply(f *Figure) error {
	f.lens = f.lens.Pan(f.fitted(), m.DX, m.DY)
	return nil
}

func (m *lookMessage) apply(f *Figure) error {
	if !(m.Span > 0) {
		return refusal.New("look", fmt.Sprint("span ", m.Span), refusal.Positive)
	}
	f.lens = view.Lens{Center: m.Center, Span: m.Span}
	return nil
}

func (*fitMessage) apply(f *Figure) error {
	f.lens, f.extent = view.Lens{}, view.Extent{}
	f.show()
	return nil
}
