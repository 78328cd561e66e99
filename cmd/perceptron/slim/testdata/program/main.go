// Command program does what needs the runtime's tables, and prints what came of it: it collects garbage with pointers in
// frames of many shapes, recovers from panics, runs deferred calls, names functions, and at last crashes.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
)

type tree struct {
	left, right *tree
	name        string
}

func grow(depth int, name string) *tree {
	if depth == 0 {
		return nil
	}
	return &tree{grow(depth-1, name+"l"), grow(depth-1, name+"r"), name}
}

func (t *tree) letters() int {
	if t == nil {
		return 0
	}
	return len(t.name) + t.left.letters() + t.right.letters()
}

//go:noinline
func deep(n int, a, b *tree, s []string, m map[string]*tree, f func() int) int {
	kept := grow(3, fmt.Sprint("deep", n))
	if n%16 == 0 {
		runtime.GC()
	}
	m[kept.name] = kept
	if n == 0 {
		return a.letters() + b.letters() + len(s) + f()
	}
	return deep(n-1, b, a, append(s, kept.name), m, func() int { return kept.letters() + f() })
}

func caught(f func()) (said string) {
	defer func() {
		said = fmt.Sprint(recover())
	}()
	f()
	return "nothing"
}

var list []int

type closer struct{ name string }

func (c *closer) Close() { fmt.Println("closed", c.name) }

func deferred(n int) (err error) {
	for i := range n {
		defer fmt.Println("deferred", i)
	}
	a, b := &closer{"a"}, &closer{"b"}
	defer a.Close()
	if n > 1 {
		defer b.Close()
	}
	defer func() { err = errors.Join(err, fmt.Errorf("recovered: %v", recover())) }()
	var t *tree
	return errors.New(t.name)
}

//go:noinline
func names[T any](T) []string {
	pcs := make([]uintptr, 8)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	var list []string
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "main.") {
			list = append(list, f.Function)
		}
		if !more {
			return list
		}
	}
}

func main() {
	m := map[string]*tree{}
	fmt.Println(deep(100, grow(10, "a"), grow(11, "b"), nil, m, func() int { return 7 }), len(m))
	n := len(os.Args) + 5
	fmt.Println(caught(func() { fmt.Println(list[n]) }))
	fmt.Println(caught(func() { fmt.Println(make([]int, 3)[n-4 : n]) }))
	fmt.Println(caught(func() { fmt.Println(n / len(list)) }))
	fmt.Println(caught(func() { var e any = 1; fmt.Println(e.(string)) }))
	fmt.Println(deferred(3))
	fmt.Println(names(7), names("seven"), tripled(n))
	var wait sync.WaitGroup
	sums := make([]int, 20)
	for i := range sums {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for k := range 50 {
				sums[i] += grow(6, fmt.Sprint(k)).letters()
				runtime.Gosched()
			}
		}()
	}
	wait.Wait()
	fmt.Println(sums)
	crash[int](nil)
}

func tripled(n int) int { return 3 * n }

//go:noinline
func crash[T any](t *tree) { t.name = "crashed" }
