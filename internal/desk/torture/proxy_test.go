// The race detector makes the program several times slower, and what it looks
// for the tests of the rooms look for.

//go:build !race

package torture

import (
	"io"
	"math/rand"
	"net"
	"sync"
	"testing"
	"time"
)

// proxy stands between a client and a server, and cuts and delays.
type proxy struct {
	listener net.Listener
	network  string
	to       string

	mu    sync.Mutex
	open  map[net.Conn]bool
	stall chan struct{} // closed while bytes may pass
	down  bool
}

// newProxy listens on a free port of this machine.
func newProxy(t *testing.T, network, to string) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{listener: l, network: network, to: to, open: map[net.Conn]bool{}, stall: make(chan struct{})}
	close(p.stall)
	go p.serve()
	t.Cleanup(func() { l.Close(); p.cut() })
	return p
}

func (p *proxy) address() string { return p.listener.Addr().String() }

func (p *proxy) serve() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.mu.Lock()
		down := p.down
		p.mu.Unlock()
		server, err := net.Dial(p.network, p.to)
		if err != nil || down {
			client.Close()
			if err == nil {
				server.Close()
			}
			continue
		}
		p.mu.Lock()
		p.open[client], p.open[server] = true, true
		p.mu.Unlock()
		go p.pass(client, server)
		go p.pass(server, client)
	}
}

// pass hands bytes on, in small pieces, so that a cut falls between them.
func (p *proxy) pass(from, to net.Conn) {
	defer from.Close()
	defer to.Close()
	b := make([]byte, 4096)
	for {
		n, err := from.Read(b)
		if n > 0 {
			p.mu.Lock()
			stall := p.stall
			p.mu.Unlock()
			<-stall
			if _, err := to.Write(b[:n]); err != nil {
				return
			}
		}
		if err == io.EOF || err != nil {
			return
		}
	}
}

// cut breaks every connection.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.open {
		c.Close()
	}
	clear(p.open)
}

// hold keeps all bytes back for a while.
func (p *proxy) hold(d time.Duration) {
	p.mu.Lock()
	p.stall = make(chan struct{})
	stall := p.stall
	p.mu.Unlock()
	time.Sleep(d)
	close(stall)
}

// refuse takes no connection for a while, and breaks those that are.
func (p *proxy) refuse(d time.Duration) {
	p.set(true)
	p.cut()
	time.Sleep(d)
	p.set(false)
}

func (p *proxy) set(down bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down = down
}

// harm does one of these.
func (p *proxy) harm(random *rand.Rand) {
	d := time.Duration(random.Intn(600)) * time.Millisecond
	switch random.Intn(3) {
	case 0:
		p.cut()
	case 1:
		p.hold(d)
	case 2:
		p.refuse(d)
	}
}
