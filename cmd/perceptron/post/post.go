// Package post makes a page of a Markdown text with figures in it: complete without scripts, in readers of feeds and in print,
// live where scripts run.
package post

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A Post is a text, ready to be put into a page.
type Post struct {
	Language    string
	Title       string        // of its first heading
	Description string        // of its first paragraph, without markup
	Body        template.HTML // what follows the first heading
	Sections    []Section
	Figures     []Figure
}

// A Section is what a heading of the second level begins.
type Section struct{ ID, Title string }

var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table),
	goldmark.WithParserOptions(parser.WithAttribute()),
	// The texts are the project's own, and their figures are HTML.
	goldmark.WithRendererOptions(html.WithUnsafe()),
)

// Read reads a Markdown text, which begins with its title. still is asked for the address of a figure's picture. The error
// names the figure or the heading that is wrong.
func Read(language string, text []byte, still func(Figure) (string, error)) (Post, error) {
	var out bytes.Buffer
	if err := markdown.Convert(text, &out); err != nil {
		return Post{}, err
	}
	body := &dom.Node{Type: dom.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := dom.ParseFragment(&out, body)
	if err != nil {
		return Post{}, err
	}
	p := Post{Language: language}
	ids := map[string]bool{}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	for n := range body.Descendants() {
		if n.Type != dom.ElementNode {
			continue
		}
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				return p, fmt.Errorf("id %s: want it once", id)
			}
			ids[id] = true
		}
		switch {
		case n.DataAtom == atom.H1 && p.Title == "":
			p.Title = textOf(n)
		case n.DataAtom == atom.P && p.Description == "":
			p.Description = textOf(n)
		case n.DataAtom == atom.H2:
			s := Section{attribute(n, "id"), textOf(n)}
			if s.ID == "" {
				return p, fmt.Errorf("heading %q: want an id, as in ## Title {#id}", s.Title)
			}
			p.Sections = append(p.Sections, s)
		case n.DataAtom == atom.Code && n.Parent.DataAtom == atom.Pre && strings.Contains(attribute(n, "class"), "output"):
			set(n.Parent, "class", "output")
		case n.Data == "perceptron-lab":
			f, err := figureOf(n)
			if err == nil {
				err = f.hold(n, still)
			}
			if err != nil {
				return p, fmt.Errorf("figure %s: %w", attribute(n, "id"), err)
			}
			p.Figures = append(p.Figures, f)
		}
	}
	if p.Title == "" || p.Description == "" {
		return p, fmt.Errorf("want a title, # Title, and a first paragraph")
	}
	out.Reset()
	for n := range body.ChildNodes() {
		if n.DataAtom == atom.H1 {
			continue
		}
		if err := dom.Render(&out, n); err != nil {
			return p, err
		}
	}
	p.Body = template.HTML(out.String())
	return p, nil
}

func textOf(n *dom.Node) string {
	var text strings.Builder
	for c := range n.Descendants() {
		if c.Type == dom.TextNode {
			text.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(text.String())
}

func attribute(n *dom.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func set(n *dom.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, dom.Attribute{Key: name, Val: value})
}
