// Package gazetteer knows names: of countries and former states, their people
// and capitals, seats of government, international organisations, cities,
// offices, and the people who held the high ones, with dates.
//
// In: embedded data files, each with its source and licence, and the words of
// a text. Out: the senses that a run of words can have. It does not choose
// between senses by context; that is reading's work.
package gazetteer
