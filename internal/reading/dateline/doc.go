// Package dateline reads the line at the head of a report that says where and
// when it was written: "NEW DELHI, Dec 6 (PTI) -", "WARSAW -", "NAIROBI, Kenya
// (AP) _", "New Delhi:", or "The Kremlin, Moscow" on a line of its own.
//
// In: the text and its publication day. Out: byte offsets of place, region and
// agency, the day if there is one, and where the story begins. It does not
// know places: whether "Sochi" is one, the gazetteer says; Sure tells how much
// the form alone speaks for it.
package dateline
