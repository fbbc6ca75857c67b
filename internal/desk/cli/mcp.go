package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/assistant"
	"github.com/chancery-project/chancery/internal/desk/intake"
)

func (inv Invocation) mcpCommand() *cobra.Command {
	at := &place{}
	c := &cobra.Command{
		Use:     "mcp",
		GroupID: groupShare,
		Short:   "Answer an assistant's questions about the record (MCP)",
		Long: "Speaks the Model Context Protocol on standard input and output, for an assistant that\n" +
			"starts it: tools that ask the record and answer with their evidence. It only reads.\n" +
			"'chancery serve' has the same tools under /mcp.",
		Example: "  chancery mcp --record embassy.db",
		Args:    between(0, 0, ""),
		RunE:    func(c *cobra.Command, _ []string) error { return inv.mcp(c.Context(), at) },
	}
	at.flags(c, inv)
	return c
}

func (inv Invocation) mcp(ctx context.Context, at *place) error {
	ctx, stop := interruptible(ctx)
	defer stop()
	s, err := at.existing(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	log := slog.New(slog.NewTextHandler(inv.Err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	server := assistant.New(assistant.Options{Store: s, Names: inv.names(), Readers: intake.NewReaders(runtime.NumCPU()), Log: log, Version: inv.Version})
	err = server.Run(ctx, &mcp.IOTransport{Reader: io.NopCloser(inv.In), Writer: keptOpen{inv.Out}})
	if err != nil && ctx.Err() == nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("answering the assistant: %w", err)
	}
	return nil
}

// keptOpen is standard output, which is not ours to close.
type keptOpen struct{ io.Writer }

func (keptOpen) Close() error { return nil }
