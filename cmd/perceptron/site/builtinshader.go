package site

import (
	"bytes"
	"fmt"
	"go/format"
	"strings"
	"text/template"
)

// expandBuiltinShaders rewrites Ebitengine's internal/builtinshader/shader.go: the eighteen sources that it makes with text/template
// at run time are made now, so that the download need not include text/template.
func expandBuiltinShaders(source string) (string, error) {
	const open, end = "var tmpl = template.Must(template.New(\"tmpl\").Parse(`", "`))"
	head, rest, found := strings.Cut(source, open)
	body, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		return "", fmt.Errorf("build: builtinshader: no template where one was")
	}
	tmpl, err := template.New("shader").Parse(body)
	if err != nil {
		return "", fmt.Errorf("build: builtinshader: %w", err)
	}
	var table strings.Builder
	table.WriteString("var sources = [FilterCount][AddressCount][2]string{\n")
	for filter := range 3 {
		table.WriteString("{\n")
		for address := range 3 {
			table.WriteString("{\n")
			for useColorM := range 2 {
				var buf bytes.Buffer
				if err := tmpl.Execute(&buf, map[string]any{
					"Filter": filter, "FilterNearest": 0, "FilterLinear": 1, "FilterPixelated": 2,
					"Address": address, "AddressUnsafe": 0, "AddressClampToZero": 1, "AddressRepeat": 2,
					"UseColorM": useColorM == 1,
				}); err != nil {
					return "", fmt.Errorf("build: builtinshader: %w", err)
				}
				fmt.Fprintf(&table, "%q,\n", buf.String())
			}
			table.WriteString("},\n")
		}
		table.WriteString("},\n")
	}
	table.WriteString("}\n")
	start := strings.Index(tail, "\tvar buf bytes.Buffer\n")
	stop := strings.Index(tail, "\tb := buf.Bytes()\n")
	if start < 0 || stop < start {
		return "", fmt.Errorf("build: builtinshader: ShaderSource is not as it was")
	}
	tail = tail[:start] + "\tb := []byte(sources[filter][address][c])\n" + tail[stop+len("\tb := buf.Bytes()\n"):]
	for _, unused := range []string{"\t\"bytes\"\n", "\t\"fmt\"\n", "\t\"text/template\"\n"} {
		head = strings.Replace(head, unused, "", 1)
	}
	out, err := format.Source([]byte(head + table.String() + tail))
	if err != nil {
		return "", fmt.Errorf("build: builtinshader: %w", err)
	}
	return string(out), nil
}
