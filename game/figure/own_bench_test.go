package figure

import (
	"encoding/json"
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"

	"perceptronlab/perceptron/scene"
)

// BenchmarkOwn is what a page asks for around a change of a reader's own points: a table of many, or as many made one by one;
// and how much is in use afterwards.
func BenchmarkOwn(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint("table/", n), func(b *testing.B) { benchmarkOwn(b, func() []string { return []string{tableCommand(n)} }) })
	}
	b.Run("edits/100000", func(b *testing.B) { benchmarkOwn(b, func() []string { return edits(100_000) }) })
}

func benchmarkOwn(b *testing.B, commands func() []string) {
	before := live()
	load := commands()
	var f *Figure
	one := func(name string, act func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				act()
			}
			b.ReportMetric(float64(live()-before)/1e6, "live-MB")
		})
	}
	turn := 0
	tell := func(messages ...string) {
		for _, m := range messages {
			turn++
			carryOut(b, f, strings.NewReplacer("X", fmt.Sprint(10+turn*37%580), "Y", fmt.Sprint(10+turn*53%580)).Replace(m))
			f.Report()
		}
	}
	f = own(b, load)
	one("load", func() { own(b, load) })
	load = nil
	for _, tool := range []string{"add0", "ask"} {
		tell(`{"type": "tool", "tool": "` + tool + `"}`)
		one(tool, func() { tell(`{"type": "press", "x": X, "y": Y}`); carryOut(b, f, `{"type": "release"}`) })
		one(tool+",undo,redo", func() { tell(`{"type": "undo"}`, `{"type": "redo"}`) })
	}
	tell(`{"type": "tool", "tool": "move"}`, `{"type": "press", "x": 300, "y": 300}`)
	one("drag", func() { tell(`{"type": "drag", "x": X, "y": Y}`) })
	tell(`{"type": "release"}`)
	one("hover", func() { tell(`{"type": "hover", "x": X, "y": Y}`) })
	one("set", func() { tell(`{"type": "set", "key": "train.lr", "value": 0.5}`) })
	one("step", func() { tell(`{"type": "step"}`) })
	one("save", func() { f.Save() })
	one("kept", func() { f.Kept() })
	one("link", func() { f.Request([]byte(`{"type": "link", "longest": 30000}`)) })
}

// own is a figure that was told what loads its points.
func own(tb testing.TB, load []string) *Figure {
	empty, _ := scene.Preset("empty")
	f, err := New(empty)
	if err != nil {
		tb.Fatal(err)
	}
	carryOut(tb, f, `{"type": "layout", "plane": {"x": 0, "y": 0, "width": 600, "height": 600}}`)
	for _, m := range load {
		carryOut(tb, f, m)
	}
	f.Report()
	return f
}

func carryOut(tb testing.TB, f *Figure, message string) {
	tb.Helper()
	if _, err := f.Handle([]byte(message)); err != nil {
		tb.Fatal(err)
	}
}

// tableCommand is the command for a table of n points in two classes.
func tableCommand(n int) string {
	var t strings.Builder
	t.WriteString("x1,x2,class\n")
	for i := range n {
		x := ownPoint(i)
		fmt.Fprintf(&t, "%.6f,%.6f,%d\n", x[0], x[1], i%2)
	}
	text, _ := json.Marshal(t.String())
	return `{"type":"csv","text":` + string(text) + `}`
}

// edits are commands that add n such points one by one.
func edits(n int) []string {
	list := make([]string, n)
	for i := range list {
		x := ownPoint(i)
		list[i] = fmt.Sprintf(`{"type": "addPoint", "x": [%.6f, %.6f], "y": %d}`, x[0], x[1], i%2)
	}
	return list
}

func ownPoint(i int) [2]float64 {
	angle, radius := float64(i)*2.399963229728653, math.Sqrt(float64(i%1000)/1000)
	return [2]float64{radius*math.Cos(angle) + float64(i%2), radius * math.Sin(angle)}
}

// live is how many bytes are in use.
func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
