// Package house holds the tests that keep the house in order: which room may
// import which, which packages of the outside world stay outside a room, that
// the rooms of the spine never ask for the time of day, and that the documents
// and the tree agree. It has no code of its own.
package house
