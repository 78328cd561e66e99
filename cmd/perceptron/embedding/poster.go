package embedding

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"perceptronlab/cmd/perceptron/raster"
	"perceptronlab/cmd/perceptron/site"
	"perceptronlab/game/session"
	"perceptronlab/game/still"
	"perceptronlab/perceptron/scene"
	"perceptronlab/web/src/words"
)

// poster is the still picture of a scene, trained to its end.
type poster struct {
	Name string            // the scene's
	File string            // its own
	Alts map[string]string // what it shows, by the codes of languages
}

// Alt is what it shows in English.
func (p poster) Alt() string { return p.Alts["en"] }

// posters are the files of the pictures: of the scene asked for, or else of all presets. The figure's own poster comes first.
func (o Options) posters() (own poster, files []site.File, err error) {
	if o.Name == "" {
		var all []poster
		all, files, err = o.presetPosters()
		if err != nil {
			return own, nil, err
		}
		return all[0], files, site.Compress(files)
	}
	own, file, err := o.newPoster(o.Scene, o.Name)
	if err != nil {
		return own, nil, err
	}
	files = []site.File{file}
	return own, files, site.Compress(files)
}

// presetPosters are the pictures of all presets, the default scene's first.
func (o Options) presetPosters() (posters []poster, files []site.File, err error) {
	for _, name := range scene.Presets() {
		s, _ := scene.Preset(name)
		p, f, err := o.newPoster(s, name)
		if err != nil {
			return nil, nil, err
		}
		posters, files = append(posters, p), append(files, f)
	}
	return posters, files, nil
}

func (o Options) newPoster(s scene.Scene, name string) (poster, site.File, error) {
	shot, err := session.Trained(s, 0)
	if err != nil {
		return poster{}, site.File{}, fmt.Errorf("poster %s: %w", name, err)
	}
	alts := map[string]string{}
	for _, l := range words.Languages() {
		alts[l.Code] = describe(shot, l.Alt)
	}
	data, err := o.draw(shot, alts["en"])
	file := site.Hashed(name+"."+o.Poster, data)
	return poster{name, file.Name, alts}, file, err
}

// draw returns the picture's file.
func (o Options) draw(shot session.Snapshot, title string) ([]byte, error) {
	if o.Poster == "png" {
		return raster.PNG(shot, o.Width, o.Height)
	}
	svg, err := unsized(still.SVG(shot, still.Options{}), title)
	return []byte(svg), err
}

var firstTag = regexp.MustCompile(`^<svg xmlns="[^"]+" class="" (viewBox="[^"]+") width="[^"]+" height="[^"]+" role="img">`)

// unsized removes the picture's own size: the ratio is then that of the img's width and height, even before it is
// loaded. The picture goes on beyond its view box, and so fills every ratio.
func unsized(svg, title string) (string, error) {
	if !firstTag.MatchString(svg) {
		return "", fmt.Errorf("poster: want a picture by game/still, not %.80s", svg)
	}
	inner := firstTag.ReplaceAllString(svg, `<svg $1 width="100%" height="100%" overflow="visible">`)
	return `<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>` + html.EscapeString(title) + "</title>" + inner + "</svg>\n", nil
}

// describe returns what the picture shows.
func describe(s session.Snapshot, alt words.Alt) string {
	points, layers := s.Samples.Len(), s.Network.Layers()
	text := alt.Line
	switch oneNeuron := len(layers) == 2 && layers[1] == 1; {
	case points == 0:
		return alt.Empty
	case oneNeuron && s.Step > 0:
		text = alt.TrainedLine
	case !oneNeuron && s.Step > 0:
		text = alt.TrainedRegions
	case !oneNeuron:
		text = alt.Regions
	}
	return words.Fill(text, map[string]any{
		"points": points, "classes": max(2, s.Network.Outputs()), "steps": s.Step,
		"units": strings.Trim(strings.ReplaceAll(fmt.Sprint(layers), " ", "-"), "[]"),
	})
}
