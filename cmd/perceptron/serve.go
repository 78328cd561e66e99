package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// runServe serves a folder until it is interrupted: perceptron serve [-addr 127.0.0.1:8080] [DIR].
func runServe(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("perceptron serve", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8080", "the `host:port` to listen on; port 0 takes a free one")
	if status, ok := parse(flags, args); !ok {
		return status
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	fail := func(status int, err error) int {
		fmt.Fprintln(stderr, "perceptron serve:", err)
		return status
	}
	dir := "dist"
	switch flags.NArg() {
	case 0:
	case 1:
		dir = flags.Arg(0)
	default:
		return fail(2, fmt.Errorf("%q: want one folder, and flags before it", flags.Args()))
	}
	site, err := openFolder(dir)
	if err != nil {
		return fail(2, fmt.Errorf("%w: want the folder of a built site; perceptron build makes one", err))
	}
	listener, err := net.Listen("tcp", *addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fail(1, fmt.Errorf("%s is taken by another program; choose another port with -addr, as in -addr 127.0.0.1:8081", *addr))
	}
	if err != nil {
		return fail(2, fmt.Errorf("-addr %s: %w: want host:port, as in 127.0.0.1:8080", *addr, err))
	}
	if reached := reachedFrom(listener.Addr()); reached != "" {
		fmt.Fprintln(stderr, "perceptron serve:", reached)
	}
	fmt.Fprintf(stdout, "Perceptron Lab: %s\n", urlOf(listener.Addr()))
	if err := serve(ctx, listener, site); err != nil {
		return fail(1, err)
	}
	return 0
}

// serve answers until ctx ends, then gives requests in progress a few seconds to finish.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	// A request is a few lines, but a response may take its time on a slow connection.
	server := &http.Server{
		Handler: handler, MaxHeaderBytes: 16 << 10,
		ReadTimeout: 10 * time.Second, WriteTimeout: 5 * time.Minute, IdleTimeout: 15 * time.Second,
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if server.Shutdown(last) != nil {
		server.Close()
	}
	return nil
}

// reachedFrom says so if other machines may reach the server; empty: none may.
func reachedFrom(addr net.Addr) string {
	host, _, _ := net.SplitHostPort(addr.String())
	if ip := net.ParseIP(host); ip != nil && ip.IsLoopback() {
		return ""
	}
	return fmt.Sprintf("%s is open to other machines; 127.0.0.1 is to this one alone", addr)
}

// urlOf is where a browser on this machine finds the server.
func urlOf(addr net.Addr) string {
	host, port, _ := net.SplitHostPort(addr.String())
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}
