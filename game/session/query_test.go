package session

import (
	"slices"
	"strings"
	"testing"

	"perceptronlab/perceptron/scene"
)

func numbers(s *Session) []int {
	list := []int{}
	for _, q := range s.Snapshot().Queries {
		list = append(list, q.Number)
	}
	return list
}

// An asked point's colour and name depend on its number, so it keeps the number until it is removed.
func TestATestPointKeepsItsNumber(t *testing.T) {
	s := begin(t, scene.Default())
	ask := func(x float64) Command { return &AddQuery{X: [2]float64{x, x}} }
	for _, c := range []struct {
		what     string
		commands []Command
		want     []int
	}{
		{"at first", nil, []int{0, 1}},
		{"without red", []Command{&RemoveQuery{Index: 0}}, []int{1}},
		{"with one more", []Command{&Step{}, ask(1)}, []int{1, 2}},
		{"without that and with another", []Command{&Step{}, &RemoveQuery{Index: 1}, ask(2)}, []int{1, 3}},
		{"moved", []Command{&MoveQuery{Index: 0, X: [2]float64{3, 3}}}, []int{1, 3}},
		{"back at step 1", []Command{&Seek{1}}, []int{1, 2}},
		{"forward again", []Command{&Seek{2}}, []int{1, 3}},
		{"after a reset", []Command{&Reset{}}, []int{1, 3}},
		{"asked again", []Command{ask(4)}, []int{1, 3, 4}},
		{"undone", []Command{&Undo{}}, []int{1, 3}},
		{"the reset undone", []Command{&Undo{}}, []int{1, 3}},
		{"redone", []Command{&Redo{}, &Redo{}}, []int{1, 3, 4}},
		{"with other training", []Command{&Change{With: "layers=2,3,1"}}, []int{1, 3, 4}},
		{"on other data", []Command{&Change{With: "kind=moons"}}, []int{1, 3, 4}},
		{"on a table", []Command{&CSV{Text: "x1,x2,label\n0,0,0\n1,1,1\n"}}, []int{1, 3, 4}},
		{"of another scene", []Command{&Change{With: "queries=0,0"}}, []int{0}},
	} {
		do(t, s, c.commands...)
		if got := numbers(s); !slices.Equal(got, c.want) {
			t.Errorf("%s: numbers %v, want %v", c.what, got, c.want)
		}
		back := begin(t, scene.Default())
		do(t, back, &Load{Link: s.Link()})
		if got := numbers(back); !slices.Equal(got, c.want) {
			t.Errorf("%s: numbers %v by link, want %v", c.what, got, c.want)
		}
		restore := s.Restore()
		do(t, back, &Load{Scene: s.Scene().JSON(), Restore: &restore})
		if got := numbers(back); !slices.Equal(got, c.want) {
			t.Errorf("%s: numbers %v by replay, want %v", c.what, got, c.want)
		}
	}
}

func TestAResetKeepsWhereTestPointsAre(t *testing.T) {
	s := begin(t, scene.Default())
	meddle(t, s)
	before := s.Snapshot().Queries
	do(t, s, &Reset{})
	for i, q := range s.Snapshot().Queries {
		if q.X != before[i].X || q.Number != before[i].Number {
			t.Errorf("asked point %d is number %d at %v after a reset; want number %d at %v", i, q.Number, q.X, before[i].Number, before[i].X)
		}
	}
}

// A page that has a row for each would not answer.
func TestTooManyAskedPointsAreRefused(t *testing.T) {
	link := func(n int) string { return "queries=" + strings.TrimSuffix(strings.Repeat("0,0;", n), ";") }
	const want = "queries: 1001 points: want at most 1000"
	s := begin(t, scene.Default())
	for _, c := range []Command{
		&Load{Link: link(MaxQueries + 1)}, &Load{Link: link(MaxQueries) + "&edits=3:add_query:1,1"}, &Load{With: link(MaxQueries + 1)},
		&Change{With: link(MaxQueries + 1)},
	} {
		if err := s.Apply(c); err == nil || err.Error() != want {
			t.Errorf("%T: %v, want %s", c, err, want)
		}
	}
	if err := s.Apply(&Load{Link: link(MaxQueries) + "&edits=3:remove_query:0;3:add_query:1,1"}); err != nil {
		t.Error(err)
	}
	if err := s.Apply(&AddQuery{}); err == nil || err.Error() != want {
		t.Errorf("one more: %v, want %s", err, want)
	}
	if n := len(numbers(s)); n != MaxQueries {
		t.Errorf("there are %d", n)
	}
}
