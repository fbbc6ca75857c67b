// The race detector makes the program several times slower, and what it looks
// for the tests of the rooms look for.

//go:build !race

package torture

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNetwork cuts and delays what workers say to PostgreSQL and to the queue,
// and restarts PostgreSQL, while reports flow.
func TestNetwork(t *testing.T) {
	harms := size(6, 100)
	f := made(t, size(600, 20000), size(6, 200))
	random := chance(t)
	database := postgres.Fresh(t)
	toRecord := newProxy(t, "unix", postgres.Socket())
	listen := freePort(t)
	toQueue := newProxy(t, "tcp", listen)
	dir := filepath.Join(t.TempDir(), "queue")
	queue := program("queue", "serve", "--queue-dir", dir, "--listen", listen).start(t)
	token := said(t, queue, `nats://([A-Z0-9]+)@`)
	record := fmt.Sprintf("postgres://tester@%s/%s?sslmode=disable&connect_timeout=2", toRecord.address(), database)
	nats := fmt.Sprintf("nats://%s@%s", token, toQueue.address())

	args := []string{"work", "--record", record, "--nats", nats, "--redeliver", "1s", "--workers", "1"}
	workers := []*process{program(args...).start(t), program(args...).start(t)}
	bringing := make(chan struct{})
	go func() {
		defer close(bringing)
		for _, file := range f.files {
			time.Sleep(200 * time.Millisecond)
			p := program("add", "--nats", nats, file)
			if p.Run() != nil {
				_ = program("add", "--queue-dir", dir, file).Run() // past the proxy
			}
		}
	}()
	for harm := range harms {
		time.Sleep(time.Duration(random.Intn(500)) * time.Millisecond)
		switch {
		case harm == harms/2:
			if err := postgres.Down([]string{"fast", "immediate"}[random.Intn(2)]); err != nil {
				t.Fatal(err)
			}
			if err := postgres.Up(); err != nil {
				t.Fatal(err)
			}
		case harm%2 == 0:
			toRecord.harm(random)
		default:
			toQueue.harm(random)
		}
	}
	<-bringing
	run(t, "work", "--record", record, "--nats", nats, "--redeliver", "1s", "--until-empty")
	for _, w := range workers {
		select {
		case <-w.ended:
			t.Errorf("a worker ended by itself with %d:\n%s", w.ProcessState.ExitCode(), w.err.String())
		default:
		}
		// An interrupt ends a worker in order.
		if err := w.Process.Signal(syscall.SIGTERM); err != nil {
			t.Error(err)
		}
		if code := w.wait(t); code != 0 {
			t.Errorf("a worker that was interrupted ended with %d:\n%s", code, w.err.String())
		}
	}
	place{record: record, queue: dir}.nothing(t)
	f.check(t, postgres.URL(database))
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// said waits until a process has said something, and gives the part in
// brackets.
func said(t *testing.T, p *process, pattern string) string {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if m := regexp.MustCompile(pattern).FindStringSubmatch(p.err.String()); m != nil {
			return m[1]
		}
	}
	t.Fatalf("%v does not say %s:\n%s", p.Args[1:], pattern, p.err.String())
	return ""
}

// refused runs the program and wants it to fail with a message, without a panic.
func refused(t *testing.T, p *process, want string) {
	t.Helper()
	p.start(t)
	if code := p.wait(t); code != 1 {
		t.Errorf("%v ended with %d, want 1:\n%s", p.Args[1:], code, p.err.String())
	}
	if s := p.err.String(); !strings.Contains(s, want) || strings.Contains(s, "goroutine ") {
		t.Errorf("%v says, where %q should be:\n%s", p.Args[1:], want, s)
	}
}

// bring puts all reports into the queue.
func (f *flow) bring(t *testing.T, at place) {
	t.Helper()
	run(t, append([]string{"add", "--queue-dir", at.queue}, f.files...)...)
}

// TestFullDisk fills the disk on which the record is: workers end and say so,
// and when there is room again nothing is missing.
func TestFullDisk(t *testing.T) {
	f := made(t, 600, 6)
	at := place{filepath.Join(t.TempDir(), "record.db"), filepath.Join(t.TempDir(), "queue")}
	f.bring(t, at)
	work := program("work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s")
	if err := small(t, filepath.Dir(at.record), "1m"); err == nil {
		refused(t, work, "full")
		if err := exec.Command("mount", "-o", "remount,size=100m", filepath.Dir(at.record)).Run(); err != nil {
			t.Fatal(err)
		}
	} else {
		t.Logf("no small disk (%v): a limit on the size of files instead", err)
		q := program("queue", "serve", "--queue-dir", at.queue).start(t) // without the limit
		said(t, q, `(The queue is at)`)
		limited := exec.Command("sh", append([]string{"-c", `ulimit -f 1500; exec "$0" "$@"`}, work.Args...)...)
		limited.Env, limited.Stdout, limited.Stderr = work.Env, work.Stdout, work.Stderr
		work.Cmd = limited
		refused(t, work, "full")
		q.kill()
	}
	run(t, "work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s")
	at.nothing(t)
	f.check(t, at.record)
}

// small puts a small disk in the place of a folder.
func small(t *testing.T, dir, size string) error {
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).Run(); err != nil {
		return err
	}
	t.Cleanup(func() {
		if err := exec.Command("umount", "-l", dir).Run(); err != nil {
			t.Error(err)
		}
	})
	return nil
}

// TestReadOnly takes the right to write away from the record's folder.
func TestReadOnly(t *testing.T) {
	f := made(t, 600, 6)
	dir := t.TempDir()
	at := place{filepath.Join(dir, "record.db"), filepath.Join(t.TempDir(), "queue")}
	run(t, "work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s")
	f.bring(t, at)
	if err := small(t, dir, "100m"); err != nil && os.Getuid() == 0 {
		t.Fatalf("who may do everything needs a disk of his own to be refused: %v", err)
	} else if err == nil {
		run(t, "work", "--record", at.record, "--queue-dir", filepath.Join(t.TempDir(), "other"), "--until-empty")
		if err := exec.Command("mount", "-o", "remount,ro", dir).Run(); err != nil {
			t.Fatal(err)
		}
		defer exec.Command("mount", "-o", "remount,rw", dir).Run() //nolint:errcheck // the disk goes with the test
	} else {
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(at.record, 0o400); err != nil {
			t.Fatal(err)
		}
	}
	refused(t, program("work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s"), at.record)
	refused(t, program("add", "--record", at.record, f.files[0]), at.record)
	if err := exec.Command("mount", "-o", "remount,rw", dir).Run(); err != nil {
		_ = os.Chmod(dir, 0o700)
		_ = os.Chmod(at.record, 0o600)
	}
	run(t, "work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s")
	at.nothing(t)
	f.check(t, at.record)
}

// TestDamagedRecord writes over a part of the record's file: every command says
// so, and none takes a report out of the queue for it.
func TestDamagedRecord(t *testing.T) {
	f := made(t, 600, 6)
	at := place{filepath.Join(t.TempDir(), "record.db"), filepath.Join(t.TempDir(), "queue")}
	run(t, append([]string{"add", "--record", at.record}, f.files[:3]...)...)
	whole, err := os.ReadFile(at.record)
	if err != nil {
		t.Fatal(err)
	}
	f.bring(t, at)
	for name, damage := range map[string]func([]byte){
		"the middle":    func(b []byte) { clear(b[4096*2 : len(b)/4096*4096/2]) },
		"the beginning": func(b []byte) { copy(b, "this is no database, and never was one") },
	} {
		t.Run(name, func(t *testing.T) {
			b := append([]byte(nil), whole...)
			damage(b)
			if err := os.WriteFile(at.record, b, 0o600); err != nil {
				t.Fatal(err)
			}
			_ = os.Remove(at.record + "-wal")
			_ = os.Remove(at.record + "-shm")
			refused(t, program("work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s"), "damaged")
			refused(t, program("verify", "--record", at.record), "damaged")
		})
	}
	// With a copy from before, the rest comes from the queue.
	if err := os.WriteFile(at.record, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(at.record + "-wal")
	_ = os.Remove(at.record + "-shm")
	run(t, "work", "--record", at.record, "--queue-dir", at.queue, "--until-empty", "--redeliver", "1s")
	at.nothing(t)
	f.check(t, at.record)
}
