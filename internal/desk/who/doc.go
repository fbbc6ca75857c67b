// Package who finds out whom a question is about: countries and organisations
// by any usual name or code, or people.
//
// In: one or two words of the user. Out: whom they mean, and the engagements
// that all of them take part in.
package who
