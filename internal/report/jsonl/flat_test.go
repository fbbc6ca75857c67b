package jsonl

import (
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// FuzzFlat compares what flat reads with what json.Unmarshal does.
func FuzzFlat(f *testing.F) {
	for _, line := range []string{
		one, two, `{}`, `{"id":"a"} x`, `{"id":"a",}`, `{"ID":"a","id":"b"}`, `{"id":7}`, `{"id":null,"text":"a"}`, " {\t\"id\" : \"a\" }\n",
		`{"text":"\n\"two\"\\ lines\/\b\f\r\t"}`, `{"text":"\u00e9"}`, `{"text":"\x"}`, `{"text":"\`, `{"text":"a\"}`, `{"te\txt":"a"}`, "{\"text\":\"a\nb\"}",
		`{"id":"a","id":"b"}`, `{"text":""}`, `{"":""}`, `{"text"}`, `{"text":}`, `{"title":"“é”","x":"y"}`, `{"text":"a" "id":"b"}`, `{"text":"\n"`, `{"\u212AId":"a","\u017f":"b"}`,
	} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var got, want object
		if !utf8.Valid(line) || !flat(line, &got) {
			return
		}
		if err := json.Unmarshal(line, &want); err != nil || got != want {
			t.Errorf("%q: read as %+v; want %+v, error %v", line, got, want, err)
		}
	})
}

func TestFlatReadsWhatIsCommon(t *testing.T) {
	for _, line := range []string{two, `{"id": "a", "published": "2024-11-16", "title": "T", "text": "A \"talk\".\n\nB"}`} {
		if !flat([]byte(line), &object{}) {
			t.Errorf("%s: left to json.Unmarshal", line)
		}
	}
}
