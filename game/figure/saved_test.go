package figure

import (
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"perceptronlab/game/session"
	"perceptronlab/perceptron/scene"
)

// page is what a page keeps of what Save gives.
type page struct{ head, rest string }

func (p *page) save(t *testing.T, f *Figure) Saved {
	t.Helper()
	s, err := f.Save()
	if err != nil {
		t.Fatal(err)
	}
	if s.Head != "" {
		p.head = s.Head
	}
	p.rest = p.rest[:s.Keep] + s.More
	return s
}

func TestWhatAPageKeepsIsTheRunAfterEachChange(t *testing.T) {
	for _, prepared := range []string{"never", "before a change", "after it"} {
		t.Run("prepared "+prepared, func(t *testing.T) {
			keeps(t, func(when string, f *Figure) {
				if when == prepared {
					f.Prepare()
				}
			})
		})
	}
}

func keeps(t *testing.T, prepare func(when string, f *Figure)) {
	f := own(t, edits(5))
	var kept page
	kept.save(t, f)
	for _, c := range []struct {
		message string
		head    bool // whether it begins anew
	}{
		{`{"type": "addPoint", "x": [0.5, 0.25], "y": 1}`, false},
		{`{"type": "movePoint", "index": 2, "x": [0.5, 0.25]}`, false},
		{`{"type": "movePoint", "index": 2, "x": [0.75, 0.25], "y": 1}`, false}, // instead of the last
		{`{"type": "addQuery", "x": [0.5, -1e-9]}`, false},
		{`{"type": "nameQuery", "index": 0, "name": "그"}`, false},
		{`{"type": "undo"}`, false},
		{`{"type": "undo"}`, false},
		{`{"type": "step", "n": 3}`, false},
		{`{"type": "set", "key": "train.lr", "value": 0.5}`, false},
		{`{"type": "weights", "parameters": [[1, 2], [3]]}`, false},
		{`{"type": "seek", "step": 0}`, false},
		{`{"type": "removePoint", "index": 0}`, false},
		{`{"type": "reset"}`, false},
		{`{"type": "threshold", "p": 0.25}`, false},
		{`{"type": "csv", "text": "0,1,1\n1,0,0"}`, true},
		{`{"type": "addPoint", "x": [0.5, 0.25], "y": 1}`, false},
		{`{"type": "undo"}`, false},
		{`{"type": "undo"}`, true},
		{`{"type": "load", "link": "preset=moons"}`, true},
	} {
		prepare("before a change", f)
		carryOut(t, f, c.message)
		prepare("after it", f)
		if s := kept.save(t, f); (s.Head != "") != c.head {
			t.Errorf("%s: the beginning is %q", c.message, s.Head)
		}
		command, err := session.Decode([]byte(kept.head + kept.rest))
		if err != nil {
			t.Fatalf("%s: %v of %s", c.message, err, kept)
		}
		load := command.(*session.Load)
		sc, err := scene.ParsePacked(load.Scene, load.Points)
		if err != nil {
			t.Fatalf("%s: %v of %s", c.message, err, kept)
		}
		want, _ := json.Marshal(f.session.Restore())
		if got, _ := json.Marshal(load.Restore); string(sc.JSON()) != string(f.session.Scene().JSON()) || string(got) != string(want) || !load.First {
			t.Errorf("%s: the page keeps\n%s%s", c.message, kept.head, kept.rest)
		}
	}
}

// A change of very many points and edits may not take memory as if all were made again: of 20,000 points a copy is 480 kB, of
// as many edits 1.8 MB.
func TestAChangeOfVeryManyCopiesNoneOfThem(t *testing.T) {
	for name, load := range map[string][]string{"a table": {tableCommand(20_000)}, "edits": edits(20_000)} {
		f := own(t, load)
		change := func(message string) (bytes uint64) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			carryOut(t, f, message)
			f.Report()
			if _, err := f.Save(); err != nil {
				t.Fatal(err)
			}
			if _, err := f.Request([]byte(`{"type": "link", "longest": 30000}`)); err != nil {
				t.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		const add, ask = `{"type": "addPoint", "x": [0.5, 0.25], "y": 1}`, `{"type": "addQuery", "x": [0.5, 0.25]}`
		change(add) // which grows the lists, with room for more
		for _, message := range []string{add, ask, `{"type": "undo"}`, `{"type": "undo"}`, `{"type": "redo"}`} {
			if bytes := change(message); bytes > 200_000 {
				t.Errorf("%s, %s: %d bytes", name, message, bytes)
			}
		}
	}
}

func TestALongTableIsReadAsAnyIs(t *testing.T) {
	rows := strings.Repeat("0.5,1.5,\"a\\b/\"\r\n-1,\t2,é\n", 5000)
	text, err := json.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	escapedSlash := strings.ReplaceAll(string(text), "/", `\/`)
	for _, c := range []struct {
		message string
		cut     bool
	}{
		{fmt.Sprintf(`{"type":"csv","text":%s}`, text), true},
		{fmt.Sprintf(`{"type":"csv","text":%s,"columns":["1","2","3"]}`, escapedSlash), true},
		{fmt.Sprintf(`{"type": "csv", "text": %s}`, text), false},
		{fmt.Sprintf(`{"text":%s,"type":"csv"}`, text), false},
		{strings.ReplaceAll(fmt.Sprintf(`{"type":"csv","text":%s}`, text), "é", `\u00e9`), false},
	} {
		_, table, ok := cutText([]byte(c.message))
		if ok != c.cut || ok && table != rows {
			t.Errorf("%.40s: cut %v, %d of %d bytes", c.message, ok, len(table), len(rows))
		}
		f := own(t, []string{c.message})
		if counts := f.Snapshot().Counts(); f.Snapshot().Samples.Len() != 10_000 || counts[0] != 5000 {
			t.Errorf("%.40s: points of each class: %v", c.message, counts)
		}
	}
	for _, broken := range []string{
		fmt.Sprintf(`{"type":"csv","text":%s`, text),
		fmt.Sprintf(`{"type":"csv","text":%s`, text[:len(text)-1]),
		fmt.Sprintf(`{"type":"csv","text":%s\`, text[:len(text)-1]),
		fmt.Sprintf(`{"type":"csv","text":%s,"text":"0,1,0"}x`, text),
		fmt.Sprintf("{\"type\":\"csv\",\"text\":\"\n%s}", text[1:]),
		fmt.Sprintf(`{"type":"csv","text":%s,"more":1}`, text),
	} {
		if _, err := own(t, nil).Handle([]byte(broken)); err == nil {
			t.Errorf("%.30s … %s was taken", broken, broken[len(broken)-10:])
		}
	}
	request := fmt.Sprintf(`{"type":"table","text":%s}`, text)
	got, err := own(t, nil).Request([]byte(request))
	want, _ := own(t, nil).Request([]byte(strings.Replace(request, ":", ": ", 1)))
	if err != nil || got != want || !strings.Contains(got, `"rows":10000`) {
		t.Errorf("it is looked at as %.200s, %v; want %.200s", got, err, want)
	}
}
