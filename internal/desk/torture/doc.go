// Package torture holds tests that kill the program and take away what it
// stands on, while reports flow, and then look whether the record is the one
// that an undisturbed run makes.
//
// Their short form is part of `make test`; `make torture` runs the long one.
// CHANCERY_TORTURE_SEED gives the seed that a failure names.
package torture
