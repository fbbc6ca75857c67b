// The race detector makes the program several times slower, and what it looks
// for the tests of the rooms look for.

//go:build !race

package torture

import (
	"strings"
	"testing"
	"time"
)

// TestKill kills queue, workers, server and those who bring reports, at random
// moments, while reports flow.
func TestKill(t *testing.T) {
	kills := size(6, 200)
	f := made(t, size(600, 20000), kills)
	for name, at := range places(t) {
		t.Run(name, func(t *testing.T) {
			random := chance(t)
			run(t, "work", "--record", at.record, "--queue-dir", at.queue, "--until-empty") // a server needs a record
			crew := map[string][]string{
				"queue":    {"queue", "serve", "--queue-dir", at.queue},
				"worker 1": {"work", "--record", at.record, "--queue-dir", at.queue, "--workers", "1", "--redeliver", "1s"},
				"worker 2": {"work", "--record", at.record, "--queue-dir", at.queue, "--workers", "2", "--redeliver", "1s"},
				"server":   {"serve", "--record", at.record, "--listen", "127.0.0.1:0"},
			}
			running := map[string]*process{}
			for who, args := range crew {
				running[who] = program(args...).start(t)
			}
			victims := []string{"queue", "worker 1", "worker 2", "worker 1", "worker 2", "server", "bringer"}
			for kill := range kills {
				bring := program("add", "--queue-dir", at.queue, f.files[kill]).start(t)
				time.Sleep(time.Duration(random.Intn(700)) * time.Millisecond)
				switch who := victims[random.Intn(len(victims))]; who {
				case "bringer":
					bring.kill()
				default:
					running[who].kill()
					running[who] = program(crew[who]...).start(t)
				}
				if code := bring.wait(t); code != 0 {
					eventually(t, "add", "--queue-dir", at.queue, f.files[kill])
				}
				for who, p := range running {
					select {
					case <-p.ended:
						t.Fatalf("%s ended by itself with %d:\n%s", who, p.ProcessState.ExitCode(), p.err.String())
					default:
					}
				}
			}
			run(t, "work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s")
			for _, p := range running {
				p.kill()
			}
			at.nothing(t)
			f.check(t, at.record)
			for who, p := range running {
				if s := p.err.String(); strings.Contains(s, "panic") {
					t.Errorf("%s: %s", who, s)
				}
			}
		})
	}
}
