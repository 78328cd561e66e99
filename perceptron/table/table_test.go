package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"perceptronlab/perceptron"
)

func TestRead(t *testing.T) {
	x := [][2]float64{{1, 2}, {-3, 0.5}, {4, 5}}
	for name, c := range map[string]struct {
		text    string
		y       []int
		classes []string
	}{
		"plain":                 {"1,2,0\n-3,0.5,1\n4,5,0\n", []int{0, 1, 0}, []string{"0", "1"}},
		"header":                {"x1,x2,label\n1,2,0\n-3,0.5,1\n4,5,0", []int{0, 1, 0}, []string{"0", "1"}},
		"CRLF and BOM":          {"\ufeffx1,x2,label\r\n1,2,0\r\n-3,0.5,1\r\n4,5,0\r\n", []int{0, 1, 0}, []string{"0", "1"}},
		"semicolons":            {"x;y;z\n1;2;0\n-3;0.5;1\n4;5;0\n", []int{0, 1, 0}, []string{"0", "1"}},
		"decimal commas":        {"1,0;2,0;0\n-3;0,5;1\n4;5;0\n", []int{0, 1, 0}, []string{"0", "1"}},
		"tabs":                  {"1\t2\t0\n-3\t0.5\t1\n4\t5\t0\n", []int{0, 1, 0}, []string{"0", "1"}},
		"names":                 {"1,2,red\n-3,0.5,blue\n4,5,red\n", []int{0, 1, 0}, []string{"red", "blue"}},
		"quotes":                {"\"a\",\"b\",\"c\"\n\"1\",2,\"say \"\"a, b\"\"\"\n-3,0.5,\"1\n2\"\n4,5,x\n", []int{0, 1, 2}, []string{`say "a, b"`, "1\n2", "x"}},
		"spaces":                {" 1 , 2 , red \n-3 ,0.5, \"blue\"\n\t4, 5,red\n", []int{0, 1, 0}, []string{"red", "blue"}},
		"empty rows":            {"\n1,2,0\n\n,,\n-3,0.5,1\n  \n4,5,0\n\n", []int{0, 1, 0}, []string{"0", "1"}},
		"numbers in any form":   {"1e0,+2,0.0\n-3,5e-1,1\n4,5,1.0\n", []int{0, 1, 1}, []string{"0.0", "1"}},
		"minus one, one":        {"1,2,1\n-3,0.5,-1\n4,5,1\n", []int{1, 0, 1}, []string{"-1", "1"}},
		"one, two":              {"1,2,2\n-3,0.5,1\n4,5,2\n", []int{1, 0, 1}, []string{"1", "2"}},
		"ten, nine, nine half":  {"1,2,10\n-3,0.5,9\n4,5,9.5\n", []int{2, 0, 1}, []string{"9", "9.5", "10"}},
		"numbers in disorder":   {"1,2,2\n-3,0.5,0\n4,5,1\n", []int{2, 0, 1}, []string{"0", "1", "2"}},
		"only class 1":          {"1,2,1\n-3,0.5,1\n4,5,1\n", []int{1, 1, 1}, []string{"0", "1"}},
		"only class 7":          {"1,2,7\n-3,0.5,7\n4,5,7\n", []int{0, 0, 0}, []string{"7"}},
		"numbers and names":     {"1,2,1\n-3,0.5,0\n4,5,none\n", []int{0, 1, 2}, []string{"1", "0", "none"}},
		"a semicolon in a name": {"1,2,a;b\n-3,0.5,c\n4,5,a;b\n", []int{0, 1, 0}, []string{"a;b", "c"}},
	} {
		got, err := Read(strings.NewReader(c.text), MaxClasses)
		want := Table{perceptron.Samples{X: x, Y: c.y}, c.classes}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, want)
		}
	}
}

func TestCoordinatesAreFloat32(t *testing.T) {
	got, err := Read(strings.NewReader("0.1,-0,0\n1e-50,1e30,1\n"), 2)
	want := [][2]float64{{float64(float32(0.1)), 0}, {0, float64(float32(1e30))}}
	if err != nil || !slices.Equal(got.Samples.X, want) {
		t.Errorf("%v, %v, want %v", got.Samples.X, err, want)
	}
}

func TestErrorsNameLineAndColumn(t *testing.T) {
	var many strings.Builder
	for k := range 65 {
		fmt.Fprintf(&many, "1,2,class %d\n", k)
	}
	for _, c := range []struct {
		text, want string
		most       int
	}{
		{"", "line 1, column 1: nothing: want at least one row", 64},
		{"x1,x2,label\n", "line 1, column 1: nothing: want at least one row", 64},
		{"x1,x2,label\n1,2,0\n1,two,0\n", `line 3, column 2: "two": want a number from -1e30 to 1e30`, 64},
		{"1,2,0\nx1,x2,label\n", `line 2, column 1: "x1": want a number`, 64},
		{"NaN,2,0\n", `line 1, column 1: "NaN": want a number`, 64},
		{"nan,inf,0\n", `line 1, column 1: "nan": want a number`, 64},
		{"1,Inf,0\n", `line 1, column 2: "Inf": want a number`, 64},
		{"1,1e31,0\n", `line 1, column 2: "1e31": want a number`, 64},
		{"1e999,1e999,0\n", `line 1, column 1: "1e999": want a number`, 64},
		{"0x10,1_000,0\n", `line 1, column 1: "0x10": want a number`, 64},
		{"1,1,0\n1,1_000,0\n", `line 2, column 2: "1_000": want a number`, 64},
		{",,0\n1,1,0\n", `line 1, column 1: nothing: want a number`, 64},
		{"1,2,0\n1\n", "line 2, column 2: nothing: want 3 columns", 64},
		{"1,2,0\n1,2\n", "line 2, column 3: nothing: want a class", 64},
		{"1,2,0\n1,2, \n", "line 2, column 3: nothing: want a class", 64},
		{"1,2,3,4\n", `line 1, column 4: "4": want 3 columns`, 64},
		{"1,2,\"a\nb\"\n1,z,a\n", `line 3, column 2: "z"`, 64},
		{"1,2,\"a\n1,2,b\n", `column 3: "\"": want a quoted cell that ends with "`, 64},
		{"1,2,0\n1,2\"3,0\n", `line 2, column 2: "\"": want a cell without "`, 64},
		{"1,2,\"a\"b\n", `line 1, column 3: "\"": want a quoted cell`, 64},
		{"1,2,a\n1,2,b\n1,2,c\n", `line 3, column 3: "c": want at most 2 classes`, 2},
		{many.String(), `line 65, column 3: "class 64": want at most 64 classes`, 1000},
		{"1,2,\xff\n", "line 1, column 3: \"\\xff\": want text in UTF-8", 64},
		{"\xff\xfe1\x00,\x002\x00", "line 1, column 1: nothing: want text in UTF-8, not UTF-16", 64},
		{"1,2,0\n" + strings.Repeat("9", 500) + ",2,0\n", `999…": want a number`, 64},
	} {
		got, err := Read(strings.NewReader(c.text), c.most)
		if wrong := new(Error); !errors.As(err, &wrong) || !strings.Contains(err.Error(), c.want) || got.Classes != nil {
			t.Errorf("%.60q: %v, %v, want %s", c.text, got, err, c.want)
		}
	}
}

func TestTooManyRows(t *testing.T) {
	rows := io.MultiReader(strings.NewReader(strings.Repeat("1,2,0\n", MaxRows)), strings.NewReader("3,4,1\n"))
	if _, err := Read(rows, 2); err == nil || !strings.HasPrefix(err.Error(), `line 1000001, column 1: "3": want at most 1000000 rows`) {
		t.Error(err)
	}
}

func TestAReadersErrorComesBack(t *testing.T) {
	broken := errors.New("broken")
	for _, text := range []string{"", "1,2,0\n", "1,2"} {
		r := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		if _, err := Read(r, 2); !errors.Is(err, broken) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAppend(t *testing.T) {
	s := perceptron.Samples{X: [][2]float64{{float64(float32(0.1)), -2}, {1e30, 5e-324}, {0, 123456789}}, Y: []int{1, 0, 63}}
	const want = "x1,x2,label\n0.1,-2,1\n1e+30,0,0\n0,1.2345679e+08,63\n"
	if got := string(Append(nil, s)); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Whatever the text: no panic, an error that names line and column, or a table that is valid and reads back the same.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"x1,x2,label\n0.1,2,0\n-3,0.5,1\n", "1;2,5;a\n3;4;b\n", "1\t2\t\"a\"\"b\"\n", "\ufeff1,2,-1\r\n3,4,1\r\n",
		"1,2,\"", "a\n", ",,,\n", "\"\n\n", "1,2,0\n\n;;\n", "\xff\xfe", "1e999,-0,0x1\n",
	} {
		f.Add(text, uint8(64))
	}
	f.Fuzz(func(t *testing.T, text string, most uint8) {
		got, err := Read(strings.NewReader(text), int(most))
		if err != nil {
			wrong := new(Error)
			if !errors.As(err, &wrong) || wrong.Line < 1 || wrong.Column < 1 || wrong.Want == "" {
				t.Fatalf("%#v", err)
			}
			if lines := strings.Count(text, "\n") + 1; wrong.Line > lines {
				t.Fatalf("%v, but there are %d lines", err, lines)
			}
			return
		}
		if len(got.Samples.X) != len(got.Samples.Y) || len(got.Classes) > max(int(most), 2) {
			t.Fatalf("%v", got)
		}
		seen := make([]bool, len(got.Classes))
		for i, x := range got.Samples.X {
			if y := got.Samples.Y[i]; y < 0 || y >= len(seen) {
				t.Fatalf("class %d of %d", y, len(seen))
			}
			seen[got.Samples.Y[i]] = true
			for _, v := range x {
				if v != float64(float32(v)) || !(max(v, -v) <= float64(float32(maxCoordinate))) {
					t.Fatalf("coordinate %g", v)
				}
			}
		}
		if len(seen) > 2 && slices.Contains(seen, false) {
			t.Fatalf("a class without samples: %v", got)
		}
		again, err := Read(bytes.NewReader(Append(nil, got.Samples)), MaxClasses)
		if err != nil || !reflect.DeepEqual(again.Samples, got.Samples) {
			t.Fatalf("%v, %v, then %v", got, err, again)
		}
	})
}
