package cli

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestServeAnswersUntilItIsInterrupted runs the command on a free port, asks
// for the first page and ends it.
func TestServeAnswersUntilItIsInterrupted(t *testing.T) {
	record := filepath.Join(t.TempDir(), "record.db")
	said, out := io.Pipe()
	run := func(ctx context.Context, w io.Writer, args ...string) int {
		return Invocation{Args: args, In: strings.NewReader("date 2024-05-14\n\nNothing happened.\n"), Out: io.Discard, Err: w, Getenv: func(string) string { return "" }, Now: time.Now}.Run(ctx)
	}
	if code := run(t.Context(), io.Discard, "add", "--record", record, "-"); code != exitDone {
		t.Fatalf("add exited with %d", code)
	}
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, out, "serve", "--record", record, "--listen", "127.0.0.1:0") }()

	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.Copy(io.Discard, said) }()
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(line)
	if address == "" {
		t.Fatalf("serve does not say where it is: %q", line)
	}
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(body), "1 report") {
		t.Errorf("GET %s: status %d, error %v, body\n%s", address, resp.StatusCode, err, body)
	}
	interrupt()
	if code := <-ended; code != exitDone {
		t.Errorf("serve exited with %d after an interrupt, want %d", code, exitDone)
	}
}
