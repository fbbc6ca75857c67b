package reading

import (
	"fmt"
	"io"
	"slices"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/gate"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
	"github.com/chancery-project/chancery/internal/report"
)

// Version names the rules and models that made a reading. A stored reading
// remembers it, so that it can be made again.
//
//	1: the first reading over dependency trees
//	2: stays, gapped meetings and gatherings told apart by more of their words
//	3: stops of a journey, engagements of several times told by one verb, sessions of bodies
//	4: what the visit told before is said of again, lists of those who came, separate meetings beside a session
//	5: verbs whose words make them mean no journey, conditions that were not met, a gate trained again
const Version = "5"

// Reader reads reports. It keeps its buffers from one report to the next, so
// each goroutine needs its own.
type Reader struct {
	page page
}

// Watch has a function called whenever the reader turns to another room,
// "language" or "gazetteer", with its name; what that gives is called when it
// comes back. It is for those who measure.
func (r *Reader) Watch(turn func(room string) (back func())) { r.page.turn = turn }

// New gives a Reader. It fails only where embedded data is damaged.
func New() (*Reader, error) {
	if err := lexicon.Check(); err != nil {
		return nil, fmt.Errorf("reading: lexicon: %w", err)
	}
	gaz, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("reading: gazetteer: %w", err)
	}
	an, err := language.New()
	if err != nil {
		return nil, fmt.Errorf("reading: language model: %w", err)
	}
	g, err := gate.Load()
	if err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	return &Reader{page: page{gaz: gaz, an: an, gate: g}}, nil
}

// Read says what a report says. The Reading shares nothing with the Reader.
func (r *Reader) Read(rep *report.Report) (*Reading, error) {
	return r.read(rep, nil)
}

// Explain reads a report and writes for every engagement and every field which
// entry of the lexicon and which words produced it, and what was refused.
func (r *Reader) Explain(rep *report.Report, w io.Writer) error {
	why := &explanation{w: w}
	out, err := r.read(rep, why)
	if err != nil {
		return err
	}
	why.result(out)
	return why.err
}

func (r *Reader) read(rep *report.Report, why *explanation) (*Reading, error) {
	p := &r.page
	p.begin(rep, why)
	candidates, found := p.tells(p.scan())
	out := &Reading{ID: rep.ID, Published: rep.Published.String(), Outlet: rep.Outlet, Title: rep.Title,
		Engagements: []Engagement{}, Times: p.timeList(), Claims: []Claim{}}
	if !found {
		return out, nil
	}
	for _, si := range candidates {
		p.readAt(si)
	}
	p.readBesidePractice(candidates)
	events := p.infer(p.merge(p.events))
	p.frequencyClaims(events)
	out.Engagements = p.engagements(events)
	out.Claims = append(out.Claims, p.claims...)
	sameOccasion(out.Engagements, out.Claims)
	ownWords(out.Engagements, out.Claims)
	out.People = p.tenures()
	return out, nil
}

// tells tries the promising candidates until one tells of an engagement. Then
// it gives the sentences to read, parsed and named: all candidates and those
// that may make a claim. Where none tells of any, only the times are found.
func (p *page) tells(candidates []int) ([]int, bool) {
	if len(candidates) == 0 {
		p.findTimes()
		return nil, false
	}
	promising := p.promising(candidates)
	p.plant(promising)
	p.findTimes()
	if len(promising) == 0 {
		return nil, false
	}
	p.nameAll()
	p.findQuotes()
	found := false
	for _, si := range promising {
		p.readAt(si)
		if found = len(p.events)+len(p.pending)+len(p.claims) > 0 || p.awaited.trig != nil; found {
			break
		}
	}
	if !found {
		return nil, false
	}
	p.forget()
	if all := p.choose(p.withClaims(candidates), promising); len(promising) < len(all) {
		candidates = all
		p.plant(candidates)
		p.findTimes()
		p.nameAll()
	}
	return candidates, true
}

// choose gives the promising sentences and those of the candidates that the
// gate lets through.
func (p *page) choose(candidates, promising []int) []int {
	out := candidates[:0]
	for _, si := range candidates {
		if _, parsed := slices.BinarySearch(promising, si); parsed || p.worth(si, gate.Rest) {
			out = append(out, si)
		}
	}
	return out
}

// readAt reads everything that one sentence tells.
func (p *page) readAt(si int) {
	p.readSentence(si)
	p.readGuests(si)
	p.readExpected(si)
	p.readStops(si)
	p.readRoll(si)
	p.readGuest(si)
	p.readQuoted(si)
	p.readSeries(si)
	p.readFormer(si)
	p.readTogether(si)
	p.readSession(si)
	p.readAttendance(si)
	p.readArrangements(si)
	p.readEarlier(si)
	p.readNextHost(si)
	p.readNextVenue(si)
	p.readOffsets(si)
	p.readLastHost(si)
	p.readRepeats(si)
	p.readClaims(si)
}

// forget drops what was read of the report so far.
func (p *page) forget() {
	p.events, p.pending, p.claims = p.events[:0], p.pending[:0], nil
	p.nextHosts, p.lastHosts = p.nextHosts[:0], p.lastHosts[:0]
	p.unplaced, p.nameless = p.unplaced[:0], p.nameless[:0]
	p.awaited, p.allOff = event{}, event{}
}

// begin clears the page and cuts the report's text.
func (p *page) begin(rep *report.Report, why *explanation) {
	p.rep, p.why = rep, why
	back := p.turnTo("language")
	p.doc = p.an.Segment(rep.Text)
	back()
	p.times, p.people, p.said = p.times[:0], p.people[:0], p.said[:0]
	p.forget()
	n := len(p.doc.Sentences)
	if cap(p.sents) < n {
		p.sents = append(p.sents[:cap(p.sents)], make([]sentence, n-cap(p.sents))...)
	}
	p.sents = p.sents[:n]
	for i := range p.sents {
		s := &p.sents[i]
		s.built, s.named = false, false
		s.mentions, s.at, s.times = s.mentions[:0], s.at[:0], s.times[:0]
	}
	p.ref, p.hasNews = rep.Published, false
	p.here, p.dateline = locus{}, -1
	p.findDateline()
}

// findTimes finds the time expressions of all sentences, and the intervals
// that neighbours make together.
func (p *page) findTimes() {
	ref := timex.Reference{Published: p.rep.Published, Dateline: p.ref, HasDate: p.ref != p.rep.Published}
	p.times = timex.Document(p.doc, ref, p.times[:0])
	for si := range p.sents {
		p.sents[si].times = p.sents[si].times[:0]
	}
	p.ranges = timex.Ranges(p.doc.Text, p.times, p.ranges[:0])
	p.inRange = p.inRange[:0]
	for k := range p.times {
		p.inRange = append(p.inRange, -1)
		si := p.times[k].Sentence
		p.sents[si].times = append(p.sents[si].times, int32(k))
	}
	for r := range p.ranges {
		for k := p.ranges[r].First; k <= p.ranges[r].Last; k++ {
			p.inRange[k] = int32(r)
		}
	}
}

func (p *page) timeList() []Time {
	out := make([]Time, 0, len(p.times))
	for i := range p.times {
		x := &p.times[i]
		out = append(out, Time{Start: int(x.Start), End: int(x.End), Type: x.Type.String(), Value: x.Value, EDTF: x.EDTF})
	}
	return out
}
