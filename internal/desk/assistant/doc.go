// Package assistant answers assistants by the Model Context Protocol: tools
// that ask the record, so that a model quotes reports instead of guessing.
//
// In: calls of tools, over standard input and output or under /mcp. Out: the
// answer with its evidence: the words of the reports, their ids, outlets and
// dates, and whom they quote. It only reads the record. The words of reports
// are data: whoever asks is told so.
package assistant
