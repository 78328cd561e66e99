// Package raster draws still pictures as PNG, where SVG is not shown: mail, feeds, link previews.
package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/game/view"
)

// density is how many pixels of a PNG are one CSS pixel: sharp on phones, and where mail shrinks it.
const density = 2

// PNG is the still picture as a PNG of width × height CSS pixels, on white: mail and link previews put it on any colour.
// The field is the model's own at each pixel; the rest is what the SVG says.
func PNG(s session.Snapshot, width, height int) ([]byte, error) {
	bounds := image.Rect(0, 0, density*width, density*height)
	picture := image.NewRGBA(bounds)
	draw.Draw(picture, bounds, image.White, image.Point{}, draw.Src)
	plane := view.NewPlane(s.Extent(), float64(bounds.Dx()), float64(bounds.Dy()))
	drawTints(picture, s, plane)

	padded := s.Extent().Padded()
	w, h := (padded.Max[0]-padded.Min[0])*plane.Scale, (padded.Max[1]-padded.Min[1])*plane.Scale
	svg := still.SVG(s, still.Options{Bare: true, Width: w / density})
	icon, err := oksvg.ReadIconStream(strings.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("raster: %w", err)
	}
	icon.SetTarget((plane.Width-w)/2, (plane.Height-h)/2, w, h)
	icon.Draw(rasterx.NewDasher(bounds.Dx(), bounds.Dy(), rasterx.NewScannerGV(bounds.Dx(), bounds.Dy(), picture, bounds)), 1)

	var file bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&file, picture)
	return file.Bytes(), err
}

// drawTints lays the field over a picture, row by row.
func drawTints(picture *image.RGBA, s session.Snapshot, plane view.Plane) {
	bounds := picture.Bounds()
	row := image.NewNRGBA(image.Rect(0, 0, bounds.Dx(), 1))
	places := make([][2]float64, bounds.Dx())
	tints := make([]color.NRGBA, len(places))
	for y := range bounds.Dy() {
		for x := range places {
			places[x] = plane.ToData(float64(x)+0.5, float64(y)+0.5)
		}
		still.Tints(tints, s, places)
		for x, c := range tints {
			row.SetNRGBA(x, 0, c)
		}
		draw.Draw(picture, image.Rect(0, y, bounds.Dx(), y+1), row, image.Point{}, draw.Over)
	}
}
