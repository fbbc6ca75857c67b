package main

import (
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/neural"
)

// weights gathers the net for writing. Rows that training has not touched
// become zero: they hold nothing but chance.
func (n *net) weights(known []string, tags *tagset) *neural.Weights {
	E := n.size.Embed
	for i := 0; i < len(n.embed.w); i += E {
		if n.embed.v[i] == 0 {
			clear(n.embed.w[i : i+E])
		}
	}
	w := &neural.Weights{Size: n.size, Known: known, Embed: n.embed.w}
	for _, r := range relations() {
		w.RelNames = append(w.RelNames, r.String())
	}
	for _, t := range tags.tags {
		w.TagNames = append(w.TagNames, t.upos.String()+" "+t.xpos.String()+" "+t.feats.String())
	}
	for depth, l := range n.layers {
		w.In[depth] = stack(&dense{l[0].in, 3 * l[0].h, l[0].wx, l[0].b}, &dense{l[1].in, 3 * l[1].h, l[1].wx, l[1].b})
		for dir := range l {
			w.Recurrent[depth][dir] = neural.Linear{In: l[dir].h, Out: 3 * l[dir].h, W: l[dir].wh.w}
		}
	}
	clear(n.tagHigh.b.w) // the bias of the tags is in tagLow
	w.Top = stack(n.arcDep, n.arcHead, n.relDep, n.relHead, n.tagHigh)
	w.Low, w.RelOut, w.TagOut = stack(n.tagLow), stack(n.relOut), stack(n.tagOut)
	w.ArcRoot, w.ArcBias, w.RelRoot, w.RelFar = n.arcRoot.w, n.arcBias.w, n.relRoot.w, n.relFar.w
	return w
}

// stack puts maps of the same input under each other.
func stack(parts ...*dense) neural.Linear {
	l := neural.Linear{In: parts[0].in}
	for _, d := range parts {
		l.Out += d.out
		l.W = append(l.W, d.w.w...)
		l.B = append(l.B, d.b.w...)
	}
	return l
}

// relations gives the relations that the network scores, in the order of
// their numbers: all but none.
func relations() []language.Rel {
	var all []language.Rel
	for r := language.NoRel + 1; r < language.RelCount; r++ {
		all = append(all, r)
	}
	return all
}
