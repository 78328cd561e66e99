// Command lab is the program in the page: it wires session and game to the page's bridge (web/src/figure/page.ts).
// It is the only importer of syscall/js.
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game"
	"perceptronlab/game/figure"
	"perceptronlab/perceptron/scene"
)

func main() {
	page := host{js.Global().Get("lab")}
	if err := run(page); err != nil {
		page.Call("fail", err.Error())
	}
}

func run(page host) error {
	s, err := scene.Parse([]byte(page.Get("scene").String()))
	if err != nil {
		return err
	}
	g, err := game.New(s, page)
	if err != nil {
		return err
	}
	page.Set("send", js.FuncOf(func(_ js.Value, args []js.Value) any {
		g.Send([]byte(args[0].String()))
		return nil
	}))
	page.Set("session", js.FuncOf(func(js.Value, []js.Value) any {
		text, err := session(g)
		if err != nil {
			return nil
		}
		return text
	}))
	page.Set("kept", js.FuncOf(func(js.Value, []js.Value) any {
		text, err := g.Kept()
		if err != nil {
			return nil
		}
		return string(text)
	}))
	page.Set("request", js.FuncOf(func(_ js.Value, args []js.Value) any {
		answer, err := g.Request([]byte(args[0].String()))
		if err != nil {
			page.Refuse("request", err)
			return nil
		}
		return answer
	}))
	page.Call("listening")
	ebiten.SetTPS(ebiten.SyncWithFPS)
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{ScreenTransparent: true, InitUnfocused: true})
}

// session returns a load command that restores the run as g has it.
func session(g *game.Game) (string, error) {
	text, restore := g.Session()
	load, err := json.Marshal(map[string]any{"type": "load", "scene": json.RawMessage(text), "restore": restore, "first": true})
	return string(load), err
}

// host is the page's side of the bridge.
type host struct{ js.Value }

func (h host) Report(text []byte) { h.Call("snapshot", string(text)) }
func (h host) Ready()             { h.Call("ready") }
func (h host) Sleep()             { h.Call("sleep") }

func (h host) Refuse(command string, refused error) {
	text, err := json.Marshal(figure.NewRefusal(command, refused))
	if err != nil {
		panic("lab: " + err.Error())
	}
	h.Call("refusal", string(text))
}
