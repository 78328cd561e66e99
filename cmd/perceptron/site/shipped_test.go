package site

import (
	"bytes"
	"os"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

func TestTheBillOfMaterialsNamesWhatIsShipped(t *testing.T) {
	const root = "../../.."
	parts, err := shipped(root)
	if err != nil {
		t.Fatal(err)
	}
	file, err := bill(parts, "licenses.0123456789.txt")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := bill(parts, "licenses.0123456789.txt"); err != nil || !bytes.Equal(again.Data, file.Data) {
		t.Errorf("made again it is other, or fails: %v", err)
	}
	var b cdx.BOM
	if err := cdx.NewBOMDecoder(bytes.NewReader(file.Data), cdx.BOMFileFormatJSON).Decode(&b); err != nil {
		t.Fatal(err)
	}
	if got := b.Metadata.Component.Name; got != ourName {
		t.Errorf("it is of %q, want %q", got, ourName)
	}
	required, err := os.ReadFile(root + "/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	urls := map[string]string{}
	for _, c := range *b.Components {
		urls[c.Name] = c.PackageURL
		if c.Name != "Go" && !strings.Contains(string(required), c.Name+" "+c.Version) {
			t.Errorf("%s %s is not what go.mod requires", c.Name, c.Version)
		}
	}
	for name, start := range map[string]string{
		"Go":                               "pkg:golang/std@1.",
		"github.com/hajimehoshi/ebiten/v2": "pkg:golang/github.com/hajimehoshi/ebiten/v2@v2.",
	} {
		if !strings.HasPrefix(urls[name], start) {
			t.Errorf("%s has the address %q, want %s…", name, urls[name], start)
		}
	}
	for _, builds := range []string{"github.com/evanw/esbuild", "github.com/dop251/goja"} {
		if urls[builds] != "" {
			t.Errorf("%s builds the site and is not in it", builds)
		}
	}
	if texts, err := licenses(parts); err != nil || bytes.Count(texts.Data, []byte("==== ")) < len(parts) {
		t.Errorf("%d parts have not a license each, or: %v", len(parts), err)
	}
}
