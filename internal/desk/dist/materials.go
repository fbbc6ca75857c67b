package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// materials writes which modules are in a binary as CycloneDX 1.6 in JSON
// (https://cyclonedx.org/docs/1.6/json/): from what Go's linker wrote into it,
// with the licences that NOTICE names. It bears no time and no random number,
// so that the same binary gives the same bytes.
func materials(out io.Writer, binary, notice string) error {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return fmt.Errorf("reading what %s was built of: %w", binary, err)
	}
	raw, err := os.ReadFile(binary)
	if err != nil {
		return err
	}
	licences, err := licences(notice)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(raw)
	b := bom{Format: "CycloneDX", Spec: "1.6", Version: 1, Serial: "urn:uuid:" + uuid(sum)}
	b.Metadata.Component = component{
		Type: "application", Ref: "chancery", Name: "chancery", Version: version(info.Main.Version), PURL: "pkg:golang/" + info.Main.Path,
		Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}},
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "GOOS", "GOARCH", "CGO_ENABLED", "-trimpath", "vcs.revision":
			b.Metadata.Component.Properties = append(b.Metadata.Component.Properties, property{"go:" + s.Key, s.Value})
		}
	}
	b.Components = append(b.Components, component{Type: "library", Ref: "std", Name: "std", Version: info.GoVersion, PURL: "pkg:golang/std@" + strings.TrimPrefix(info.GoVersion, "go"), Licences: licence("BSD-3-Clause")})
	depends := []string{"std"}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		c := component{Type: "library", Ref: m.Path + "@" + m.Version, Name: m.Path, Version: m.Version, PURL: "pkg:golang/" + m.Path + "@" + m.Version, Licences: licence(licences[m.Path])}
		if h, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.Sum, "h1:")); err == nil && len(h) == sha256.Size {
			c.Properties = append(c.Properties, property{"go:sum", m.Sum})
		}
		b.Components = append(b.Components, c)
		depends = append(depends, c.Ref)
	}
	b.Dependencies = []dependency{{"chancery", depends}}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(b)
}

type bom struct {
	Format   string `json:"bomFormat"`
	Spec     string `json:"specVersion"`
	Serial   string `json:"serialNumber"`
	Version  int    `json:"version"`
	Metadata struct {
		Component component `json:"component"`
	} `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type component struct {
	Type       string         `json:"type"`
	Ref        string         `json:"bom-ref"`
	Name       string         `json:"name"`
	Version    string         `json:"version"`
	PURL       string         `json:"purl"`
	Hashes     []hash         `json:"hashes,omitempty"`
	Licences   []licenceEntry `json:"licenses,omitempty"`
	Properties []property     `json:"properties,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type licenceEntry struct {
	Licence struct {
		Name string `json:"name"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependency struct {
	Ref     string   `json:"ref"`
	Depends []string `json:"dependsOn"`
}

func licence(name string) []licenceEntry {
	if name == "" {
		return nil
	}
	var e licenceEntry
	e.Licence.Name = name
	return []licenceEntry{e}
}

// licences reads the lines "- MODULE LICENCE" of NOTICE.
func licences(notice string) (map[string]string, error) {
	out := map[string]string{}
	if notice == "" {
		return out, nil
	}
	text, err := os.ReadFile(notice)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(text)) {
		if words := strings.Fields(line); len(words) > 2 && words[0] == "-" && strings.Contains(words[1], "/") {
			out[words[1]] = strings.Join(words[2:], " ")
		}
	}
	return out, nil
}

// uuid makes a UUID of version 8 (RFC 9562) of a hash.
func uuid(sum [sha256.Size]byte) string {
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	x := hex.EncodeToString(sum[:16])
	return x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}

func version(v string) string {
	if v == "" {
		return "(devel)"
	}
	return v
}
