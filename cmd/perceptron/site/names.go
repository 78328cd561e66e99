package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"path/filepath"
	"strings"
)

// Hashed is a file whose name holds a hash of its content, so that it may be cached forever: lab.wasm → lab.1a2b3c4d5e.wasm.
func Hashed(name string, data []byte) File {
	sum := sha256.Sum256(data)
	ext := filepath.Ext(name)
	return File{Name: strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext, Data: data}
}

// Integrity is a file's hash as browsers check it: in a tag's integrity attribute, in fetch.
func Integrity(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
