package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// marker shows that a folder is ours to empty.
const marker = ".perceptron-site"

// place is where a folder is written: itself, or what a link leads to. One that holds anything but a site is refused, and so is what
// is no folder.
func place(out string) (string, error) {
	if out == "" {
		return "", errors.New("build: no folder: want one to write")
	}
	at, err := filepath.EvalSymlinks(out)
	if errors.Is(err, fs.ErrNotExist) {
		return filepath.Clean(out), nil
	}
	if err != nil {
		return "", fmt.Errorf("build: %s: %w: want a folder that is empty or new", out, err)
	}
	entries, err := os.ReadDir(at)
	if err != nil {
		return "", fmt.Errorf("build: %w: want a folder that is empty or new", err)
	}
	if _, err := os.Lstat(filepath.Join(at, marker)); err != nil && len(entries) > 0 {
		return "", fmt.Errorf("build: %s holds files of another kind: want a folder that is empty or new", out)
	}
	return at, nil
}

// write replaces the folder's content by the files. Whenever it ends, by itself or killed, there is all of the old content or all of
// the new.
func write(out string, files []File) error {
	at, err := place(out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(at), filepath.Base(at)+".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	next, last := filepath.Join(work, "next"), filepath.Join(work, "last")
	if err := writeInto(next, files); err != nil {
		return err
	}
	if err := os.Rename(at, last); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(next, at); err != nil {
		return errors.Join(err, os.Rename(last, at))
	}
	return nil
}

func writeInto(dir string, files []File) error {
	for _, f := range append([]File{{Name: marker}}, files...) {
		for suffix, data := range map[string][]byte{"": f.Data, ".br": f.Brotli, ".gz": f.Gzip} {
			if suffix != "" && data == nil {
				continue
			}
			path := filepath.Join(dir, f.Name+suffix)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(path, data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
