package scene

import "strings"

// Error says what is wrong with one value of a scene, edit or fragment: its dotted key, the value as JSON, and what
// was wanted. It reads `train.lr: -1: want a positive finite number`.
type Error struct{ Key, Value, Want string }

func (e *Error) Error() string {
	value := shorten(e.Value)
	if value == "" {
		value = "nothing"
	}
	key := e.Key
	if key == "" {
		key = "scene"
	}
	return key + ": " + value + ": want " + e.Want
}

// within puts the error below a key: "lr" within "train" is "train.lr".
func (e *Error) within(key string) *Error {
	return &Error{join(key, e.Key), e.Value, e.Want}
}

func join(key, name string) string {
	if key == "" || name == "" {
		return key + name
	}
	return key + "." + name
}

// shorten cuts a value that is too long for a message, and puts it on one line.
func shorten(value string) string {
	const most = 60
	value = strings.Join(strings.Fields(value), " ")
	r := []rune(value)
	if len(r) <= most {
		return value
	}
	return string(r[:most]) + "…"
}
