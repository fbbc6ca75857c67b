package record

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/reading"
)

var letters = map[reading.Kind]string{
	reading.Visit: "v", reading.Meeting: "m", reading.Call: "c", reading.Summit: "s",
	reading.Invitation: "i", reading.Award: "w", reading.Agreement: "g", reading.Arrangement: "a",
}

var lower = base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding)

// eid names an engagement by its first mention alone, so that it depends on no
// order of arrival: a letter for the kind, up to three countries, the month or
// year first told of, and eight letters of a hash: "v-IND-RUS-202407-k3mq9xab".
// It changes only where an earlier report of the same engagement comes in.
func eid(m *Mention) string {
	first, second := sides(m.Said)
	parts := []string{letters[m.Said.Kind]}
	if parts[0] == "" {
		parts[0] = "x"
	}
	for i, c := range compact(append(append([]string{}, first...), second...)) {
		if i == 3 {
			parts = append(parts, "etc")
			break
		}
		parts = append(parts, plain(c))
	}
	if lo, _, ok := m.Said.When.Bounds(); ok {
		y, mo, _ := lo.Civil()
		at := strconv.Itoa(y)
		if m.Said.When.Days() <= 62 {
			at += string([]byte{byte('0' + mo/10), byte('0' + mo%10)})
		}
		parts = append(parts, at)
	}
	sum := sha256.Sum256([]byte(m.Ref))
	return strings.Join(append(parts, lower.EncodeToString(sum[:5])), "-")
}

// EID gives the name of the engagement that a mention founded.
func EID(founder Mention) string { return eid(&founder) }

// plain keeps of a country's code what may stand in an eid.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
