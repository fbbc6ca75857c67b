// Package timex finds the time expressions of a text and says what they mean.
//
// In: a sentence and the day it counts from. Out: Expressions with byte
// offsets, TIMEX3 type and value, the EDTF date, and enough of their meaning
// to be resolved again from another day ("a week later"). Extents and values
// follow TimeBank's habits: no prepositions, "early", "late" and "nearly"
// inside.
//
// It works on bytes and a list of words, so that it needs no parse; where a
// sentence is parsed, the tense of the governing verb says whether "Monday"
// is past or to come. It does not know which event a time belongs to, and
// leaves out the ages of people and rates ("a share a year").
package timex
