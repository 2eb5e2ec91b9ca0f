package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"imr/internal/pdf"
)

// shown are a file's lines as a reader shows them.
func shown(t *testing.T, file []byte) string {
	t.Helper()
	read, err := pdf.Read("letter.pdf", file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, p := range read.Pages {
		for _, l := range p.Lines {
			out.WriteString(l.Text() + "\n")
		}
	}
	return out.String()
}

// verifies holds that verify finds a letter the same.
func verifies(t *testing.T, letter, records string) {
	t.Helper()
	args := []string{"verify", letter}
	if records != "" {
		args = append(args, "--records", records)
	}
	var said, told bytes.Buffer
	if code := run(context.Background(), args, nil, &said, &told); code != exitOK || said.String() != "SAME\n" {
		t.Errorf("%v: exit code %d: %s%s", args, code, said.String(), told.String())
	}
}
