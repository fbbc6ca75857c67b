// Package outlook draws conclusions from the record as of a date: whose turn
// it is, what is due or overdue, which invitations are open, and whether
// claims hold.
//
// In: engagements of the record, claims and a date. Out: turns, open
// invitations and verdicts, each with the engagements it rests on. It is made
// of pure functions and answers "unknown", with the reason, where the record
// does not say.
//
//	o := outlook.New(es, g)                    // es: the engagements of a whole record, g: a gazetteer or nil
//	o.Turns(asOf)                              // standing arrangements, whose turn, what is due
//	o.OpenInvitations(asOf)                    // extended, not yet followed by a visit
//	o.Contacts("IND", "RUS", asOf)             // how often, when last
//	o.Series(asOf)                             // numbered series, what is missing, what is next
//	o.Audit(claims, asOf)                      // verdicts as of the report and as of now
//	outlook.WriteJSONL(w, turns, open, asOf)   // the contracts
//	outlook.WriteAudit(w, judgements)
//
// What it does badly: it cannot tell a summit that nobody reported from one
// that was not held, except where a report says so or a number is missing; it
// takes the coverage of the record for even.
package outlook
