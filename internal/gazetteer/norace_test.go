//go:build !race

package gazetteer

const raceDetector = false
