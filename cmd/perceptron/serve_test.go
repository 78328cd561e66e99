package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// serving writes files to a folder and serves it.
func serving(t *testing.T, files map[string]string) http.Handler {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dist")
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile(filepath.Join(dir, "..", "secret"), []byte("secret"), 0o666)
	os.Symlink("../secret", filepath.Join(dir, "leak"))
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return &static{root}
}

func get(h http.Handler, method, path string, header ...string) *http.Response {
	r := httptest.NewRequest(method, "http://lab"+path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(r *http.Response) string {
	b, _ := io.ReadAll(r.Body)
	return string(b)
}

var files = map[string]string{
	"index.html": "<p>lab", "post/index.html": "<p>post", "scene.json": "{}", "lab.1a2b3c4d.js": "0123456789",
	"lab.1a2b3c4d.js.br": "br!", "lab.1a2b3c4d.js.gz": "gz!!", "lab.ABCDEFGH.wasm": "\x00asm", "style.css": "p{}",
	"m.mjs": "", "a.svg": "", "app.webmanifest": "{}", ".git/config": "x", "x.bin": "\x01", "only.bootstrap.css": "",
}

func TestServeFiles(t *testing.T) {
	h := serving(t, files)
	const forever, check = "public, max-age=31536000, immutable", "no-cache"
	for _, c := range []struct{ path, body, mime, cache string }{
		{"/", "<p>lab", "text/html; charset=utf-8", check},
		{"/index.html", "<p>lab", "text/html; charset=utf-8", check},
		{"/post/", "<p>post", "text/html; charset=utf-8", check},
		{"/scene.json?v=1", "{}", "application/json", check},
		{"/lab.1a2b3c4d.js", "0123456789", "text/javascript; charset=utf-8", forever},
		{"/lab.ABCDEFGH.wasm", "\x00asm", "application/wasm", forever},
		{"/style.css", "p{}", "text/css; charset=utf-8", check},
		{"/only.bootstrap.css", "", "text/css; charset=utf-8", check},
		{"/m.mjs", "", "text/javascript; charset=utf-8", check},
		{"/a.svg", "", "image/svg+xml", check},
		{"/app.webmanifest", "{}", "application/manifest+json", check},
		{"/x.bin", "\x01", "application/octet-stream", check},
	} {
		r := get(h, "GET", c.path)
		if r.StatusCode != 200 || body(r) != c.body || r.Header.Get("Content-Type") != c.mime || r.Header.Get("Cache-Control") != c.cache {
			t.Errorf("%s: %d %v", c.path, r.StatusCode, r.Header)
		}
		if r.Header.Get("Access-Control-Allow-Origin") != "*" || r.Header.Get("ETag") == "" {
			t.Errorf("%s: %v", c.path, r.Header)
		}
	}
}

func TestServeRefuses(t *testing.T) {
	h := serving(t, files)
	for _, path := range []string{"/none", "/none/", "/../secret", "/%2e%2e/secret", "/..%2fsecret", "/..%5csecret", "/leak", "/.git/config",
		"/post/.git", "/index.html/", "/%00", "//secret"} {
		if r := get(h, "GET", path); r.StatusCode != 404 || strings.Contains(body(r), "secret") {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
	if r := get(h, "POST", "/"); r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d %v", r.StatusCode, r.Header)
	}
	if r := get(h, "GET", "/post"); r.StatusCode != 301 || r.Header.Get("Location") != "post/" {
		t.Errorf("/post: %d %v", r.StatusCode, r.Header)
	}
}

func TestServeCompressed(t *testing.T) {
	h := serving(t, files)
	for accept, want := range map[string]string{
		"": "0123456789", "gzip, deflate, br": "br!", "gzip": "gz!!", "br;q=0, gzip;q=0.5": "gz!!", "*": "br!",
		"gzip;q=0": "0123456789", "identity": "0123456789", "br; q=1.0": "br!", "*;q=0": "0123456789",
	} {
		r := get(h, "GET", "/lab.1a2b3c4d.js", "Accept-Encoding", accept)
		text := body(r)
		if text != want || r.Header.Get("Vary") != "Accept-Encoding" || r.ContentLength != int64(len(want)) {
			t.Errorf("%q: %q, %v", accept, text, r.Header)
		}
		if e := r.Header.Get("Content-Encoding"); e != map[string]string{"br!": "br", "gz!!": "gzip"}[want] {
			t.Errorf("%q: Content-Encoding %q", accept, e)
		}
		if m := r.Header.Get("Content-Type"); m != "text/javascript; charset=utf-8" {
			t.Errorf("%q: Content-Type %q", accept, m)
		}
		head := get(h, "HEAD", "/lab.1a2b3c4d.js", "Accept-Encoding", accept)
		if head.StatusCode != 200 || body(head) != "" || head.ContentLength != int64(len(want)) || head.Header.Get("ETag") != r.Header.Get("ETag") {
			t.Errorf("HEAD %q: %d %v", accept, head.StatusCode, head.Header)
		}
		again := get(h, "GET", "/lab.1a2b3c4d.js", "Accept-Encoding", accept, "If-None-Match", r.Header.Get("ETag"))
		if again.StatusCode != 304 || body(again) != "" {
			t.Errorf("%q again: %d", accept, again.StatusCode)
		}
	}
}

func TestServeRange(t *testing.T) {
	h := serving(t, files)
	r := get(h, "GET", "/lab.1a2b3c4d.js", "Range", "bytes=2-4", "Accept-Encoding", "br")
	if r.StatusCode != 206 || body(r) != "234" || r.Header.Get("Content-Range") != "bytes 2-4/10" || r.Header.Get("Content-Encoding") != "" || r.ContentLength != 3 {
		t.Errorf("%d %v", r.StatusCode, r.Header)
	}
	if r := get(h, "GET", "/lab.1a2b3c4d.js", "Range", "bytes=20-"); r.StatusCode != 416 {
		t.Errorf("past the end: %d", r.StatusCode)
	}
}

func TestServeEndsWhenAsked(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- serve(ctx, listener, serving(t, files)) }()
	r, err := http.Get(urlOf(listener.Addr()))
	if err != nil || r.StatusCode != 200 {
		t.Fatal(err)
	}
	r.Body.Close()

	var out, errs bytes.Buffer
	if status := run([]string{"serve", "-addr", listener.Addr().String(), t.TempDir()}, nil, &out, &errs); status != 1 ||
		!strings.Contains(errs.String(), listener.Addr().String()+" is taken") || !strings.Contains(errs.String(), "-addr") {
		t.Errorf("a taken port: status %d, %s", status, errs.String())
	}
	stop()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Error("it goes on")
	}
}

func TestServeSaysWhoMayReachIt(t *testing.T) {
	for ip, open := range map[string]bool{"127.0.0.1": false, "127.0.0.2": false, "::1": false, "0.0.0.0": true, "::": true, "192.0.2.1": true} {
		if said := reachedFrom(&net.TCPAddr{IP: net.ParseIP(ip), Port: 8080}); (said != "") != open {
			t.Errorf("%s: %q", ip, said)
		}
	}
}

func TestURLOf(t *testing.T) {
	for want, ip := range map[string]string{
		"http://127.0.0.1:8080/": "127.0.0.1", "http://localhost:8080/": "0.0.0.0", "http://[::1]:8080/": "::1",
	} {
		if got := urlOf(&net.TCPAddr{IP: net.ParseIP(ip), Port: 8080}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
