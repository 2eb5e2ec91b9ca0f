package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"

	"imr"
	"imr/internal/pdf"
)

// childMark is the first argument of a process that reads one file with one reader.
const childMark = "read-one-file"

// readers are this project's reader and the programs it is compared with, each with its arguments before the file's name.
var readers = []string{"imr", "pdftotext", "mutool"}

// outcome is how a reader fared with a file.
type outcome string

const (
	wasRead  outcome = "read"
	hadError outcome = "error"
	hung     outcome = "hang"
	crashed  outcome = "crash"
)

// reading is what one reader made of one file.
type reading struct {
	outcome outcome
	kind    string // of an error
	pages   []string
	apart   map[int]bool // pages, from 0, with text that a person cannot see
	unread  []imr.Unread
	took    time.Duration
	cpu     time.Duration
	memory  string // the largest that was resident, as the system tells it
}

// printed is what a child of this project's reader prints.
type printed struct {
	Kind   string       `json:"kind"`
	Pages  []string     `json:"pages"`
	Hidden []int        `json:"hidden"` // from 0
	Unread []imr.Unread `json:"unread"`
	Memory string       `json:"memory"`
}

// read lets a reader read a file in a process of its own, which is this program.
func read(ctx context.Context, program, reader, path string, l limits) reading {
	ctx, cancel := context.WithTimeout(ctx, l.time)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, childMark, reader, strconv.Itoa(l.memory), path)
	cmd.WaitDelay = time.Second
	var out bytes.Buffer
	cmd.Stdout = &out
	start := time.Now()
	err := cmd.Run()
	r := reading{took: time.Since(start)}
	if cmd.ProcessState != nil {
		r.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	if ctx.Err() != nil {
		r.outcome = hung
		return r
	}
	return r.understand(reader, out.Bytes(), err)
}

func (r reading) understand(reader string, out []byte, err error) reading {
	var exit *exec.ExitError
	signalled := errors.As(err, &exit) && exit.ExitCode() < 0
	if reader == "imr" {
		var p printed
		if err != nil || json.Unmarshal(out, &p) != nil {
			r.outcome = crashed
			return r
		}
		return r.fill(p)
	}
	text := strings.TrimSuffix(string(out), "\f")
	r.pages = strings.Split(text, "\f")
	switch {
	case signalled:
		r.outcome = crashed
	case err != nil && len(words(text)) == 0:
		r.outcome, r.kind = hadError, "any"
	default:
		r.outcome = wasRead
	}
	return r
}

func (r reading) fill(p printed) reading {
	r.outcome, r.kind, r.pages, r.unread, r.memory = wasRead, p.Kind, p.Pages, p.Unread, p.Memory
	if p.Kind != "" {
		r.outcome = hadError
	}
	r.apart = map[int]bool{}
	for _, page := range p.Hidden {
		r.apart[page] = true
	}
	return r
}

// runChild limits this process and reads one file: by itself, or by turning into the tool.
func runChild(reader, memory, path string) int {
	mib, err := strconv.ParseUint(memory, 10, 32)
	if err != nil {
		return 1
	}
	limit := syscall.Rlimit{Cur: mib << 20, Max: mib << 20}
	if err := syscall.Setrlimit(syscall.RLIMIT_DATA, &limit); err != nil {
		return 1
	}
	args := map[string][]string{"pdftotext": {"-layout", "-q", path, "-"}, "mutool": {"draw", "-q", "-F", "txt", path}}[reader]
	if reader == "imr" {
		return printReading(path)
	}
	program, err := exec.LookPath(reader)
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s is not installed\n", reader)
		return 1
	}
	_ = syscall.Exec(program, append([]string{reader}, args...), os.Environ())
	return 1 // it returns only where it failed
}

func printReading(path string) int {
	data, err := os.ReadFile(path)
	if err != nil {
		return 1
	}
	file, err := pdf.Read(path, data)
	p := printed{Kind: kindOf(err), Unread: file.Unread}
	for _, page := range file.Pages {
		var text strings.Builder
		for _, line := range page.Lines {
			text.WriteString(line.Text() + "\n")
		}
		p.Pages = append(p.Pages, text.String())
	}
	for _, flag := range file.Flags {
		if flag.Code == "hidden-text" {
			p.Hidden = append(p.Hidden, flag.Evidence[0].Page-1)
		}
	}
	for _, u := range file.Unread {
		if strings.Contains(u.Reason, "hidden text layer") {
			p.Hidden = append(p.Hidden, u.Page-1)
		}
	}
	p.Memory = peak()
	if json.NewEncoder(os.Stdout).Encode(p) != nil {
		return 1
	}
	return 0
}

// peak returns the largest memory of this process that was resident so far, where the system tells it.
func peak() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return ""
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(line)
}

func kindOf(err error) string {
	for _, kind := range []error{pdf.ErrEmpty, pdf.ErrNotPDF, pdf.ErrPassword, pdf.ErrEncryption, pdf.ErrDamaged} {
		if errors.Is(err, kind) {
			return kind.Error()
		}
	}
	if err != nil {
		return "another error"
	}
	return ""
}
