package cli

import "github.com/spf13/cobra"

// The groups in which help lists the commands.
const (
	groupRead   = "read"
	groupRecord = "record"
	groupShare  = "share"
	groupKeep   = "keep"
)

// addCommands hangs every subcommand under root, in the order of their work.
func (inv Invocation) addCommands(root *cobra.Command) {
	root.AddGroup(
		&cobra.Group{ID: groupRead, Title: "Reading reports:"},
		&cobra.Group{ID: groupRecord, Title: "Asking the record:"},
		&cobra.Group{ID: groupShare, Title: "Showing and sharing:"},
		&cobra.Group{ID: groupKeep, Title: "Keeping the record:"},
	)
	root.AddCommand(
		inv.readCommand(),
		inv.addCommand(),
		inv.watchCommand(),
		inv.workCommand(),
		inv.queueCommand(),
		inv.importCommand(),
		inv.parseCommand(),
		inv.briefCommand(),
		inv.searchCommand(),
		inv.timelineCommand(),
		inv.upcomingCommand(),
		inv.conflictsCommand(),
		inv.outlookCommand(),
		inv.auditCommand(),
		inv.checkCommand(),
		inv.showCommand(),
		inv.reviewCommand(),
		inv.correctCommand(),
		inv.exportCommand(),
		inv.serveCommand(),
		inv.mcpCommand(),
		inv.verifyCommand(),
		inv.doctorCommand(),
		inv.rereadCommand(),
		inv.backupCommand(),
		inv.restoreCommand(),
		inv.migrateCommand(),
		inv.versionCommand(),
	)
}
