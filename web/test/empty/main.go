//go:build ignore

// A program of Ebitengine that draws nothing: what load.bench.mjs compares ours with. It marks its first frame when that is
// drawn, as ours does.
package main

import (
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

type empty struct{ live bool }

func (e *empty) Update() error { return nil }

func (e *empty) Draw(*ebiten.Image) {
	if !e.live {
		e.live = true
		js.Global().Call("queueMicrotask", js.Global().Get("lived"))
	}
}

func (e *empty) Layout(width, height int) (int, int) { return width, height }

func main() {
	if err := ebiten.RunGame(&empty{}); err != nil {
		panic(err)
	}
}
