package timex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
)

// read gives the expressions of a text, each as "words TYPE value edtf".
func read(t *testing.T, published, text string) (*language.Document, []Expression) {
	t.Helper()
	day, err := edtf.ParseDay(published)
	if err != nil {
		t.Fatal(err)
	}
	var d language.Document
	language.Segment(text, &d)
	return &d, Document(&d, Reference{Published: day}, nil)
}

func show(text string, e *Expression) string {
	return strings.TrimSpace(fmt.Sprintf("%s|%s %s %s", text[e.Start:e.End], e.Type, e.Value, e.EDTF))
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, published, text string
		want                  []string
	}{
		{"full dates", "2024-07-10", "The treaty of March 5, 1946 was read on 8 July 2024, not on 2024-07-09 or 12.07.2024.", []string{
			"March 5, 1946|DATE 1946-03-05 1946-03-05", "8 July 2024|DATE 2024-07-08 2024-07-08",
			"2024-07-09|DATE 2024-07-09 2024-07-09", "12.07.2024|DATE 2024-07-12 2024-07-12"}},
		{"day by its number", "2024-12-24", "They will meet on the 28th, not on the 18th hole.", []string{"the 28th|DATE 2024-12-28 2024-12-28"}},
		{"a count is no day", "2024-08-06", "It was the third meeting this year and the 17th since 2014.", []string{"this year|DATE 2024 2024", "2014|DATE 2014 2014"}},
		{"day of a month, past", "2000-01-20", "The boy was found on Nov. 25.", []string{"Nov. 25|DATE 1999-11-25 1999-11-25"}},
		{"day of a month, to come", "2024-12-20", "The two leaders will meet on Jan. 14.", []string{"Jan. 14|DATE 2025-01-14 2025-01-14"}},
		{"ordinals", "2024-06-01", "He will speak on the first of July and on July 4th.", []string{
			"the first of July|DATE 2024-07-01 2024-07-01", "July 4th|DATE 2024-07-04 2024-07-04"}},
		{"a month, past", "2024-12-02", "The president visited Kazan in October.", []string{"October|DATE 2024-10 2024-10"}},
		{"a month, to come", "2024-12-02", "The summit will be held in October.", []string{"October|DATE 2025-10 2025-10"}},
		{"a month last year", "2024-12-02", "They met in July last year and in June 2023.", []string{
			"July last year|DATE 2023-07 2023-07", "June 2023|DATE 2023-06 2023-06"}},
		{"which month", "2024-12-02", "He came last May, stays this December and returns next March.", []string{
			"last May|DATE 2024-05 2024-05", "this December|DATE 2024-12 2024-12", "next March|DATE 2025-03 2025-03"}},
		{"may is a verb", "2024-12-02", "May the best win; it may rain, and Mrs May may come.", nil},
		{"March is a verb in small letters", "2024-12-02", "The workers march in May.", []string{"May|DATE 2024-05 2024-05"}},
		{"weekday, past", "2024-07-10", "The premier arrived in Moscow on Monday.", []string{"Monday|DATE 2024-07-08 2024-07-08"}},
		{"weekday, today", "2024-07-08", "The premier arrived in Moscow on Monday.", []string{"Monday|DATE 2024-07-08 2024-07-08"}},
		{"weekday, to come", "2024-07-10", "The premier will arrive in Moscow on Monday.", []string{"Monday|DATE 2024-07-15 2024-07-15"}},
		{"weekday, schedule", "2024-07-08", "He flies on to Vienna on Tuesday.", []string{"Tuesday|DATE 2024-07-09 2024-07-09"}},
		{"weekday, planned", "2024-07-10", "The talks are scheduled for Friday.", []string{"Friday|DATE 2024-07-12 2024-07-12"}},
		{"units on end", "2024-07-10", "The talks went on for four straight days.", []string{"four straight days|DURATION P4D"}},
		{"weekday behind a plan", "2024-07-10", "Talks scheduled for Friday have been called off.", []string{"Friday|DATE 2024-07-12 2024-07-12"}},
		{"weekday behind a plan that is over", "2024-07-10", "The deadline, which had been set for Monday, was extended.", []string{"Monday|DATE 2024-07-08 2024-07-08"}},
		{"weekday behind speech", "2024-07-10", "Iran said on Saturday its envoy would travel to Oman.", []string{"Saturday|DATE 2024-07-06 2024-07-06"}},
		{"weekday, could not", "2024-07-10", "The envoy could not be reached on Monday.", []string{"Monday|DATE 2024-07-08 2024-07-08"}},
		{"weekday, going on", "2024-07-10", "The two leaders are meeting Thursday in Rome.", []string{"Thursday|DATE 2024-07-11 2024-07-11"}},
		{"weekday, ahead of", "2024-07-10", "Speaking ahead of the visit on Friday, he was hopeful.", []string{"Friday|DATE 2024-07-12 2024-07-12"}},
		{"which weekday", "2024-07-10", "He came last Friday, speaks this Saturday and leaves next Monday.", []string{
			"last Friday|DATE 2024-07-05 2024-07-05", "this Saturday|DATE 2024-07-13 2024-07-13", "next Monday|DATE 2024-07-15 2024-07-15"}},
		{"last Sunday on a Monday", "1987-03-02", "It was agreed last Sunday.", []string{"last Sunday|DATE 1987-02-22 1987-02-22"}},
		{"weekday with date", "2000-04-06", "The paper appeared on Thursday, April 6.", []string{"Thursday, April 6|DATE 2000-04-06 2000-04-06"}},
		{"weekday finds the year", "2024-05-02", "The fair opened on Sunday 3 December.", []string{"Sunday 3 December|DATE 2023-12-03 2023-12-03"}},
		{"weekday in a week", "2025-03-06", "The premier will fly on Wednesday next week.", []string{"Wednesday next week|DATE 2025-03-12 2025-03-12"}},
		{"its weekday is nearer ahead", "2024-07-05", "He cancelled his part in Monday's summit.", []string{"Monday|DATE 2024-07-08 2024-07-08"}},
		{"today and its kin", "2024-07-10", "Yesterday he spoke; today he rests; tomorrow evening he leaves, or the day after tomorrow.", []string{
			"Yesterday|DATE 2024-07-09 2024-07-09", "today|DATE 2024-07-10 2024-07-10", "tomorrow evening|TIME 2024-07-11TEV 2024-07-11",
			"the day after tomorrow|DATE 2024-07-12 2024-07-12"}},
		{"last night", "1987-03-06", "The minister last night concluded his talks, and this morning he left.", []string{
			"last night|TIME 1987-03-05TNI 1987-03-05", "this morning|TIME 1987-03-06TMO 1987-03-06"}},
		{"weeks", "2024-12-05", "He came last week, stays this week and goes home next week.", []string{
			"last week|DATE 2024-W48 2024-11-25/2024-12-01", "this week|DATE 2024-W49 2024-12-02/2024-12-08", "next week|DATE 2024-W50 2024-12-09/2024-12-15"}},
		{"the weekend", "2024-12-05", "Over the weekend the two spoke.", []string{"the weekend|DATE 2024-W48-WE 2024-11-30/2024-12-01"}},
		{"the weekend to come", "2024-12-05", "The two will meet at the weekend.", []string{"the weekend|DATE 2024-W49-WE 2024-12-07/2024-12-08"}},
		{"this weekend", "2024-12-05", "They spoke of this weekend.", []string{"this weekend|DATE 2024-W49-WE 2024-12-07/2024-12-08"}},
		{"years", "2024-12-05", "The 1979 visit, that of last year and the one in 1983 came before 2024.", []string{
			"1979|DATE 1979 1979", "last year|DATE 2023 2023", "1983|DATE 1983 1983", "2024|DATE 2024 2024"}},
		{"numbers are no years", "2024-12-05", "At least 2000 people paid $1990 for 1,995 seats at 19.95 each.", nil},
		{"double year", "1987-03-05", "The budget for 1987/88 was passed.", []string{"1987/88|DATE 1987 1987/1988"}},
		{"spoken year", "1998-03-05", "It began in nineteen ninety-six.", []string{"nineteen ninety-six|DATE 1996 1996"}},
		{"decades and centuries", "1998-03-05", "In the late 1970s and the nineties, not in the 20th century.", []string{
			"the late 1970s|DATE 197 1977/1979", "the nineties|DATE 199 1990/1999", "the 20th century|DATE 19 1900/1999"}},
		{"parts of a year", "2024-06-25", "Early 2025, mid-2025, late 2025 or the first half of 2026.", []string{
			"Early 2025|DATE 2025 2025-01/2025-04", "mid-2025|DATE 2025 2025-05/2025-08", "late 2025|DATE 2025 2025-09/2025-12",
			"the first half of 2026|DATE 2026-H1 2026-01/2026-06"}},
		{"first months", "2024-06-25", "In the first months of 2025 the envoys will meet.", []string{"the first months of 2025|DATE 2025 2025-01/2025-03"}},
		{"early next year", "2025-09-20", "The premier plays host early next year.", []string{"early next year|DATE 2026 2026-01/2026-04"}},
		{"parts of a month", "2024-06-25", "He could fly in early July, in mid-July, in late July or at the end of July.", []string{
			"early July|DATE 2024-07 2024-07-01/2024-07-10", "mid-July|DATE 2024-07 2024-07-11/2024-07-20",
			"late July|DATE 2024-07 2024-07-21/2024-07-31", "the end of July|DATE 2024-07 2024-07-21/2024-07-31"}},
		{"what is left", "2025-09-10", "They will meet later this month or later this year.", []string{
			"later this month|DATE 2025-09 2025-09-10/2025-09-30", "later this year|DATE 2025 2025-09-10/2025-12-31"}},
		{"numbered week", "2025-11-28", "The minister is expected in the second week of December.", []string{
			"the second week of December|DATE 2025-W50 2025-12-08/2025-12-14"}},
		{"seasons", "2025-03-06", "Last autumn it was ours, next spring it is theirs, and in the summer of 2026 nobody's.", []string{
			"Last autumn|DATE 2024-FA 2024-23", "next spring|DATE 2026-SP 2026-21", "the summer of 2026|DATE 2026-SU 2026-22"}},
		{"fall is a verb", "2025-03-06", "Prices fall, and the fall of the wall is remembered.", nil},
		{"quarters", "1989-11-02", "The third-quarter loss followed the second quarter of 1988 and this year's first quarter.", []string{
			"third-quarter|DATE 1989-Q3 1989-07/1989-09", "the second quarter of 1988|DATE 1988-Q2 1988-04/1988-06",
			"this year's first quarter|DATE 1989-Q1 1989-01/1989-03"}},
		{"results", "1989-11-02", "Net income rose in the third quarter, up from a year earlier.", []string{
			"the third quarter|DATE 1989-Q3 1989-07/1989-09", "a year earlier|DATE 1988-Q3 1988-07/1988-09"}},
		{"ago", "2024-12-05", "It began two years ago, stopped six weeks ago and ended 10 days ago.", []string{
			"two years ago|DATE 2022 2022", "six weeks ago|DATE 2024-W43 2024-10-21/2024-10-27", "10 days ago|DATE 2024-11-25 2024-11-25"}},
		{"to the day", "2025-03-10", "Two years ago today the accord was signed.", []string{"Two years ago today|DATE 2023-03-10 2023-03-10"}},
		{"told before", "2024-12-05", "He arrived on Monday and left the following day.", []string{
			"Monday|DATE 2024-12-02 2024-12-02", "the following day|DATE 2024-12-03 2024-12-03"}},
		{"a month later", "2025-03-10", "They met in October 2024. A month later he was in Rome.", []string{
			"October 2024|DATE 2024-10 2024-10", "A month later|DATE 2024-11 2024-11"}},
		{"that year", "2000-01-28", "He fled in June 1998 and came back later that year.", []string{
			"June 1998|DATE 1998-06 1998-06", "later that year|DATE 1998 1998-06/1998-12"}},
		{"stretches ahead", "2023-03-30", "She is expected in the coming weeks, he in the next few days, all in the next two weeks.", []string{
			"the coming weeks|DURATION PXW 2023-03-30/2023-04-30", "the next few days|DURATION PXD 2023-03-30/2023-04-06",
			"the next two weeks|DURATION P2W 2023-03-30/2023-04-13"}},
		{"stretches behind", "2024-12-05", "For the past three months nothing happened.", []string{
			"the past three months|DURATION P3M 2024-09-05/2024-12-05"}},
		{"soon is no time", "2024-12-05", "They will meet soon, at some time.", nil},
		{"lengths", "2024-12-05", "A two-day visit, nearly two hours of talks, half an hour alone, a year and a half of silence, several weeks in all.", []string{
			"two-day|DURATION P2D", "nearly two hours|DURATION PT2H", "half an hour|DURATION PT30M", "a year and a half|DURATION P1.5Y", "several weeks|DURATION PXW"}},
		{"ages are no times", "2024-12-05", "The 79-year-old leader and his wife, 52 years old, came.", nil},
		{"rates are no times", "2024-12-05", "They pump 600,000 barrels a day.", nil},
		{"sets", "2024-12-05", "They meet every year, call each other daily, hold talks every three years and each March.", []string{
			"every year|SET P1Y P1Y", "daily|SET P1D P1D", "every three years|SET P3Y P3Y", "each March|SET XXXX-03 P1Y"}},
		{"how often", "2024-12-05", "They meet once a year, speak twice a year and hold one summit a year.", []string{
			"once a year|SET P1Y P1Y", "twice a year|SET P1Y P6M", "a year|SET P1Y P1Y"}},
		{"every so many", "2024-12-05", "They meet every second year, in turn every third March.", []string{
			"every second year|SET P2Y P2Y", "every third March|SET XXXX-03 P1Y"}},
		{"couple of months", "2025-12-29", "They talk every couple of months.", []string{"every couple of months|SET P2M P2M"}},
		{"clock", "1998-08-08", "The blast came at 10:35 a.m. on Friday and the next at noon Saturday.", []string{
			"10:35 a.m. on Friday|TIME 1998-08-07T10:35 1998-08-07", "noon Saturday|TIME 1998-08-08T12:00 1998-08-08"}},
		{"live report", "2023-12-10", "12.20 The new president takes the oath.", []string{"12.20|TIME 2023-12-10T12:20 2023-12-10"}},
		{"feasts", "2000-02-10", "He was found on Thanksgiving Day; the Good Friday Agreement holds since Easter 1998.", []string{
			"Thanksgiving Day|DATE 1999-11-25 1999-11-25", "Easter 1998|DATE 1998-04-12 1998-04-12"}},
		{"vague", "2024-12-05", "He is now in Rome, was recently in Bonn and looks to the future.", []string{
			"now|DATE PRESENT_REF", "recently|DATE PAST_REF", "the future|DATE FUTURE_REF"}},
		{"the other day", "2024-03-13", "He met Putin on Monday and Xi the day before, and left the night after.", []string{
			"Monday|DATE 2024-03-11 2024-03-11", "the day before|DATE 2024-03-10 2024-03-10", "the night after|TIME 2024-03-11TNI 2024-03-11"}},
		{"the other week", "2024-03-13", "She was there the week before and will be the week after next.", []string{
			"the week before|DATE 2024-W10 2024-03-04/2024-03-10", "the week after next|DATE 2024-W13 2024-03-25/2024-03-31"}},
		{"the day of something else", "2024-03-13", "He left the day after the summit.", nil},
		{"weekday and date in brackets", "2024-03-13", "They meet on Tuesday (March 19) and on March 22 (Friday).", []string{
			"Tuesday (March 19)|DATE 2024-03-19 2024-03-19", "March 22|DATE 2024-03-22 2024-03-22", "Friday|DATE 2024-03-22 2024-03-22"}},
		{"days before a noun", "2024-03-13", "The March 12-13 talks failed.", []string{"March 12|DATE 2024-03-12 2024-03-12", "13|DATE 2024-03-13 2024-03-13"}},
		{"days in words", "1987-03-05", "The pact takes effect April one, and by June two ministers had signed.", []string{
			"April one|DATE 1987-04-01 1987-04-01", "June|DATE 1987-06 1987-06"}},
		{"the year stands behind the second month", "2023-12-13", "He was there in late October and early November 2022, and from May to July 2021.", []string{
			"late October|DATE 2022-10 2022-10-21/2022-10-31", "early November 2022|DATE 2022-11 2022-11-01/2022-11-10",
			"May|DATE 2021-05 2021-05", "July 2021|DATE 2021-07 2021-07"}},
		{"the winter before", "2023-03-13", "It lasted from November to February 2023.", []string{"November|DATE 2022-11 2022-11", "February 2023|DATE 2023-02 2023-02"}},
		{"the day of a proposal", "1987-03-01", "Gorbachev proposed on Saturday that the two sides meet.", []string{"Saturday|DATE 1987-02-28 1987-02-28"}},
		{"the day that is proposed", "1987-03-02", "Gorbachev proposed talks for Saturday.", []string{"Saturday|DATE 1987-03-07 1987-03-07"}},
		{"the day of a delay", "1987-03-23", "The board on Saturday postponed a decision.", []string{"Saturday|DATE 1987-03-21 1987-03-21"}},
		{"expected, but not come", "1987-03-18", "He had been expected back on Monday but had not returned.", []string{"Monday|DATE 1987-03-16 1987-03-16"}},
		{"expected, still to come", "1987-03-17", "The meeting had been scheduled for Friday.", []string{"Friday|DATE 1987-03-20 1987-03-20"}},
		{"a strike called", "1987-03-19", "The unions have called a strike for Wednesday.", []string{"Wednesday|DATE 1987-03-25 1987-03-25"}},
		{"days one after the other", "1987-03-05", "Prices rose yesterday and Tuesday.", []string{"yesterday|DATE 1987-03-04 1987-03-04", "Tuesday|DATE 1987-03-03 1987-03-03"}},
		{"agreed in a month", "2023-11-11", "The two countries agreed in March to resume relations.", []string{"March|DATE 2023-03 2023-03"}},
		{"a delay until", "1987-03-12", "The lenders agreed to a delay until June 30.", []string{"June 30|DATE 1987-06-30 1987-06-30"}},
		{"forthcoming", "2002-03-16", "They discussed the forthcoming summit in Moscow in May.", []string{"May|DATE 2002-05 2002-05"}},
		{"unlikely before", "1987-03-26", "It was unlikely that he would do so before Friday, they said.", []string{"Friday|DATE 1987-03-27 1987-03-27"}},
		{"the quarter of a year", "1987-03-20", "Output rose in the fourth quarter, and was up on the final 1985 quarter.", []string{
			"the fourth quarter|DATE 1986-Q4 1986-10/1986-12", "1985 quarter|DATE 1985-Q4 1985-10/1985-12"}},
		{"a fiscal year", "1998-03-13", "The 1997 fiscal year ended well.", []string{"1997 fiscal year|DATE 1997 1997"}},
		{"the week of a day", "2024-06-13", "They meet in the week of July 8 or the week beginning 15 July.", []string{
			"the week of July 8|DATE 2024-W28 2024-07-08/2024-07-14", "the week beginning 15 July|DATE 2024-W29 2024-07-15/2024-07-21"}},
		{"the coming weekend", "2024-06-13", "They meet over the coming weekend.", []string{"the coming weekend|DATE 2024-W24-WE 2024-06-15/2024-06-16"}},
		{"following is a preposition", "2024-06-13", "Following Tuesday's talks he left, a day earlier than planned.", []string{"Tuesday|DATE 2024-06-11 2024-06-11"}},
		{"in the evening of the lead's day", "2025-03-13", "He arrived on Thursday. An aide, who had called on Wednesday, was calm. He was to speak in the evening.", []string{
			"Thursday|DATE 2025-03-13 2025-03-13", "Wednesday|DATE 2025-03-12 2025-03-12", "the evening|TIME 2025-03-13TEV 2025-03-13"}},
		{"nothing", "2024-12-05", "The minister spoke of the second phase of the plan to the press.", nil},
	} {
		d, es := read(t, c.published, c.text)
		var got []string
		for i := range es {
			got = append(got, show(d.Text, &es[i]))
		}
		checkLinks(t, c.text)
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q published %s\n got %s\nwant %s", c.name, c.text, c.published, strings.Join(got, "; "), strings.Join(c.want, "; "))
		}
	}
}

// checkLinks checks that no rule would begin an expression with a word that
// none is asked for.
func checkLinks(t *testing.T, text string) {
	t.Helper()
	words, _ := scan(text, 0, int32(len(text)), nil)
	g := grammar{text: text, words: words, ref: 20000}
	for i := range words {
		if w := &words[i]; w.links() && !w.upper {
			if d, ok := g.longest(i); ok {
				t.Errorf("%q: a rule begins with %q and reads %q; word.links leaves it out", text, text[w.start:w.end], text[w.start:words[d.next-1].end])
			}
		}
	}
}

func TestDatelineIsTheReference(t *testing.T) {
	text := "The minister left yesterday."
	var d language.Document
	language.Segment(text, &d)
	published, _ := edtf.ParseDay("1998-08-08")
	es := Document(&d, Reference{Published: published, Dateline: published - 1, HasDate: true}, nil)
	if len(es) != 1 || es[0].EDTF != "1998-08-06" {
		t.Errorf("%q: %+v, want 1998-08-06", text, es)
	}
}

func TestDiary(t *testing.T) {
	text := "SUNDAY 29 JANUARY. The secretary general begins a tour: Seoul on Sunday and Monday, Tokyo on Tuesday.\n\n" +
		"The envoy is in Cairo and Ramallah, between Sunday and Tuesday.\n\nFRIDAY 3 FEBRUARY. The presidents travel to Kyiv."
	d, es := read(t, "2023-01-28", text)
	var got []string
	for i := range es {
		got = append(got, string(es[i].EDTF))
	}
	want := "2023-01-29 2023-01-29 2023-01-30 2023-01-31 2023-01-29 2023-01-31 2023-02-03"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%q: got %s, want %s", d.Text, s, want)
	}
}

// TestDiaryOfWeekdays counts bare weekdays over the entries of a diary forward.
func TestDiaryOfWeekdays(t *testing.T) {
	_, es := read(t, "2023-08-13", "MONDAY - Guests arrive in Asuncion.\n\nTHURSDAY - The minister travels to Riyadh.\n\nMONDAY: The summit opens.")
	var got []string
	for i := range es {
		got = append(got, string(es[i].EDTF))
	}
	if s, want := strings.Join(got, " "), "2023-08-14 2023-08-17 2023-08-21"; s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		text, anchor string
		dir          Direction
		want         edtf.Date
	}{
		{"He left on Monday.", "2023-01-29", Future, "2023-01-30"},
		{"He left on Monday.", "2023-01-29", Past, "2023-01-23"},
		{"He left the following day.", "2023-01-29", Unknown, "2023-01-30"},
		{"He left a week later.", "2023-01-29", Unknown, "2023-02-05"},
		{"He left in May.", "2023-01-29", Future, "2023-05"},
		{"He left in May.", "2023-01-29", Past, "2022-05"},
		{"He left on May 3.", "2023-06-29", Future, "2024-05-03"},
		{"He left in 1987.", "2023-06-29", Future, "1987"},
		{"He left later that month.", "2023-06-10", Unknown, "2023-06-10/2023-06-30"},
		{"He left in spring.", "2023-01-10", Future, "2023-21"},
		{"He stayed for two days.", "2023-01-10", Future, ""},
		{"He is there now.", "2023-01-10", Future, ""},
	} {
		_, es := read(t, "2024-12-05", c.text)
		if len(es) != 1 {
			t.Errorf("%q: %d expressions, want 1", c.text, len(es))
			continue
		}
		anchor, err := edtf.ParseDay(c.anchor)
		if err != nil {
			t.Fatal(err)
		}
		if got := es[0].Resolve(anchor, c.dir); got != c.want {
			t.Errorf("%q from %s, direction %d: %s, want %s", c.text, c.anchor, c.dir, got, c.want)
		}
	}
}

func TestRelation(t *testing.T) {
	for text, want := range map[string]Relation{
		"He has been there since Monday.":       Since,
		"He stays until Monday.":                Until,
		"The papers are due by Monday.":         By,
		"He left before Monday.":                Before,
		"He left after Monday.":                 After,
		"He left on Monday.":                    At,
		"He stays from Monday.":                 From,
		"They will meet within two months.":     Within,
		"He spoke to Monday's crowd.":           At,
		"He spoke for two hours.":               For,
		"He is there from Saturday to Tuesday.": Until,
	} {
		_, es := read(t, "2024-12-05", text)
		if len(es) == 0 || es[len(es)-1].Relation != want {
			t.Errorf("%q: %+v, want relation %d", text, es, want)
		}
	}
}

func TestRanges(t *testing.T) {
	for _, c := range []struct{ published, text, want string }{
		{"2024-10-11", "He stays from Saturday to Monday.", "Saturday to Monday 2024-10-12/2024-10-14"},
		{"2025-12-01", "He will be there on December 4 and 5.", "December 4 and 5 2025-12-04/2025-12-05"},
		{"2026-01-01", "The summit is set for July 7-8, 2026.", "July 7-8, 2026 2026-07-07/2026-07-08"},
		{"2024-05-10", "He was there from 3 to 5 May.", "3 to 5 May 2024-05-03/2024-05-05"},
		{"2023-01-28", "They will be in Seoul on Sunday and Monday.", "Sunday and Monday 2023-01-29/2023-01-30"},
		{"1999-06-07", "He was held twice between 1991 and 1997.", "1991 and 1997 1991/1997"},
		{"1998-02-06", "In the first nine months of 1997 they met.", "the first nine months of 1997 1997-01/1997-09"},
		{"2024-02-01", "They met two days after Christmas.", "two days after Christmas 2023-12-27"},
		{"2024-09-26", "He stayed from September 21 to 25.", "September 21 to 25 2024-09-21/2024-09-25"},
		{"2023-10-01", "The fair is open from Friday 13 to Sunday 15 October.", "Friday 13 to Sunday 15 October 2023-10-13/2023-10-15"},
		{"2023-10-01", "They were there on July 6, 7 and 8.", "July 6, 7 and 8 2023-07-06/2023-07-08"},
		{"2023-10-01", "He is on the road from July 30 to August 2.", "July 30 to August 2 2023-07-30/2023-08-02"},
		{"2023-10-01", "It was his office from 2019-2023.", "2019-2023 2019/2023"},
		{"2024-09-26", "They met on Monday and Thursday.", ""},
		{"2024-09-26", "They met in 2019 and in 2023.", ""},
	} {
		d, es := read(t, c.published, c.text)
		var got []string
		for _, r := range Ranges(d.Text, es, nil) {
			got = append(got, d.Text[r.Start:r.End]+" "+string(r.EDTF))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

// TestTenseOfParse: where a sentence is parsed, the governing verb decides.
func TestTenseOfParse(t *testing.T) {
	for _, c := range []struct {
		text string
		tags map[string]language.XPOS // verbs and auxiliaries
		want edtf.Date
	}{
		{"They talk Monday.", map[string]language.XPOS{"talk": language.XPOSVBP}, "2024-07-15"},
		{"They put Monday.", map[string]language.XPOS{"put": language.XPOSVBD}, "2024-07-08"},
		{"They shut Monday.", map[string]language.XPOS{"shut": language.XPOSVBN}, "2024-07-08"},
	} {
		var d language.Document
		language.Segment(c.text, &d)
		s := &d.Sentences[0]
		s.Parsed = true
		for i := range s.Tokens {
			tok := &s.Tokens[i]
			tok.Head, tok.Lemma = 1, strings.ToLower(d.Word(tok))
			if x, ok := c.tags[d.Word(tok)]; ok {
				tok.XPOS, tok.UPOS = x, language.VERB
			}
		}
		s.Tokens[1].Head = -1
		published, _ := edtf.ParseDay("2024-07-10")
		es := Find(&d, s, 0, Reference{Published: published}, nil)
		if len(es) != 1 || es[0].EDTF != c.want {
			t.Errorf("%q: %+v, want %s", c.text, es, c.want)
		}
	}
}
