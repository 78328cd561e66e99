// Package kage holds the sources of the game's shaders. It needs no display, so a build can compile them in advance.
package kage

import _ "embed"

var (
	//go:embed tint.kage
	tint string
	//go:embed sides.kage
	sides string
	//go:embed corners.kage
	corners string
	//go:embed nodes.kage
	nodes string
	//go:embed cells.kage
	cells string
)

// Corners shades a single layer's logit, which is linear in x: those at the four corners are a uniform.
func Corners() string { return tint + sides + corners }

// Nodes shades a network of one logit, which an image holds on a grid.
func Nodes() string { return tint + sides + nodes }

// Cells shades a network of three outputs or more.
func Cells() string { return tint + cells }

// Sources are all of them.
func Sources() []string { return []string{Corners(), Nodes(), Cells()} }
