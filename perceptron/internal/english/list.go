// Package english words lists for messages.
package english

import (
	"fmt"
	"strings"
)

// Or joins names: "bce, mse or hinge".
func Or[T fmt.Stringer](all []T) string {
	var text strings.Builder
	for i, one := range all {
		switch {
		case i > 0 && i == len(all)-1:
			text.WriteString(" or ")
		case i > 0:
			text.WriteString(", ")
		}
		text.WriteString(one.String())
	}
	return text.String()
}
