package jsonl

import (
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
)

// news makes n reports of about the given number of bytes.
func news(n, size int) []byte {
	const paragraph = "The foreign minister told reporters in Ankara on Tuesday that \"the talks\" would go on. The president’s office said no more about it.\n\n"
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for i := range n {
		enc.Encode(map[string]string{
			"id": fmt.Sprintf("b%04d", i), "published": "2024-11-16", "outlet": "Wire", "title": "Ministers meet in Ankara",
			"text": strings.Repeat(paragraph, 1+size/len(paragraph)),
		})
	}
	return []byte(b.String())
}

func bench(b *testing.B, n, size int, open func(string) iter.Seq2[*report.Report, error]) {
	file := string(news(n, size))
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		got := 0
		for _, err := range open(file) {
			if err != nil {
				b.Fatal(err)
			}
			got++
		}
		if got != n {
			b.Fatalf("got %d reports; want %d", got, n)
		}
	}
}

func BenchmarkLines(b *testing.B) {
	for _, size := range []int{300, 2500, 40000} {
		b.Run(fmt.Sprintf("text=%d", size), func(b *testing.B) {
			bench(b, 2_000_000/size, size, func(file string) iter.Seq2[*report.Report, error] {
				return Lines(&report.Input{Name: "b", Body: strings.NewReader(file)})
			})
		})
	}
}

func BenchmarkValues(b *testing.B) {
	bench(b, 800, 2500, func(file string) iter.Seq2[*report.Report, error] {
		return Values(&report.Input{Name: "b", Body: strings.NewReader(file)})
	})
}
