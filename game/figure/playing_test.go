package figure

import (
	"fmt"
	"testing"
)

// What the views ask about very many points: while the run plays, about so few of them that a frame doesn't wait, and otherwise
// about more; either way the answer says about how many.
func TestAPlayingRunIsAskedForLess(t *testing.T) {
	const n = 10_000
	for _, fragment := range []string{"", "kind=moons&layers=2,8,8,1"} {
		f := begin(t, fmt.Sprintf("%s&n_samples=%d&epochs=0", fragment, n))
		type sizes struct{ step, costs, side, heights, place int }
		of := func() (s sizes) {
			r := step(t, f)
			if r.Batch != n || r.Of != n || len(r.Pushes) > maxPushes {
				t.Errorf("%q: a batch of %d of %d, %d pushes", fragment, r.Batch, r.Of, len(r.Pushes))
			}
			land := answered[*landscapeReport](t, f, "landscape")
			s = sizes{step: r.Looked, costs: len(answered[*costsReport](t, f, "costs").Points), side: land.Side, heights: land.Of}
			if land.Lowest != nil {
				s.place = land.Lowest.Of
			}
			return s
		}
		still := of()
		hear(t, f, `{"type": "play"}`)
		playing := of()
		want := [2]sizes{{n, 2000, 48, 400, 2000}, {2000, 800, 32, 100, 250}}
		if fragment != "" {
			want = [2]sizes{{n, 2000, 32, 150, 150}, {100_000 / 105, 800, 20, 23, 23}}
		}
		if got := [2]sizes{still, playing}; got != want {
			t.Errorf("%q: %+v, want %+v", fragment, got, want)
		}
	}
}
