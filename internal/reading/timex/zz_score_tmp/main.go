package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/dateline"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

type tm struct {
	Start int32  `json:"start"`
	End   int32  `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
	EDTF  string `json:"edtf"`
	Text  string `json:"text"`
	Kind  int    `json:"kind"`
	Dir   int    `json:"dir"`
}

func main() {
	in, _ := os.Open(os.Args[1])
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 1<<26), 1<<26)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	var d language.Document
	for sc.Scan() {
		var r struct{ ID, Published, Text string }
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			panic(err)
		}
		pub, err := edtf.ParseDay(r.Published)
		if err != nil {
			panic(err)
		}
		language.Segment(r.Text, &d)
		ref := reference(&d, pub)
		xs := timex.Document(&d, ref, nil)
		out := []tm{}
		for _, x := range xs {
			out = append(out, tm{x.Start, x.End, x.Type.String(), x.Value, string(x.EDTF), r.Text[x.Start:x.End], int(x.Kind), int(x.Direction)})
		}
		rs := []string{}
		for _, x := range timex.Ranges(r.Text, xs, nil) {
			rs = append(rs, string(x.EDTF)+" "+r.Text[x.Start:x.End])
		}
		b, _ := json.Marshal(map[string]any{"id": r.ID, "times": out, "ranges": rs})
		fmt.Fprintf(w, "%s\n", b)
	}
}

func reference(d *language.Document, pub edtf.Day) timex.Reference {
	if l, ok := dateline.Find(d.Text, pub); ok && l.HasDay {
		return timex.Reference{Published: pub, Dateline: l.Day, HasDate: true}
	}
	return timex.Reference{Published: pub}
}
