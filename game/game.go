// Package game is the picture: the only importer of Ebitengine. Messages from the page come in by Send, the session
// advances once a tick, and every tick that changed something gives the page a report.
package game

import (
	"image"
	"image/color"
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game/gesture"
	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/scene"
)

// Host is the page that the game lives in.
type Host interface {
	Report(json []byte)             // the state, for the words and numbers
	Refuse(command, message string) // a message that could not be carried out; nothing was changed
	Ready()                         // the first frame is drawn
	Sleep()                         // no frame is wanted until a message is sent
}

// Game is one figure. All its methods but Send run on Ebitengine's goroutine.
type Game struct {
	host    Host
	inbox   inbox
	session *session.Session

	snapshot session.Snapshot
	extent   view.Extent
	lens     view.Lens
	plane    rect
	curve    rect
	look     curveLook
	unit     *unitRef // shown in place of the network; nil: none
	palette  palette
	hand     gesture.Hand
	finger   bool        // it is a finger
	pointer  *[2]float64 // CSS pixels of the plane; nil: elsewhere

	drawn  [3]image.Rectangle // the screen, the plane and the curve in it, as they were drawn last
	field  *field
	points points
	ink    ink

	dpr        float64
	fieldStale bool
	reported   time.Time
	owed       bool // a report is due
	ready      bool
}

type palette struct{ grid, axis, ink color.NRGBA }

const (
	// budget bounds the training of one tick, so that a heavy scene leaves the page usable.
	budget = 12 * time.Millisecond
	// reportEvery is the least time between reports while nothing but training goes on.
	reportEvery = time.Second / 15
)

// New begins a scene. The error is a shader's that this machine refuses, or the scene's.
func New(s scene.Scene, host Host) (*Game, error) {
	run, err := session.New(s)
	if err != nil {
		return nil, err
	}
	f, err := newField()
	if err != nil {
		return nil, err
	}
	g := &Game{host: host, session: run, field: f, hand: gesture.Hand{Tool: gesture.Ask}, palette: lightPalette, owed: true}
	g.snapshot = run.Snapshot()
	g.show()
	return g, nil
}

var lightPalette = palette{grid: rgb(0xe5e7eb), axis: rgb(0x9ca3af), ink: rgb(0x1a202c)}

// Send queues a message from the page, in JSON; it is carried out in the next tick. It may be called at any time.
func (g *Game) Send(message []byte) { g.inbox.put(message) }

// Session is the run with all that was changed, in JSON, and how to come back to it.
func (g *Game) Session() ([]byte, session.Restore) {
	return g.session.Scene().JSON(), g.session.Restore()
}

// Update is one tick: messages in, one training slice, a report out.
func (g *Game) Update() error {
	g.dpr = ebiten.Monitor().DeviceScaleFactor()
	messages := g.inbox.drain()
	for _, m := range messages {
		if kind, err := g.handle(m); err != nil {
			g.host.Refuse(kind, err.Error())
		}
	}
	start := time.Now()
	advanced := g.session.Advance(func() bool { return time.Since(start) > budget })
	if advanced || len(messages) > 0 {
		g.snapshot = g.session.Snapshot()
		g.show()
		g.fieldStale, g.owed = true, true
	}
	if g.owed && (len(messages) > 0 || !g.snapshot.Playing || time.Since(g.reported) >= reportEvery) {
		g.report()
	}
	g.rest()
	return nil
}

// rest asks for no more frames once nothing moves: Ebitengine draws this tick's changes in the frame that it is part of.
func (g *Game) rest() {
	if !g.snapshot.Playing && !g.owed && g.ready && g.inbox.empty() {
		g.host.Sleep()
	}
}

// show makes the fitted view one of all that the snapshot holds.
func (g *Game) show() {
	if g.unit != nil && !hasUnit(g.snapshot.Network, *g.unit) {
		g.unit = nil
	}
	e := g.snapshot.Extent()
	if g.extent == (view.Extent{}) {
		g.extent = e
	}
	g.reach(e.Min, e.Max)
}

// reach makes the fitted view hold some more points.
func (g *Game) reach(points ...[2]float64) {
	b := g.fitted().Bounds()
	for _, x := range points {
		if !b.Contains(x) {
			g.extent = g.extent.With(x)
		}
	}
}

func (g *Game) fitted() view.Plane { return view.NewPlane(g.extent, g.plane.Width, g.plane.Height) }

func (g *Game) planeView() view.Plane { return g.lens.Plane(g.fitted()) }

// Draw shows the snapshot and changes nothing of it.
func (g *Game) Draw(screen *ebiten.Image) {
	if places := [3]image.Rectangle{screen.Bounds(), g.pixels(g.plane), g.pixels(g.curve)}; g.drawn != places {
		screen.Clear()
		g.drawn = places
	}
	if r := g.pixels(g.plane); !r.Empty() {
		g.drawPlane(screen.SubImage(r).(*ebiten.Image), r)
	}
	if r := g.pixels(g.curve); !r.Empty() {
		screen.SubImage(r).(*ebiten.Image).Clear()
		g.canvas(r).drawCurve(g.lossCurve(g.snapshot), g.palette.grid, g.palette.axis, g.palette.ink)
		g.ink.flush(screen)
	}
	if !g.ready && g.plane.Width > 0 {
		g.ready = true
		g.host.Ready()
	}
}

// DrawFinalScreen copies the screen, and so needs no cleared one.
func (g *Game) DrawFinalScreen(final ebiten.FinalScreen, screen *ebiten.Image, place ebiten.GeoM) {
	final.DrawImage(screen, &ebiten.DrawImageOptions{GeoM: place, Blend: ebiten.BlendCopy})
}

func (g *Game) drawPlane(dst *ebiten.Image, r image.Rectangle) {
	p := g.planeView()
	if g.fieldStale {
		g.field.update(g.seen(), p)
		g.fieldStale = false
	}
	g.field.draw(dst, r, g.boundary())
	c := g.canvas(r)
	c.drawGrid(p, g.palette.grid, g.palette.axis)
	c.drawLine(p, g.snapshot)
	g.ink.flush(dst)
	g.points.draw(dst, r, g.snapshot.Samples, p, g.dpr)
	held := g.covered()
	c.drawCovered(p, g.snapshot, held)
	c.drawQueries(p, g.snapshot, held)
	g.ink.flush(dst)
}

// covered is the mark that a finger holds, and lies over; nil: none.
func (g *Game) covered() *gesture.Mark {
	if m, ok := g.hand.Held(); ok && g.finger {
		return &m
	}
	return nil
}

func (g *Game) canvas(r image.Rectangle) canvas {
	return canvas{ink: &g.ink, x: float64(r.Min.X), y: float64(r.Min.Y), dpr: g.dpr}
}

// pixels is a view's place in device pixels.
func (g *Game) pixels(v rect) image.Rectangle {
	px := func(css float64) int { return int(math.Round(css * g.dpr)) }
	return image.Rect(px(v.X), px(v.Y), px(v.X+v.Width), px(v.Y+v.Height))
}

// LayoutF makes one pixel of the screen one device pixel.
func (g *Game) LayoutF(width, height float64) (float64, float64) {
	dpr := ebiten.Monitor().DeviceScaleFactor()
	return math.Max(1, math.Floor(width*dpr)), math.Max(1, math.Floor(height*dpr))
}

// Layout is never called: Ebitengine prefers LayoutF.
func (g *Game) Layout(int, int) (int, int) { panic("game: LayoutF is there") }
