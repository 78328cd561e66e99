package site

import "testing"

func TestBuildsInOneFolderTakeTurns(t *testing.T) {
	root := t.TempDir()
	silent := func(string) { t.Error("the first build waits") }
	end, err := takeTurn(root, silent)
	if err != nil {
		t.Fatal(err)
	}
	waits, over := make(chan string), make(chan error)
	go func() {
		second, err := takeTurn(root, func(doing string) { waits <- doing })
		if err == nil {
			second()
		}
		over <- err
	}()
	if doing := <-waits; doing != "waiting for another build in this folder" {
		t.Errorf("it says %q", doing)
	}
	select {
	case err := <-over:
		t.Fatalf("the second build didn't wait: %v", err)
	default:
	}
	end()
	if err := <-over; err != nil {
		t.Error(err)
	}
}
