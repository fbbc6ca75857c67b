// Package edtf holds calendar days and EDTF date expressions (ISO 8601-2,
// levels 0 and 1), the only way in which Chancery writes when something
// happened, happens or is to happen.
//
// In: strings and numbers. Out: Day, a calendar day, and Date, an EDTF
// expression with its bounds. It knows no time zone and no time of day, never
// asks for today's date and never makes a vague date exact.
package edtf
