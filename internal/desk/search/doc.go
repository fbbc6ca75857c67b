// Package search finds engagements and reports by a query that a person types,
// such as `host:IND visitor:RUS status:planned since:2024 nuclear`.
//
// In: the text of a query, a record. Out: engagements in the order of the
// record, counts of what they are (facets), reports by their words. What it
// does badly: facets count the first Most engagements that the record gives for
// a query, and say so where there are more.
package search
