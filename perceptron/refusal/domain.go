package refusal

// A Domain is what a number may be: OK says whether it is, Want what was wanted.
type Domain struct {
	Want Wanted
	OK   func(v float64) bool
}
