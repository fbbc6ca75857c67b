// Package terminal knows what a terminal can show: whether one is there, which
// colours to use, how to fold a paragraph, how to draw a progress line.
package terminal
