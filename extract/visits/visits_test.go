package visits

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// say writes a phrase's meaning in short: readings, frequency, duration, and marks.
func say(ph Phrase) string {
	var parts []string
	for _, r := range ph.Readings {
		parts = append(parts, span(r.Low, r.High))
	}
	s := strings.Join(parts, " or ")
	switch ph.Kind {
	case DoneOf:
		s = strings.TrimSuffix(fmt.Sprintf("%d done of %d", ph.Done, ph.Of), " of 0")
	case UnitsOnly:
		s = "units"
	case OpenEnded:
		s = "unclear"
	}
	if ph.Frequency != nil {
		s += " @" + span(ph.Frequency.Low, ph.Frequency.High)
	}
	if ph.Duration != nil {
		s += " *" + span(ph.Duration.Low, ph.Duration.High)
	}
	if ph.Additional {
		s += " more"
	}
	if ph.Trial {
		s += " trial"
	}
	return strings.TrimSpace(s)
}

func span(low, high float64) string {
	if low == high {
		return fmt.Sprintf("%g", low)
	}
	return fmt.Sprintf("%g-%g", low, high)
}

func sayAll(phs []Phrase) string {
	var out []string
	for _, ph := range phs {
		if s := say(ph); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " | ")
}

// linesOf returns the lines of a table in testdata that are not comments.
func linesOf(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, line := range strings.Split(string(b), "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func TestTexts(t *testing.T) {
	for name, read := range map[string]func(string) []Phrase{"sentences.txt": Parse, "cells.txt": ParseCell} {
		for _, line := range linesOf(t, name) {
			text, want, _ := strings.Cut(line, " =>")
			if got := sayAll(read(text)); got != strings.TrimSpace(want) {
				t.Errorf("%s: %q: read %q, want %q", name, text, got, strings.TrimSpace(want))
			}
		}
	}
}

func TestNeverReadAsVisits(t *testing.T) {
	for _, text := range linesOf(t, "nothing.txt") {
		if got := sayAll(Parse(text)); got != "" {
			t.Errorf("%q: read %q, want nothing", text, got)
		}
	}
}
