package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/bits"
	"path"
	"sync"

	"github.com/andybalholm/brotli"
)

// Compress fills in the compressed forms of every file, as small as possible.
func Compress(files []File) error { return compress(files, true) }

// compress fills in the compressed forms of every file except those that are already compressed.
func compress(files []File, best bool) error {
	quality, level := 4, gzip.DefaultCompression
	if best {
		quality, level = brotli.BestCompression, gzip.BestCompression
	}
	var wg sync.WaitGroup
	errs := make([]error, len(files))
	for i := range files {
		wg.Go(func() {
			f := &files[i]
			if path.Ext(f.Name) == ".png" {
				return
			}
			if f.Brotli, errs[i] = brotlied(f.Data, quality); errs[i] == nil {
				f.Gzip, errs[i] = gzipped(f.Data, level)
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("compress %s: %w", files[i].Name, err)
		}
	}
	return nil
}

func brotlied(data []byte, quality int) ([]byte, error) {
	var buf bytes.Buffer
	w := brotli.NewWriterOptions(&buf, brotli.WriterOptions{Quality: quality, LGWin: window(len(data))})
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return buf.Bytes(), err
}

// window is the base 2 logarithm of the least window that holds so many bytes, from 16 to 24. A larger one finds no more, and
// brotli takes memory in proportion.
func window(size int) int { return min(max(bits.Len(uint(size+15)), 16), 24) }

func gzipped(data []byte, level int) ([]byte, error) {
	var buf bytes.Buffer
	w, err := gzip.NewWriterLevel(&buf, level)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = w.Close()
	return buf.Bytes(), err
}
