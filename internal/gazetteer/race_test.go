//go:build race

package gazetteer

// raceDetector says that the test runs under the race detector, which makes
// every sync.Pool forget at random.
const raceDetector = true
