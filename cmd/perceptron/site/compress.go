package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
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
	w := brotli.NewWriterOptions(&buf, brotli.WriterOptions{Quality: quality, LGWin: 24})
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return buf.Bytes(), err
}

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
