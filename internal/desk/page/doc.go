// Package page serves the record as web pages: what is next, what two
// countries have with each other, one engagement with its evidence, one report
// with everything that was read in it.
//
// In: requests and a record. Out: HTML made on the server, with a stylesheet
// of its own and no script; nothing is fetched from elsewhere. All text of
// reports is escaped. Every page leads back to the sentence it rests on. It
// only reads the record.
package page
