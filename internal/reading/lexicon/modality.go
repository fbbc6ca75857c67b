package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// Says is what a governing word makes of an engagement in its scope.
type Says uint8

// What governing words say.
const (
	SaysNothing Says = iota
	SaysHeld
	SaysBegin
	SaysEnd
	SaysPlan
	SaysPropose
	SaysPostpone
	SaysCancel
	SaysDeny
)

var saysNames = map[string]Says{"held": SaysHeld, "begin": SaysBegin, "end": SaysEnd, "plan": SaysPlan, "propose": SaysPropose,
	"postpone": SaysPostpone, "cancel": SaysCancel, "deny": SaysDeny}

//go:embed modality.tsv
var modalityFile string

var modalities = sync.OnceValues(func() (map[string]Says, error) {
	m := map[string]Says{}
	err := eachLine("modality.tsv", modalityFile, 3, func(_ int, f []string) error {
		says, ok := saysNames[f[2]]
		if !ok {
			return fmt.Errorf("%q says nothing known", f[2])
		}
		key := f[1] + " " + f[0]
		if _, twice := m[key]; twice {
			return fmt.Errorf("%q stands twice", key)
		}
		m[key] = says
		return nil
	})
	return m, err
})

// Governing gives what a governing verb makes of an engagement. A verb with a
// particle is asked for as "call_off".
func Governing(lemma string) Says {
	m, _ := modalities()
	verb, particle, _ := strings.Cut(lemma, "_")
	for _, l := range stems(verb) {
		if particle != "" {
			l += "_" + particle
		}
		if s := m["V "+l]; s != SaysNothing {
			return s
		}
	}
	return SaysNothing
}

// stems gives a lemma as the lemmatiser has it, and as it may be meant where
// the verb is rare: "postpon" for "postpone", "initiall" for "initial".
func stems(lemma string) [3]string {
	out := [3]string{lemma, lemma + "e", lemma}
	if n := len(lemma); n > 3 && lemma[n-1] == lemma[n-2] {
		out[2] = lemma[:n-1]
	}
	return out
}

// Predicate gives what a governing noun or adjective makes of an engagement:
// "the proposal for a visit", "a visit is possible".
func Predicate(lemma string) Says { m, _ := modalities(); return m["N "+lemma] }

// GroupKind is whom a group noun stands for.
type GroupKind uint8

// The kinds of group nouns.
const (
	NoGroup     GroupKind = iota
	Leaders               // the two leaders
	Officials             // negotiators, a delegation
	Counterpart           // his Irish counterpart
	HostNoun              // his host
	GuestNoun             // his guest
	Sides                 // both sides, the two countries
	Body                  // the two governments
	OfficeNoun            // the ministers
)

var groupNames = map[string]GroupKind{"leader": Leaders, "officials": Officials, "counterpart": Counterpart, "host": HostNoun,
	"guest": GuestNoun, "sides": Sides, "body": Body, "office": OfficeNoun}

//go:embed groups.tsv
var groupFile string

var groups = sync.OnceValues(func() (map[string]GroupKind, error) {
	m := map[string]GroupKind{}
	err := eachLine("groups.tsv", groupFile, 3, func(_ int, f []string) error {
		k, ok := groupNames[f[1]]
		if !ok {
			return fmt.Errorf("%q is no kind of group", f[1])
		}
		if m[f[0]] == NoGroup {
			m[f[0]] = k
		}
		return nil
	})
	return m, err
})

// Group gives whom a noun stands for, or NoGroup.
func Group(lemma string) GroupKind { m, _ := groups(); return m[lemma] }
