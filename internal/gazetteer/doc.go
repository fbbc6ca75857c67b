// Package gazetteer knows names: of countries and former states, their people
// and capitals, seats of government, international organisations, cities,
// offices, and the people who held the high ones, with dates.
//
// In: embedded data files, each with its source and licence in data/README.md,
// and the words of a text. Out: the senses that a run of words can have, best
// prior first. It does not choose between senses by context; that is reading's
// work.
//
// What it does badly: a name that is in no file has no sense, so new office
// holders need a row; towns whose name is an ordinary word are left out; who a
// bare family name means is left open where several bear it; and former states
// follow the borders of today's countries, East Germany and South Yemen
// excepted.
package gazetteer
