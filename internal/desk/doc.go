// Package desk is where people and programs meet Chancery: the command line,
// the pages, the exports.
//
// In: commands and requests. Out: answers, each leading back to the words it
// rests on. It asks and shows; it holds no reading and no linking of its own.
package desk
