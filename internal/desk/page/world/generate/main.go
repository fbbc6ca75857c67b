// Command generate makes the outline of the land from a TopoJSON file of
// world-atlas (npm pack world-atlas@2.0.2, land-110m.json).
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/page/world"
)

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Land struct {
			Geometries []struct{ Arcs [][][]int }
		}
	}
}

func main() {
	land := flag.String("land", "land-110m.json", "TopoJSON `FILE` of the land")
	out := flag.String("out", "land.txt", "`FILE` to write")
	flag.Parse()
	b, err := os.ReadFile(*land)
	if err != nil {
		log.Fatal(err)
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		log.Fatalf("%s: %v", *land, err)
	}
	var path strings.Builder
	for _, g := range t.Objects.Land.Geometries {
		for _, polygon := range g.Arcs {
			for _, ring := range polygon {
				draw(&path, t, ring)
			}
		}
	}
	if err := os.WriteFile(*out, []byte(path.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}

// draw adds one ring, which is a list of arcs; ^i is arc i backwards. A ring
// that crosses the 180th meridian becomes one on either side.
func draw(path *strings.Builder, t topology, ring []int) {
	points := unwrap(points(t, ring))
	for _, turn := range []float64{0, 360, -360} {
		side := clip(clip(points, turn-180, 1), turn+180, -1)
		command, lastX, lastY := "M", -1, -1
		for _, p := range side {
			x, y := world.Project(p[1], p[0]-turn)
			if int(x) == lastX && int(y) == lastY {
				continue // closer than a point of the drawing
			}
			fmt.Fprintf(path, "%s%.1f %.1f", command, x, y)
			command, lastX, lastY = "L", int(x), int(y)
		}
		if command == "L" {
			path.WriteString("Z")
		}
	}
}

func points(t topology, ring []int) [][2]float64 {
	var out [][2]float64
	for _, i := range ring {
		arc := decode(t, max(i, ^i))
		if i < 0 {
			slices.Reverse(arc)
		}
		out = append(out, arc...)
	}
	return out
}

// unwrap lets longitudes run on beyond 180, so that neighbours are near each
// other; a ring around a pole is closed along it.
func unwrap(points [][2]float64) [][2]float64 {
	for i := 1; i < len(points); i++ {
		points[i][0] -= 360 * math.Round((points[i][0]-points[i-1][0])/360)
	}
	first, last := points[0], points[len(points)-1]
	if math.Abs(last[0]-first[0]) > 180 {
		pole := math.Copysign(90, first[1])
		points = append(points, [2]float64{last[0], pole}, [2]float64{first[0], pole})
	}
	return points
}

// clip keeps what lies east (side 1) or west (side -1) of a meridian
// (Sutherland and Hodgman 1974).
func clip(points [][2]float64, meridian, side float64) [][2]float64 {
	var out [][2]float64
	for i, p := range points {
		before := points[(i+len(points)-1)%len(points)]
		inside, was := (p[0]-meridian)*side >= 0, (before[0]-meridian)*side >= 0
		if inside != was {
			share := (meridian - before[0]) / (p[0] - before[0])
			out = append(out, [2]float64{meridian, before[1] + share*(p[1]-before[1])})
		}
		if inside {
			out = append(out, p)
		}
	}
	return out
}

// decode undoes the differences and the scale of an arc (TopoJSON, 2.1.3).
func decode(t topology, i int) [][2]float64 {
	var x, y float64
	out := make([][2]float64, len(t.Arcs[i]))
	for j, d := range t.Arcs[i] {
		x, y = x+d[0], y+d[1]
		out[j] = [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]}
	}
	return out
}
