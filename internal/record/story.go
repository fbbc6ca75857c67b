package record

import "slices"

// Carriers gives the mentions in other reports that carry the text of a report
// of the engagement: those that copied it, and what it copied, in order, one of
// each report.
func (e *Engagement) Carriers(report string) []Mention {
	text := e.text(report)
	var out []Mention
	for _, m := range e.Mentions {
		if m.Report != report && e.text(m.Report) == text && !slices.ContainsFunc(out, func(x Mention) bool { return x.Report == m.Report }) {
			out = append(out, m)
		}
	}
	return out
}

// text names the text of a report by the first report that had it.
func (e *Engagement) text(report string) string {
	if of, ok := e.Copies[report]; ok {
		return of
	}
	return report
}

// stories finds which mentions stand in copies of one text: the first of each
// text, and for every mention the index of the first of its text. A text is
// looked for among those of the days before only, so that the record as of a
// day knows the same copies. It gives the reports that are copies, each with
// the report that it copies, or nil.
func (f *folder) stories() map[string]string {
	f.story = make([]int, len(f.group))
	var copies map[string]string
	var firsts []int
	for i := range f.group {
		m := &f.group[i]
		f.story[i] = i
		for len(firsts) > 0 && m.Published-f.group[firsts[0]].Published > printLasting {
			firsts = firsts[1:]
		}
		for _, j := range firsts {
			if m.Print.Near(f.group[j].Print) {
				f.story[i] = j
				break
			}
		}
		if j := f.story[i]; j == i {
			firsts = append(firsts, i)
		} else if of := f.group[j].Report; of != m.Report {
			if copies == nil {
				copies = map[string]string{}
			}
			copies[m.Report] = of
		}
	}
	f.copied = copies != nil
	return copies
}

// ballot counts what mentions say so that copies of one text count once for
// each value, as no copy confirms another.
type ballot struct {
	f    *folder
	said map[vote]bool
}

type vote struct {
	story int
	value string
}

func (f *folder) ballot() ballot { return ballot{f, map[vote]bool{}} }

// counts says whether the i-th mention is the first of its text with a value.
func (b ballot) counts(i int, value string) bool {
	if !b.f.copied {
		return true
	}
	v := vote{b.f.story[i], value}
	first := !b.said[v]
	b.said[v] = true
	return first
}
