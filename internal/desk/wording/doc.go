// Package wording puts engagements and dates into words for people: "8–9 July
// 2024" for 2024-07-08/2024-07-09, "Narendra Modi (India) to Moscow, Russia".
// The command line and the pages say the same thing in the same words.
//
// In: kinds, parties, EDTF dates. Out: plain English text, not escaped and not
// folded. It makes no vague date exact.
package wording
