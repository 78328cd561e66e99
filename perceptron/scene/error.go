package scene

import "perceptronlab/perceptron/refusal"

// whole is what a refusal calls the scene itself, or an edit that isn't one.
const whole = "scene"

// longest is how much of a value, or of a key that may be any, a refusal quotes.
const longest = 60

// wrong is the refusal of a value of a scene, edit or fragment: its dotted key, and its text as JSON.
func wrong(key, text string, want refusal.Wanted) *refusal.Error {
	return refusal.New(refusal.Shorten(key, longest), refusal.Shorten(text, longest), want)
}

// within puts a refusal below a key: "lr" within "train" is "train.lr".
func within(key string, err *refusal.Error) *refusal.Error {
	below := *err
	below.Key = join(key, err.Key)
	return &below
}

func join(key, name string) string {
	if key == "" || name == "" {
		return key + name
	}
	return key + "." + name
}
