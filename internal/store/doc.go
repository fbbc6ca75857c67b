// Package store keeps reports, readings and the record in a database.
//
// In and out: reports, readings and engagements. SQLite without cgo is the
// default; PostgreSQL passes the same suite. It decides nothing: what belongs
// together is the record's business.
//
// # How to use it
//
//	s, err := sqlite.Open(ctx, "chancery.db")        // or postgres.Open(ctx, "postgres://…")
//	defer s.Close()
//
//	added, err := s.Add(ctx, []store.Entry{{Report: r, Reading: x}}) // reads nothing, links and saves; all or nothing
//	es, err := s.Engagements(ctx, store.Filter{Countries: []string{"IND", "RUS"}, AsOf: day})
//	e, err := s.Engagement(ctx, "v-IND-RUS-202407-…")                // or errors.Is(err, store.ErrNotFound)
//	rep, err := s.Report(ctx, "a001")                                // with its text and the bytes as they came
//	x, err := s.Reading(ctx, "a001")
//	list, err := s.Reports(ctx, store.ReportFilter{Text: "Kazan", Limit: 20})
//	claims, err := s.Claims(ctx, store.ClaimFilter{Countries: []string{"IND"}})
//	people, err := s.People(ctx, store.PersonFilter{Country: "RUS"})
//	stats, err := s.Stats(ctx)
//
//	marked, err := s.Correct(ctx, record.Correction{…})              // a person's word; links anew what it concerns
//	log, err := s.Corrections(ctx)
//
// Engagements come sorted as record.Sort sorts them, complete: with steps,
// values, conflicts, mentions and their evidence. With Filter.AsOf they are as
// the reports published until that day tell them.
//
// record.WriteJSONL writes them as the export contract has them. The package
// outlook takes such engagements and claims and draws conclusions.
//
// Open makes the database where there is none and migrates it where it is
// older. Methods may be called from several goroutines and several processes;
// writers wait for one another. A batch of a few hundred entries per Add is
// fastest.
package store
