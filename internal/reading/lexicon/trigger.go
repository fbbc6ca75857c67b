package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// Slot is a grammatical place around a trigger: a relation, or a preposition.
type Slot uint8

// The slots. Subj is the logical subject and Obj the logical object, so that
// the passive's "by" is Subj too.
const (
	NoSlot Slot = iota
	Subj
	Obj
	IObj
	Poss
	Comp
	With
	To
	In
	At
	From
	By
	Of
	Between
	For
	On
	Upon
	Into
	Through
	During
	Among
	Before
	After
	slotCount
)

var slotNames = [slotCount]string{"", "subj", "obj", "iobj", "poss", "comp", "with", "to", "in", "at", "from", "by", "of",
	"between", "for", "on", "upon", "into", "through", "during", "among", "before", "after"}

// SlotOf gives the slot of a preposition's lemma, or NoSlot.
func SlotOf(preposition string) Slot {
	switch preposition {
	case "with", "opposite":
		return With
	case "to", "toward", "towards":
		return To
	case "in", "inside":
		return In
	case "at":
		return At
	case "from":
		return From
	case "by":
		return By
	case "of":
		return Of
	case "between":
		return Between
	case "for":
		return For
	case "on":
		return On
	case "upon":
		return Upon
	case "into":
		return Into
	case "through", "via":
		return Through
	case "during":
		return During
	case "among":
		return Among
	case "before":
		return Before
	case "after":
		return After
	}
	return NoSlot
}

// Role is what stands in a slot, in the terms of the frame.
type Role uint8

// The roles of frames.
const (
	NoRole Role = iota
	Visitor
	Host
	Guest
	Dest
	Party
	Inviter
	Invitee
	Giver
	Recipient
	Honour
	Signer
	Accord
	Gathering
	Place
	Origin // where a journey starts: a visit that is over
)

var roleNames = map[string]Role{"visitor": Visitor, "host": Host, "guest": Guest, "dest": Dest, "party": Party, "inviter": Inviter,
	"invitee": Invitee, "giver": Giver, "recipient": Recipient, "honour": Honour, "signer": Signer, "accord": Accord,
	"gathering": Gathering, "place": Place, "origin": Origin}

// Pair is one slot of a frame with the role of what stands in it. A second
// role takes over where the first does not fit: "to=invitee|dest".
type Pair struct {
	Slot     Slot
	Role     Role
	Else     Role
	Required bool
}

// Trigger is one meaning of a word that announces an engagement.
type Trigger struct {
	Word       string
	Noun       bool
	Kind       string // visit host meeting discuss call invitation join award agreement summit
	Frame      []Pair
	Particle   string   // "sit down": the particle that must stand there
	Object     string   // "take part": the object that must stand there
	Objects    []string // the same, where it may be one of several: "gave him an hour", "gave him lunch"
	Beside     string   // "kept him for two hours": the preposition that must stand behind it
	Besides    []string // and what must stand behind that
	OfNoun     string   // "round of talks": the noun that must follow "of"
	Glued      string   // "one-on-one": what must stand before the word without a space
	Complement string   // "ask … to visit": what the infinitive must say; travel
	Phone      bool     // only with a word for telephone or video beside it
	Example    string
	Reading    string // what must be read in the example, such as "visit DEU>JPN"
	Line       int
}

// Role gives what stands in a slot.
func (t *Trigger) Role(s Slot) Pair {
	for _, p := range t.Frame {
		if p.Slot == s {
			return p
		}
	}
	return Pair{}
}

//go:embed triggers.tsv
var triggerFile string

type triggerTable struct {
	verbs, nouns map[string][]*Trigger
	all          []*Trigger
}

var triggers = sync.OnceValues(func() (triggerTable, error) {
	t := triggerTable{verbs: map[string][]*Trigger{}, nouns: map[string][]*Trigger{}}
	err := eachLine("triggers.tsv", triggerFile, 4, func(n int, f []string) error {
		tr, err := parseTrigger(f)
		if err != nil {
			return err
		}
		tr.Line = n
		t.all = append(t.all, tr)
		if tr.Noun {
			t.nouns[tr.Word] = append(t.nouns[tr.Word], tr)
		} else {
			t.verbs[tr.Word] = append(t.verbs[tr.Word], tr)
		}
		return nil
	})
	return t, err
})

func parseTrigger(f []string) (*Trigger, error) {
	t := &Trigger{Word: f[0], Noun: f[1] == "N", Kind: f[2]}
	if len(f) > 5 {
		t.Example, t.Reading = f[4], f[5]
	}
	for _, item := range strings.Fields(f[3]) {
		switch name, value, ok := strings.Cut(item, ":"); {
		case ok && name == "prt":
			t.Particle = value
			continue
		case ok && name == "obj":
			t.Objects = strings.Split(value, "|")
			t.Object = t.Objects[0]
			continue
		case ok && strings.HasPrefix(name, "@"):
			t.Beside, t.Besides = name[1:], strings.Split(value, "|")
			continue
		case ok && name == "xcomp":
			t.Complement = value
			continue
		case ok && name == "of":
			t.OfNoun = value
			continue
		case ok && name == "pre":
			t.Glued = strings.ReplaceAll(value, "_", " ")
			continue
		}
		if item == "phone!" {
			t.Phone = true
			continue
		}
		slot, role, ok := strings.Cut(item, "=")
		if !ok {
			return nil, fmt.Errorf("frame item %q is not slot=role", item)
		}
		p := Pair{Required: strings.HasSuffix(role, "!")}
		role = strings.TrimSuffix(role, "!")
		first, second, _ := strings.Cut(role, "|")
		p.Role, p.Else = roleNames[first], roleNames[second]
		for s := Slot(1); s < slotCount; s++ {
			if slotNames[s] == slot {
				p.Slot = s
			}
		}
		if p.Role == NoRole || p.Slot == NoSlot {
			return nil, fmt.Errorf("frame item %q names an unknown slot or role", item)
		}
		t.Frame = append(t.Frame, p)
	}
	return t, nil
}

// Check reads every table and says what is wrong in which line, or nil.
func Check() error {
	if _, err := triggers(); err != nil {
		return err
	}
	if _, err := modalities(); err != nil {
		return err
	}
	_, err := groups()
	return err
}

// Verb gives the meanings of a verb, most specific first.
func Verb(lemma string) []*Trigger {
	t, _ := triggers()
	for _, l := range stems(lemma) {
		if ts := t.verbs[l]; ts != nil {
			return ts
		}
	}
	return nil
}

// Noun gives the meanings of a noun, most specific first.
func Noun(lemma string) []*Trigger { t, _ := triggers(); return t.nouns[lemma] }

// Triggers gives all of them, in the order of the file.
func Triggers() []*Trigger { t, _ := triggers(); return t.all }

// eachLine calls f for every line that is neither empty nor a comment.
func eachLine(name, text string, columns int, f func(line int, fields []string) error) error {
	for n, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < columns {
			return fmt.Errorf("%s:%d: %d columns, want %d or more", name, n+1, len(fields), columns)
		}
		if err := f(n+1, fields); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
	}
	return nil
}
