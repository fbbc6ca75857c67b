package api

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/jsonl"
)

const jsonLines = "application/x-ndjson"

// bulkLine is what came of one line; the last line of an answer counts them
// all instead.
type bulkLine struct {
	Line        int      `json:"line" doc:"Number of the line in the request."`
	ID          string   `json:"id,omitempty"`
	Outcome     string   `json:"outcome" enum:"new,changed,same,failed" doc:"same: the record had it already."`
	Engagements []string `json:"engagements,omitempty" nullable:"false" doc:"Eids of the engagements that are new or changed."`
	Gone        []string `json:"gone,omitempty" nullable:"false" doc:"Eids that are no more."`
	Error       string   `json:"error,omitempty" doc:"Why it failed; the other lines were added."`
}

// bulkEnd is the last line of an answer. An answer without it was cut.
type bulkEnd struct {
	New      int    `json:"new"`
	Changed  int    `json:"changed"`
	Same     int    `json:"same"`
	Failed   int    `json:"failed"`
	Complete bool   `json:"complete" doc:"The request was read to its end."`
	Error    string `json:"error,omitempty" doc:"Why it was not."`
}

// bulk registers adding many reports with one request.
func (s *server) bulk() {
	op := s.writes(guard.Add, huma.Operation{
		OperationID: "add-reports", Method: "POST", Path: "/api/v1/reports/bulk", Tags: []string{"Reports"},
		Summary: "Add many reports",
		Description: "Takes JSON lines, one report a line with id, published, title, text and perhaps outlet and url, and answers with one line for each " +
			"while it goes: what came of it, or why it failed. A line that fails costs that line alone. The last line counts them. Read the answer while you send.",
		MaxBodyBytes: -1, BodyReadTimeout: -1,
		RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{jsonLines: {Schema: &huma.Schema{Type: "string", Description: "One report a line."}}}},
	})
	registry := s.api.OpenAPI().Components.Schemas
	op.Responses = map[string]*huma.Response{"200": {
		Description: "One line for each, and one that counts them.",
		Content: map[string]*huma.MediaType{jsonLines: {Schema: &huma.Schema{OneOf: []*huma.Schema{
			registry.Schema(reflect.TypeFor[bulkLine](), true, ""), registry.Schema(reflect.TypeFor[bulkEnd](), true, ""),
		}}}},
	}}
	huma.Register(s.api, op, func(context.Context, *struct{}) (*huma.StreamResponse, error) {
		return &huma.StreamResponse{Body: func(ctx huma.Context) {
			r, w := humago.Unwrap(ctx)
			w.Header().Set("Content-Type", jsonLines)
			w.WriteHeader(http.StatusOK)
			body, answer := guard.Stream(w, r)
			s.addLines(ctx.Context(), &limited{r: body, left: s.Limits.Bulk}, answer)
		}}, nil
	})
}

// addLines adds report after report, and says of each what came of it.
func (s *server) addLines(ctx context.Context, body io.Reader, answer io.Writer) {
	enc := json.NewEncoder(answer)
	enc.SetEscapeHTML(false)
	in := bufio.NewReaderSize(body, 64<<10)
	var end bulkEnd
	for n := 1; ; n++ {
		text, err := line(in, int(s.Limits.Report))
		if err != nil && err != errLong {
			end.Complete = err == io.EOF
			if !end.Complete {
				end.Error = broken(err)
			}
			break
		}
		if err == nil && len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		l := bulkLine{Line: n, Outcome: "failed"}
		if err == errLong {
			l.Error = "the line is over " + report.Size(int(s.Limits.Report)) + "; split it into reports of less"
		} else if o, err := s.addLine(ctx, text); err != nil {
			l.Error = s.reason(err)
		} else {
			l.ID, l.Outcome, l.Engagements, l.Gone = o.ID, o.Outcome, o.Engagements, o.Gone
		}
		end.count(l)
		if enc.Encode(l) != nil || ctx.Err() != nil {
			return // nobody listens any more
		}
	}
	_ = enc.Encode(end) // nobody listens any more
}

func (e *bulkEnd) count(l bulkLine) {
	switch l.Outcome {
	case "new":
		e.New++
	case "changed":
		e.Changed++
	case "same":
		e.Same++
	default:
		e.Failed++
	}
}

func (s *server) addLine(ctx context.Context, text []byte) (outcome, error) {
	for r, err := range jsonl.Lines(&report.Input{Name: "line", Body: bytes.NewReader(text)}) {
		if err != nil {
			return outcome{}, err
		}
		return s.add(ctx, r)
	}
	return outcome{}, errors.New("it holds no report")
}

// reason says why a report was not added: what is wrong with it, or that the
// record failed, which the log tells.
func (s *server) reason(err error) string {
	var f *report.Failure
	switch {
	case errors.Is(err, report.ErrNoDate):
		return `no publication date; add "published":"YYYY-MM-DD"`
	case errors.As(err, &f):
		return f.Reason
	}
	s.Log.Error("adding a report", "error", err)
	return "the record could not take it; the log of the server says why"
}

var (
	errLong  = errors.New("too long")
	errLarge = errors.New("the request is larger than this server takes")
)

// line reads a line without its end. One over the limit is passed over with
// errLong.
func line(in *bufio.Reader, limit int) ([]byte, error) {
	var buf []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(buf)+len(part) > limit; !long {
			buf = append(buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && (long || len(buf) > 0), err == nil:
			if long {
				return nil, errLong
			}
			return buf, nil
		}
		return nil, err
	}
}

// broken says why a request could not be read to its end.
func broken(err error) string {
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return "nothing came for too long"
	case errors.Is(err, errLarge):
		return err.Error()
	}
	return fmt.Sprintf("the request broke off: %v", err)
}

// limited reads so many bytes and fails behind them.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(b []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLarge
	}
	n, err := l.r.Read(b[:min(int64(len(b)), l.left)])
	l.left -= int64(n)
	return n, err
}
