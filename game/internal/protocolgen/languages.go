package main

import (
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"perceptronlab/web/src/words"
)

// viewWords are the names that a views.ts of web/src/words exports, each for the files that show these texts.
func viewWords(source string) (names []string) {
	for _, found := range regexp.MustCompile(`(?m)^export (?:const (\w+)|\{ ([^}]*) \})`).FindAllStringSubmatch(source, -1) {
		names = append(names, strings.Split(found[1]+found[2], ", ")...)
	}
	return names
}

// wordLists are files of web/src/words by their names: what the languages are, and their texts, with the figure's separate from
// the Lab's, which the element doesn't need, and each view's separate from the others': parts are their names. posts are the files of
// the post, one a language.
func wordLists(parts, posts []string) map[string]string {
	var names string
	var codes, figures, glossaries, labs, views []string
	for _, l := range words.Languages() {
		names += "  { code: " + quoted(l.Code) + ", name: " + quoted(l.Name) + " },\n"
		figures = append(figures, "import { figure as "+l.Code+" } from './"+l.Code+"/figure';\n")
		glossaries = append(glossaries, "import { glossary as "+l.Code+" } from './"+l.Code+"/glossary';\n")
		if l.Code != "en" {
			labs = append(labs, "  "+l.Code+": async () => (await import('./"+l.Code+"'))."+l.Code+",\n")
		}
		views = append(views, "import * as "+l.Code+" from './"+l.Code+"/views';\n")
		codes = append(codes, l.Code)
	}
	var written []string
	for _, post := range posts {
		written = append(written, quoted(strings.TrimSuffix(path.Base(filepath.ToSlash(post)), ".md")))
	}
	all := " = { " + strings.Join(codes, ", ") + " };\n"
	var each string
	for _, word := range parts {
		var of []string
		for _, code := range codes {
			of = append(of, code+": "+code+"."+word)
		}
		each += "export const " + word + " = { " + strings.Join(of, ", ") + " };\n"
	}
	sorted := func(imports []string) string { return strings.Join(slices.Sorted(slices.Values(imports)), "") }
	return map[string]string{
		"languages.ts": generated + "/** The languages of the page, and what they call themselves. */\nexport const languages = [\n" + names +
			"] as const;\n\nexport type Language = (typeof languages)[number]['code'];\n\n" +
			"/** Those in which there is the post. */\nexport const posted = [" + strings.Join(written, ", ") + "];\n",
		"figures.ts":    generated + "// The words of the figure in every language.\n\n" + sorted(figures) + "\nexport const figures" + all,
		"glossaries.ts": generated + "// What terms mean, in every language.\n\n" + sorted(glossaries) + "\nexport const glossaries" + all,
		"views.ts":      generated + "// The texts of each view, and of the prose, in every language, separately: a file has only its own.\n\n" + sorted(views) + "\n" + each,
		"labs.ts": generated + "// The texts of the Lab in every language: in English those that are there from the start, with what is written in the page; in another all, fetched when asked for.\n\n" +
			"import type { First } from './en';\nimport { english } from './en/english';\nimport type { Page } from './en/page';\nimport type { Language } from './languages';\n\n" +
			"export const labs: Record<Language, (written: Page) => First | Promise<First>> = {\n  en: english,\n" + strings.Join(labs, "") + "};\n",
	}
}
