// Package post brings reports from where they are published; its packages do
// the work, each one way of bringing.
package post
