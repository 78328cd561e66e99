package main

import (
	"runtime"
	"runtime/debug"
)

// What a program's memory has once grown to, a browser never gets back. Go lets what is no longer needed grow to as much as is
// in use before it clears up, which around a million points is much; and clearing up is cheap there, as points hold no pointers
// to follow.
const (
	roomy  = 16 << 20 // with more bytes than this in use,
	growth = 10       // percent of them may be added before the next time; Go's own is 100
)

// spareMemory says after each collection, of which a finalizer is told, how far memory may grow until the next.
func spareMemory() {
	type collected struct{ _ [2]uint64 } // too large to lie in one piece with others, which would keep it
	percent := 100
	var again func(*collected)
	again = func(c *collected) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		next := 100
		if m.HeapAlloc > roomy {
			next = growth
		}
		if next != percent {
			percent = next
			debug.SetGCPercent(percent)
		}
		runtime.SetFinalizer(c, again)
	}
	runtime.SetFinalizer(&collected{}, again)
}
