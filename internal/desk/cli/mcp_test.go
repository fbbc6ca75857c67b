package cli

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestMCPAnswersOnStandardInput runs the command and talks to it with the
// client of the SDK until it closes standard input.
func TestMCPAnswersOnStandardInput(t *testing.T) {
	record := filepath.Join(t.TempDir(), "record.db")
	var said strings.Builder
	run := func(in io.Reader, out io.Writer, args ...string) int {
		return Invocation{Args: args, In: in, Out: out, Err: &said, Getenv: func(string) string { return "" }, Now: time.Now}.Run(context.WithoutCancel(t.Context()))
	}
	if code := run(strings.NewReader("date 2023-06-06\n\nPresident Gabriel Boric visited Oslo on Monday.\n"), io.Discard, "add", "--record", record, "-"); code != exitDone {
		t.Fatalf("add exited with %d: %s", code, said.String())
	}
	toServer, in := io.Pipe()
	out, fromServer := io.Pipe()
	ended := make(chan int, 1)
	go func() { ended <- run(toServer, fromServer, "mcp", "--record", record) }()
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &mcp.IOTransport{Reader: out, Writer: in}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: "brief", Arguments: map[string]any{"who": []string{"Chile", "Norway"}}})
	if err != nil || r.IsError || !strings.Contains(r.Content[0].(*mcp.TextContent).Text, `"quote":"President Gabriel Boric visited Oslo on Monday."`) {
		t.Errorf("brief: %+v, %v", r, err)
	}
	if err := session.Close(); err != nil {
		t.Error(err)
	}
	if code := <-ended; code != exitDone {
		t.Errorf("mcp exited with %d: %s", code, said.String())
	}
}
