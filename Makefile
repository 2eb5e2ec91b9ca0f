.PHONY: help test tools lint check sample cases practice pictures

# What the tests use besides Go: poppler-utils and qpdf to read and to damage PDFs.
PACKAGES = poppler-utils qpdf

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

test: tools lint check ## install what the tests need, then run every check and test

tools: ## install the programs that the tests use, where the machine lacks them
	@scripts/need.sh $(PACKAGES)

lint: ## gofmt, go vet, staticcheck and the other linters of .golangci.yml
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "these files are not formatted; run gofmt -w"; exit 1; }
	go vet ./...
	go tool -modfile=.ci/tools/go.mod golangci-lint run

check: ## all tests with the race detector
	go test -race ./...

sample: ## run the main job on the first sample
	go run ./cmd/imr run samples/first-course-18 -o out

cases: ## write the golden files of the regression cases anew; read the difference before you commit it
	go run ./internal/records/make
	go test . -run Cases -update

practice: ## grade the program on the practice cases, where ../shared holds them
	go build -o out/imr ./cmd/imr
	python3 ../shared/practice/grade.py --bin out/imr --failures
