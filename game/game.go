// Package game is the picture, and the only importer of Ebitengine. Messages from the page come in through Send, the session
// advances once a tick, and every tick that changed something gives the page a report.
package game

import (
	"image"
	"image/color"
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game/figure"
	"perceptronlab/game/session"
	"perceptronlab/perceptron/scene"
)

//go:generate go run ./internal/protocolgen .. ../web/src/figure ../web/src/views ../web/css ../web/src/words

// Host is the page that the game lives in.
type Host interface {
	Report(json []byte)               // the state, for the words and numbers
	Refuse(command string, err error) // a message that could not be carried out; nothing was changed
	Ready()                           // the first frame is drawn
	Sleep()                           // no frame is wanted until a message is sent
	More()                            // the next frame goes on with what this one hasn't come to
}

// Game is one figure. All its methods but Send run on Ebitengine's goroutine.
type Game struct {
	host    Host
	inbox   inbox
	figure  *figure.Figure
	errands []*errand // that are still to be done, in their order

	drawn  [3]image.Rectangle // the screen, the plane and the curve in it, as they were drawn last
	field  *field
	points points
	ink    ink

	dpr        float64
	began      time.Duration // of the clock: this tick
	hurried    bool          // no errand is left to a later tick
	fieldStale bool
	reported   time.Duration // of the clock
	owed       bool          // a report is due
	told       bool          // something was sent that a report may say
	report     []byte        // that the page has not been told yet; nil: none
	next       part          // of a tick
	ready      bool
}

// part is a part of a tick that a later one may be left to.
type part int

const (
	carryOut part = iota // what was sent
	train                // for a moment, and find what has come of it
	prepare              // what the page will ask for
	tell                 // the page
	draw
)

var parts = [...]func(*Game){carryOut: (*Game).handle, train: (*Game).train, prepare: (*Game).prepare, tell: (*Game).tell}

const (
	// budget bounds the training of one tick, so that a heavy scene leaves the page usable. Where a tick only goes on with what takes
	// many of them, there is nothing new to see, and it may be long.
	budget = 12 * time.Millisecond
	// reportEvery is the least time between reports while nothing but training goes on.
	reportEvery = time.Second / 15
	// long is what leaves the rest of a tick to the next ones, so that the page answers in between, with more than few samples.
	long = 40 * time.Millisecond
	few  = 20_000
)

var began = time.Now()

// clock is the time since the program began. A time.Time that reflection may reach would link all its formats.
func clock() time.Duration { return time.Since(began) }

// New begins a scene. The error is that of a shader which this machine refuses, or the scene's.
func New(s scene.Scene, host Host) (*Game, error) {
	shown, err := figure.New(s)
	if err != nil {
		return nil, err
	}
	f, err := newField()
	if err != nil {
		return nil, err
	}
	return &Game{host: host, figure: shown, field: f, owed: true}, nil
}

// Send queues a message from the page, in JSON; it is carried out in the next tick. It may be called at any time.
func (g *Game) Send(message []byte) { g.inbox.put(message) }

// Save gives the run with all that was changed, by what was sent just now, too.
func (g *Game) Save() (figure.Saved, error) {
	g.handleAll()
	return g.figure.Save()
}

// Kept is the message by which another program takes over what this one has besides its run, in JSON. It reports what was sent
// just now, since there may be no further tick: the other program gets tool and view from the last report.
func (g *Game) Kept() ([]byte, error) {
	g.handleAll()
	if g.told {
		g.report = g.figure.Report()
	}
	g.tell()
	return g.figure.Kept()
}

// Request answers what the page asks: protocol.ts's Request. It changes nothing.
func (g *Game) Request(text []byte) (string, error) { return g.figure.Request(text) }

// Update is one tick: messages in, one training slice, a report out. With very many points each may take so long that the next
// tick goes on from there.
func (g *Game) Update() error {
	g.dpr = ebiten.Monitor().DeviceScaleFactor()
	g.began = clock()
	for _, do := range parts[g.next:] {
		do(g)
		if len(g.errands) > 0 {
			g.next = carryOut
			g.host.More()
			return nil
		}
		g.next++
		if g.ready && g.figure.NumSamples() > few && clock()-g.began > long {
			g.host.More()
			return nil
		}
	}
	g.next = carryOut
	g.rest()
	return nil
}

// train trains for a moment, and makes a report if one is due.
func (g *Game) train() {
	told := g.told
	g.told = false
	start, most := clock(), budget
	if g.figure.Part() > 0 || g.figure.Evaluating() {
		most = long
	}
	enough := func() bool { return clock()-start > most }
	advanced := !g.figure.Evaluating() && g.figure.Advance(enough)
	if advanced || told {
		g.fieldStale, g.owed = true, true
	}
	within := g.figure.Part() > 0
	if (g.owed || within) && (told || !g.figure.Playing() || clock()-g.reported >= reportEvery) {
		evaluated := g.figure.Evaluate(enough)
		if evaluated || told || !g.figure.Evaluating() {
			g.report = g.figure.Report()
			g.reported = clock()
		}
		g.owed = !evaluated
	}
}

// prepare makes ready what the page saves of a run that it is told of.
func (g *Game) prepare() {
	if g.report != nil {
		g.figure.Prepare()
	}
}

// tell tells the page what was found, and also what has come of anything sent since: a report answers all that was sent before it.
func (g *Game) tell() {
	if g.report == nil {
		return
	}
	if !g.inbox.empty() {
		g.handle()
		g.report = nil
		if len(g.errands) > 0 {
			return
		}
		g.report = g.figure.Report()
	}
	text := g.report
	g.report = nil
	g.host.Report(text)
}

// handle carries out what was sent, until one of it takes long.
func (g *Game) handle() {
	for _, m := range g.inbox.drain() {
		g.errands = append(g.errands, g.errand(m))
	}
	for len(g.errands) > 0 && g.run(g.errands[0]) {
		e := g.errands[0]
		g.errands = g.errands[1:]
		if e.err != nil {
			g.host.Refuse(e.kind, e.err)
		}
		g.told = g.told || figure.Tells(e.kind)
	}
}

// handleAll carries out all that was sent.
func (g *Game) handleAll() {
	g.hurried = true
	g.handle()
	g.hurried = false
}

// rest asks for no more frames once nothing moves: Ebitengine draws this tick's changes in the frame that it is part of.
func (g *Game) rest() {
	switch {
	case g.pointsOwed():
		g.host.More()
	case !g.figure.Playing() && !g.owed && !g.told && g.ready && g.inbox.empty():
		g.host.Sleep()
	}
}

// pointsOwed reports whether the plane will take more than the next frame to show all samples.
func (g *Game) pointsOwed() bool {
	plane, _ := g.figure.Places()
	return !g.pixels(plane).Empty() && g.points.owes(g.figure.Snapshot().Census, g.figure.PlaneView())
}

// Draw shows the figure and changes nothing of it. What is left to the next tick isn't shown yet, and at first nothing is before
// there is a report.
func (g *Game) Draw(screen *ebiten.Image) {
	if !g.ready && len(g.errands) > 0 {
		return
	}
	plane, curve := g.figure.Places()
	places := [3]image.Rectangle{screen.Bounds(), g.pixels(plane), g.pixels(curve)}
	if g.drawn != places {
		screen.Clear()
		g.drawn = places
	} else if g.next != carryOut {
		return
	}
	planePx, curvePx := places[1], places[2]
	if !curvePx.Empty() {
		// Before the plane, which may touch it: the marks at the curve's ends reach over its edge.
		screen.SubImage(curvePx.Inset(-int(math.Ceil(curveMarkPx*g.dpr)) - 1)).(*ebiten.Image).Clear()
	}
	if !planePx.Empty() {
		g.drawPlane(screen.SubImage(planePx).(*ebiten.Image), planePx)
	}
	if !curvePx.Empty() {
		grid, axis, ink := g.colors()
		g.canvas(curvePx).drawCurve(g.figure.LossCurve(), grid, axis, ink)
		g.ink.flush(screen)
	}
	if !g.ready && plane.Width > 0 {
		g.ready = true
		g.host.Ready()
	}
}

func (g *Game) colors() (grid, axis, ink color.NRGBA) {
	p := g.figure.Palette()
	return rgb(p.Grid), rgb(p.Axis), rgb(p.Ink)
}

// DrawFinalScreen copies the screen, and so needs no cleared one.
func (g *Game) DrawFinalScreen(final ebiten.FinalScreen, screen *ebiten.Image, place ebiten.GeoM) {
	final.DrawImage(screen, &ebiten.DrawImageOptions{GeoM: place, Blend: ebiten.BlendCopy})
}

func (g *Game) drawPlane(dst *ebiten.Image, r image.Rectangle) {
	shot, p := g.figure.Snapshot(), g.figure.PlaneView()
	if g.fieldStale {
		below, above := g.figure.Sides()
		g.field.update(g.figure.Network(), p, below, above)
		g.fieldStale = false
	}
	g.field.draw(dst, r, g.boundary(shot))
	c := g.canvas(r)
	grid, axis, dark := g.colors()
	c.drawGrid(p, grid, axis)
	c.drawLine(p, shot)
	c.drawPast(g.figure.PastBoundary(), dark)
	g.ink.flush(dst)
	g.points.draw(dst, r, shot.Census, p, g.dpr)
	held := g.figure.Covered()
	c.drawCovered(p, shot, held)
	c.drawQueries(p, shot, held)
	g.ink.flush(dst)
}

// boundary is the decision boundary that the field draws: a single neuron's line is a mark of its own.
func (g *Game) boundary(shot session.Snapshot) boundary {
	b := boundary{shot.ThresholdLogit, lineWidth * g.dpr}
	if g.figure.OfUnit() {
		b.logit = 0
	} else if _, _, line := shot.Network.Line(); line {
		b.width = 0
	}
	return b
}

func (g *Game) canvas(r image.Rectangle) canvas {
	return canvas{ink: &g.ink, x: float64(r.Min.X), y: float64(r.Min.Y), dpr: g.dpr}
}

// pixels returns a view's rectangle in device pixels.
func (g *Game) pixels(v figure.Rect) image.Rectangle {
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
