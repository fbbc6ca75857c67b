package reading

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/gate"
	"github.com/chancery-project/chancery/internal/reading/timex"
	"github.com/chancery-project/chancery/internal/report"
)

// page is the working state of one report. A Reader has one and reuses it.
type page struct {
	turn     func(room string) (back func()) // see Reader.Watch; nil: nobody watches
	gaz      *gazetteer.Gazetteer
	an       *language.Analyzer
	rep      *report.Report
	doc      *language.Document
	ref      edtf.Day // the dateline's day, or the publication date
	here     locus    // the dateline's place
	news     edtf.Day // the day of the news, once hasNews is set
	hasNews  bool
	newsTold bool // the opening tells the day
	dateline int  // sentence that is the dateline, or -1

	sents      []sentence
	times      []timex.Expression
	people     []person
	said       []sighting // every mention of a person, in order of the text
	events     []event
	nextHosts  []lastHost // who is to be host, of a practice not told yet
	lastHosts  []lastHost // who was host to a practice the last time
	unplaced   []event    // visits whose destination is not told yet
	nameless   []event    // visits of which only length or protocol is told
	allOff     event      // all visits of somebody, dropped or put off; no trigger where none are
	awaited    event      // a meeting told without the states that meet; see attendance.go
	pending    []event    // invitations whose trip is not told yet
	claims     []Claim
	ranges     []timex.Range
	inRange    []int32           // time -> index in ranges, or -1
	scratch    language.Document // a name on its own, to be looked up
	an2        []gazetteer.Match
	candidates []int  // sentences that can tell of an engagement
	cues       []cue  // per sentence: what its words promise
	casts      []cast // per sentence: what its names promise
	strict     []int  // the candidates worth a parse in any report
	toParse    []*language.Sentence
	asides     []aside
	gate       *gate.Gate   // chooses among them
	open       bool         // the gate lets everything through
	traits     []uint16     // of the sentence that it looks at
	parties    int          // states and organisations of the report, counted up to four
	quote      []bool       // per sentence: it stands within quotation marks
	inSaidBy   bool         // a speaker is being looked for; stops "we said" from asking itself
	why        *explanation // nil unless asked to explain
}

// sentence is what is known of one sentence beyond its tokens.
type sentence struct {
	tree     tree
	built    bool
	named    bool // mentions are found
	matches  []gazetteer.Match
	mentions []mention
	at       []int16 // token -> index in mentions, or -1
	times    []int32 // indexes into page.times
}

// locus is where something is: a state and, if said, a place in it.
type locus struct {
	country string
	place   string
	sent    int // where it stands in the text
	tok     int
}

// mentionKind is what a run of words names.
type mentionKind uint8

const (
	mNone      mentionKind = iota
	mPerson                // a person, title included
	mState                 // a country by name
	mPeople                // a nationality: "Russian", "the French"
	mCity                  // a city or region
	mSeat                  // a seat of government or a site
	mOrg                   // an organisation
	mOffice                // an office without a name
	mGathering             // a named gathering
)

// mention is a run of tokens that names something.
type mention struct {
	from, to int16 // token indexes, [from,to)
	kind     mentionKind
	ref      int32    // index in the gazetteer's table of that kind
	code     string   // state or organisation
	more     []string // further states of a compound such as "India-Russia"
	person   int32
	core     int16 // first token of the name behind its title
	senses   []gazetteer.Sense
}

// sighting is one mention of a person.
type sighting struct {
	person    int32
	sent, tok int
}

// plant parses sentences, all at once.
func (p *page) plant(list []int) {
	p.toParse = p.toParse[:0]
	for _, si := range list {
		if !p.sents[si].built {
			p.toParse = append(p.toParse, &p.doc.Sentences[si])
		}
	}
	p.parse(p.toParse...)
	for _, si := range list {
		p.tree(si)
	}
}

// tree gives the parsed tree of a sentence, parsing it on first need.
func (p *page) tree(si int) *tree {
	s := &p.sents[si]
	if !s.built {
		ds := &p.doc.Sentences[si]
		p.parse(ds)
		p.mendLongTitles(si)
		mendStates(ds, s.matches)
		mendDemonyms(ds, s.matches)
		mendStateList(p.doc, ds, s.matches)
		mendListedOfficial(p.doc, ds, s.matches)
		mendNames(ds, s.matches)
		mendOrgNouns(ds, s.matches)
		mend(p.doc, ds)
		s.tree.build(p.doc, ds)
		s.built = true
		if s.named {
			p.joinCouples(si)
		}
	}
	return &s.tree
}

// turnTo tells who watches that the work goes on in another room.
func (p *page) turnTo(room string) (back func()) {
	if p.turn == nil {
		return func() {}
	}
	return p.turn(room)
}

// mention gives what stands at a token, or nil.
func (p *page) mention(si, i int) *mention {
	s := &p.sents[si]
	if i < 0 || i >= len(s.at) || s.at[i] < 0 {
		return nil
	}
	return &s.mentions[s.at[i]]
}

// text gives the words of tokens [from,to) of a sentence.
func (p *page) text(si, from, to int) string {
	t := p.doc.Sentences[si].Tokens
	if from >= to || to > len(t) {
		return ""
	}
	return p.doc.Text[t[from].Start:t[to-1].End]
}
