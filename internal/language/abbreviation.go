package language

// stop says what a full stop after a known abbreviation can be.
type stop uint8

const (
	stopTitle  stop = iota + 1 // never ends a sentence: "Mr.", "vs."
	stopOpen                   // ends one only before a word that likes to start sentences: "Inc.", "U.S."
	stopNumber                 // belongs to the word before a number, ends a sentence otherwise: "No. 5", "Feb. 3"
)

// abbreviations are spelt without their last full stop, in lower case; those
// that are words too must be capitalised to count, see properAbbreviations.
var abbreviations = map[string]stop{
	"mr": stopTitle, "mrs": stopTitle, "ms": stopTitle, "messrs": stopTitle, "mme": stopTitle, "mlle": stopTitle,
	"dr": stopTitle, "prof": stopTitle, "rev": stopTitle, "fr": stopTitle, "hon": stopTitle, "st": stopTitle, "ste": stopTitle,
	"gen": stopTitle, "lt": stopTitle, "col": stopTitle, "maj": stopTitle, "capt": stopTitle, "cpt": stopTitle, "cmdr": stopTitle,
	"comdr": stopTitle, "adm": stopTitle, "brig": stopTitle, "sgt": stopTitle, "cpl": stopTitle, "pvt": stopTitle, "ens": stopTitle,
	"sen": stopTitle, "sens": stopTitle, "rep": stopTitle, "reps": stopTitle, "gov": stopTitle, "govs": stopTitle, "pres": stopTitle,
	"amb": stopTitle, "supt": stopTitle, "insp": stopTitle, "atty": stopTitle, "asst": stopTitle, "sec": stopTitle, "min": stopTitle,
	"mt": stopTitle, "ft": stopTitle, "vs": stopTitle, "v": stopTitle, "e.g": stopTitle, "i.e": stopTitle, "cf": stopTitle,
	"viz": stopTitle, "p.s": stopTitle, "ps": stopTitle, "approx": stopTitle, "ca": stopTitle, "al": stopOpen, "lt.-gen": stopTitle, "maj.-gen": stopTitle,
	"inc": stopOpen, "corp": stopOpen, "ltd": stopOpen, "co": stopOpen, "cos": stopOpen, "bros": stopOpen, "plc": stopOpen, "llc": stopOpen,
	"jr": stopOpen, "sr": stopOpen, "esq": stopOpen, "etc": stopOpen, "dept": stopOpen, "est": stopOpen, "assn": stopOpen,
	"univ": stopOpen, "govt": stopOpen, "ave": stopOpen, "blvd": stopOpen, "rd": stopOpen, "ph.d": stopOpen, "ret": stopOpen,
	"a.m": stopOpen, "p.m": stopOpen, "hr": stopOpen, "hrs": stopOpen,
	"jan": stopNumber, "feb": stopNumber, "mar": stopNumber, "apr": stopNumber, "jun": stopNumber, "jul": stopNumber, "aug": stopNumber,
	"sep": stopNumber, "sept": stopNumber, "oct": stopNumber, "nov": stopNumber, "dec": stopNumber,
	"mon": stopNumber, "tue": stopNumber, "tues": stopNumber, "wed": stopNumber, "thu": stopNumber, "thur": stopNumber, "thurs": stopNumber,
	"fri": stopNumber, "sat": stopNumber, "sun": stopNumber,
	"no": stopNumber, "nos": stopNumber, "art": stopNumber, "fig": stopNumber, "figs": stopNumber, "vol": stopNumber, "pp": stopNumber,
	"p": stopNumber, "c": stopNumber, "ext": stopNumber, "tel": stopNumber,
	"ala": stopOpen, "ariz": stopOpen, "cal": stopOpen, "calif": stopOpen, "colo": stopOpen, "conn": stopOpen, "del": stopOpen, "fla": stopOpen,
	"ga": stopOpen, "ill": stopOpen, "ind": stopOpen, "kan": stopOpen, "ky": stopOpen, "la": stopOpen, "md": stopOpen, "mass": stopOpen,
	"mich": stopOpen, "minn": stopOpen, "miss": stopOpen, "mo": stopOpen, "mont": stopOpen, "neb": stopOpen, "nev": stopOpen, "okla": stopOpen,
	"ont": stopOpen, "ore": stopOpen, "pa": stopOpen, "que": stopOpen, "tenn": stopOpen, "tex": stopOpen, "va": stopOpen, "vt": stopOpen,
	"wash": stopOpen, "wis": stopOpen, "wyo": stopOpen, "drs": stopTitle, "ch": stopNumber, "para": stopNumber, "op": stopNumber,
}

// properAbbreviations are abbreviations only with a capital letter, because
// the lower-case word is common: "Mar." but "the sand will mar."
var properAbbreviations = map[string]bool{
	"mar": true, "jun": true, "sat": true, "sun": true, "wed": true, "mon": true, "fri": true, "art": true, "fig": true, "st": true,
	"rep": true, "reps": true, "gen": true, "col": true, "hon": true, "rev": true, "min": true, "sec": true, "pres": true, "fr": true,
	"mt": true, "ens": true, "co": true, "cos": true, "est": true, "ret": true, "dec": true, "oct": true, "amb": true, "sen": true,
	"para": true, "ala": true, "cal": true, "del": true, "ga": true, "ill": true, "ind": true, "la": true, "md": true, "mass": true, "miss": true,
	"mo": true, "mont": true, "ore": true, "pa": true, "que": true, "va": true, "wash": true, "ky": true, "fla": true, "kan": true, "tex": true,
	"ont": true, "conn": true, "minn": true, "mich": true, "nev": true, "neb": true,
}

// abbreviation looks a word up that stands before a full stop.
func abbreviation(word string) stop {
	if len(word) > 8 || len(word) == 0 {
		return 0
	}
	var low [8]byte
	upper := false
	for i := 0; i < len(word); i++ {
		b := word[i]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
			upper = upper || i == 0
		}
		low[i] = b
	}
	s := abbreviations[string(low[:len(word)])]
	if s != 0 && !upper && properAbbreviations[string(low[:len(word)])] {
		return 0
	}
	return s
}

// starters are words that, capitalised in the middle of a text, mostly open a
// sentence.
var starters = map[string]bool{
	"The": true, "A": true, "An": true, "This": true, "That": true, "These": true, "Those": true, "There": true, "Here": true,
	"He": true, "She": true, "It": true, "They": true, "We": true, "I": true, "You": true, "His": true, "Her": true, "Its": true, "Their": true,
	"Our": true, "My": true, "Your": true, "But": true, "And": true, "Or": true, "Yet": true, "So": true, "Nor": true,
	"If": true, "When": true, "While": true, "Where": true, "Although": true, "Though": true, "Because": true, "Since": true, "As": true,
	"After": true, "Before": true, "During": true, "Until": true, "Once": true, "Despite": true, "Unlike": true, "Among": true, "Amid": true,
	"In": true, "On": true, "At": true, "By": true, "For": true, "From": true, "With": true, "Without": true, "Under": true, "Over": true,
	"To": true, "Of": true, "About": true, "According": true, "Asked": true, "Both": true, "Each": true, "Every": true, "Some": true, "Many": true,
	"Most": true, "Several": true, "Other": true, "Others": true, "Another": true, "All": true, "No": true, "None": true, "Not": true, "One": true,
	"What": true, "Who": true, "Why": true, "How": true, "Which": true, "However": true, "Meanwhile": true, "Earlier": true, "Later": true,
	"Then": true, "Now": true, "Still": true, "Also": true, "Even": true, "Only": true, "Officials": true, "Speaking": true, "Last": true,
	"Is": true, "Are": true, "Was": true, "Were": true, "Do": true, "Does": true, "Did": true, "Has": true, "Have": true, "Will": true, "Would": true,
	"Please": true, "Thus": true, "Therefore": true, "Such": true, "Yesterday": true, "Today": true, "Two": true, "Three": true,
}
