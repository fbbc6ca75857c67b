package reading

// leadsDelegation gives who leads "the delegation" of which the sentence does not
// say whose it is: "Peters will lead a delegation on a tour of the Pacific. The
// delegation will visit Vanuatu", "Led by Foreign Minister X, the delegation is
// to meet".
func (p *page) leadsDelegation(si, i int) int32 {
	t := p.tree(si)
	if t.lemma(i) != "delegation" || !singular(t, i) || i == 0 || t.word(i-1) != "the" && t.word(i-1) != "The" {
		return nobody
	}
	for s := si; s >= 0 && si-s <= 2; s-- {
		ms := p.sents[s].mentions
		for k := len(ms) - 1; k >= 0; k-- {
			if m := &ms[k]; m.kind == mPerson && !(s == si && int(m.from) > i) && p.namedAsLeader(s, m) {
				return m.person
			}
		}
	}
	return nobody
}

// namedAsLeader tells "a delegation led by X" and "X will lead a delegation".
func (p *page) namedAsLeader(si int, m *mention) bool {
	tokens := p.doc.Sentences[si].Tokens
	led := func(w string) bool { return w == "led" || w == "Led" || w == "headed" || w == "Headed" }
	for k := int(m.from) - 1; k > 0 && k >= int(m.from)-3; k-- { // a state may stand before the title
		if p.doc.Word(&tokens[k]) == "by" {
			return led(p.doc.Word(&tokens[k-1]))
		}
	}
	leads := false
	for k := int(m.to); k < len(tokens) && k < int(m.to)+14; k++ {
		switch p.doc.Word(&tokens[k]) {
		case "lead", "leads", "leading", "heads", "heading", "led":
			leads = k < int(m.to)+6
		case "delegation":
			return leads
		case ".", ";":
			return false
		}
	}
	return false
}
