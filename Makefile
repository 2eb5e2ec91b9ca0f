.PHONY: bench-batch soak failures failure-disk failure-machines failure-inbox help test tools lint check fuzz sample cases practice pictures corpus bench exam

# What the tests use besides Go: poppler-utils and qpdf to read and to damage PDFs, tesseract to recognize text, systemd to judge its units,
# PostgreSQL for several machines that do one inbox. Their S3 server is built from its module, in .ci/s3.
PACKAGES = poppler-utils qpdf tesseract-ocr systemd postgresql

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

test: tools lint check fuzz ## install what the tests need, then run every check and test

tools: ## install the programs that the tests use, where the machine lacks them
	@scripts/need.sh $(PACKAGES)

lint: ## gofmt, go vet, staticcheck and the other linters of .golangci.yml
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "these files are not formatted; run gofmt -w"; exit 1; }
	go vet ./...
	go tool -modfile=.ci/tools/go.mod golangci-lint run

check: ## all tests with the race detector
	go test -race -timeout 30m ./...

fuzz: ## every fuzz target for a time: make fuzz EACH=10m; without it, and in make test, five seconds
	scripts/fuzz.sh $(or $(EACH),5s)

sample: ## run the main job on the first sample
	go run ./cmd/imr run samples/first-course-18 -o out

cases: ## write the golden files of the regression cases anew; read the difference before you commit it
	go run ./internal/records/make
	go test . -run Cases -update

exam: ## measure the program on invented cases: make exam SEED=1 N=300
	go run ./internal/exam -seed $(or $(SEED),1) -n $(or $(N),300) -shorten 0

corpus: ## read every PDF below a folder with each reader and compare: make corpus DIR=...
	go run ./internal/measure/corpus -dir $(DIR)

bench: ## pages a second against pdftotext and mutool, on the same files in the same run
	go run ./internal/measure/bench

bench-batch: ## cases a minute, what ledger and queue cost a case, memory of a long queue
	go run ./internal/measure/batch

soak: ## kill batch and watch at random instants and count what is lost or done twice: make soak N=1000
	SOAK=$(or $(N),1000) go test ./cmd/imr -run TestSoak -v -timeout 0

failures: failure-disk failure-machines failure-inbox ## repeat all failure runs, which need root for small disks

failure-disk: ## repeat the failure of a disk: full, nearly full, read-only
	go test ./cmd/imr -run 'TestFailure(Disk|ReadOnly)' -v -count 1

failure-machines: ## repeat the failure of a machine and a server: one of three nodes killed, PostgreSQL stopped and started again
	go test ./cmd/imr -run 'TestFailure(Machine|Database)' -v -count 1

failure-inbox: ## repeat the failure of an inbox and a clock: the inbox taken away and brought back, the clock jumping
	go test ./cmd/imr ./internal/inbox -run 'TestFailureInbox|TestAClockThatJumps' -v -count 1

pictures: ## make the README's pictures from the sample's letter
	scripts/pictures.sh

practice: ## grade the program on the practice cases, where ../shared holds them
	go build -o out/imr ./cmd/imr
	python3 ../shared/practice/grade.py --bin out/imr --failures
