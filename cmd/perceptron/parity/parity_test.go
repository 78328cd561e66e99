package main

import (
	"strings"
	"testing"

	"perceptronlab/perceptron/dataset"
)

func TestCompare(t *testing.T) {
	const ours = "epoch 0 loss 0.5 test_loss 2000\nquery 1 -1 probability 0.25 class 0\nquery 1 2 probability 0.4999999 0.5 0 class 1\n"
	for _, c := range []struct{ theirs, want string }{
		{ours, ""},
		{strings.Replace(ours, "loss 0.5", "loss 0.5000001", 1), ""},
		{strings.Replace(ours, "2000", "2000.001", 1), ""},
		{strings.Replace(ours, "1 -1", "1.0 -1.0", 1), ""},
		{strings.Replace(ours, "class 1", "class 0", 1), ""}, // the two are equally likely
		{strings.Replace(ours, "loss 0.5", "loss 0.51", 1), "loss differs by 1.0e-02"},
		{strings.Replace(ours, "loss 0.5", "loss nan", 1), "loss differs by NaN"},
		{strings.Replace(ours, "0.25", "0.26", 1), "probability differs"},
		{strings.Replace(ours, "class 0", "class 1", 1), "class differs"},
		{strings.Replace(ours, "epoch 0", "epoch 1", 1), "epoch differs"},
		{strings.Replace(ours, "query", "point", 1), "other words"},
		{strings.Replace(ours, "\nquery", " query", 1), "2 lines, we print 3"},
	} {
		var r report
		r.add("scene", ours, c.theirs, 1e-6)
		if got := strings.Join(r.failures, "; "); !strings.Contains(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%q: %q, want %q", c.theirs, got, c.want)
		}
	}
	var r report
	r.add("scene", "epoch 0 loss 1\ndiverged after step 1: ...", "epoch 0 loss 1\nepoch 1 loss nan\n", 1e-6)
	if len(r.failures) > 0 || r.losses != 1 {
		t.Error(r)
	}
}

func TestRandomScenesAreValidAndTheSameForASeed(t *testing.T) {
	all := len(dataset.Kinds())
	a, b := randomScenes(2*all, 5), randomScenes(2*all, 5)
	kinds := map[string]int{}
	for i := range a {
		if err := a[i].Validate(); err != nil {
			t.Errorf("%s: %v", a[i].name, err)
		}
		if string(a[i].JSON()) != string(b[i].JSON()) {
			t.Errorf("%s differs from one call to the next", a[i].name)
		}
		kinds[a[i].Data.Kind]++
	}
	if len(kinds) != all {
		t.Errorf("kinds %v, want all %d", kinds, all)
	}
}
