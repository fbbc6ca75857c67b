// Package world is the outline of the land, and where points lie on it.
//
// In: degrees of WGS 84. Out: points of a drawing that is Width by Height. The
// projection is Equal Earth (Šavrič, Patterson, Jenny 2018): areas are true. It
// draws no borders, which would take a side where they are disputed.
package world

import (
	_ "embed"
	"math"
)

//go:generate go run ./generate -land land-110m.json -out land.txt

// Land is the outline of the land as the d attribute of an SVG path. It is
// made of Natural Earth's land at 1:110 million (public domain), as npm package
// world-atlas 2.0.2 has it (ISC), by the go:generate line.
//
//go:embed land.txt
var Land string

// Width and Height are the size of the drawing.
const (
	Width  = 1000
	Height = 487
)

// Coefficients of the polynomial, from the paper.
const (
	a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	widest         = 2.7066299836 // x of longitude 180 at the equator
	highest        = 1.3173627592 // y of the pole
)

// Project gives where a point lies: x from left to right, y from top to bottom.
func Project(lat, lon float64) (x, y float64) {
	t := math.Asin(math.Sqrt(3) / 2 * math.Sin(lat*math.Pi/180))
	t2 := t * t
	t6 := t2 * t2 * t2
	x = 2 * math.Sqrt(3) * lon * math.Pi / 180 * math.Cos(t) / (3 * (9*a4*t6*t2 + 7*a3*t6 + 3*a2*t2 + a1))
	y = t * (a4*t6*t2 + a3*t6 + a2*t2 + a1)
	return (x/widest + 1) / 2 * Width, (1 - y/highest) / 2 * Height
}
