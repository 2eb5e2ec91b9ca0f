package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"imr"
	"imr/internal/pipeline"
)

// printer tells of each case as it is done and counts them. Results go to out, messages to err.
type printer struct {
	out, err io.Writer
	json     bool

	cases, unprocessed int
	failed             bool // the program itself failed on a case
	statuses, outcomes map[string]int
}

func newPrinter(s *session, asJSON bool) *printer {
	return &printer{out: s.stdout, err: s.stderr, json: asJSON, statuses: map[string]int{}, outcomes: map[string]int{}}
}

// visible is a text without characters that steer a terminal: the names of files and the words of records come from strangers.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func (p *printer) line(format string, args ...any) {
	fmt.Fprintln(p.out, visible(fmt.Sprintf(format, args...)))
}

func (p *printer) warn(format string, args ...any) {
	fmt.Fprintln(p.err, "imr:", visible(fmt.Sprintf(format, args...)))
}

// tell prints one case.
func (p *printer) tell(d done) {
	p.count(d)
	if d.err != nil {
		p.warn("%v", d.err)
	}
	if d.unpublished != nil {
		p.warn("%s: %v", d.id, d.unpublished)
	}
	p.versions(d)
	if p.json {
		_ = printJSON(p.out, lineOf(d)) // what goes wrong with the results' stream is told at the end
		return
	}
	p.text(d)
}

func (p *printer) count(d done) {
	p.cases++
	if d.unprocessed() {
		p.unprocessed++
	}
	p.failed = p.failed || errors.Is(d.err, pipeline.ErrPanic)
	switch {
	case d.already:
		p.statuses["already done"]++
	case d.err != nil:
		p.statuses["failed"]++
	default:
		p.statuses[d.decision.Status]++
		for _, it := range d.decision.Items {
			p.outcomes[string(it.Outcome)]++
		}
	}
}

// versions says that a case did not get the folder of its own name.
func (p *printer) versions(d done) {
	name, _, version := strings.Cut(d.place.name, "~")
	switch {
	case !d.written:
	case d.place.earlier != "":
		p.warn("%s: another case with this name and other content lies in %s; this one is written to %s", d.id, d.place.earlier, d.place.name)
	case version:
		p.warn("%s: %s in the output folder is something else; this case is written to %s", d.id, name, d.place.name)
	}
}

// verdict is how the command ends: nil where every case was processed.
func (p *printer) verdict() error {
	switch {
	case p.failed:
		return &exitError{code: exitFailed}
	case p.unprocessed > 0:
		return &exitError{code: exitUnprocessed}
	}
	return nil
}

// report ends a batch: how many cases by status, how many items by outcome. Beside JSON it is a message, not a result.
func (p *printer) report() {
	say := p.line
	if p.json {
		say = p.warn
	} else {
		p.line("")
	}
	cases := fmt.Sprintf("%d cases", p.cases)
	if p.cases == 1 {
		cases = "1 case"
	}
	say("%s%s", cases, counts(p.statuses))
	if len(p.outcomes) > 0 {
		say("items%s", counts(p.outcomes))
	}
}

func counts(m map[string]int) string {
	var out []string
	for name, n := range m {
		out = append(out, fmt.Sprintf("%d %s", n, name))
	}
	if len(out) == 0 {
		return ""
	}
	sort.Strings(out)
	return ": " + strings.Join(out, ", ")
}

// text prints one case for a person.
func (p *printer) text(d done) {
	if d.already {
		p.already(d)
		return
	}
	if !d.written {
		return
	}
	p.line("%s  %s", d.id, strings.ToUpper(d.decision.Status))
	for _, it := range d.decision.Items {
		p.line("  %s", itemLine(it))
	}
	for _, text := range reasonsOf(d.decision) {
		p.line("    %s", text)
	}
	if d.decision.Status == imr.Unreadable {
		p.line("  why: %s", filepath.Join(d.place.dir, "decision.json"))
		return
	}
	p.line("  letter: %s", filepath.Join(d.place.dir, "letter.pdf"))
}

func (p *printer) already(d done) {
	if d.purged {
		p.line("%s  already done, and its result was purged; --again does it anew", d.id)
		return
	}
	if d.unprocessed() {
		p.line("%s  already done, and could not be processed; see %s", d.id, d.place.dir)
		return
	}
	p.line("%s  already done, see %s", d.id, d.place.dir)
}
