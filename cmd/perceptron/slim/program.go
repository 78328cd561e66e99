package slim

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
)

// Rewrite returns a wasm program that does the same and compresses better: its data in larger pieces, without the tables
// that only file names and line numbers in stack traces need, with the table of functions folded, and in fewer instructions.
// Where the tables are not laid out as in the Go that this was written for, or an instruction isn't known, they stay, and say is
// called with the reason. goVersion is the compiler's, as `go env GOVERSION` prints it.
func Rewrite(program []byte, goVersion string, say func(string)) ([]byte, error) {
	sections, err := split(program)
	if err != nil {
		return nil, err
	}
	sections = slices.DeleteFunc(sections, func(s section) bool { return s.id == customSection }) // names, and who made it: for debuggers
	for i, s := range sections {
		if s.id != codeSection {
			continue
		}
		if shorter, err := shorterCode(s.body); err != nil {
			say(fmt.Sprintf("the instructions stay as they are, and the program 20 kB larger: %v", err))
		} else {
			sections[i].body = shorter
		}
	}
	data := slices.IndexFunc(sections, func(s section) bool { return s.id == dataSection })
	if data < 0 {
		return nil, errors.New("a wasm program: no data section")
	}
	memory, err := initialMemory(sections[data].body)
	if err != nil {
		return nil, err
	}
	slimmer := slices.Clone(memory)
	if folded, err := dropTables(slimmer, goVersion); err != nil {
		say(fmt.Sprintf("Go's tables of line numbers stay, and the program 250 kB larger: %v", err))
	} else {
		memory = slimmer
		if sections, err = withStart(sections, unfold(folded)); err != nil {
			return nil, err
		}
		data++
	}
	sections[data].body = segmentsOf(memory)
	return joined(sections), nil
}

// header is the magic number and the version.
const header = "\x00asm\x01\x00\x00\x00"

// joined is the program of these sections.
func joined(sections []section) []byte {
	program := []byte(header)
	for _, s := range sections {
		program = append(program, s.id)
		program = binary.AppendUvarint(program, uint64(len(s.body)))
		program = append(program, s.body...)
	}
	return program
}

// The sections that are looked into or added to (WebAssembly Core Specification, 5.5.2).
const (
	customSection   = 0
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	startSection    = 8
	codeSection     = 10
	dataSection     = 11
)

type section struct {
	id   byte
	body []byte
}

// split finds a program's sections.
func split(program []byte) (sections []section, err error) {
	defer recoverAs(&err, "a wasm program")
	if !bytes.HasPrefix(program, []byte(header)) {
		return nil, errors.New("want a wasm program of version 1")
	}
	for r := (reader{program, len(header)}); r.at < len(r.bytes); {
		id := r.byte()
		sections = append(sections, section{id, r.take(int(r.unsigned()))})
	}
	return sections, nil
}

// A reader reads what wasm is made of. Past the end it panics as Go does; recoverAs makes that an error.
type reader struct {
	bytes []byte
	at    int
}

func (r *reader) byte() byte {
	r.at++
	return r.bytes[r.at-1]
}

func (r *reader) take(n int) []byte {
	insist(n >= 0 && r.at+n <= len(r.bytes), "%d bytes where %d are left", n, len(r.bytes)-r.at)
	r.at += n
	return r.bytes[r.at-n : r.at]
}

// unsigned reads a number in LEB128.
func (r *reader) unsigned() uint64 {
	v, n := binary.Uvarint(r.bytes[r.at:])
	if n <= 0 {
		panic(layoutError("a number that doesn't end"))
	}
	r.at += n
	return v
}

// signed reads a signed number in LEB128, whose sign is the last byte's bit 6.
func (r *reader) signed() (v int64) {
	for shift := 0; ; {
		c := r.byte()
		v |= int64(c&0x7f) << shift
		shift += 7
		if c&0x80 == 0 {
			if c&0x40 != 0 && shift < 64 {
				v |= -1 << shift
			}
			return v
		}
	}
}

// appendSigned writes a signed number in LEB128.
func appendSigned(b []byte, v int64) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}

// A layoutError says what was found in place of what is expected.
type layoutError string

// insist panics with a layoutError unless something is as expected.
func insist(is bool, format string, args ...any) {
	if !is {
		panic(layoutError(fmt.Sprintf(format, args...)))
	}
}

// recoverAs makes an error of a layoutError, and of an index out of range: bytes that are not what they were taken for.
func recoverAs(err *error, what string) {
	switch p := recover().(type) {
	case nil:
	case layoutError:
		*err = fmt.Errorf("%s: %s", what, string(p))
	case runtime.Error:
		*err = fmt.Errorf("%s: %w", what, p)
	default:
		panic(p)
	}
}
