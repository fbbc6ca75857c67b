package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"testing"
)

// BenchmarkRead measures the whole way from JSON lines to JSON lines on one
// worker, in bytes of report text: what `chancery read --format jsonl` does.
func BenchmarkRead(b *testing.B) {
	input, err := os.ReadFile("../../../examples/reports.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	text := 0
	for line := range bytes.Lines(input) {
		var r struct{ Text string }
		if err := json.Unmarshal(line, &r); err != nil {
			b.Fatal(err)
		}
		text += len(r.Text)
	}
	b.SetBytes(int64(text))
	b.ReportAllocs()
	for b.Loop() {
		inv := Invocation{Args: []string{"read", "--format", "jsonl", "--workers", "1", "-"}, In: bytes.NewReader(input), Out: io.Discard, Err: io.Discard, Getenv: func(string) string { return "" }}
		if code := inv.Run(b.Context()); code != exitDone {
			b.Fatalf("read exited with %d", code)
		}
	}
}
