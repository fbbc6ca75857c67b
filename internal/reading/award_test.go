package reading

import "testing"

// TestAwardName looks for the whole name of an honour.
func TestAwardName(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Russian President Vladimir Putin presented Indian Prime Minister Narendra Modi with the Order of St Andrew the Apostle in Moscow on Tuesday.", "Order of St Andrew the Apostle"},
		{"French President Emmanuel Macron awarded Indian Prime Minister Narendra Modi the Grand Cross of the Legion of Honour.", "Grand Cross of the Legion of Honour"},
		{"Brazilian President Luiz Inacio Lula da Silva decorated Indian Prime Minister Narendra Modi with the Southern Cross in Brasilia.", "Southern Cross"},
		{"Poland gave Ukrainian President Volodymyr Zelensky what it gives to few, the Order of the White Eagle, in Warsaw on Wednesday.", "Order of the White Eagle"},
	} {
		got := readPlain(t, "2024-07-10", c.text)
		found := false
		for i := range got.Engagements {
			found = found || got.Engagements[i].Kind == Award && got.Engagements[i].Event == c.want
		}
		if !found {
			t.Errorf("%q\n  want an award named %q, got\n%s", c.text, c.want, printReading(got))
		}
	}
}

// TestNoAward reads gifts and honours that are none.
func TestNoAward(t *testing.T) {
	for _, text := range []string{
		"Chinese President Xi Jinping gave Russian President Vladimir Putin an order for grain.",
		"French President Emmanuel Macron received German Chancellor Olaf Scholz with full military honours in Paris.",
		"Ukrainian President Volodymyr Zelensky awarded the Order of Princess Olga to Ukraine's foreign minister, Dmytro Kuleba.",
	} {
		if got := readPlain(t, "2024-07-10", text); countKind(got, Award) > 0 {
			t.Errorf("%q\n  want no award, got\n%s", text, printReading(got))
		}
	}
}
