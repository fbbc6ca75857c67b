// Package follow asks feeds, sitemaps and folders for news again and again.
//
// In: addresses of RSS, Atom and JSON feeds and of sitemaps, paths of folders;
// the state that the last run left. Out: reports that are new or have changed,
// in the order in which their sources were asked, and a failure for each source
// that did not answer: a dead source is told of and asked more and more seldom,
// and costs the others nothing. It asks with If-None-Match and
// If-Modified-Since, obeys robots.txt and Retry-After, leaves a gap between two
// requests to one host, and bounds sizes and times.
//
// What it does badly: an entry that gives only a summary is taken as it is,
// unless Articles is set, and then the article is what the page extraction finds.
package follow
