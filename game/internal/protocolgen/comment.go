package main

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many characters a line has at most: web/biome.jsonc's lineWidth.
const longest = 130

func tooLong(line string) bool {
	return utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > longest
}

// comment returns a text as a TypeScript comment, or nothing.
func comment(text, indent string) string {
	if text == "" {
		return ""
	}
	if line := indent + "/** " + text + " */\n"; !tooLong(line) {
		return line
	}
	lines, line := indent+"/**\n", indent+" *"
	for _, word := range strings.Fields(text) {
		if tooLong(line + " " + word) {
			lines, line = lines+line+"\n", indent+" *"
		}
		line += " " + word
	}
	return lines + line + "\n" + indent + " */\n"
}

// docOf returns what a type's Go comment says, for TypeScript: without the name that it begins with, and with the fields'
// TypeScript names.
func (w *writer) docOf(name string, fields []field) string {
	in, own, _ := strings.Cut(name, ".")
	text := regexp.MustCompile(`^(?:An? |The )?`+own+`(?: is| are)? `).ReplaceAllString(oneLine(w.src[name].doc), "")
	text = regexp.MustCompile(`\b[A-Z]\w*\b`).ReplaceAllStringFunc(text, func(word string) string {
		for _, f := range fields {
			if f.goName == word {
				return "`" + f.name + "`"
			}
		}
		return word
	})
	return w.sentence(in, text)
}

var (
	camel   = regexp.MustCompile(`\b[a-z]+[A-Z]\w*\b`)
	nothing = regexp.MustCompile(`\bnil\b`)
)

// sentence is a text of a package's comments with TypeScript's words: null, and its names of types. It is a sentence.
func (w *writer) sentence(in, text string) string {
	if text = oneLine(text); text == "" {
		return ""
	}
	text = nothing.ReplaceAllString(text, "null")
	text = camel.ReplaceAllStringFunc(text, func(word string) string {
		if _, ok := w.src[in+"."+word]; ok {
			return w.nameOf(in + "." + word)
		}
		return word
	})
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if !strings.ContainsAny(text[len(text)-1:], ".:!?") {
		text += "."
	}
	return text
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
