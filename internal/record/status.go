package record

import "github.com/chancery-project/chancery/internal/reading"

// status gives the last word: that of the mention published last; of several
// published on one day that of the better source, then that which says that
// it was held, dropped, put off, planned, proposed, in this order. A report
// that looks back at an engagement already held, or that still speaks of it
// as a plan, does not undo it; only an invitation can be taken back after it
// was extended.
func (f *folder) status(e *Engagement) reading.Status {
	rule := "last word"
	last := 0
	for i := 1; i < len(f.faces); i++ {
		a, b := f.faces[last], f.faces[i]
		if a.status == reading.Held && e.Kind != reading.Invitation && b.status != reading.Held {
			rule = "held, said before"
			continue
		}
		if a.pub == b.pub {
			ra, rb := f.group[last].Rank, f.group[i].Rank
			if ra > rb || ra == rb && weight[a.status] >= weight[b.status] {
				continue
			}
		}
		if a.status == reading.Cancelled && weak(b.status) && b.pub-a.pub <= 1 && f.group[i].Rank <= f.group[last].Rank {
			continue // the morning's paper
		}
		last = i
	}
	s := f.faces[last].status
	e.note("status", string(s), rule, f.values(func(i int) string { return string(f.faces[i].status) }))
	return s
}

func weak(s reading.Status) bool { return s == reading.Proposed || s == reading.Planned }

// weight orders the words of one day.
var weight = map[reading.Status]int{
	reading.Held: 5, reading.Cancelled: 4, reading.Postponed: 3, reading.Planned: 2, reading.Proposed: 1,
}

// steps gives the engagement's life: every mention that changed status or, as
// long as it was to come, the time.
func (f *folder) steps() []Step {
	var out []Step
	for i, x := range f.faces {
		m := &f.group[i]
		s := Step{m.Published, m.Published.String(), x.status, m.Said.When, m.Report}
		if n := len(out); n > 0 {
			was := out[n-1]
			if was.Status == s.Status && (was.When == s.When || s.When == "" || s.Status == reading.Held) {
				continue
			}
			if was.Status == reading.Held && s.Status != reading.Cancelled {
				continue
			}
		}
		out = append(out, s)
	}
	return out
}
