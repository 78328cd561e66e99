package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"
)

// needed are the flags that mean nothing without a value: one whose value is empty comes from a variable that isn't set.
var needed = []string{"scene", "preset", "csv", "columns", "from", "addr", "base"}

// parse parses a command's arguments. If ok is false the command ends with the status: 0 after -h, 2 after what isn't right.
func parse(flags *flag.FlagSet, args []string) (status int, ok bool) {
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0, false
	} else if err != nil {
		return 2, false
	}
	ok = true
	flags.Visit(func(f *flag.Flag) {
		if f.Value.String() == "" && slices.Contains(needed, f.Name) {
			kind, _ := flag.UnquoteUsage(f)
			fmt.Fprintf(flags.Output(), "%s: -%s \"\": want its %s, or no -%s\n", flags.Name(), f.Name, kind, f.Name)
			status, ok = 2, false
		}
	})
	return status, ok
}
