package main

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// static serves the files below a folder, and nothing outside it: os.Root refuses .. and links that lead out.
//
// FILE.br or FILE.gz beside FILE is sent in its place to clients that accept it, if it can be read. A folder is its
// index.html; there are no listings, and no files whose name begins with a dot. Any site may use the files: an embed in a
// sandboxed frame has the origin null.
type static struct{ root *os.Root }

// sent are headers of every response. Pages use none of a device's sensors and share no window with those that open them.
var sent = map[string]string{
	"Access-Control-Allow-Origin":  "*",
	"Cross-Origin-Resource-Policy": "cross-origin",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	"Referrer-Policy":              "strict-origin-when-cross-origin",
	"X-Content-Type-Options":       "nosniff",
}

func (s *static) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for name, value := range sent {
		h.Set(name, value)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "want GET or HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || endsInFolder.MatchString(r.URL.Path) {
		name = path.Join(name, "index.html")
	}
	info := s.stat(name)
	if info == nil && s.stat(name+"/index.html") != nil {
		folder := url.URL{Path: path.Base(name) + "/", RawQuery: r.URL.RawQuery}
		w.Header().Set("Location", folder.String()) // relative: right behind a proxy too
		w.WriteHeader(http.StatusMovedPermanently)
		return
	}
	if info == nil {
		http.Error(w, "404: no such file", http.StatusNotFound)
		return
	}
	s.send(w, r, name, info)
}

// send sends the file, or its compressed form. A range is always one of the uncompressed file. Only what is sent is opened.
func (s *static) send(w http.ResponseWriter, r *http.Request, name string, info fs.FileInfo) {
	if !strings.HasPrefix(r.Header.Get("Range"), "bytes=") || info.Size() == 0 {
		r.Header.Del("Range") // of an unknown unit, or of nothing: net/http's answers to these are invalid
	}
	var file *os.File
	var opened fs.FileInfo
	encoding, varies := "", false
	for _, c := range []struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if s.stat(name+c.suffix) == nil {
			continue
		}
		varies = true
		if r.Header.Get("Range") != "" || !accepts(r.Header.Get("Accept-Encoding"), c.encoding) {
			continue
		}
		if file, opened = s.open(name + c.suffix); file != nil {
			encoding = c.encoding
			break
		}
	}
	if file == nil {
		file, opened = s.open(name)
	}
	if file == nil {
		http.Error(w, "404: no such file", http.StatusNotFound)
		return
	}
	defer file.Close()

	h := w.Header()
	h.Set("Content-Type", typeOf(name))
	if hashed(name) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	if varies {
		h.Set("Vary", "Accept-Encoding")
	}
	tag := fmt.Sprintf("%x-%x", info.Size(), info.ModTime().UnixNano())
	if encoding != "" {
		tag += "-" + encoding
		h.Set("Content-Encoding", encoding)
		h.Set("Content-Length", strconv.FormatInt(opened.Size(), 10)) // ServeContent leaves it out here
	}
	h.Set("ETag", `"`+tag+`"`)
	if lastOfNothing.MatchString(r.Header.Get("Range")) && !strings.Contains(r.Header.Get("Range"), ",") {
		h.Set("Content-Range", fmt.Sprintf("bytes */%d", info.Size()))
		http.Error(w, "416: want a part of the file", http.StatusRequestedRangeNotSatisfiable)
		return
	}
	if lastOfNothing.MatchString(r.Header.Get("Range")) {
		r.Header.Del("Range") // one of several: the whole file is an answer, too
	}
	http.ServeContent(w, r, "", info.ModTime(), file)
}

// endsInFolder is the path of a folder, after which a relative Location would be a path below it.
var endsInFolder = regexp.MustCompile(`(^|/)\.{0,2}$`)

// lastOfNothing is a range to which net/http gives an invalid answer.
var lastOfNothing = regexp.MustCompile(`[=,]\s*-\+?0+\s*(,|$)`)

// stat tells of a regular file, or returns nil. Anything else is never opened: opening a pipe would wait for somebody to write to it.
func (s *static) stat(name string) fs.FileInfo {
	if !fs.ValidPath(name) || strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
		return nil
	}
	if info, err := s.root.Stat(name); err == nil && info.Mode().IsRegular() {
		return info
	}
	return nil
}

// open opens a regular file that stat told of, or returns nil; what it is by now, and how long, only the open file tells.
func (s *static) open(name string) (*os.File, fs.FileInfo) {
	file, err := s.root.Open(name)
	if err != nil {
		return nil, nil
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		file.Close()
		return nil, nil
	}
	return file, info
}

// accepts reports whether an Accept-Encoding header allows the encoding: named or *, and not with q=0.
func accepts(header, encoding string) bool {
	any := false
	for _, part := range strings.Split(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		allowed := true
		if q, ok := strings.CutPrefix(strings.ToLower(strings.ReplaceAll(parameters, " ", "")), "q="); ok {
			weight, err := strconv.ParseFloat(q, 64)
			allowed = err == nil && weight > 0
		}
		switch strings.ToLower(strings.TrimSpace(name)) {
		case encoding:
			return allowed
		case "*":
			any = allowed
		}
	}
	return any
}

var hashPattern = regexp.MustCompile(`\.([0-9a-f]{8,}|[A-Z2-7]{8,}|[a-z2-7]{8,})\.[a-z0-9]+$`)

// hashed reports whether a name holds a hash of the content, as in lab.1a2b3c4d.js, so that it never stands for other content.
func hashed(name string) bool {
	m := hashPattern.FindStringSubmatch(name)
	return m != nil && (strings.ContainsAny(m[1], "0123456789") || m[1] == strings.ToUpper(m[1])) // not plain words
}

// types lists the types of a site's files; mime.TypeByExtension differs from machine to machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".wasm": "application/wasm",
	".json": "application/json", ".map": "application/json", ".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".xml": "application/xml", ".py": "text/x-python; charset=utf-8", ".md": "text/markdown; charset=utf-8",
}

func typeOf(name string) string {
	if t, ok := types[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}
