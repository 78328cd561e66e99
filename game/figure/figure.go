// Package figure is a figure except for its pixels: messages from the page come in, reports go out, and between them is a session
// with a reader's own view of it. It needs no display, and is tested without one.
package figure

import (
	"encoding/json"
	"slices"

	"perceptronlab/game/gesture"
	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
)

// A Figure is one run as a reader sees it. It isn't safe for concurrent use.
type Figure struct {
	session  *session.Session
	saved    saved
	snapshot session.Snapshot
	stale    bool // the snapshot is older than the session

	extent       view.Extent
	lens         view.Lens
	plane        Rect
	curve        Rect
	look         curveLook
	pastBoundary pastBoundary
	slice        keptSlice
	bent         bentPicture
	unit         *unitRef // shown in place of the network; nil: none
	unitLayers   []int    // the network's, of which it is a unit
	palette      Palette
	hand         gesture.Hand
	finger       bool // the hand is a finger
	given        given
	pointer      *[2]float64 // CSS pixels of the plane; nil: elsewhere
	pointed      int         // the sample pointed at in a list, from 1; 0: none
	counted      [2]int      // samples and asked points, when the former was set
	reading      *reading    // nil: none
}

// Palette is the colours of the marks, 0xrrggbb.
type Palette struct{ Grid, Axis, Ink uint32 }

var lightPalette = Palette{Grid: view.Grid.Light, Axis: view.Axis.Light, Ink: view.Ink.Light}

// New begins a scene. The error is the scene's.
func New(s scene.Scene) (*Figure, error) {
	run, err := session.New(s)
	if err != nil {
		return nil, err
	}
	f := &Figure{session: run, hand: gesture.Hand{Tool: gesture.Ask}, palette: lightPalette, stale: true}
	f.Snapshot()
	return f, nil
}

// Kept is the message, in JSON, by which another figure takes over what this one keeps besides its run.
func (f *Figure) Kept() ([]byte, error) {
	kept, err := f.session.Kept()
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{"type": "keep", "kept": json.RawMessage(kept)})
}

// Advance trains for one tick; it stops early when enough says so. It reports whether anything was trained.
func (f *Figure) Advance(enough func() bool) bool {
	advanced := f.session.Advance(enough)
	f.stale = f.stale || advanced || f.session.Part() > 0
	return advanced
}

// Part is how much of the next step is done, where it takes long.
func (f *Figure) Part() float64 { return f.session.Part() }

// Evaluate finds the loss of very many samples and parameters until enough says so, and goes on there the next time: a report
// that is asked for before has none. It reports whether it is known.
func (f *Figure) Evaluate(enough func() bool) bool {
	if f.session.Evaluated() {
		return true
	}
	whole := f.session.Evaluate(enough)
	f.stale = f.stale || whole
	return whole
}

// Evaluating reports whether Evaluate is to go on.
func (f *Figure) Evaluating() bool { return f.session.Evaluating() }

// Snapshot is what the figure shows: the session as it is now.
func (f *Figure) Snapshot() session.Snapshot {
	if f.stale {
		f.snapshot, f.stale = f.session.Snapshot(), false
		f.show()
	}
	return f.snapshot
}

// Playing reports whether the run is playing.
func (f *Figure) Playing() bool { return f.session.Playing() }

// NumSamples is how many samples the run has.
func (f *Figure) NumSamples() int { return f.session.NumSamples() }

// show fits the view to all that the snapshot holds.
func (f *Figure) show() {
	if f.unit != nil && !slices.Equal(f.snapshot.Network.Layers(), f.unitLayers) {
		f.unit = nil // a unit of other layers is another, or none
	}
	if n := [2]int{f.snapshot.Samples.Len(), len(f.snapshot.Queries)}; n != f.counted {
		// What has an index may be another by now.
		f.counted, f.pointed, f.hand.Kept = n, 0, 0
	}
	e := f.snapshot.Extent()
	if f.extent == (view.Extent{}) {
		f.extent = e
	}
	f.reach(e.Min, e.Max)
}

// reach extends the fitted view to some more points.
func (f *Figure) reach(points ...[2]float64) {
	b := f.fitted().Bounds()
	for _, x := range points {
		if !b.Contains(x) {
			f.extent = f.extent.With(x)
		}
	}
}

func (f *Figure) fitted() view.Plane { return view.NewPlane(f.extent, f.plane.Width, f.plane.Height) }

// PlaneView is the visible part of the plane.
func (f *Figure) PlaneView() view.Plane { return f.lens.Plane(f.fitted()) }

// Places returns where plane and curve lie on the canvas; one that isn't shown has no size.
func (f *Figure) Places() (plane, curve Rect) { return f.plane, f.curve }

// Palette is the colours of the marks.
func (f *Figure) Palette() Palette { return f.palette }

// Network is what the field shows: the network, or one of its units.
func (f *Figure) Network() *perceptron.Network {
	n := f.Snapshot().Network
	if f.unit == nil {
		return n
	}
	return n.Unit(f.unit.Layer, f.unit.Unit)
}

// affordable is session.Affordable of the run's network: while a run plays a frame has no time for more.
func (f *Figure) affordable(work, least, most int) int {
	return session.Affordable(work, f.Snapshot().Network, least, most)
}

// OfUnit reports whether the field shows one unit.
func (f *Figure) OfUnit() bool { return f.unit != nil }

// Sides are the colours of the field where a single logit is below 0 and where it is above: the classes', or the sign's of a
// hidden unit's sum; for one of several outputs only its own class has one.
func (f *Figure) Sides() (below, above uint32) {
	layers := f.Snapshot().Network.Layers()
	last := len(layers) - 1
	switch {
	case f.unit == nil || f.unit.Layer == last && layers[last] == 1:
		return view.ClassColor(0), view.ClassColor(1)
	case f.unit.Layer == last:
		return f.palette.Axis, view.ClassColor(f.unit.Unit)
	case f.palette.Ink>>16&255 > 128: // on dark
		return view.Negative.Dark, f.palette.Ink
	}
	return view.Negative.Light, f.palette.Ink
}

// Covered is the mark that a finger holds and covers, or a sample that was taken in hand; nil: none.
func (f *Figure) Covered() *gesture.Mark {
	if m, ok := f.hand.Held(); ok && f.finger {
		return &m
	}
	if i := f.chosen(); i > 0 && f.pointer == nil {
		return &gesture.Mark{Index: i - 1}
	}
	return nil
}
