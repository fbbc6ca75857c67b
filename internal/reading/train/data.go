package main

import (
	"context"
	"fmt"
	"hash/crc32"
	"os"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/reading/gate"
	"github.com/chancery-project/chancery/internal/report/source"
)

// dataset is the sentences of many reports.
type dataset struct{ learn, test []reading.Example }

// of gives the sentences of a step.
func (d *dataset) of(at gate.Step, test bool) []reading.Example {
	list := d.learn
	if test {
		list = d.test
	}
	var out []reading.Example
	for _, x := range list {
		if x.Step == at {
			out = append(out, x)
		}
	}
	return out
}

// load reads the reports of files.
func load(names []string) (*dataset, error) {
	r, err := reading.New()
	if err != nil {
		return nil, err
	}
	d := &dataset{}
	for _, name := range names {
		n := 0
		for rep, err := range source.Open(context.Background(), []string{name}, source.Options{}) {
			if err != nil {
				return nil, err
			}
			list, _, err := r.Examples(rep)
			if err != nil {
				return nil, err
			}
			n++
			if crc32.ChecksumIEEE([]byte("gate"+rep.ID))%5 == 0 {
				d.test = append(d.test, list...)
			} else {
				d.learn = append(d.learn, list...)
			}
		}
		fmt.Fprintf(os.Stderr, "%s: %d reports\n", name, n)
	}
	return d, nil
}
