package perceptron

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// Every golden file says which script of testdata/oracle made it, in which dtype and with which tools.
func TestGoldenFilesNameTheirScript(t *testing.T) {
	golden := 0
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (name == "testdata/oracle" || entry.Name() == "fuzz"):
			return fs.SkipDir
		case path.Base(path.Dir(name)) != "testdata" || entry.IsDir():
			return nil
		}
		golden++
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var file struct {
			MadeBy map[string]any `json:"made_by"`
		}
		if err := json.Unmarshal(text, &file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, key := range []string{"script", "dtype", "python", "numpy"} {
			if v, ok := file.MadeBy[key].(string); !ok || v == "" {
				t.Errorf("%s: made_by.%s is %v", name, key, file.MadeBy[key])
			}
		}
		script, _ := file.MadeBy["script"].(string)
		if _, err := os.Stat(path.Join("testdata/oracle", script)); err != nil || !strings.HasSuffix(script, ".py") {
			t.Errorf("%s: made by %q, which is not in testdata/oracle", name, script)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if golden < 20 {
		t.Errorf("found %d golden files, want at least 20", golden)
	}
}
