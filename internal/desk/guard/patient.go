package guard

import (
	"io"
	"net/http"
	"time"
)

// patience is how long a client may take for the next part of something long.
const patience = 30 * time.Second

// Stream gives a request's body and its answer for something that may take
// long as a whole, but not in any part: each read and each write has its own
// time. The answer may begin before the body ends. A reader that stands still
// is cut.
func Stream(w http.ResponseWriter, r *http.Request) (io.Reader, io.Writer) {
	c := http.NewResponseController(w)
	_ = c.EnableFullDuplex()           // where it cannot, the answer waits for the body
	_ = c.SetReadDeadline(time.Time{}) // the server's own would end a long answer, too
	return patientReader{c, r.Body}, patientWriter{c, w}
}

type patientReader struct {
	c *http.ResponseController
	r io.Reader
}

func (p patientReader) Read(b []byte) (int, error) {
	_ = p.c.SetReadDeadline(time.Now().Add(patience))
	n, err := p.r.Read(b)
	if err != nil {
		_ = p.c.SetReadDeadline(time.Time{})
	}
	return n, err
}

type patientWriter struct {
	c *http.ResponseController
	w io.Writer
}

func (p patientWriter) Write(b []byte) (int, error) {
	_ = p.c.SetWriteDeadline(time.Now().Add(patience))
	n, err := p.w.Write(b)
	if err == nil {
		_ = p.c.Flush() // the next write tells if the client has gone
	}
	return n, err
}
