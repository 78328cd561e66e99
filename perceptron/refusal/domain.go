package refusal

// A Domain is what a number may be: OK says whether it is, Want what was wanted.
type Domain struct {
	Want Wanted
	OK   func(v float64) bool
}

// Those of finite numbers that have no other limit.
var (
	AnyFinite      = &Domain{Want: Finite, OK: func(v float64) bool { return v-v == 0 }}
	AnyPositive    = &Domain{Want: Positive, OK: func(v float64) bool { return v > 0 && v-v == 0 }}
	AnyNotNegative = &Domain{Want: NotNegative, OK: func(v float64) bool { return v >= 0 && v-v == 0 }}
)
