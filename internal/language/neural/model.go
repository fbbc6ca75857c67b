package neural

// Size is the shape of the network.
type Size struct {
	Embed  int // length of a learned row
	Hidden int // cells of one direction of a layer
	Arc    int // length of the vectors whose product scores an arc
	Rel    int // hidden units before the relations
	Tag    int // hidden units before the tags
	Rels   int // number of relations
	Tags   int // number of tags
}

// Distances is the number of classes of Distance.
const Distances = 16

// Distance gives the class of the way from a word to its head, both counted
// from 1; head 0 is the root.
func Distance(word, head int) int {
	if head == 0 {
		return 0
	}
	d := word - head
	back := 0
	if d < 0 {
		d, back = -d, 7
	}
	switch {
	case d <= 4:
		return back + d
	case d <= 8:
		return back + 5
	case d <= 16:
		return back + 6
	}
	return back + 7
}
