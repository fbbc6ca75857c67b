// Package intake puts reports through a piece of work on several goroutines
// and hands the results on in the order in which the reports came.
//
// In: a sequence of reports and failures. Out: a sequence of results and
// failures in the same order, whatever the number of workers. At most a few
// reports a worker are in memory at once.
package intake
