package slim

import (
	"fmt"
	"strings"
)

// An edit makes another text of a file's. It fails where the file isn't as it was when the edit was written.
type edit func(source string) (string, error)

// edits are the changes to Ebitengine's files, by path. Those that replace a whole file are in shaders.go.
var edits = map[string]edit{
	// go/build finds out where Ebitengine's own sources are, for warnings about callers.
	"internal/debug/caller.go": cut("\t\"go/build\"\n", `		pkg, err := build.Default.Import("github.com/hajimehoshi/ebiten/v2", "", build.FindOnly)
		if err != nil {
			return
		}
		ebitengineFileDir = filepath.ToSlash(pkg.Dir)
`),
	// Two clears of the whole canvas per frame: the game draws over all that it shows, and clears the rest when that moves.
	"internal/ui/context.go": all(cut(`	if ui.IsScreenClearedEveryFrame() {
		c.offscreen.clear()
	}
`, `	if graphicsDriver.NeedsClearingScreen() {
		// This clear is needed for fullscreen mode or some mobile platforms (#622).
		c.screen.clear()
	}
`),
		// time.Time brings its formats, parsers and encoders along wherever reflection may reach it.
		swap("\tlastSwapBufferTime  time.Time\n", "\tlastSwapBufferTime  time.Duration\n"),
		swap("\tnow := time.Now()\n", "\tnow := time.Since(processStart)\n"),
		swap("now.Sub(c.lastSwapBufferTime)", "(now - c.lastSwapBufferTime)"),
		swap("type context struct {\n", "var processStart = time.Now()\n\ntype context struct {\n"),
	),
	"internal/graphicscommand/image.go": all(
		cutFrom("func (i *Image) dumpName(", "func LogImagesInfo("),
		cut("\t\"fmt\"\n", "\t\"io\"\n", "\t\"strconv\"\n", "\t\"strings\"\n", "\t\"github.com/hajimehoshi/ebiten/v2/internal/png\"\n"),
	),
	// Images are restored on Android alone; the compiler doesn't see that while a test could say otherwise.
	"internal/restorable/images.go":     cut("\tif forceRestoration {\n\t\treturn true\n\t}\n"),
	"internal/ui/input.go":              cut("\t\"io/fs\"\n", "\tDroppedFiles      fs.FS\n", "\tdst.DroppedFiles = i.DroppedFiles\n", "\ti.DroppedFiles = nil\n"),
	"internal/inputstate/inputstate.go": all(cut("\t\"io/fs\"\n"), cutFrom("func (i *inputState) DroppedFiles() fs.FS {", end)),
	"run.go": all(
		cut("\t\"io/fs\"\n", "\t\"github.com/hajimehoshi/ebiten/v2/internal/inputstate\"\n"),
		cutFrom("// DroppedFiles returns a virtual file system", "// Tick returns the current tick count.\n"),
	),
	// A context may have a deadline, which is a time.Time. Wasm has one thread, and nobody waits on it.
	"internal/thread/thread.go":          cut("\tLoop(ctx context.Context) error\n"),
	"internal/ui/run.go":                 swap("\t_ = u.mainThread.Loop(ctx)\n", "\t_ = ctx\n"),
	"internal/graphicscommand/thread.go": swap("\t_ = theRenderThread.Loop(ctx)\n", "\t_ = ctx\n"),
	"internal/ui/input_js.go": all(
		cutFrom("var uiKeyToJSKey = map[Key]js.Value{\n", "func IsVirtualKeyboard() bool {\n"),
		swap("func IsVirtualKeyboard() bool {\n", "var uiKeyToJSKey map[Key]js.Value\n\nfunc IsVirtualKeyboard() bool {\n"),
	),
	"internal/ui/ui_js.go": all(
		swap("\tlastCaptureExitTime time.Time\n", "\tlastCaptureExitTime time.Duration\n"),
		swap("u.lastCaptureExitTime = time.Now()", "u.lastCaptureExitTime = time.Since(processStart)"),
		swap("time.Now().Sub(u.lastCaptureExitTime)", "time.Since(processStart)-u.lastCaptureExitTime"),
		// Ten times a second this checks whether sound has to be suspended. There is no sound.
		cutFrom("\t// Run another loop to watch suspended() as the above update function", "\treturn <-errCh\n"),
		cut("\treqStopAudioCh := make(chan struct{})\n\tresStopAudioCh := make(chan struct{})\n",
			"\t\t\t\tclose(reqStopAudioCh)\n\t\t\t\t<-resStopAudioCh\n\n"),
		// Files that are dropped on the canvas are the page's; their file system has a time.Time, too.
		cutFrom("\tv.Call(\"addEventListener\", \"drop\",", "\t// Blur\n"),
		cutFrom("func (u *UserInterface) appendDroppedFiles(", "func (u *UserInterface) forceUpdateOnMinimumFPSMode("),
		cut("\t\"github.com/hajimehoshi/ebiten/v2/internal/file\"\n"),
		// The page gives pointer and keys as messages, and a canvas and a document that no event reaches; there is no gamepad.
		cut("\tu.setCanvasEventHandlers(canvas)\n\n", "\t\"github.com/hajimehoshi/ebiten/v2/internal/gamepad\"\n", `	if err := gamepad.Update(); err != nil {
		return err
	}

`),
		cutFrom("\t// Pointer Lock\n", "\treturn nil\n}\n\nfunc (u *UserInterface) setWindowEventHandlers("),
	),
}

// all makes several edits, one after another.
func all(edits ...edit) edit {
	return func(source string) (string, error) {
		for _, e := range edits {
			var err error
			if source, err = e(source); err != nil {
				return "", err
			}
		}
		return source, nil
	}
}

// cut removes pieces.
func cut(pieces ...string) edit {
	var edits []edit
	for _, piece := range pieces {
		edits = append(edits, swap(piece, ""))
	}
	return all(edits...)
}

// swap replaces a piece that occurs in the file exactly once.
func swap(old, now string) edit {
	return func(source string) (string, error) {
		if strings.Count(source, old) != 1 {
			return "", fmt.Errorf("want once:\n%s", old)
		}
		return strings.Replace(source, old, now, 1), nil
	}
}

// end stands for the end of a file.
const end = ""

// cutFrom removes the text from one piece, which the file has exactly once, up to the next that reads as `to`.
func cutFrom(from, to string) edit {
	return func(source string) (string, error) {
		if strings.Count(source, from) != 1 {
			return "", fmt.Errorf("want once:\n%s", from)
		}
		before, rest, _ := strings.Cut(source, from)
		if to == end {
			return before, nil
		}
		_, after, found := strings.Cut(rest, to)
		if !found {
			return "", fmt.Errorf("want after %q:\n%s", from, to)
		}
		return before + to + after, nil
	}
}
