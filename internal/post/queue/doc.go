// Package queue keeps reports between those who bring them and those who read
// them, in NATS JetStream.
//
// In: reports. Out: the same reports, each to one worker at a time, and again
// to another when the first ends without a word. A report leaves the queue when
// its worker says that it is done with it, so one may come twice, and is never
// lost. What fails three times goes to a second stream, the dead letters, with
// the reason, and can be sent back.
//
// Without the address of a cluster, the first process that opens a folder runs
// a server in it, and the others find it there; when that process ends, another
// of them takes over. With an address the same code uses the cluster.
//
// A newer version of a report takes the place of one that still waits. Two
// versions in the hands of two processes at the same moment are not put in
// order: the one that is done last stands.
//
// It does badly: a queue in a folder is for one machine, and no network file
// system. Every report is on the disk before it is acknowledged, which bounds it
// to some thousands of reports a second.
package queue
