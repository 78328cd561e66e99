// Command lab is the program in the page: it wires session and game to the page's bridge (web/src/figure/page.ts).
// It is the only importer of syscall/js.
package main

import (
	"encoding/json"
	"strings"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"perceptronlab/game"
	"perceptronlab/game/figure"
	"perceptronlab/perceptron/scene"
)

func main() {
	spareMemory()
	page := host{js.Global().Get("lab")}
	if err := run(page); err != nil {
		reason, _, _ := strings.Cut(err.Error(), "\n") // a shader's whole text may follow
		page.Call("fail", strings.TrimSuffix(reason, ":"))
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
		g.Send(bytesOf(args[0]))
		return nil
	}))
	page.Set("save", js.FuncOf(func(js.Value, []js.Value) any {
		s, err := g.Save()
		if err != nil {
			return nil
		}
		return []any{s.Head, s.Keep, s.More}
	}))
	page.Set("kept", js.FuncOf(func(js.Value, []js.Value) any {
		text, err := g.Kept()
		if err != nil {
			return nil
		}
		return string(text)
	}))
	page.Set("request", js.FuncOf(func(_ js.Value, args []js.Value) any {
		answer, err := g.Request(bytesOf(args[0]))
		if err != nil {
			page.Refuse("request", err)
			return nil
		}
		return answer
	}))
	page.Call("listening")
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false) // the game draws over what it shows, and may leave a frame as it is
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{ScreenTransparent: true, InitUnfocused: true})
}

// bytesOf is a text of the page in UTF-8. It is copied once: a table may be long.
func bytesOf(text js.Value) []byte {
	encoded := js.Global().Get("TextEncoder").New().Call("encode", text)
	b := make([]byte, encoded.Length())
	js.CopyBytesToGo(b, encoded)
	return b
}

// host is the page's side of the bridge.
type host struct{ js.Value }

func (h host) Report(text []byte) { h.Call("snapshot", string(text)) }
func (h host) Ready()             { h.Call("ready") }
func (h host) Sleep()             { h.Call("sleep") }
func (h host) More()              { h.Call("more") }

func (h host) Refuse(command string, refused error) {
	text, err := json.Marshal(figure.NewRefusal(command, refused))
	if err != nil {
		panic("lab: " + err.Error())
	}
	h.Call("refusal", string(text))
}
