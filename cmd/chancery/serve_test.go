package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// announced collects what a server prints and says when its address is known.
type announced struct {
	mu    sync.Mutex
	b     bytes.Buffer
	found chan string
	once  sync.Once
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

func (a *announced) Write(p []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.b.Write(p)
	if at := address.Find(a.b.Bytes()); at != nil {
		a.once.Do(func() { a.found <- string(at) })
	}
	return len(p), nil
}

func TestServeTheDemo(t *testing.T) {
	for _, home := range []string{"state", "secretariat"} {
		ctx, cancel := context.WithCancel(t.Context())
		out := &announced{found: make(chan string, 1)}
		code := make(chan int, 1)
		go func() {
			code <- run(ctx, []string{"serve", "--demo", "--home", home, "--address", "127.0.0.1:0", newData(t)}, strings.NewReader(""), out, io.Discard)
		}()
		select {
		case at := <-out.found:
			resp, err := http.Get(at)
			if err != nil {
				t.Fatal(err)
			}
			page, err := io.ReadAll(resp.Body)
			resp.Body.Close()
			want := map[string]string{"state": "Kazakhstan", "secretariat": "Women Development Organization"}[home]
			if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(page), want) {
				t.Errorf("the first page of %s: %d, %v", home, resp.StatusCode, err)
			}
		case c := <-code:
			t.Fatalf("the demo of %s ended with code %d", home, c)
		}
		cancel()
		if c := <-code; c != done {
			t.Errorf("interrupted, the demo of %s ends with code %d", home, c)
		}
	}
}
