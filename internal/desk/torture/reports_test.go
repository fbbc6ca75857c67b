// The race detector makes the program several times slower, and what it looks
// for the tests of the rooms look for.

//go:build !race

package torture

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"strings"
	"time"
)

// states are those that the made reports tell of.
var states = [][3]string{
	{"Norway", "Jonas Gahr Støre", "Oslo"}, {"Finland", "Alexander Stubb", "Helsinki"}, {"France", "Emmanuel Macron", "Paris"},
	{"Germany", "Olaf Scholz", "Berlin"}, {"Greece", "Kyriakos Mitsotakis", "Athens"}, {"Egypt", "Abdel Fattah al-Sisi", "Cairo"},
	{"Kenya", "William Ruto", "Nairobi"}, {"India", "Narendra Modi", "New Delhi"}, {"Japan", "Fumio Kishida", "Tokyo"},
	{"Chile", "Gabriel Boric", "Santiago"}, {"Canada", "Justin Trudeau", "Ottawa"}, {"Jordan", "Bisher Khasawneh", "Amman"},
}

// news are what they tell: A of a and B of b, in B's city, on a day, or in a
// month to come.
var news = []string{
	"{A} of {a} arrived in {city} on {day} for a two-day visit and was received by {B} of {b}.",
	"{A} held talks with {B} in {city} on {day}, officials from {a} and {b} said.",
	"{A} and {B} spoke by telephone on {day} about trade between {a} and {b}.",
	"{A} will visit {b} in {month} at the invitation of {B}, the foreign ministry of {a} said.",
	"{B} has invited {A} to {city}, a spokesman for the government of {b} told reporters.",
	"The visit of {A} to {b}, planned for {month}, has been postponed, officials in {city} said on {day}.",
}

// reports makes n reports as JSON lines, the same each time. Several tell of
// one engagement, some with another day, and some tell nothing.
func reports(n int) []string {
	random := rand.New(rand.NewSource(1701))
	begin := time.Date(2020, 1, 6, 0, 0, 0, 0, time.UTC)
	type told struct {
		form  string
		names []string
		when  time.Time
	}
	var recent []told
	var out []string
	for i := range n {
		day := begin.AddDate(0, 0, i*1400/n)
		what := told{news[random.Intn(len(news))], nil, day.AddDate(0, 0, -random.Intn(3))}
		a, b := random.Intn(len(states)), random.Intn(len(states)-1)
		if b >= a {
			b++
		}
		what.names = []string{"{a}", states[a][0], "{A}", states[a][1], "{b}", states[b][0], "{B}", states[b][1], "{city}", states[b][2]}
		if len(recent) > 0 && random.Intn(5) < 2 {
			what = recent[len(recent)-1-random.Intn(min(20, len(recent)))]
		}
		recent = append(recent, what)
		if random.Intn(12) == 0 {
			what.when = what.when.AddDate(0, 0, 1)
		}
		text := strings.NewReplacer(append(what.names, "{day}", what.when.Format("January 2"), "{month}", what.when.AddDate(0, 0, 45).Format("January 2006"))...).Replace(what.form)
		if random.Intn(10) == 0 {
			text = "Prices of wheat rose for the fourth week as rain kept farmers out of the fields."
		}
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprintf("made-%05d", i), "published": day.Format(time.DateOnly), "outlet": fmt.Sprintf("Made News %d", i%20),
			"text": text + "\n\nThe statistics office reported that exports grew by four per cent.",
		})
		if err != nil {
			panic(err)
		}
		out = append(out, string(line)+"\n")
	}
	return out
}
