// Package guard stands before everything that `chancery serve` answers: who
// may ask, how often, how much, how slowly, and what a browser may do with the
// answer.
//
// In: a handler, and limits. Out: the handler behind them. Only what needs no
// knowledge of the record is here, but for Fresh and Keep, which know its revision.
// What it does badly: it counts clients by their address, so all behind one
// proxy of somebody else are one client.
package guard
