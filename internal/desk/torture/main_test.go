// The race detector makes the program several times slower, and what it looks
// for the tests of the rooms look for.

//go:build !race

package torture

import (
	"bytes"
	"context"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/chancery-project/chancery/internal/desk/cli"
	"github.com/chancery-project/chancery/internal/store/postgres/postgrestest"
)

// asProgram makes this test binary the program.
const asProgram = "CHANCERY_TORTURE_PROGRAM"

var postgres *postgrestest.Server

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(cli.Invocation{Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now}.Run(context.Background()))
	}
	postgrestest.Main(m, func(s *postgrestest.Server) { postgres = s })
}

// long says whether this is the long form.
func long() bool { return os.Getenv("CHANCERY_TORTURE") == "long" }

// size gives a number for the short form and one for the long form.
func size(short, inLong int) int {
	if long() {
		return inLong
	}
	return short
}

// chance gives the random numbers of a test, and says from which seed.
func chance(t *testing.T) *rand.Rand {
	seed := int64(1)
	if long() {
		seed = time.Now().UnixNano()
	}
	if s := os.Getenv("CHANCERY_TORTURE_SEED"); s != "" {
		var err error
		if seed, err = strconv.ParseInt(s, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("CHANCERY_TORTURE_SEED=%d", seed)
	return rand.New(rand.NewSource(seed))
}

// process is the program, running.
type process struct {
	*exec.Cmd
	out, err buffer
	ended    chan struct{}
}

// buffer may be read while a process writes.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// program makes the command that runs the program.
func program(args ...string) *process {
	p := &process{Cmd: exec.Command(os.Args[0], args...), ended: make(chan struct{})}
	p.Env = append(os.Environ(), asProgram+"=1", "NO_COLOR=1", "GOMAXPROCS=2")
	p.Stdout, p.Stderr = &p.out, &p.err
	return p
}

// start starts a process, which ends with the test at the latest.
func (p *process) start(t *testing.T) *process {
	t.Helper()
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = p.Wait()
		close(p.ended)
	}()
	t.Cleanup(p.kill)
	return p
}

// kill ends a process as a power cut would.
func (p *process) kill() {
	_ = p.Process.Signal(syscall.SIGKILL)
	<-p.ended
}

// wait waits until a process has ended and gives its exit status.
func (p *process) wait(t *testing.T) int {
	t.Helper()
	select {
	case <-p.ended:
	case <-time.After(10 * time.Minute):
		_ = p.Process.Signal(syscall.SIGQUIT) // says what it is doing
		<-p.ended
		t.Fatalf("%v does not end:\n%s", p.Args[1:], p.err.String())
	}
	return p.ProcessState.ExitCode()
}

// run runs the program and wants it to succeed.
func run(t *testing.T, args ...string) string {
	t.Helper()
	p := program(args...).start(t)
	if code := p.wait(t); code != 0 {
		t.Fatalf("%v ended with %d:\n%s%s", args, code, p.out.String(), p.err.String())
	}
	return p.out.String()
}

// eventually runs the program until it succeeds.
func eventually(t *testing.T, args ...string) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); ; {
		p := program(args...).start(t)
		if p.wait(t) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("%v does not succeed:\n%s", args, p.err.String())
		}
	}
}

// flow is made reports, in files of equal size, and the record that they make.
type flow struct {
	files  []string
	n      int
	export string
}

var flows = map[[2]int]*flow{}

// made gives n reports in so many files.
func made(t *testing.T, n, files int) *flow {
	t.Helper()
	if f := flows[[2]int{n, files}]; f != nil {
		return f
	}
	dir, err := os.MkdirTemp("", "torture")
	if err != nil {
		t.Fatal(err)
	}
	f := &flow{n: n}
	lines := reports(n)
	for i := range files {
		name := filepath.Join(dir, fmt.Sprintf("reports-%03d.jsonl", i))
		if err := os.WriteFile(name, []byte(strings.Join(lines[i*n/files:(i+1)*n/files], "")), 0o644); err != nil {
			t.Fatal(err)
		}
		f.files = append(f.files, name)
	}
	record := filepath.Join(dir, "record.db")
	run(t, append([]string{"add", "--record", record}, f.files...)...)
	f.export = run(t, "export", "--record", record)
	if strings.Count(f.export, "\n") < n/10 {
		t.Fatalf("%d made reports make only %d engagements: they test less than they should", n, strings.Count(f.export, "\n"))
	}
	flows[[2]int{n, files}] = f
	return f
}

// check looks whether a record is the one of an undisturbed run.
func (f *flow) check(t *testing.T, record string) {
	t.Helper()
	got := run(t, "export", "--record", record)
	if got != f.export {
		t.Errorf("the export has other bytes than that of an undisturbed run: %d engagements instead of %d", strings.Count(got, "\n"), strings.Count(f.export, "\n"))
	}
	run(t, "verify", "--record", record)
}

// place is an empty record and a queue for it.
type place struct {
	record string
	queue  string // folder
}

// places gives an empty place in each database.
func places(t *testing.T) map[string]place {
	return map[string]place{
		"SQLite":     {filepath.Join(t.TempDir(), "record.db"), filepath.Join(t.TempDir(), "queue")},
		"PostgreSQL": {postgres.URL(postgres.Fresh(t)), filepath.Join(t.TempDir(), "queue")},
	}
}

// nothing fails the test where the queue is not empty, or holds dead letters.
func (p place) nothing(t *testing.T) {
	t.Helper()
	if got := run(t, "queue", "status", "--queue-dir", p.queue, "--format", "jsonl"); !strings.HasPrefix(got, `{"waiting":0,"in_hand":0,"dead":0`) {
		t.Errorf("at the end the queue holds %s%s", got, run(t, "queue", "dead", "--queue-dir", p.queue))
	}
}
