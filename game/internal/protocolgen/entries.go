package main

import (
	"fmt"
	"strconv"
	"strings"

	"perceptronlab/game/session"
	"perceptronlab/perceptron"
	"perceptronlab/perceptron/dataset"
	"perceptronlab/perceptron/scene"
)

// entries is entries.ts.
func entries() string {
	text := generated + `// What menus list, in their order.

/**
 * The kinds of data, each with the values of a scene's data that it uses; those that no kind names apply to all. An even one leaves
 * out the last of an odd number of samples.
 */
export const kinds = [
`
	for _, k := range dataset.Kinds() {
		var keys []string
		for _, p := range k.Params {
			keys = append(keys, p.Key)
		}
		text += "  { name: " + quoted(k.Name) + ", even: " + strconv.FormatBool(k.Even) + ", keys: [" + joined(keys, ", ") + "] },\n"
	}
	text += `] as const;

/** The values of a scene's data that are one number: a whole one, or any. */
export const dataValues = [
`
	for _, p := range dataset.AllParams() {
		switch {
		case p.Number != nil:
			text += "  { name: " + quoted(p.Key) + ", whole: false },\n"
		case p.Whole != nil, p.Seed != nil:
			text += "  { name: " + quoted(p.Key) + ", whole: true },\n"
		}
	}
	text += `] as const;

/**
 * The losses; a multiclass one is for two outputs or more, one for each class, rather than for one. What the loss of a point is over
 * z: convex, falling for ever the surer a right answer is, piecewise linear with a kink, and 0 from how far on its own side.
 */
export const losses = [
`
	for _, l := range perceptron.Losses() {
		form := l.Form()
		text += "  { name: " + quoted(l.String())
		for _, is := range []struct {
			key  string
			true bool
		}{{"multiclass", l.Multiclass()}, {"convex", form.Convex}, {"falls", form.Falls}, {"kinked", l.Kinked()}} {
			text += ", " + is.key + ": " + strconv.FormatBool(is.true)
		}
		zeroFrom := "null"
		if form.Zero {
			zeroFrom = strconv.FormatFloat(form.Room, 'g', -1, 64)
		}
		text += ", zeroFrom: " + zeroFrom + " },\n"
	}
	text += `] as const;

/**
 * The optimizers, each with the training values that it takes; an adaptive one divides gradients by their recent size, so its
 * steps are not in proportion to them.
 */
export const optimizers = [
`
	for _, o := range perceptron.Optimizers() {
		adaptive := strconv.FormatBool(o.Adaptive())
		text += "  { name: " + quoted(o.String()) + ", adaptive: " + adaptive + ", keys: [" + joined(o.Keys(), ", ") + "] },\n"
	}
	text += "] as const;\n\n"
	for _, limit := range []struct {
		what, name string
		most       int
	}{
		{"How many characters the name of an asked point has at most.", "maxName", session.MaxName},
		{"How many hidden layers a network has at most.", "maxHidden", scene.MaxHidden},
		{"How many units a layer has at most.", "maxUnits", scene.MaxUnits},
	} {
		text += fmt.Sprintf("/** %s */\nexport const %s = %d;\n", limit.what, limit.name, limit.most)
	}
	text += "\n"
	for _, list := range []struct {
		name  string
		words []string
	}{
		{"activations", names(perceptron.Activations())},
		{"presets", scene.Presets()},
	} {
		line := "export const " + list.name + " = [" + joined(list.words, ", ") + "] as const;\n"
		if tooLong(line) {
			line = "export const " + list.name + " = [\n  " + joined(list.words, ",\n  ") + ",\n] as const;\n"
		}
		text += line
	}
	return text
}

// joined are words as TypeScript's literals.
func joined(words []string, by string) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = quoted(w)
	}
	return strings.Join(all, by)
}

func quoted(word string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\t", `\t`).Replace(word) + "'"
}
