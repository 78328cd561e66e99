package perceptron

import (
	"math"
	"slices"
	"testing"
)

// recorded are the losses of n epochs, which fall and jump about, and the record of them.
func recorded(n int, all, tested bool) (train, test []float64, r lossRecord) {
	r = newLossRecord()
	r.all = all
	for e := range n {
		train = append(train, math.Exp(-float64(e)/1e5)+0.1*math.Sin(float64(e*e%997)))
		if tested {
			test = append(test, math.Cos(float64(e%1009)))
		}
		r.add(train[e], math.Cos(float64(e%1009)), tested)
	}
	return train, test, r
}

func TestOfVeryManyLossesThoseThatShowStay(t *testing.T) {
	for _, tested := range []bool{false, true} {
		const n = 1_000_000
		train, test, r := recorded(n, false, tested)
		if len(r.train) > maxLosses || cap(r.train) > maxLosses || cap(r.epochs) > maxLosses {
			t.Fatalf("%d losses are kept, in room for %d: want at most %d", len(r.train), cap(r.train), maxLosses)
		}
		c := LossCurve{r.epochs, r.train}
		for i, loss := range c.Losses {
			e := c.Epoch(i)
			if loss != train[e] || tested && r.test[i] != test[e] || i > 0 && e <= c.Epoch(i-1) {
				t.Fatalf("loss %d is %v, of epoch %d: want %v", i, loss, e, train[e])
			}
		}
		if c.Next() != n || slices.Min(c.Losses) != slices.Min(train) || slices.Max(c.Losses) != slices.Max(train) {
			t.Errorf("the losses end before epoch %d, or lack the least or the greatest", c.Next())
		}
		if tested && (slices.Min(r.test) != slices.Min(test) || slices.Max(r.test) != slices.Max(test)) {
			t.Error("the least or the greatest test loss is gone")
		}
		for _, way := range []struct{ from, parts float64 }{{1, partsUpTo / 2}, {n / 2, partsOfAll / 4}} {
			for e := way.from; e < n; e += max(1, e/way.parts) {
				end := min(n, e+max(1, e/way.parts))
				if i := c.From(int(e)); c.Epoch(i) >= int(math.Ceil(end)) {
					t.Fatalf("no loss is kept of epochs %v to %v", e, end)
				}
			}
		}
		for e := n - recentLosses; e < n; e++ {
			if loss, ok := c.At(e); !ok || loss != train[e] {
				t.Errorf("the loss of epoch %d of %d is gone", e, n)
			}
		}
	}
	if train, _, r := recorded(100_000, true, false); r.epochs != nil || !slices.Equal(r.train, train) {
		t.Error("not all losses are kept, though that was asked for")
	}
}

// What was returned stays as it is, and a clone goes on with a record of its own.
func TestALossRecordIsSharedUntilItGrows(t *testing.T) {
	for _, n := range []int{10, maxLosses - 1, maxLosses + 10} {
		_, _, r := recorded(n, false, true)
		returned := r.shared()
		clone := returned
		epochs, train, test := slices.Clone(r.epochs), slices.Clone(r.train), slices.Clone(r.test)
		for range maxLosses {
			clone.add(-2, -2, true)
			r.add(2, 2, true)
		}
		if !slices.Equal(returned.epochs, epochs) || !slices.Equal(returned.train, train) || !slices.Equal(returned.test, test) {
			t.Errorf("after %d epochs: what was returned has changed", n)
		}
		if slices.Contains(r.train, -2) || slices.Contains(r.test, -2) || slices.Contains(clone.train, 2) || slices.Contains(clone.test, 2) {
			t.Errorf("after %d epochs: a clone and the run share what they write", n)
		}
	}
}

func TestALossCurveFindsItsEpochs(t *testing.T) {
	for _, c := range []LossCurve{
		{nil, []float64{5, 6, 7, 8}},
		{[]int{0, 1, 2, 3}, []float64{5, 6, 7, 8}},
		{[]int{0, 10, 100}, []float64{5, 6, 7}},
	} {
		if loss, ok := c.At(c.Epoch(1)); !ok || loss != 6 {
			t.Errorf("%v: at epoch %d %v, %v", c, c.Epoch(1), loss, ok)
		}
		for _, epoch := range []int{-1, c.Next(), 57} {
			if loss, ok := c.At(epoch); ok {
				t.Errorf("%v: at epoch %d %v", c, epoch, loss)
			}
		}
		if got := c.Until(c.Epoch(2)); len(got.Losses) != 2 || got.Next() != c.Epoch(1)+1 || len(c.Until(1000).Losses) != len(c.Losses) {
			t.Errorf("%v: until epoch %d %v", c, c.Epoch(2), got)
		}
		if got := c.Nearest(1000); got != c.Next()-1 {
			t.Errorf("%v: nearest to the end %d", c, got)
		}
	}
	c := LossCurve{[]int{0, 10, 100}, []float64{5, 6, 7}}
	for epoch, want := range map[int]int{-3: 0, 0: 0, 4: 0, 6: 10, 10: 10, 54: 10, 56: 100} {
		if got := c.Nearest(epoch); got != want {
			t.Errorf("nearest to %d is %d, want %d", epoch, got, want)
		}
	}
	if none := (LossCurve{}); none.Nearest(3) != -1 || none.Next() != 0 {
		t.Error("a curve of nothing has an epoch")
	}
}
