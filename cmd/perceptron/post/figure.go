package post

import (
	"fmt"
	"strconv"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/perceptron/scene"
)

// A Figure is a <perceptron-lab> of a text.
type Figure struct {
	ID    string
	Scene scene.Scene
	Step  int // of what its still picture shows; −1: the end of its epochs
	Alt   string
}

// figureOf reads the attributes that say what a figure shows: preset, whose picture shows its end, or src with what a share link
// has after its '#'.
func figureOf(n *dom.Node) (Figure, error) {
	f := Figure{ID: attribute(n, "id"), Step: -1, Alt: attribute(n, "alt")}
	if f.ID == "" || f.Alt == "" {
		return f, fmt.Errorf("want an id and an alt")
	}
	if name := attribute(n, "preset"); name != "" {
		s, ok := scene.Preset(name)
		if !ok {
			return f, fmt.Errorf("preset %q: want one of %s", name, strings.Join(scene.Presets(), ", "))
		}
		f.Scene = s
		return f, nil
	}
	_, link, _ := strings.Cut(attribute(n, "src"), "#")
	s, at, err := session.ParseLink(link)
	f.Scene, f.Step = s, at.Step
	return f, err
}

// Shot is what the figure shows before it is live.
func (f Figure) Shot() (session.Snapshot, error) { return f.ShotAt(f.Step) }

// ShotAt is what the figure shows after that many steps; −1: at the end of its epochs.
func (f Figure) ShotAt(step int) (session.Snapshot, error) {
	if step == 0 {
		run, err := session.New(f.Scene)
		if err != nil {
			return session.Snapshot{}, err
		}
		return run.Snapshot(), nil
	}
	return session.Trained(f.Scene, max(step, 0)) // which takes 0 for the end
}

// SVG is the figure's still picture.
func (f Figure) SVG() (string, error) {
	shot, err := f.Shot()
	if err != nil {
		return "", err
	}
	return still.SVG(shot, still.Options{Title: f.Alt}), nil
}

// The size of a still picture in CSS pixels, with and without the loss curve below it.
const width, height, heightWithCurve = 800, 660, 800

// hold puts the still picture between the figure's tags.
func (f Figure) hold(n *dom.Node, still func(Figure) (string, error)) error {
	if n.FirstChild != nil {
		return fmt.Errorf("want nothing between its tags: the build puts its picture there")
	}
	address, err := still(f)
	if err != nil {
		return err
	}
	high := height
	if strings.Contains(attribute(n, "views"), "curve") {
		high = heightWithCurve
	}
	img := &dom.Node{Type: dom.ElementNode, Data: "img", DataAtom: atom.Img}
	set(img, "src", address)
	set(img, "width", strconv.Itoa(width))
	set(img, "height", strconv.Itoa(high))
	set(img, "alt", f.Alt)
	set(img, "loading", "lazy")
	n.AppendChild(img)
	return nil
}
