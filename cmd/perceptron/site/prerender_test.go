package site

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// copyOfWeb is a project's folder that has the Lab's sources and no more.
func copyOfWeb(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, folder := range []string{"web/src", "web/css"} {
		if err := os.CopyFS(filepath.Join(root, folder), os.DirFS(filepath.Join("../../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(root, "web/index.html"), read(t, "../../../web/index.html"))
	return root
}

func prerendered(root string) (string, error) {
	p, err := page(root, "index.html", nil)
	if err != nil {
		return "", err
	}
	p, err = prerender(root, p)
	return string(p.Data), err
}

func TestThePageIsWholeWithoutAScript(t *testing.T) {
	html, err := prerendered("../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<h1 data-text="name">Perceptron Lab</h1>`,
		`<button type="button" class="button icon-only" id="undo" data-key="Ctrl Z" data-label="undo" disabled aria-label="Undo">`,
		`<dd id="loss">`, `id="margin-card"`, `data-scene="three-classes"`, `<dialog class="dialog" id="embed"`, `<symbol id="icon-add"`,
	} {
		if strings.Count(html, want) != 1 {
			t.Errorf("want %s once", want)
		}
	}
	for _, icon := range regexp.MustCompile(`href="#(icon-[^"]*)"`).FindAllStringSubmatch(html, -1) {
		if !strings.Contains(html, `<symbol id="`+icon[1]+`"`) {
			t.Errorf("there is no drawing %s", icon[1])
		}
	}
	ids := map[string]bool{}
	for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(html, -1) {
		if ids[id[1]] {
			t.Errorf("two elements have the id %s", id[1])
		}
		ids[id[1]] = true
	}
	for _, empty := range regexp.MustCompile(`<\w+ [^<>]*data-text="(\w+)"[^<>]*></`).FindAllStringSubmatch(html, -1) {
		t.Errorf("the text %s is empty", empty[1])
	}
}

// What CONTRIBUTING.md says about a new card is enough: its file, its line, its text.
func TestACardIsOneFile(t *testing.T) {
	root := copyOfWeb(t)
	found := regexp.MustCompile("(?s)   ```ts\n(.*?)   ```\n").FindStringSubmatch(read(t, "../../../CONTRIBUTING.md"))
	if found == nil {
		t.Fatal("CONTRIBUTING.md has no card")
	}
	cards := filepath.Join(root, "web/src/lab/cards")
	put(t, filepath.Join(cards, "balance.ts"), regexp.MustCompile("(?m)^   ").ReplaceAllString(found[1], ""))
	list := read(t, filepath.Join(cards, "all.ts"))
	list = strings.Replace(list, "compare],\n", "compare, balance],\n", 1)
	put(t, filepath.Join(cards, "all.ts"), "import { balance } from './balance';\n"+list)

	if _, err := prerendered(root); err == nil || !strings.Contains(err.Error(), "no string is called balance") {
		t.Errorf("without its text: %v", err)
	}
	words := filepath.Join(root, "web/src/words/en/page.ts")
	put(t, words, strings.Replace(read(t, words), "  margin: '", "  balance: 'Points of each class',\n  margin: '", 1))
	html, err := prerendered(root)
	if err != nil {
		t.Fatal(err)
	}
	want := `(?s)<details class="card in-watch [^>]*id="balance-card">\s*<summary><h2 id="balance-card-title" data-text="balance">Points of each class</h2></summary>.*id="balance-counts"`
	if !regexp.MustCompile(want).MatchString(html) {
		t.Error("the card isn't in the page")
	}
	b, err := newBundler("../../..", File{Name: "lab.0123456789.wasm"})
	if err != nil {
		t.Fatal(err)
	}
	b.root = root
	scripts, err := b.lab()
	if err != nil {
		t.Fatal(err)
	}
	var holders []string
	for _, f := range scripts {
		if strings.Contains(string(f.Data), "balance-counts") {
			holders = append(holders, plainName(f.Name))
		}
		if strings.Contains(string(f.Data), "Points of each class</h2>") || strings.Contains(string(f.Data), "<details") {
			t.Errorf("%s holds HTML that the page has already", f.Name)
		}
	}
	if !slices.Equal(holders, []string{"lab-cards.js"}) {
		t.Errorf("the card is in %v, want the script of closed cards", holders)
	}
}

func TestAPlaceThatIsMissingIsNamed(t *testing.T) {
	root := copyOfWeb(t)
	index := filepath.Join(root, "web/index.html")
	put(t, index, strings.Replace(read(t, index), "<!--gallery-->", "", 1))
	if _, err := prerendered(root); err == nil || !strings.Contains(err.Error(), "want <!--gallery--> once") {
		t.Error(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
