package reading_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// samples gives the reports of a file of JSON lines, which may be compressed.
func samples(t testing.TB, name string) []*report.Report {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out []*report.Report
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var l struct{ ID, Published, Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		day, err := edtf.ParseDay(l.Published)
		if err != nil {
			t.Fatalf("%s: %s: %v", name, l.ID, err)
		}
		out = append(out, &report.Report{ID: l.ID, Published: day, Title: l.Title, Text: l.Text})
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// ours are the sample reports of the repository: dense news of diplomacy,
// which is the slowest to read.
func ours(t testing.TB) []*report.Report { return samples(t, "../../examples/reports.jsonl") }

// joined makes one long report of many.
func joined(reports []*report.Report) *report.Report {
	var b strings.Builder
	for _, r := range reports {
		b.WriteString(r.Text)
		b.WriteString("\n\n")
	}
	return &report.Report{ID: "joined", Published: reports[0].Published, Text: b.String()}
}

func benchmark(b *testing.B, reports []*report.Report) {
	r, err := reading.New()
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, x := range reports {
		size += len(x.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, x := range reports {
			if _, err := r.Read(x); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRead reads the sample reports one by one and all of them as one
// long report, and the file that CHANCERY_BENCH names (JSON lines, which may be
// compressed), as general news has few sentences worth a parse.
func BenchmarkRead(b *testing.B) {
	b.Run("reports", func(b *testing.B) { benchmark(b, ours(b)) })
	b.Run("long", func(b *testing.B) { benchmark(b, []*report.Report{joined(ours(b))}) })
	if name := os.Getenv("CHANCERY_BENCH"); name != "" {
		b.Run("file", func(b *testing.B) { benchmark(b, samples(b, name)) })
	}
}
