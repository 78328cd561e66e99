package session

import (
	"strings"
	"testing"

	"perceptronlab/perceptron/scene"
)

func TestNamesStayWithTheirTestPoints(t *testing.T) {
	s := begin(t, scene.Default())
	do(t, s, &AddQuery{X: [2]float64{0.5, 0.5}}, &NameQuery{Index: 2, Name: " \u2068Anna\u2069 & Bo: 50%; \u202e<b>하나</b> "}, &RemoveQuery{Index: 0})
	names := func(s *Session) string {
		var all []string
		for _, q := range s.Snapshot().Queries {
			all = append(all, q.Name)
		}
		return strings.Join(all, "|")
	}
	const want = "|Anna & Bo: 50%; <b>하나</b>"
	if got := names(s); got != want {
		t.Fatalf("names %q, want %q", got, want)
	}
	back := begin(t, scene.Default())
	do(t, back, &Load{Link: s.Link()})
	if got := names(back); got != want {
		t.Errorf("the link %q brings names %q, want %q", s.Link(), got, want)
	}
	if strings.ContainsAny(s.Link(), "<> ") {
		t.Errorf("the link %q holds a name as it is", s.Link())
	}
	do(t, s, &Step{}, &Reset{})
	if got := names(s); got != want {
		t.Errorf("after a reset %q, want %q", got, want)
	}
	do(t, s, &NameQuery{Index: 1, Name: ""})
	if got := names(s); got != "|" {
		t.Errorf("without its name %q", got)
	}
	do(t, s, &Undo{})
	if got := names(s); got != want {
		t.Errorf("after undo %q, want %q", got, want)
	}
	do(t, s, &Redo{})
	if got := names(s); got != "|" {
		t.Errorf("after redo %q", got)
	}
	do(t, s, &NameQuery{Index: 0, Name: "kept"}, &Change{With: "queries=0,0"})
	if got := names(s); got != "" {
		t.Errorf("another list of asked points has the names %q", got)
	}
	for _, bad := range []NameQuery{{Index: 5}, {Index: -1}, {Index: 0, Name: strings.Repeat("n", 41)}, {Index: 0, Name: "two\nlines"}} {
		if err := s.Apply(&bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	if err := s.Apply(&Load{Restore: &Restore{Names: map[int]string{0: "two\nlines"}}}); err == nil {
		t.Error("a saved session brought a name of two lines")
	}
	for _, bad := range []string{"names=x:Anna", "names=-1:Anna", "names=0:" + strings.Repeat("n", 41), "names=0:A&names=1:B", "names=0:%ED%A0%80", "names=0:%ff", "step=1&step=2"} {
		if err := s.Apply(&Load{Link: bad}); err == nil {
			t.Errorf("the link %q was accepted", bad)
		}
	}
}
