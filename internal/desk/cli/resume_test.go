package cli

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// cutter ends a run once its standard error says something.
type cutter struct {
	bytes.Buffer
	when string
	cut  context.CancelFunc
}

func (c *cutter) Write(p []byte) (int, error) {
	if strings.Contains(string(p), c.when) {
		c.cut()
	}
	return c.Buffer.Write(p)
}

// TestAddGoesOnWhereItStopped: an archive that was cut off in the middle is
// gone on with behind what is committed, and the record is that of one go.
func TestAddGoesOnWhereItStopped(t *testing.T) {
	folder := t.TempDir()
	archive := filepath.Join(folder, "archive.jsonl.gz")
	var lines bytes.Buffer
	z := gzip.NewWriter(&lines)
	for i := range 1000 {
		text := fmt.Sprintf("Item %d of the day says little.", i)
		if i%100 == 7 {
			text = fmt.Sprintf("Chile's President Gabriel Boric visited Oslo on %d May 2023.", i/100+1)
		}
		if i == 40 || i == 700 {
			text = "\x00"
		}
		fmt.Fprintf(z, `{"id":"r%04d","published":"2023-06-06","text":%q}`+"\n", i, text)
	}
	z.Close()
	if err := os.WriteFile(archive, lines.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(ctx context.Context, stderr io.Writer, args ...string) (int, string) {
		var out bytes.Buffer
		inv := Invocation{Args: args, In: strings.NewReader(""), Out: &out, Err: stderr, Getenv: func(string) string { return "" }, Now: time.Now, Version: "test"}
		return inv.Run(ctx), out.String()
	}
	cut, whole := filepath.Join(folder, "cut.db"), filepath.Join(folder, "whole.db")

	ctx, cancel := context.WithCancel(t.Context())
	first := &cutter{when: "line 701", cut: cancel}
	status, _ := run(ctx, first, "add", "--record", cut, "--workers", "2", archive)
	if status != exitFailed || !strings.Contains(first.String(), "interrupted; the same command goes on where it stopped") {
		t.Fatalf("the cut run ended with %d and said:\n%s", status, first.String())
	}
	var second bytes.Buffer
	status, out := run(t.Context(), &second, "add", "--record", cut, archive)
	if want := "archive.jsonl.gz: going on behind its first 513 entries, of which 1 could not be read, where it was left\n"; status != exitFailed || !strings.Contains(second.String(), want) {
		t.Errorf("the second run ended with %d and said:\n%swant:\n%s", status, second.String(), want)
	}
	if want := "486 reports: 486 new"; !strings.Contains(out, want) {
		t.Errorf("the second run printed %q, want %q", out, want)
	}
	var third bytes.Buffer
	if _, out = run(t.Context(), &third, "add", "--record", cut, archive); strings.Contains(third.String(), "going on") || !strings.Contains(out, "998 in the record already") {
		t.Errorf("a run after the last printed %q and said:\n%s", out, third.String())
	}
	run(t.Context(), io.Discard, "add", "--record", whole, archive)
	_, got := run(t.Context(), io.Discard, "export", "--record", cut)
	_, want := run(t.Context(), io.Discard, "export", "--record", whole)
	if got != want || strings.Count(got, "r0") != 20 {
		t.Errorf("the record of two runs is\n%swant, as in one go,\n%s", got, want)
	}
}
