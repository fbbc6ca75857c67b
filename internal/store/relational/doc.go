// Package relational is what the SQL databases share: the statements, and how
// a record lies in tables. The packages sqlite and postgres open their
// database, migrate it and say in what their SQL differs.
//
// Tables hold reports, readings, mentions with the keys under which they meet
// others, and for each engagement a row to find it by. Engagements themselves
// are assembled from their mentions when asked for.
package relational
