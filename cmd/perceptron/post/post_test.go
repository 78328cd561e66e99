package post

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"perceptronlab/game/session"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/scene"
	"perceptronlab/web/src/words"
)

const folder = "../../../web/post"

// read returns a post of the project and its page, parsed as a browser would.
func read(t *testing.T, language string) (Post, *dom.Node) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, language+".md"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := Read(language, text, func(f Figure) (string, error) { return f.ID + ".svg", nil })
	if err != nil {
		t.Fatal(err)
	}
	layout, err := os.ReadFile(filepath.Join(folder, "page.html"))
	if err != nil {
		t.Fatal(err)
	}
	page, err := Page{Post: p}.HTML(string(layout))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := dom.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	return p, tree
}

// languages are those in which there is the post.
var languages = func() (codes []string) {
	for _, l := range words.Languages() {
		if _, err := os.Stat(filepath.Join(folder, l.Code+".md")); err == nil {
			codes = append(codes, l.Code)
		}
	}
	return codes
}()

// Each text of the post is in a language of the Lab, whose gallery leads to it.
func TestEveryPostIsInALanguageOfTheLab(t *testing.T) {
	posts, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range languages {
		if _, err := os.Stat(filepath.Join("../../../web/src/words", l, "index.ts")); err != nil {
			t.Error(err)
		}
	}
	if len(posts) != len(languages) || !slices.Contains(languages, "en") {
		t.Errorf("posts in %v: want one of each of %v, English among them", languages, posts)
	}
}

// within returns the nearest element around n, or n itself, for which is holds.
func within(n *dom.Node, is func(*dom.Node) bool) *dom.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == dom.ElementNode && is(n) {
			return n
		}
	}
	return nil
}

// value is a number of a run as the element's values.ts names it.
func value(s session.Snapshot, name string) (float64, error) {
	w, b, line := s.Network.Line()
	if of := regexp.MustCompile(`^(z|p|class)(\d)$`).FindStringSubmatch(name); of != nil {
		place, _ := strconv.Atoi(of[2])
		q := s.Queries[place-1]
		return map[string]float64{"z": q.Z[len(q.Z)-1], "p": q.P[len(q.P)-1], "class": float64(q.Class)}[of[1]], nil
	}
	switch name {
	case "loss":
		return s.Loss, nil
	case "bce", "mse":
		loss := map[string]perceptron.Loss{"bce": perceptron.LossBCE, "mse": perceptron.LossMSE}[name]
		n := s.Samples.Len()
		z, delta, sum := make([]float64, n), make([]float64, 1), 0.0
		x, y := s.Samples.Wide()
		s.Network.Logits(z, x)
		for i := range z {
			sum += loss.Sample(delta, z[i:i+1], y[i])
		}
		return sum / float64(n), nil
	case "points":
		return float64(s.Samples.Len()), nil
	case "epochs":
		return float64(s.GoalEpochs), nil
	case "lr":
		return s.Train.LR, nil
	case "w1", "w2", "b":
		if line {
			return map[string]float64{"w1": w[0], "w2": w[1], "b": b}[name], nil
		}
	}
	return math.NaN(), fmt.Errorf("%s: the test doesn't know it", name)
}

// as writes a number with the decimals of a text.
func as(v float64, like string) string {
	_, decimals, _ := strings.Cut(like, ".")
	return strings.Replace(strconv.FormatFloat(v, 'f', len(decimals), 64), "-", "−", 1)
}

func TestLiveNumbersAreTheModels(t *testing.T) {
	for _, language := range languages {
		p, tree := read(t, language)
		checked := 0
		for n := range tree.Descendants() {
			if n.DataAtom != atom.Data {
				continue
			}
			name, text := attribute(n, "data-figure"), textOf(n)
			i := slices.IndexFunc(p.Figures, func(f Figure) bool { return f.ID == name })
			if i < 0 {
				t.Errorf("%s: %q is of figure %q, which there isn't", language, text, name)
				continue
			}
			step := p.Figures[i].Step
			if at := attribute(n, "data-step"); at != "" {
				step, _ = strconv.Atoi(at)
			}
			shot, err := p.Figures[i].ShotAt(step)
			if err != nil {
				t.Fatal(err)
			}
			v, err := value(shot, attribute(n, "data-value"))
			if err != nil || as(v, text) != text {
				t.Errorf("%s: %s of %s at step %d is said to be %s, want %s (%v)", language, attribute(n, "data-value"), name, step, text, as(v, text), err)
			}
			checked++
		}
		if checked < 15 {
			t.Errorf("%s: %d numbers, want the text's", language, checked)
		}
	}
}

// said are numbers of the text that don't come from a model, with what they are.
var said = map[string]string{
	"0": "a class, a corner, an end of σ's range", "1": "likewise", "2": "of ln 2", "5": "the rate that diverges",
	"0.5": "undecided", "0.4": "an example's p", "0.6": "1 − 0.4, its push", "1.5": "−b of AND by hand",
	"1958": "Rosenblatt", "1962": "Novikoff", "1969": "Minsky and Papert", "1986": "Rumelhart, Hinton and Williams",
	"65": "a volume", "12": "a volume", "323": "a volume",
	"386": "a page", "408": "a page", "615": "a page", "622": "a page", "533": "a page", "536": "a page",
}

var number = regexp.MustCompile(`\d+(?:\.\d+)?`)

func TestEveryOtherNumberIsAccountedFor(t *testing.T) {
	for _, language := range languages {
		_, tree := read(t, language)
		for n := range tree.Descendants() {
			if n.Type != dom.TextNode || within(n, func(e *dom.Node) bool {
				return slices.Contains([]string{"data", "pre", "code", "math", "script", "head"}, e.Data)
			}) != nil {
				continue
			}
			task := within(n, func(e *dom.Node) bool { return attribute(e, "data-goal")+attribute(e, "href") != "" })
			for _, found := range number.FindAllString(n.Data, -1) {
				if said[found] != "" {
					continue
				}
				for e := task; e != nil; e = e.Parent {
					if slices.Contains(number.FindAllString(attribute(e, "data-goal")+" "+attribute(e, "href"), -1), found) {
						found = ""
						break
					}
				}
				if found != "" {
					t.Errorf("%s: %s in %q: want <data>, or a reason in said", language, found, strings.TrimSpace(n.Data))
				}
			}
		}
	}
}

// Markdown in a paragraph that is written as HTML would stay as it is.
func TestNoMarkdownIsLeft(t *testing.T) {
	inCode := func(e *dom.Node) bool {
		return slices.Contains([]string{"pre", "code", "math", "script", "style"}, e.Data)
	}
	for _, language := range languages {
		_, tree := read(t, language)
		for n := range tree.Descendants() {
			if n.Type == dom.TextNode && within(n, inCode) == nil && regexp.MustCompile(`[*_]\w|\w[*_]|\]\(`).MatchString(n.Data) {
				t.Errorf("%s: %q", language, strings.TrimSpace(n.Data))
			}
		}
	}
}

var (
	row   = regexp.MustCompile(`^\((-?[\d.]+), (-?[\d.]+)\) (\d)$`)
	epoch = regexp.MustCompile(`^Epoch: +(\d+)  Loss: ([\d.]+)$`)
	point = regexp.MustCompile(`^(red|black): +p = ([\d.]+), class (\d)$`)
)

// The PyTorch output that the post shows is what the run of the same figure gives; runs are compared with real PyTorch
// (perceptron/testdata/oracle).
func TestOutputsAreTheRuns(t *testing.T) {
	for _, language := range languages {
		p, tree := read(t, language)
		i := slices.IndexFunc(p.Figures, func(f Figure) bool { return f.ID == "same" })
		shot, err := p.Figures[i].ShotAt(-1)
		if err != nil {
			t.Fatal(err)
		}
		rows, epochs, points := 0, 0, 0
		for n := range tree.Descendants() {
			if n.DataAtom != atom.Pre || attribute(n, "class") != "output" {
				continue
			}
			for line := range strings.Lines(textOf(n)) {
				line = strings.TrimSuffix(line, "\n")
				var want string
				if m := row.FindStringSubmatch(line); m != nil {
					x, y := shot.Samples.At(rows)
					want = fmt.Sprintf("(%.4f, %.4f) %d", x[0], x[1], y)
					rows++
				} else if m := epoch.FindStringSubmatch(line); m != nil {
					e, _ := strconv.Atoi(m[1])
					want = fmt.Sprintf("Epoch: %3d  Loss: %.4f", e, shot.Losses.Losses[e])
					epochs++
				} else if m := point.FindStringSubmatch(line); m != nil {
					q := shot.Queries[points]
					want = fmt.Sprintf("%-6s p = %.4f, class %d", []string{"red:", "black:"}[points], q.P[0], q.Class)
					points++
				} else if line == "..." {
					continue
				}
				if line != want {
					t.Errorf("%s: the output %q, want %q", language, line, want)
				}
			}
		}
		if rows != 5 || epochs != 20 || points != 2 {
			t.Errorf("%s: %d rows, %d epochs, %d points, want 5, 20, 2", language, rows, epochs, points)
		}
	}
}

func TestBothLanguagesHaveTheSame(t *testing.T) {
	shape := func(language string) (all []string) {
		_, tree := read(t, language)
		for n := range tree.Descendants() {
			switch {
			case n.DataAtom == atom.H2:
				all = append(all, "## "+attribute(n, "id"))
			case n.Data == "perceptron-lab":
				all = append(all, attribute(n, "id")+attribute(n, "preset")+attribute(n, "src")+attribute(n, "views")+attribute(n, "toolbar"))
			case attribute(n, "data-figure") != "":
				all = append(all, attribute(n, "data-figure")+attribute(n, "data-value")+attribute(n, "data-goal")+attribute(n, "data-guess"))
			case n.DataAtom == atom.A && strings.Contains(attribute(n, "href"), "?"):
				all = append(all, attribute(n, "href"))
			}
		}
		slices.Sort(all) // a sentence may name them in another order
		return all
	}
	lab := func(link string) bool { return strings.HasPrefix(link, "../") }
	en, ko := slices.DeleteFunc(shape("en"), lab), slices.DeleteFunc(shape("ko"), lab)
	if !slices.Equal(en, ko) {
		t.Errorf("en has\n%s\nko has\n%s", strings.Join(en, "\n"), strings.Join(ko, "\n"))
	}
}

func TestAMistakeIsNamed(t *testing.T) {
	still := func(Figure) (string, error) { return "a.svg", nil }
	for text, want := range map[string]string{
		"text without a title":        "want a title",
		"# T\n\nWords.\n\n## No id\n": `heading "No id"`,
		"# T\n\nWords.\n\n<perceptron-lab id=\"a\" alt=\"b\" preset=\"ring\"></perceptron-lab>\n": `figure a: preset "ring"`,
		"# T\n\nWords.\n\n<perceptron-lab id=\"a\" alt=\"b\" src=\"#lr=-1\"></perceptron-lab>\n":  "figure a: train.lr: -1",
		"# T\n\nWords.\n\n<perceptron-lab id=\"a\" preset=\"xor\"></perceptron-lab>\n":            "want an id and an alt",
		"# T\n\n<p id=\"a\">Words</p>\n\n<p id=\"a\">more</p>\n":                                  "id a: want it once",
	} {
		if _, err := Read("en", []byte(text), still); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestAFeedHoldsTheWholePost(t *testing.T) {
	p, _ := read(t, "ko")
	for base, want := range map[string]string{"": `xml:base="../ko/"`, "https://example.org/lab/": `xml:base="https://example.org/lab/ko/"`} {
		feed, err := Page{Post: p, Base: base}.Feed()
		if err != nil || !strings.Contains(string(feed), want) || !strings.Contains(string(feed), "&lt;h2 id=&#34;sources&#34;") {
			t.Errorf("%s: %v, want %s and the last heading in\n%.400s", base, err, want, feed)
		}
	}
}

// What the text says about runs without a number.
func TestWhatIsSaidOfRunsIsSo(t *testing.T) {
	at := func(preset string, steps int) session.Snapshot {
		s, ok := scene.Preset(preset)
		if !ok {
			t.Fatal(preset)
		}
		shot, err := session.Trained(s, steps)
		if err != nil {
			t.Fatal(err)
		}
		return shot
	}
	for what, so := range map[string]bool{
		"a line fits between the two clouds":                       at("blog", 0).Accuracy == 1,
		"the untrained line doesn't":                               at("blog", 1).Accuracy < 1,
		"AND is learned":                                           at("and", 0).Accuracy == 1,
		"OR is learned":                                            at("or", 0).Accuracy == 1,
		"a rate of 5 with that much weight decay diverges":         at("diverging", 0).Diverged && at("diverging", 1).Train.LR == 5 && at("diverging", 1).Train.WeightDecay > 0,
		"Rosenblatt's rule rests":                                  at("rosenblatt", 0).Accuracy == 1,
		"XOR isn't learned":                                        at("xor", 0).Accuracy < 1,
		"a hundred and fifty epochs near ln 2":                     math.Abs(at("xor-mlp", 150).Loss-math.Ln2) < 0.01,
		"then the loss falls, and the four corners are told apart": at("xor-mlp", 0).Loss < 0.1 && at("xor-mlp", 0).Accuracy == 1,
		"the loss falls fast at first":                             at("blog", 1).Loss-at("blog", 100).Loss > 3*(at("blog", 900).Loss-at("blog", 1000).Loss),
	} {
		if !so {
			t.Errorf("%s: it isn't so", what)
		}
	}
}

// The fewest mistakes on XOR among many lines.
func TestOneMistakeIsTheBestOnXOR(t *testing.T) {
	corners := [][3]float64{{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}}
	best := len(corners)
	for angle := 0.0; angle < 2*math.Pi; angle += 0.01 {
		for b := -2.0; b <= 2; b += 0.01 {
			mistakes := 0
			for _, c := range corners {
				if (float64(math.Cos(angle)*c[0])+float64(math.Sin(angle)*c[1])+b >= 0) != (c[2] == 1) {
					mistakes++
				}
			}
			best = min(best, mistakes)
		}
	}
	if best != 1 {
		t.Errorf("a line with %d mistakes", best)
	}
}
