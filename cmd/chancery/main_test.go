package main

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"chancery": main})
}

// TestScripts runs the program as a user does: each file of testdata is a
// script with the files it needs. CHANCERY_UPDATE=1 rewrites the expected
// output in them; read that diff as closely as code.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("found no scripts in testdata: %v", err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		ContinueOnError:     true,
		UpdateScripts:       os.Getenv("CHANCERY_UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("CHANCERY_RECORD", filepath.Join(env.WorkDir, "chancery.db"))
			env.Setenv("NO_COLOR", "1")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"repeat": repeat,
			"bytes":  writeBytes,
			"eid":    eid,
		},
	})
}

// status N COMMAND...: runs a command and wants it to exit with status N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("%s exited with %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// repeat FILE N TEXT: writes TEXT N times to FILE, for inputs too long to
// stand in a script.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: repeat FILE N TEXT")
	}
	n := 0
	for _, digit := range args[1] {
		n = 10*n + int(digit-'0')
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(args[2], n)), 0o644))
}

// writeBytes is `bytes FILE HEX`: writes bytes that cannot stand in a script.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE HEX")
	}
	raw, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), raw, 0o644))
}

// eid KIND: sets EID to the name of the first engagement of that kind in the
// record that the last command exported.
func eid(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: eid KIND")
	}
	ts.Check(ts.Exec("chancery", "export", "--format", "jsonl"))
	m := regexp.MustCompile(`"eid":"([^"]+)","kind":"` + args[0] + `"`).FindStringSubmatch(ts.ReadFile("stdout"))
	if m == nil {
		ts.Fatalf("the record has no %s", args[0])
	}
	ts.Setenv("EID", m[1])
}
