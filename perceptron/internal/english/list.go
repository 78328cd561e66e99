// Package english words lists for messages.
package english

import "strings"

// Or joins words: "bce, mse or hinge".
func Or(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
