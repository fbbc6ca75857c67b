package queue

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// The files of a folder that is a queue.
const (
	storeFolder = "jetstream" // the server's own
	lockFile    = "lock"      // held by the process that runs the server
	tokenFile   = "token"     // what a client must know
	addressFile = "address"   // where the server listens
)

// errNobody says that another process holds the folder, but does not answer.
var errNobody = errors.New("another process has the queue and does not answer")

// host finds the server of a folder, and is it where there is none. Each dial
// looks anew, so a client whose server went away comes to the next one, or
// becomes it.
type host struct {
	dir    string
	listen string // address and port; empty for a free port of this machine
	token  string
	up     func(address string) // called when this process has become the server

	mu     sync.Mutex
	lock   *os.File
	server *server.Server
	closed bool
}

// newHost makes the folder ready.
func newHost(dir, listen string, up func(string)) (*host, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	token, err := readToken(filepath.Join(dir, tokenFile))
	if err != nil {
		return nil, err
	}
	return &host{dir: dir, listen: listen, token: token, up: up}, nil
}

// readToken gives the token of a folder, and makes one where there is none.
func readToken(path string) (string, error) {
	fresh := rand.Text()
	file, err := os.CreateTemp(filepath.Dir(path), tokenFile)
	if err != nil {
		return "", err
	}
	defer os.Remove(file.Name())
	_, err = file.WriteString(fresh)
	if err = errors.Join(err, file.Close()); err != nil {
		return "", err
	}
	// A link fails where the file is there: of two processes one wins, and no
	// reader sees half of it.
	if err := os.Link(file.Name(), path); err == nil {
		return fresh, nil
	} else if !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	text, err := os.ReadFile(path)
	return strings.TrimSpace(string(text)), err
}

// Dial implements nats.CustomDialer.
func (h *host) Dial(_, _ string) (net.Conn, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, net.ErrClosed
	}
	if h.server == nil {
		if err := h.start(); err != nil {
			if !errors.Is(err, errNobody) {
				return nil, err
			}
			address, err := os.ReadFile(filepath.Join(h.dir, addressFile))
			if err != nil {
				return nil, errNobody
			}
			return net.DialTimeout("tcp", strings.TrimSpace(string(address)), 2*time.Second)
		}
	}
	return h.server.InProcessConn()
}

// start makes this process the server, or gives errNobody where another is.
func (h *host) start() error {
	lock, err := os.OpenFile(filepath.Join(h.dir, lockFile), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if err := tryLock(lock); err != nil {
		lock.Close()
		return errNobody
	}
	s, err := h.serve()
	if err != nil {
		lock.Close()
		return err
	}
	h.lock, h.server = lock, s
	h.up(h.url())
	return nil
}

// largest is the largest message in bytes that a server in a folder takes, the
// most that NATS can.
const largest = 64 << 20

// syncEvery is how often the server brings to the disk what nobody waits for:
// acknowledgements, whose loss does no harm, and reports of a publisher that has
// not called Flush. The default is two minutes.
const syncEvery = 5 * time.Second

// serve starts the server. What must be on the disk is brought there by persist.
func (h *host) serve() (*server.Server, error) {
	name, port, err := h.address()
	if err != nil {
		return nil, err
	}
	s, err := server.NewServer(&server.Options{
		ServerName: "chancery", Host: name, Port: port, Authorization: h.token,
		JetStream: true, StoreDir: filepath.Join(h.dir, storeFolder), SyncInterval: syncEvery,
		MaxPayload: largest, MaxPending: 4 * largest, NoSigs: true, NoLog: true,
	})
	if err != nil {
		return nil, err
	}
	s.Start()
	if !s.ReadyForConnections(30*time.Second) || !s.JetStreamEnabled() {
		s.Shutdown()
		s.WaitForShutdown()
		return nil, fmt.Errorf("its server does not start in %s: is the disk full, or the folder read-only?", h.dir)
	}
	// A client reads the old address or the new one, never half of one.
	next := filepath.Join(h.dir, addressFile+".next")
	err = os.WriteFile(next, []byte(s.Addr().String()), 0o600)
	if err == nil {
		err = os.Rename(next, filepath.Join(h.dir, addressFile))
	}
	if err != nil {
		s.Shutdown()
		s.WaitForShutdown()
		return nil, err
	}
	return s, nil
}

// address is where to listen.
func (h *host) address() (name string, port int, err error) {
	if h.listen == "" {
		return "127.0.0.1", server.RANDOM_PORT, nil
	}
	a, err := net.ResolveTCPAddr("tcp", h.listen)
	if err != nil {
		return "", 0, err
	}
	if a.Port == 0 {
		a.Port = server.RANDOM_PORT
	}
	if a.IP == nil {
		return "127.0.0.1", a.Port, nil
	}
	return a.IP.String(), a.Port, nil
}

// close ends the server, if this process is it.
func (h *host) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	if h.server == nil {
		return
	}
	h.server.Shutdown()
	h.server.WaitForShutdown()
	h.lock.Close()
	h.server = nil
}

// url is where the server of this process is.
func (h *host) url() string { return "nats://" + h.token + "@" + h.server.Addr().String() }

// running gives the address of the server in this process, or "".
func (h *host) running() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.server == nil {
		return ""
	}
	return h.url()
}
