package embedding

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"perceptronlab/cmd/perceptron/site"
	"perceptronlab/perceptron/scene"
)

// longest is how long a scene may be to go into an attribute rather than a file of its own.
const longest = 2000

// sceneAttribute returns the attribute that names the scene, none for the default one. A long scene is a file beside the others.
func (o Options) sceneAttribute() (name, value string, file *site.File) {
	switch {
	case o.Name == "":
		return "", "", nil
	case o.JSON == nil:
		return "preset", o.Name, nil
	}
	text := compact(o.JSON)
	if len(text) <= longest {
		return "scene", text, nil
	}
	f := site.Hashed(o.Name+".json", []byte(text+"\n"))
	return "scene", f.Name, &f
}

func compact(text []byte) string {
	var buf bytes.Buffer
	if err := json.Compact(&buf, text); err != nil {
		return string(text) // the scene was read from it: it is JSON
	}
	return buf.String()
}

func (o Options) elementSnippet(b built, name, value string, p poster) string {
	var s strings.Builder
	s.WriteString(headSnippet(b, o.prefix()) + "\n\n<perceptron-lab")
	for _, a := range [][2]string{{"id", o.ID}, {name, value}, {"toolbar", o.Controls}, {"alt", o.Alt}} {
		if a[1] != "" {
			fmt.Fprintf(&s, " %s=%s", a[0], quoted(a[1]))
		}
	}
	alt := o.Alt
	if alt == "" {
		alt = p.Alt()
	}
	fmt.Fprintf(&s, ">\n  <img src=%s width=\"%d\" height=\"%d\" alt=%s>\n</perceptron-lab>\n", quoted(o.prefix()+p.File), o.Width, o.Height, quoted(alt))
	return s.String()
}

// headSnippet is the style and the script, which a page needs once, with their hashes.
func headSnippet(b built, prefix string) string {
	return fmt.Sprintf(`<link rel="stylesheet" href=%s integrity="%s" crossorigin="anonymous">
<script type="module" src=%s integrity="%s" crossorigin="anonymous"></script>`,
		quoted(prefix+b.style.Name), site.Integrity(b.style.Data), quoted(prefix+b.script.Name), site.Integrity(b.script.Data))
}

// What the figure's menu needs: to save a picture, to copy code, to open the Lab.
const frameRights = `sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write"`

// fitFrame gives each frame the height for its width: by its ratio, or the figure's minimum. web/src/lab/dialogs/snippets.ts has
// the same.
const fitFrame = `<script>addEventListener("message", ({ data, source }) => { if (data?.source === "perceptron-lab" && data.type === "size") for (const f of document.querySelectorAll("iframe")) if (f.contentWindow === source) f.style.height = Math.max(data.least, f.clientWidth * f.height / f.width) + "px"; });</script>`

// frameSnippet returns a frame, what replaces it where frames are dropped, and the script that gives it the right height.
func (o Options) frameSnippet() string {
	fragment := ""
	switch {
	case o.Name != "" && o.JSON == nil:
		fragment = "preset=" + o.Name
	case o.Name != "":
		fragment = scene.Fragment(o.Scene)
	}
	if o.Controls != "" {
		fragment = strings.TrimPrefix(fragment+"&toolbar="+o.Controls, "&")
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	title := o.Alt
	if title == "" {
		title = "Perceptron Lab: a model that learns, live"
	}
	id := ""
	if o.ID != "" {
		id = " id=" + quoted(o.ID)
	}
	address := quoted(o.prefix() + "frame.html" + fragment)
	return fmt.Sprintf(`<iframe%s src=%s %s title=%s width="%d" height="%d" style="max-width: 100%%; border: 0" loading="lazy"><a href=%s>%s</a></iframe>
%s
`,
		id, address, frameRights, quoted(title), o.Width, o.Height, address, html.EscapeString(title), fitFrame)
}

// quoted is an attribute's value: in the quotes that leave JSON readable.
func quoted(value string) string {
	escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(value)
	if strings.Contains(value, `"`) && !strings.Contains(value, "'") {
		return "'" + escaped + "'"
	}
	return `"` + strings.ReplaceAll(escaped, `"`, html.EscapeString(`"`)) + `"`
}
