package world

import (
	"math"
	"strings"
	"testing"
)

// The corners of the drawing, and a symmetric pair.
func TestProject(t *testing.T) {
	for _, c := range []struct{ lat, lon, x, y float64 }{
		{0, 0, Width / 2.0, Height / 2.0}, {0, 180, Width, Height / 2.0}, {0, -180, 0, Height / 2.0}, {90, 0, Width / 2.0, 0}, {-90, 0, Width / 2.0, Height},
	} {
		if x, y := Project(c.lat, c.lon); math.Abs(x-c.x) > 0.01 || math.Abs(y-c.y) > 0.01 {
			t.Errorf("Project(%v, %v) = %.2f, %.2f, want %.2f, %.2f", c.lat, c.lon, x, y, c.x, c.y)
		}
	}
	northX, northY := Project(50, 100)
	southX, southY := Project(-50, 100)
	if northX != southX || math.Abs(northY+southY-Height) > 1e-9 || northX >= Width {
		t.Errorf("50 N is at %v, %v and 50 S at %v, %v", northX, northY, southX, southY)
	}
}

func TestLandIsAPath(t *testing.T) {
	if !strings.HasPrefix(Land, "M") || !strings.HasSuffix(Land, "Z") || strings.Count(Land, "M") < 100 {
		t.Errorf("the land is no path of many rings: %.60s", Land)
	}
}
