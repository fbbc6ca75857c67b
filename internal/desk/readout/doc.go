// Package readout writes down what one report says, as `chancery read` prints
// it: as a line of JSON, as a table for people, as brat standoff annotation,
// or with the reader's own explanation.
//
// In: a report and its reading. Out: bytes, the same for the same reading. It
// is called by several goroutines at once, each with a buffer of its own.
package readout
