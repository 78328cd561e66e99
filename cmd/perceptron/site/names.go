package site

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
)

// hashed is a file whose name holds a hash of its content, so that it may be cached for ever: lab.wasm → lab.1a2b3c4d5e.wasm.
func hashed(name string, data []byte) File {
	sum := sha256.Sum256(data)
	ext := filepath.Ext(name)
	return File{Name: strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext, Data: data}
}
