package main

import (
	"cmp"
	"go/ast"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A code is a constant such as WholeFrom Code = "wholeFrom: a whole number from {low} to {high}".
type code struct {
	constant, name, sentence string
	args                     []string // as TypeScript labels and types them: low: string
}

var (
	slot      = regexp.MustCompile(`\{(\w+) ?(\w*)\}`)
	slotTypes = map[string]string{"": "string", "number": "number", "list": "string[]", "choice": "string[]", "want": "Want"}
)

// codes writes the codes of what may be wanted: an interface of each code's arguments, and their union.
func (w *writer) codes(of string) {
	w.text.WriteString("\n/** The arguments of what may be wanted, by its code. */\nexport interface WantArguments {\n")
	for _, c := range w.codesOf(of) {
		w.text.WriteString(comment(c.sentence, "  ") + "  " + c.name + ": [" + strings.Join(c.args, ", ") + "];\n")
	}
	w.text.WriteString(`}

/** What was wanted. ` + "`english`" + ` is the program's own wording; ` + "`alone`" + `: a sentence of its own, without a value. */
export type Want<Code extends keyof WantArguments = keyof WantArguments> = {
  [C in Code]: { code: C; args: WantArguments[C]; english: string; alone: boolean };
}[Code];
`)
}

// words returns the texts that the constants of a type are, as a union; "" if it has none.
func (w *writer) words(name string) string {
	var texts []string
	for _, constant := range w.constantsOf(name) {
		texts = append(texts, w.textOf(constant))
	}
	return joined(texts, " | ")
}

// constantsOf returns the names of the constants of a type, in order; they are all in one file.
func (w *writer) constantsOf(name string) (constants []string) {
	in, own, _ := strings.Cut(name, ".")
	for constant, d := range w.src {
		if id, ok := d.typ.(*ast.Ident); ok && id.Name == own && d.value != nil && strings.HasPrefix(constant, in+".") {
			constants = append(constants, constant)
		}
	}
	slices.SortFunc(constants, func(a, b string) int { return cmp.Compare(w.src[a].value.Pos(), w.src[b].value.Pos()) })
	return constants
}

func (w *writer) textOf(constant string) string {
	lit, _ := w.src[constant].value.(*ast.BasicLit)
	if lit == nil {
		w.wrong("%s: want a text", constant)
		return ""
	}
	text, _ := strconv.Unquote(lit.Value)
	return text
}

// codesOf returns the codes of a type, in order.
func (w *writer) codesOf(name string) (list []code) {
	for _, constant := range w.constantsOf(name) {
		_, own, _ := strings.Cut(constant, ".")
		c := code{constant: own}
		c.name, c.sentence, _ = strings.Cut(w.textOf(constant), ": ")
		if !strings.EqualFold(c.name, c.constant) || c.sentence == "" {
			w.wrong("%s: want a text that begins with its name, a colon and a space", constant)
		}
		for _, found := range slot.FindAllStringSubmatch(c.sentence, -1) {
			typ, ok := slotTypes[found[2]]
			if !ok {
				w.wrong("%s: {%s %s}: want number, list, choice or want", constant, found[1], found[2])
			}
			c.args = append(c.args, found[1]+": "+typ)
		}
		list = append(list, c)
	}
	return list
}
