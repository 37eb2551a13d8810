# Chancery. `make run` opens the demo register, `make test` proves the tree.
export CGO_ENABLED := 0
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unversioned)
LDFLAGS := -s -w -X main.version=$(VERSION)
SHARED  ?= ../shared
TOOL    := go tool -modfile=tools.mod
CORPUS  := $(SHARED)/corpus

.PHONY: run build test needs lint eval bench bench-peers dist generate

run: build
	bin/chancery serve --demo

build:
	go build -trimpath -ldflags '$(LDFLAGS)' -o bin/chancery ./cmd/chancery

# test installs what the tests need where that is missing, then runs everything.
test: needs lint
	go test -timeout 18m ./...

needs:
	@.ci/needs

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go' | grep -v _templ.go))" || { gofmt -l $$(git ls-files '*.go' | grep -v _templ.go); echo 'gofmt would change these'; exit 1; }
	go vet ./...
	$(TOOL) staticcheck ./...

# generate writes the code made from templates; it is committed.
generate:
	$(TOOL) templ generate -path web

# eval prints the scores of the readers on the corpora beside the project.
eval: build
	@.ci/eval $(SHARED)

# bench prints every figure of speed and memory; none of them is asserted in a test.
bench: build
	@.ci/bench $(SHARED)

# bench-peers reads the press corpus with other people's software and scores it alike.
bench-peers: build
	@.ci/peers $(SHARED)

# dist makes the binaries with guides, vendored source and checksums, with the network off.
dist:
	@.ci/dist '$(VERSION)'
