package still

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/game/view"
	"perceptronlab/perceptron/scene"
)

func draw(t *testing.T, s scene.Scene, steps int) string {
	t.Helper()
	run, err := session.New(s)
	if err != nil {
		t.Fatal(err)
	}
	for range steps {
		if err := run.Apply(&session.Step{}); err != nil {
			t.Fatal(err)
		}
	}
	return SVG(run.Snapshot(), Options{Title: `<b>"&`, Class: "poster"})
}

func TestEveryPresetIsWellFormedAndFinite(t *testing.T) {
	for _, name := range scene.Presets() {
		s, _ := scene.Preset(name)
		svg := draw(t, s, 2)
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		for _, bad := range []string{"NaN", "Inf", "<b>", "style="} {
			if strings.Contains(svg, bad) {
				t.Errorf("%s: the picture holds %s", name, bad)
			}
		}
	}
}

func TestTheBlogPostsPictureHasAllItsPoints(t *testing.T) {
	svg := draw(t, scene.Default(), 0)
	// Each sample and asked point is drawn twice: its ring, then itself.
	if got := strings.Count(svg, "h.01"); got != 2*(100+2) {
		t.Errorf("%d dots, want two for each of 102 points", got)
	}
	if !strings.Contains(svg, "url(#field)") || !strings.Contains(svg, "#d62728") {
		t.Error("no field, or no line")
	}
}

func TestATestPointKeepsItsColour(t *testing.T) {
	s, err := scene.ParseFragment("kind=points&edits=0:remove_query:0")
	if err != nil {
		t.Fatal(err)
	}
	if svg := draw(t, s, 0); !strings.Contains(svg, `stroke="#000000"`) {
		t.Error("without the red asked point, the black one is not black")
	}
}

func TestDegenerateLines(t *testing.T) {
	for name, weights := range map[string][][]float64{
		"no line, w = 0": {{0, 0}, {1}},
		"nothing at all": {{0, 0}, {0}},
		"vertical":       {{1, 0}, {0.2}},
		"huge":           {{1e300, -1e300}, {0}},
		"tiny":           {{1e-300, 1e-300}, {0}},
	} {
		run, err := session.New(scene.Default())
		if err != nil {
			t.Fatal(err)
		}
		if err := run.Apply(&session.Weights{Parameters: weights}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		svg := SVG(run.Snapshot(), Options{})
		if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
			t.Errorf("%s: the picture holds something in place of a number", name)
		}
	}
}

func TestAPictureThatStandsAloneHasNumbersAndAHeading(t *testing.T) {
	run, err := session.New(scene.Default())
	if err != nil {
		t.Fatal(err)
	}
	bare := SVG(run.Snapshot(), Options{})
	if strings.Contains(bare, "<text") {
		t.Error("a bare picture has words")
	}
	svg := SVG(run.Snapshot(), Options{Axes: true, Heading: `loss < 1 & "so on"`})
	if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
		t.Errorf("not XML: %v", err)
	}
	for _, want := range []string{">−1</text>", ">1</text>", ">loss &lt; 1 &amp; &#34;so on&#34;</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in the picture", want)
		}
	}
}

// A picture of 64 classes has each one's marks, and its colour in the field where its points lie.
func TestAPictureOf64Classes(t *testing.T) {
	var centers []string
	for k := range view.MaxClasses {
		centers = append(centers, fmt.Sprintf("%d,%d", 2*(k%8), 2*(k/8)))
	}
	s, err := scene.ParseFragment("layers=2,64&loss=cross_entropy&n_samples=640&cluster_std=0.1&lr=0.5&centers=" + strings.Join(centers, ";"))
	if err != nil {
		t.Fatal(err)
	}
	svg := draw(t, s, 0)
	marks := regexp.MustCompile(`<g stroke="(#[0-9a-f]{6})" stroke-width="[^"]*" stroke-line\w+="(\w+)"><path d="([^"]*)"`).FindAllStringSubmatch(svg, -1)
	looks := map[string]bool{}
	for _, m := range marks {
		if m[1] != "#ffffff" {
			looks[m[1]+m[2]+regexp.MustCompile(`^M\S+ [-\d.]+`).ReplaceAllString(m[3], "")] = true
		}
	}
	colours := map[string]int{}
	for look := range looks {
		colours[look[:7]]++
	}
	for class := range view.MaxClasses {
		if n := colours[view.Hex(view.ClassColor(class))]; n < view.Shapes {
			t.Errorf("the colour of class %d is on %d shapes, want %d", class, n, view.Shapes)
		}
	}
}
