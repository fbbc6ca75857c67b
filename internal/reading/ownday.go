package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// ownDays gives the days that a sentence tells of a gathering beside those of
// the journey to it: "leaves on Sunday to attend the summit on Monday and
// Tuesday", "arrived on Sunday for Monday's summit". They are counted from the
// journey. Empty where the sentence tells one time only.
func (p *page) ownDays(si, noun int, v *event) (edtf.Date, int32) {
	times := p.sents[si].times
	if len(times) < 2 {
		return "", -1
	}
	t := p.tree(si)
	base, own := int32(-1), int32(-1)
	for _, k := range times {
		x := &p.times[k]
		first, last, ok := x.EDTF.Bounds()
		switch {
		case !ok || x.Type != timex.Date && x.Type != timex.Time || x.Kind == timex.Vague || x.Relation != timex.At && x.Relation != timex.From && x.Relation != timex.For:
		case x.Last < noun && t.within(x.First, noun): // "Monday's summit"
			own = k
		case x.Last < noun:
			if v := t.head(p.timeHead(t, x)); first == last && v >= 0 && t.isVerb(v) && !speech(t.lemma(v)) && (x.Kind == timex.Weekday || x.Kind == timex.Yearless || x.Kind == timex.Relative) {
				base = k
			}
		case own < 0 && base >= 0 && p.rightBehind(t, noun, x.First):
			own = k
		}
	}
	if base < 0 || own < 0 {
		return "", -1
	}
	from, _, _ := p.times[base].EDTF.Bounds()
	if v != nil && len(v.times) > 0 && v.times[0] == base { // by its tense
		from, _, _ = v.when.Bounds()
	}
	x := &p.times[own]
	first, last, ok := x.EDTF.Bounds()
	if x.Kind == timex.Weekday || x.Kind == timex.Yearless {
		first, last, ok = x.Resolve(from-1, timex.Future).Bounds()
	}
	if r := p.inRange[own]; r >= 0 {
		if f, l, two := p.ranges[r].EDTF.Bounds(); two {
			last = first + l - f
		}
	}
	if !ok || first < from || first > from+5 || last-first > 6 {
		return "", -1
	}
	return edtf.Interval(first, last), own
}

// rightBehind tells whether nothing but its place and words for its taking
// place stand between a gathering and a time: "the summit in Lima, which opens
// on Monday", "the forum to be held on May 4".
func (p *page) rightBehind(t *tree, noun, time int) bool {
	if time-noun > 9 {
		return false
	}
	for k := noun + 1; k < time; k++ {
		switch t.upos(k) {
		case language.ADP, language.AUX, language.DET, language.PRON, language.PROPN, language.PART:
			if w := strings.ToLower(t.word(k)); w == "after" || w == "before" || w == "who" {
				return false
			}
		case language.VERB, language.ADJ, language.NOUN:
			switch t.lemma(k) {
			case "hold", "take", "place", "open", "begin", "start", "schedule", "plan", "due", "set", "slate", "convene", "kick":
			default:
				return false
			}
		case language.PUNCT:
			if t.word(k) != "," && t.word(k) != "(" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// onOwnDays gives a gathering its own days where the sentence tells them beside
// those of the journey v to it, nil where that is the one told before, and
// takes it as over where the journey was made and they have passed.
func (p *page) onOwnDays(e *event, noun int, v *event) bool {
	if len(p.sents[e.sent].times) < 2 {
		return false
	}
	for i := range p.events {
		if o := &p.events[i]; v == nil && o.kind == Visit && o.sent == e.sent && o.when != "" {
			v = o
		}
	}
	d, k := p.ownDays(e.sent, noun, v)
	if d == "" {
		return false
	}
	e.when, e.times = d, []int32{k}
	switch first, last, _ := d.Bounds(); {
	case first > p.ref && e.status == Held:
		e.status = Planned
	case first <= p.ref && e.status == Planned && v != nil && v.status == Held:
		e.status = Held
	case last < p.ref && e.status == Planned:
		e.when, e.times = "", nil
		return false
	}
	return true
}
