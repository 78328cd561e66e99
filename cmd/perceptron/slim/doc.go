// Package slim makes the WebAssembly program about half as large to download as the go command alone does.
//
// It works on copies: Prepare makes one of Ebitengine, edited, in the project's .cache, and overlays two files of Go's
// standard library; Rewrite takes what the compiler gave. Nothing of either source is part of the project, and go build,
// go vet and go test use the plain modules, as does `perceptron build -plain`. What each part saves is measured by
// `make size`; docs/performance.md has the table.
//
//   - Shaders are compiled from Kage to GLSL here, by Ebitengine's own compiler, and not in the browser. The program then
//     links no parser, no big numbers and no compiler (shaders.go).
//   - Code that this program never needs is cut: dumping and restoring images, timers for sound, the type time.Time, events of
//     the canvas and gamepads (edits.go).
//   - Settings of GODEBUG and execution traces, which no browser can ask for, are stubs (standard.go).
//   - Detours that Go's compiler takes for WebAssembly are cut short: 64-bit addresses that become 32-bit ones, conditions
//     negated twice, nops (code.go).
//   - The linker cuts the program's data at each run of zeros. Larger pieces compress better (data.go).
//   - Tables that only file names and line numbers in stack traces need are dropped, and names of functions that were inlined
//     everywhere (tables.go). Traces keep the names of functions.
//   - The table of functions that stays is delivered folded, column by column, and laid out by a start function, of which
//     this package writes the code (fold.go, unfold.go).
//
// Each is guarded. A file that is replaced whole has a known SHA-256, and a piece that is cut occurs in its file exactly
// once: with another Ebitengine the build fails and names the file. With another Go than the one that was looked at, what
// belongs to Go is left as it is, and the build says so.
package slim
