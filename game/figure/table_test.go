package figure

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// askTable is the answer to a request about a table.
func askTable(t *testing.T, f *Figure, request map[string]any) *tableReport {
	t.Helper()
	text, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	return asked[*tableReport](t, f, string(text))
}

// A long table comes in parts and is read in several requests; what comes of it is what comes of the same text in one piece.
func TestATableIsReadPartByPart(t *testing.T) {
	var text strings.Builder
	text.WriteString("\ufeffx1;x2;ciało\n")
	for i := range 2*rowsAtOnce + 7 {
		x := ownPoint(i)
		fmt.Fprintf(&text, "%.6f;%.6f;%s\n", x[0], x[1], []string{"ą", "b"}[i%2])
	}
	whole := text.String()
	once := begin(t, "preset=empty")
	quoted, _ := json.Marshal(whole)
	hear(t, once, `{"type":"csv","text":`+string(quoted)+`}`)

	f := begin(t, "preset=empty")
	third := len(whole) / 3
	r := askTable(t, f, map[string]any{"type": "table", "text": whole[:third], "more": true})
	if r.Read != 0 || r.Names == nil || r.Problem != nil {
		t.Errorf("of a part: %+v", r)
	}
	askTable(t, f, map[string]any{"type": "tableOn", "text": whole[third : 2*third], "more": true})
	reads := []float64{}
	for r = askTable(t, f, map[string]any{"type": "tableOn", "text": whole[2*third:]}); r.Read < 1; r = askTable(t, f, map[string]any{"type": "tableOn"}) {
		if reads = append(reads, r.Read); r.Rows != 0 || r.Names[2] != "ciało" || len(r.First) != 4 {
			t.Errorf("on the way: %+v", r)
		}
		if _, err := f.Handle([]byte(`{"type": "csv", "read": true}`)); err == nil || !strings.Contains(err.Error(), "a table that has been read") {
			t.Errorf("half a table was taken: %v", err)
		}
	}
	if len(reads) != 2 || !slices.IsSorted(reads) || reads[0] < 0.2 || reads[1] > 0.99 {
		t.Errorf("read %v", reads)
	}
	if r.Rows != 2*rowsAtOnce+7 || !slices.Equal(r.Classes, []string{"ą", "b"}) || !slices.Equal(r.Counts, []int{rowsAtOnce + 4, rowsAtOnce + 3}) {
		t.Errorf("at the end: %d rows, %v, %v", r.Rows, r.Classes, r.Counts)
	}
	hear(t, f, `{"type": "csv", "read": true}`)
	if got, want := f.session.Scene().JSON(), once.session.Scene().JSON(); string(got) != string(want) {
		t.Error("another scene than that of the text at once")
	}
	if f.reading != nil {
		t.Error("the table is still held")
	}
}

func TestATableThatIsNotReadIsRefused(t *testing.T) {
	f := begin(t, "preset=empty")
	use := func(want string) {
		t.Helper()
		if _, err := f.Handle([]byte(`{"type": "csv", "read": true}`)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if r := askTable(t, f, map[string]any{"type": "tableOn"}); r != nil {
		t.Errorf("without a text: %+v", r)
	}
	use("csv.read: true: want a table that has been read")
	if r := askTable(t, f, map[string]any{"type": "table", "text": "1,2,0\n1,two,0\n"}); r.Read != 1 || r.Problem == nil || r.Problem.Line != 2 {
		t.Errorf("%+v", r)
	}
	use(`line 2, column 2: "two"`)
	if r := askTable(t, f, map[string]any{"type": "tableOn"}); r.Read != 1 || r.Problem == nil {
		t.Errorf("after the end: %+v", r)
	}
	askTable(t, f, map[string]any{"type": "table", "text": "1,2,0\n"})
	hear(t, f, `{"type": "csv", "read": true}`)
	use("a table that has been read")
}

func TestATableIsLetGoForAnEmptyOne(t *testing.T) {
	f := begin(t, "preset=empty")
	askTable(t, f, map[string]any{"type": "table", "text": strings.Repeat("0.5,1.5,0\n-1,2,1\n", 1000), "more": true})
	askTable(t, f, map[string]any{"type": "table", "text": ""})
	if n := f.reading.text.size; n != 0 {
		t.Errorf("%d bytes of a table are held", n)
	}
}
