package figure

// ledgerRequest asks how often Rosenblatt's rule has erred so far; null if it isn't in use, or if there is no marginReport.
type ledgerRequest struct{}

// ledgerReport is the mistakes of the run itself if it uses Rosenblatt's rule (the perceptron loss, one point a step), else of
// the baseline of that name in a race.
type ledgerReport struct {
	Own    bool     `json:"own"`    // the run's own, and not a baseline's
	Places [][2]int `json:"places"` // how many points the rule was shown, and how many of them it got wrong: at most 256, the present ones last
	Bound  *float64 `json:"bound"`  // Novikoff's; nil if there is none
	Holds  bool     `json:"holds"`  // whether the bound applies: the run started from zeros, and has only been shown points since
}

func (*ledgerRequest) answer(f *Figure) (any, error) {
	l, ok := f.session.Ledger()
	if !ok {
		return (*ledgerReport)(nil), nil
	}
	r := &ledgerReport{Own: l.Own, Places: [][2]int{}, Bound: l.Bound, Holds: l.Holds}
	for _, p := range l.Places {
		r.Places = append(r.Places, [2]int{p.Shown, p.Mistakes})
	}
	return r, nil
}
