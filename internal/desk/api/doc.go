// Package api answers programs: the questions of the command line over HTTP,
// in JSON, with a description of itself in OpenAPI 3.1.
//
// In: requests under /api/. Out: what the commands print with --format jsonl,
// in pages with a cursor; errors as problem documents (RFC 9457). It only asks
// other rooms. Whoever writes needs a token; what a token may do, how often and
// how much one may ask is the business of package guard.
package api
