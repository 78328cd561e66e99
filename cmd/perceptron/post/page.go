package post

import (
	"bytes"
	"encoding/xml"
	"html/template"
	"slices"
	"strings"
	"time"

	"perceptronlab/web/src/words"
)

// A Page says what the page around a post needs to know.
type Page struct {
	Post
	Others  []words.Language // that the same post is in
	Base    string           // the site's own address; "" if it isn't known
	Picture string           // the file that previews of links show
	Date    time.Time        // when the text was last changed
}

// Words returns a text of the page in the post's language.
func (p Page) Words(name string) string {
	of := func(l words.Language) bool { return l.Code == p.Language }
	return words.Languages()[slices.IndexFunc(words.Languages(), of)].Post[name]
}

// At is the address of a part of the site: as others may use it, or from the post if the site's own isn't known.
func (p Page) At(path string) string {
	if p.Base == "" {
		return "../" + path
	}
	return strings.TrimSuffix(p.Base, "/") + "/" + path
}

// Here is the post's own address.
func (p Page) Here() string { return p.At(p.Language + "/") }

// HTML fills the template of a page.
func (p Page) HTML(layout string) ([]byte, error) {
	t, err := template.New("page").Parse(layout)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, p)
	return out.Bytes(), err
}

// Day is the date as machines read it.
func (p Page) Day() string { return p.Date.Format(time.DateOnly) }

type link struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type content struct {
	Type string `xml:"type,attr"`
	Base string `xml:"http://www.w3.org/XML/1998/namespace base,attr"`
	HTML string `xml:",chardata"`
}

// Feed is an Atom feed (RFC 4287) with the post, whole.
func (p Page) Feed() ([]byte, error) {
	id := "urn:perceptron-lab:" + p.Language
	type entry struct {
		Title   string  `xml:"title"`
		ID      string  `xml:"id"`
		Updated string  `xml:"updated"`
		Summary string  `xml:"summary"`
		Link    link    `xml:"link"`
		Content content `xml:"content"`
	}
	updated := p.Date.Format(time.RFC3339)
	feed := struct {
		XMLName  xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Language string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		Title    string   `xml:"title"`
		ID       string   `xml:"id"`
		Updated  string   `xml:"updated"`
		Author   string   `xml:"author>name"`
		Links    []link   `xml:"link"`
		Entry    entry    `xml:"entry"`
	}{
		Language: p.Language, Title: "Perceptron Lab", ID: id, Updated: updated, Author: "Perceptron Lab",
		Links: []link{{Rel: "self", Type: "application/atom+xml", Href: "feed.xml"}, {Href: "./"}},
		Entry: entry{p.Title, id + ":post", updated, p.Description, link{Href: "./"}, content{"html", p.Here(), string(p.Body)}},
	}
	out, err := xml.MarshalIndent(feed, "", "  ")
	return append([]byte(xml.Header), append(out, '\n')...), err
}
