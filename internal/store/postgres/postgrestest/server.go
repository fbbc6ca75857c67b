// Package postgrestest starts PostgreSQL servers for tests.
//
// In: Debian's postgresql, or another one in PATH. Out: a server in a fresh
// folder, which listens on a socket in it alone, and goes with the test. It
// writes nothing through to the disk: what a test wants to know does not depend
// on it.
package postgrestest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
)

// Off names the variable that leaves tests out where there is no PostgreSQL;
// they never leave themselves out.
const Off = "CHANCERY_TEST_WITHOUT_POSTGRES"

// Main runs the tests of a package with a server, for TestMain. Where the
// variable Off is set, it runs none. use gets the server before.
func Main(m *testing.M, use func(*Server)) {
	if os.Getenv(Off) != "" {
		fmt.Println("left out: " + Off + " is set")
		return
	}
	s, err := Start()
	code := 1
	if err == nil {
		use(s)
		code = m.Run()
		err = s.Remove()
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "a PostgreSQL server for the tests: %v\ninstall Debian's postgresql, or set %s=1 to leave them out\n", err, Off)
		code = 1
	}
	os.Exit(code)
}

// Server is a server that runs.
type Server struct {
	Folder    string // where its socket is
	bin       string
	as        *syscall.Credential
	databases atomic.Int32
}

// Start starts a server.
func Start() (*Server, error) {
	s := &Server{}
	var err error
	if s.bin, err = binaries(); err != nil {
		return nil, err
	}
	if s.as, err = account(); err != nil {
		return nil, err
	}
	if s.Folder, err = os.MkdirTemp("", "pg"); err != nil {
		return nil, err
	}
	if s.as != nil {
		err = os.Chown(s.Folder, int(s.as.Uid), int(s.as.Gid))
	}
	if err == nil {
		err = s.do("initdb", "-D", s.data(), "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
	}
	if err == nil {
		err = s.Up()
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(s.Folder))
	}
	return s, nil
}

func (s *Server) data() string { return filepath.Join(s.Folder, "data") }

// do runs one of the server's programs.
func (s *Server) do(name string, args ...string) error {
	c := exec.Command(filepath.Join(s.bin, name), args...)
	c.Dir = s.Folder
	c.SysProcAttr = &syscall.SysProcAttr{Credential: s.as}
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

// Up starts the server again after Down.
func (s *Server) Up() error {
	return s.do("pg_ctl", "-D", s.data(), "-l", filepath.Join(s.Folder, "log"), "-w", "-o", "-c listen_addresses='' -c fsync=off -k "+s.Folder, "start")
}

// Down stops the server: mode is smart, fast, or immediate, which is a crash.
func (s *Server) Down(mode string) error {
	return s.do("pg_ctl", "-D", s.data(), "-m", mode, "-w", "stop")
}

// Remove stops the server and takes its folder away.
func (s *Server) Remove() error {
	return errors.Join(s.Down("immediate"), os.RemoveAll(s.Folder))
}

// Socket is the path of the server's socket.
func (s *Server) Socket() string { return filepath.Join(s.Folder, ".s.PGSQL.5432") }

// URL is the address of a database.
func (s *Server) URL(database string) string {
	return "postgres:///" + database + "?" + url.Values{"host": {s.Folder}, "user": {"tester"}}.Encode()
}

// Fresh makes an empty database and gives its name.
func (s *Server) Fresh(t testing.TB) string {
	t.Helper()
	db, err := sql.Open("pgx", s.URL("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	name := fmt.Sprintf("record%d", s.databases.Add(1))
	if _, err := db.ExecContext(context.Background(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	return name
}

// binaries finds the folder of the server's programs.
func binaries() (string, error) {
	if p, err := exec.LookPath("initdb"); err == nil {
		if p, err = filepath.EvalSymlinks(p); err == nil {
			if _, err := os.Stat(filepath.Join(filepath.Dir(p), "pg_ctl")); err == nil {
				return filepath.Dir(p), nil
			}
		}
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/pg_ctl")
	if err != nil || len(found) == 0 {
		return "", fmt.Errorf("no pg_ctl in PATH or under /usr/lib/postgresql")
	}
	slices.Sort(found)
	return filepath.Dir(found[len(found)-1]), nil
}

// account gives whom the server runs as, since it refuses to run as root; nil
// for who runs the tests.
func account() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
}
