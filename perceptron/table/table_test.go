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
	"perceptronlab/perceptron/refusal"
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
		got, err := Read(strings.NewReader(c.text), Options{})
		want := Table{perceptron.NewSamples(x, c.y), c.classes}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, want)
		}
	}
}

func TestCoordinatesAreFloat32(t *testing.T) {
	got, err := Read(strings.NewReader("0.1,-0,0\n1e-50,1e30,1\n"), Options{MaxClasses: 2})
	want := [][2]float32{{0.1, 0}, {0, 1e30}}
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
		got, err := Read(strings.NewReader(c.text), Options{MaxClasses: c.most})
		if wrong := new(refusal.Error); !errors.As(err, &wrong) || !strings.Contains(err.Error(), c.want) || got.Classes != nil {
			t.Errorf("%.60q: %v, %v, want %s", c.text, got, err, c.want)
		}
	}
}

func TestTooManyRows(t *testing.T) {
	rows := io.MultiReader(strings.NewReader(strings.Repeat("1,2,0\n", MaxRows)), strings.NewReader("3,4,1\n"))
	if _, err := Read(rows, Options{MaxClasses: 2}); err == nil || !strings.HasPrefix(err.Error(), `line 1000001, column 1: "3": want at most 1000000 rows`) {
		t.Error(err)
	}
}

func TestAReadersErrorComesBack(t *testing.T) {
	broken := errors.New("broken")
	for _, text := range []string{"", "1,2,0\n", "1,2"} {
		r := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		if _, err := Read(r, Options{MaxClasses: 2}); !errors.Is(err, broken) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAppend(t *testing.T) {
	s := perceptron.NewSamples([][2]float64{{0.1, -2}, {1e30, 5e-324}, {0, 123456789}}, []int{1, 0, 63})
	const want = "x1,x2,label\n0.1,-2,1\n1e+30,0,0\n0,1.2345679e+08,63\n"
	if got := string(Append(nil, s)); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Files as programs write them, each of the same three points.
func TestReadWhatProgramsWrite(t *testing.T) {
	x := [][2]float64{{1, 2}, {-3, 0.5}, {4, 5}}
	for name, c := range map[string]struct {
		text    string
		columns [3]string
		y       []int
		classes []string
	}{
		"Excel's sep=":             {"sep=;\r\nx1;x2;label\r\n1;2;0\r\n-3;0,5;1\r\n4;5;0\r\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"sep=, with semicolons":    {"sep=,\n1,2,a;b;c\n-3,0.5,d\n4,5,a;b;c\n", [3]string{}, []int{0, 1, 0}, []string{"a;b;c", "d"}},
		"true minus":               {"1,2,0\n−3,0.5,1\n4,5,0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"true minus of classes":    {"1,2,1\n-3,0.5,−1\n4,5,1\n", [3]string{}, []int{1, 0, 1}, []string{"−1", "1"}},
		"trailing semicolons":      {"1,0;2,0;0;\n-3,0;0,5;1;\n4,0;5,0;0;\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"trailing with a header":   {"x1,x2,label,\n1,2,0,\n-3,0.5,1,\n4,5,0,\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"trailing here and there":  {"1,2,0\n-3,0.5,1,\n4,5,0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"pandas' index":            {",x1,x2,label\n0,1,2,0\n1,-3,0.5,1\n2,4,5,0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"pandas' index, read back": {"Unnamed: 0,x1,x2,label\n0,1,2,0\n1,-3,0.5,1\n2,4,5,0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"R's write.csv":            {"\"\",\"x1\",\"x2\",\"label\"\n\"1\",1,2,\"a\"\n\"2\",-3,0.5,\"b\"\n\"3\",4,5,\"a\"\n", [3]string{}, []int{0, 1, 0}, []string{"a", "b"}},
		"R's write.table":          {"x1\tx2\tlabel\n1\t1\t2\t0\n2\t-3\t0.5\t1\n3\t4\t5\t0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"the label first":          {"label,x1,x2\n0,1,2\n1,-3,0.5\n0,4,5\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"x2 before x1":             {"x2,x1,class\n2,1,0\n0.5,-3,1\n5,4,0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"y first":                  {"y,x1,x2\n0,1,2\n1,-3,0.5\n0,4,5\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"x, y and z":               {"x,y,z\n1,2,0\n-3,0.5,1\n4,5,0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"a word first":             {"cat,1,2\ndog,-3,0.5\ncat,4,5\n", [3]string{}, []int{0, 1, 0}, []string{"cat", "dog"}},
		"names among more":         {"id,x1,note,x2,label\n7,1,a,2,0\n8,-3,b,0.5,1\n9,4,c,5,0\n", [3]string{}, []int{0, 1, 0}, []string{"0", "1"}},
		"columns by name":          {"a,b,c,d,kind\n1,0,9,2,u\n-3,0,9,0.5,v\n4,0,9,5,u\n", [3]string{"A", "d", "kind"}, []int{0, 1, 0}, []string{"u", "v"}},
		"columns by number":        {"0,u,1,2\n0,v,-3,0.5\n0,u,4,5\n", [3]string{"3", "4", "2"}, []int{0, 1, 0}, []string{"u", "v"}},
		"True first":               {"1,2,True\n-3,0.5,False\n4,5,True\n", [3]string{}, []int{1, 0, 1}, []string{"False", "True"}},
		"False first":              {"1,2,FALSE\n-3,0.5,TRUE\n4,5,FALSE\n", [3]string{}, []int{0, 1, 0}, []string{"FALSE", "TRUE"}},
		"only True":                {"1,2,True\n-3,0.5,True\n4,5,True\n", [3]string{}, []int{1, 1, 1}, []string{"False", "True"}},
		"yes and no":               {"1,2,yes\n-3,0.5,no\n4,5,yes\n", [3]string{}, []int{1, 0, 1}, []string{"no", "yes"}},
		"yes, no and maybe":        {"1,2,yes\n-3,0.5,no\n4,5,maybe\n", [3]string{}, []int{0, 1, 2}, []string{"yes", "no", "maybe"}},
	} {
		got, err := Read(strings.NewReader(c.text), Options{Columns: c.columns})
		want := Table{perceptron.NewSamples(x, c.y), c.classes}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v, want %v", name, got, err, want)
		}
	}
}

const iris = "sepal_length,sepal_width,petal_length,petal_width,species\n5.1,3.5,1.4,0.2,setosa\n7,3.2,4.7,1.4,versicolor\n"

func TestColumnsThatNoNameIdentifiesAreAskedFor(t *testing.T) {
	for _, c := range []struct {
		text, want string
		columns    [3]string
	}{
		{iris, `line 2, column 4: "0.2": want 3 columns: x1, x2 and a class`, [3]string{}},
		{iris, `line 1, column 1: "petals": want a column of the table: sepal_length, sepal_width, petal_length, petal_width, species`, [3]string{"petals", "2", "5"}},
		{iris, `line 1, column 1: nothing: want a column`, [3]string{"1", "2", ""}},
		{iris, `line 1, column 1: "6": want a column`, [3]string{"1", "2", "6"}},
		{iris, `line 1, column 1: "sepal_length": want three columns, each once`, [3]string{"1", "sepal_length", "5"}},
		{iris, `line 2, column 5: "setosa": want a number`, [3]string{"1", "5", "2"}},
		{"sep=;\n1;2;0\n1;two;0\n", `line 3, column 2: "two"`, [3]string{}},
		{"1,2,0\n1,2,0,5\n", `line 2, column 4: "5": want 3 columns`, [3]string{}},
	} {
		if _, err := Read(strings.NewReader(c.text), Options{Columns: c.columns}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q with %q: %v, want %s", c.text, c.columns, err, c.want)
		}
	}
}

func TestPreviewTellsWhatWasUnderstood(t *testing.T) {
	p, err := look(iris, Options{})
	if err == nil || p.Separator != ',' || !p.Header || p.Columns != [3]int{-1, -1, 4} || p.Names[2] != "petal_length" || len(p.First) != 2 {
		t.Errorf("iris: %+v, %v", p, err)
	}
	p, err = look(iris, Options{Columns: [3]string{"petal_length", "petal_width", "species"}})
	if err != nil || p.Columns != [3]int{2, 3, 4} || p.Rows != 2 || !slices.Equal(p.Classes, []string{"setosa", "versicolor"}) || !slices.Equal(p.Counts, []int{1, 1}) {
		t.Errorf("iris with columns: %+v, %v", p, err)
	}
	p, err = look("\ufeffsep=;\n;x1;x2;label\n1;0,5;2;a\n2;1,5;3;a\n", Options{})
	if err != nil || p.Separator != ';' || p.Index != 0 || p.Columns != [3]int{1, 2, 3} || p.First[1][1] != "1,5" || p.Counts[0] != 2 {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err = look("", Options{}); err == nil || len(p.First) != 0 {
		t.Errorf("nothing: %+v, %v", p, err)
	}
}

// However a file's lines end, and wherever it is cut as it arrives.
func TestLineEnds(t *testing.T) {
	x := [][2]float64{{1, 2}, {-3, 0.5}, {4, 5}}
	for name, text := range map[string]string{
		"old Macs'":             "x1,x2,label\r1,2,0\r-3,0.5,1\r4,5,0\r",
		"old Macs', after sep=": "sep=;\rx1;x2;label\r1;2;0\r-3;0.5;1\r4;5;0",
		"mixed":                 "x1,x2,label\r\n1,2,0\r-3,0.5,1\n4,5,0\r\n",
		"blank lines":           "\r\r1,2,0\n\r-3,0.5,1\r\r\n4,5,0\r\n\r\n",
		"Windows'":              "1,2,0\r\n-3,0.5,1\r\n4,5,0\r\n",
	} {
		for _, r := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text))} {
			got, err := Read(r, Options{})
			want := Table{perceptron.NewSamples(x, []int{0, 1, 0}), []string{"0", "1"}}
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v, %v, want %v", name, got, err, want)
			}
		}
	}
	const lines, want = "1,2,a\r1,2,b\r\n\r1,two,a\n", `line 4, column 2: "two": want a number`
	if _, err := Read(iotest.OneByteReader(strings.NewReader(lines)), Options{}); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%q: %v, want %s", lines, err, want)
	}
}

func TestALineTooLongIsRefused(t *testing.T) {
	const want = "line 2, column 1: nothing: want a line of at most 1048576 bytes"
	for _, long := range []string{strings.Repeat(",", 2*maxLine), `1,2,"` + strings.Repeat("a", maxLine), strings.Repeat("1", maxLine+1)} {
		if _, err := Read(strings.NewReader("1,2,a\n"+long), Options{}); err == nil || err.Error() != want {
			t.Errorf("%.8s…: %v, want %s", long, err, want)
		}
	}
	if _, err := Read(strings.NewReader("1,2,a\r1,2,"+strings.Repeat("a", maxLine-4)+"\r1,2,b"), Options{}); err != nil {
		t.Error(err)
	}
}

// look reads a table row by row.
func look(text string, o Options) (p Preview, err error) {
	r := NewReader(strings.NewReader(text), o)
	for ended := false; !ended; {
		ended, err = r.Next(1)
	}
	return r.Preview(), err
}

// Whatever the text: no panic, an error that names line and column, or a table that is valid and reads back the same.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"x1,x2,label\n0.1,2,0\n-3,0.5,1\n", "1;2,5;a\n3;4;b\n", "1\t2\t\"a\"\"b\"\n", "\ufeff1,2,-1\r\n3,4,1\r\n", "1,2,-1\r3,4,1\r\r\n", "\r0",
		"1,2,\"", "a\n", ",,,\n", "\"\n\n", "1,2,0\n\n;;\n", "\xff\xfe", "1e999,-0,0x1\n",
		"sep=;\n1;2;a\n", ",a,b,c\n0,1,2,x\n", iris, "1;2;0;\n", "1,2,True\n",
	} {
		f.Add(text, uint8(64))
	}
	f.Fuzz(func(t *testing.T, text string, most uint8) {
		got, err := Read(strings.NewReader(text), Options{MaxClasses: max(1, int(most))})
		p, same := look(text, Options{MaxClasses: max(1, int(most))})
		if fmt.Sprint(err) != fmt.Sprint(same) || p.Rows != got.Samples.Len() {
			t.Fatalf("%d rows and %v at once, %d and %v row by row", got.Samples.Len(), err, p.Rows, same)
		}
		if err != nil {
			wrong := new(refusal.Error)
			if !errors.As(err, &wrong) || wrong.Line < 1 || wrong.Column < 1 || wrong.Want.English == "" {
				t.Fatalf("%#v", err)
			}
			if lines := strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n") + 1; wrong.Line > lines {
				t.Fatalf("%v, but there are %d lines", err, lines)
			}
			return
		}
		if len(got.Samples.X) != len(got.Samples.Y) || len(got.Classes) > max(int(most), 2) {
			t.Fatalf("%v", got)
		}
		seen := make([]bool, len(got.Classes))
		for i, x := range got.Samples.X {
			if y := int(got.Samples.Y[i]); y >= len(seen) {
				t.Fatalf("class %d of %d", y, len(seen))
			}
			seen[got.Samples.Y[i]] = true
			for _, v := range x {
				if !(max(v, -v) <= float32(maxCoordinate)) {
					t.Fatalf("coordinate %g", v)
				}
			}
		}
		if len(seen) > 2 && slices.Contains(seen, false) {
			t.Fatalf("a class without samples: %v", got)
		}
		again, err := Read(bytes.NewReader(Append(nil, got.Samples)), Options{})
		if err != nil || !reflect.DeepEqual(again.Samples, got.Samples) {
			t.Fatalf("%v, %v, then %v", got, err, again)
		}
	})
}
