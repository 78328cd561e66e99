package main

import (
	"slices"
	"strings"
)

// languages are those of the page, English first: each has a folder in web/src/words, and its own name for itself.
var languages = []struct{ code, name string }{
	{"en", "English"},
	{"ko", "한국어"},
}

// wordLists are files of web/src/words by their names: what the languages are, and their texts, with the figure's separate from
// the Lab's, which the element doesn't need.
func wordLists() map[string]string {
	var names string
	var codes, figures, labs []string
	for _, l := range languages {
		names += "  { code: " + quoted(l.code) + ", name: " + quoted(l.name) + " },\n"
		figures = append(figures, "import { figure as "+l.code+" } from './"+l.code+"/figure';\n")
		if l.code != "en" {
			labs = append(labs, "  "+l.code+": async () => (await import('./"+l.code+"'))."+l.code+",\n")
		}
		codes = append(codes, l.code)
	}
	all := " = { " + strings.Join(codes, ", ") + " };\n"
	sorted := func(imports []string) string { return strings.Join(slices.Sorted(slices.Values(imports)), "") }
	return map[string]string{
		"languages.ts": generated + "/** The languages of the page, and what they call themselves. */\nexport const languages = [\n" + names +
			"] as const;\n\nexport type Language = (typeof languages)[number]['code'];\n",
		"figures.ts": generated + "// The words of the figure in every language.\n\n" + sorted(figures) + "\nexport const figures" + all,
		"labs.ts": generated + "// The texts of the Lab in every language. English is there from the start; the others are fetched when asked for.\n\n" +
			"import { en, type Strings } from './en';\nimport type { Language } from './languages';\n\n" +
			"export const labs: Record<Language, () => Strings | Promise<Strings>> = {\n  en: () => en,\n" + strings.Join(labs, "") + "};\n",
	}
}
