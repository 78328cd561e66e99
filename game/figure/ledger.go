package figure

// ledgerRequest asks how often Rosenblatt's rule erred so far; null where it isn't at work, and where there is no marginReport.
type ledgerRequest struct{}

// ledgerReport is the mistakes of the run itself where it is Rosenblatt's rule (the perceptron loss, one point a step), else of the baseline
// of that name in a race.
type ledgerReport struct {
	Own    bool     `json:"own"`    // the run's own, and not a baseline's
	Places [][2]int `json:"places"` // how many points the rule was shown, and how many of them it got wrong: at most 256, the present ones last
	Bound  *float64 `json:"bound"`  // Novikoff's; nil where there is none
	Holds  bool     `json:"holds"`  // the bound was promised: begun with zeros, and nothing but points was shown since
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
