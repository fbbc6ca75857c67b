# The commands of this repository. `make` alone lists them.

GO      ?= go
BIN     := bin/chancery
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS := -s -w -buildid= -X main.version=$(VERSION)
# The systems that `make dist` builds for. `make build` builds for this one, or
# for that of GOOS and GOARCH.
SYSTEMS := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
TOOL    := $(GO) tool -modfile=tools/go.mod
EVAL    ?= ../shared/eval
LISTEN  ?= 127.0.0.1:8470

# Packages with goroutines of their own; the race detector makes the others
# several times slower and finds nothing in them.
RACE := ./internal/desk/... ./internal/store/... ./internal/report/... ./internal/post/...

.PHONY: help build dist run test lint eval figures torture bench bench-add fuzz gate generate clean pictures

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

build: ## build bin/chancery, one static binary
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/chancery

dist: ## build for every system, with man pages, licences and a bill of materials, into dist/
	@GO=$(GO) VERSION=$(VERSION) LDFLAGS='$(LDFLAGS)' scripts/dist $(SYSTEMS)

run: build ## add examples/ to a fresh record, print a brief, serve the pages
	@scripts/run $(BIN) $(LISTEN)

test: ## everything that a change must pass; installs what it needs and says so
	@scripts/install gcc pg_ctl chromium node npm
	@scripts/axe
	@scripts/readers
	@$(MAKE) --no-print-directory lint
	$(GO) test -race -count=1 $(RACE)
	$(GO) test -count=1 ./...
	$(GO) test -count=1 -tags readers ./internal/desk/export/readers
	$(GO) test -count=1 -tags browser ./internal/desk/page/browser

pictures: ## take the pictures of docs/pages.md in Chromium
	@scripts/install chromium
	@mkdir -p docs/pictures
	CHANCERY_PICTURES=$(CURDIR)/docs/pictures $(GO) test -count=1 -tags browser -run Pictures ./internal/desk/page/browser

lint: ## gofmt, go vet, staticcheck, and govulncheck where its database answers
	@unformatted=$$(gofmt -l cmd internal); test -z "$$unformatted" || { echo "gofmt would change:"; echo "$$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) vet -tags browser,readers ./internal/desk/page/browser ./internal/desk/export/readers
	$(TOOL) staticcheck ./...
	@scripts/vulncheck $(TOOL) govulncheck ./...

eval: build ## score the reading against the development sets in EVAL and our own samples
	@scripts/eval $(BIN) $(EVAL)

figures: build ## the same, and write the table to docs/figures.md
	@scripts/eval --write docs/figures.md $(BIN) $(EVAL)

torture: ## kill, cut, fill and damage everything while reports flow: the long form, an hour or less
	@scripts/install pg_ctl
	CHANCERY_TORTURE=long $(GO) test -count=1 -v -timeout 3h ./internal/desk/torture

bench: ## run every benchmark once, with bytes per second and allocations
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-add: build ## add 20,000 made reports to an empty record: speed and memory
	@scripts/bench-add $(BIN)

fuzz: ## run every fuzz target for FUZZTIME each
	@scripts/fuzz $(GO)

gate: ## train again the gate that says which sentences are worth a parse
	$(GO) run ./internal/reading/train $(EVAL)/r87/speed.jsonl.gz $(EVAL)/kremlin/unlabelled.jsonl.gz

generate: ## make the embedded data and models again from their sources
	$(GO) generate ./...

clean: ## remove what build and run made
	rm -rf bin dist
