package guard

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// Scope is what a token allows.
type Scope string

// The scopes.
const (
	Add     Scope = "add"     // add reports
	Correct Scope = "correct" // correct the record
)

var scopes = []Scope{Add, Correct}

// Why a request may not write.
var (
	ErrReadOnly = errors.New("this server only reads; start it with --token-file FILE, whose lines are \"TOKEN SCOPE[,SCOPE]\" with the scopes add and correct, to let it write")
	ErrNoToken  = errors.New("this needs a token: send the header \"Authorization: Bearer TOKEN\"")
	ErrToken    = errors.New("the token is not one of this server's")
	ErrScope    = errors.New("the token does not have the scope for this")
)

// shortest is how many characters a token must have, so that it cannot be
// guessed.
const shortest = 20

// Tokens are those that may write. They are kept as hashes.
type Tokens struct{ all []token }

type token struct {
	hash   [sha256.Size]byte
	scopes []Scope
}

// ParseTokens reads one token a line, or between semicolons: the token, then
// its scopes joined with commas. Lines that are empty or begin with # are
// passed over. From is what errors name, never a token.
func ParseTokens(text, from string) (*Tokens, error) {
	t := &Tokens{}
	for n, line := range strings.FieldsFunc(strings.ReplaceAll(text, "\r", ""), func(r rune) bool { return r == '\n' || r == ';' }) {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		bad := func(what string) (*Tokens, error) { return nil, fmt.Errorf("%s: entry %d: %s", from, n+1, what) }
		if len(words) != 2 {
			return bad("want a token and its scopes, as in \"TOKEN add,correct\"")
		}
		if len(words[0]) < shortest {
			return bad(fmt.Sprintf("the token is shorter than %d characters; make one with 'openssl rand -hex 24'", shortest))
		}
		x := token{hash: sha256.Sum256([]byte(words[0]))}
		for s := range strings.SplitSeq(words[1], ",") {
			if !slices.Contains(scopes, Scope(s)) {
				return bad(fmt.Sprintf("there is no scope %q; they are add and correct", s))
			}
			x.scopes = append(x.scopes, Scope(s))
		}
		t.all = append(t.all, x)
	}
	if len(t.all) == 0 {
		return nil, fmt.Errorf("%s: it has no token", from)
	}
	return t, nil
}

// LoadTokens reads a file of tokens. warning says what is unsafe about it, or
// is empty.
func LoadTokens(path string) (t *Tokens, warning string, err error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, "", fmt.Errorf("reading the tokens: %w", err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, "", fmt.Errorf("reading the tokens: %w", err)
	}
	if st.Mode().Perm()&0o077 != 0 {
		warning = fmt.Sprintf("%s can be read by others than its owner (mode %s): mend it with 'chmod 600 %s'", path, st.Mode().Perm()&fs.ModePerm, path)
	}
	t, err = ParseTokens(string(text), path)
	return t, warning, err
}

// Check says whether an Authorization header allows something; nil Tokens
// allow nothing. It takes the same time for every token.
func (t *Tokens) Check(authorization string, need Scope) error {
	if t == nil {
		return ErrReadOnly
	}
	scheme, given, _ := strings.Cut(authorization, " ")
	given = strings.TrimSpace(given)
	if !strings.EqualFold(scheme, "Bearer") || given == "" {
		return ErrNoToken
	}
	hash := sha256.Sum256([]byte(given))
	var found *token
	for i := range t.all {
		if subtle.ConstantTimeCompare(hash[:], t.all[i].hash[:]) == 1 {
			found = &t.all[i]
		}
	}
	switch {
	case found == nil:
		return ErrToken
	case !slices.Contains(found.scopes, need):
		return ErrScope
	}
	return nil
}
