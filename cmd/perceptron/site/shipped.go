package site

import (
	"bytes"
	"slices"
	"strings"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// A part is what a reader's browser runs a piece of: a module that the wasm program is built from, or Go itself.
type part struct {
	path, version string
	dir           string // where it lies here
}

func (p part) name() string { return strings.TrimSpace(p.path + " " + p.version) }

// shipped lists what dist/ holds the code of: this project, Go (its library, its runtime script), and the modules of the program.
// Scripts and pages have no other source: what npm installs runs tests alone.
func shipped(root string) ([]part, error) {
	env, err := goOutput(root, "env", "GOROOT", "GOVERSION")
	if err != nil {
		return nil, err
	}
	goroot, version, _ := strings.Cut(env, "\n")
	parts := []part{{path: ourName, dir: root}, {path: "Go", version: strings.TrimPrefix(version, "go"), dir: goroot}}
	listed, err := goOutput(root, "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/lab")
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(listed) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
			parts = append(parts, part{f[0], f[1], f[2]})
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(parts), nil
}

const ourName = "Perceptron Lab"

// bill is the bill of materials (SBOM) of dist/, in CycloneDX's JSON. It names no time: the same source gives the same bytes.
func bill(parts []part, licenses string) (File, error) {
	texts := &[]cdx.ExternalReference{{Type: cdx.ERTypeLicense, URL: licenses}}
	components := []cdx.Component{}
	b := cdx.NewBOM()
	for _, p := range parts {
		c := cdx.Component{Type: cdx.ComponentTypeLibrary, BOMRef: p.name(), Name: p.path, Version: p.version}
		switch p.path {
		case ourName:
			c.Type, c.ExternalReferences = cdx.ComponentTypeApplication, texts
			b.Metadata = &cdx.Metadata{Component: &c}
			continue
		case "Go":
			c.PackageURL = "pkg:golang/std@" + p.version
		default:
			c.PackageURL = "pkg:golang/" + p.path + "@" + p.version
		}
		components = append(components, c)
	}
	b.Components = &components
	var text bytes.Buffer
	encoder := cdx.NewBOMEncoder(&text, cdx.BOMFileFormatJSON)
	encoder.SetPretty(true)
	err := encoder.Encode(b)
	return File{Name: "sbom.cdx.json", Data: text.Bytes()}, err
}
