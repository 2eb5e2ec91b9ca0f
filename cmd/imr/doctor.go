package main

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"

	"imr/decide"
	"imr/internal/law"
	"imr/internal/ocr"
	"imr/internal/sandbox"
)

type doctorCommand struct{}

// Run says what the program finds around it. Nothing that is missing stops it; each line says what its lack costs.
func (doctorCommand) Run(s *session) error {
	book, err := law.Load()
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "imr %s on %s/%s, %d cores\n", decide.Version, runtime.GOOS, runtime.GOARCH, cores())
	fmt.Fprintf(s.stdout, "ok       %d texts of the law, rule table %s\n", len(book.Texts("")), decide.TableSHA256()[:12])
	fmt.Fprintln(s.stdout, "ok       fonts for the letter are built in")
	fmt.Fprintln(s.stdout, recognition(s.ctx))
	for _, text := range sandbox.Missing() {
		fmt.Fprintln(s.stdout, "missing  "+text)
	}
	for _, tool := range []struct{ name, use string }{
		{"pdftotext", "only the tests use it; apt-get install poppler-utils"},
		{"qpdf", "only the tests use it; apt-get install qpdf"},
	} {
		if path, err := exec.LookPath(tool.name); err == nil {
			fmt.Fprintf(s.stdout, "ok       %s (%s)\n", tool.name, path)
		} else {
			fmt.Fprintf(s.stdout, "absent   %s: %s\n", tool.name, tool.use)
		}
	}
	return nil
}

// recognition says whether scans can be read, and what it costs where they cannot.
func recognition(ctx context.Context) string {
	version, err := ocr.Available(ctx)
	if err != nil {
		return fmt.Sprintf("missing  %v; until then pages that are scans are listed as not read, and what no other page states is unknown", err)
	}
	return "ok       scans are read by tesseract " + version
}

type versionCommand struct{}

// Run prints the version of the program and of its rules.
func (versionCommand) Run(s *session) error {
	_, err := fmt.Fprintln(s.stdout, versionLine())
	return err
}
