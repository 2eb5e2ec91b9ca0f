package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"imr/internal/report"
)

// failedPage is the page of the cases that could not be processed; it is there only while there are any.
const failedPage = "failed.html"

// failures writes that page anew.
func (p *processor) failures(ctx context.Context) error {
	list, err := p.keeper.Ledger.Failed(ctx)
	if err != nil {
		return err
	}
	rows := report.Rows(list, p.keeper.Folder.Adopted, time.Now())
	if len(rows) == 0 {
		if err := os.Remove(p.keeper.Folder.Dir(failedPage)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		return nil
	}
	var b bytes.Buffer
	if err := report.FailedPage(&b, rows); err != nil {
		return err
	}
	return p.keeper.Folder.Put(failedPage, b.String())
}

// nightly writes the report of a run that began at since, as report.txt, report.html and report.json in a folder. Each is replaced whole.
func (p *processor) nightly(ctx context.Context, dir string, since time.Time) error {
	list, err := p.keeper.Ledger.All(ctx)
	if err != nil {
		return err
	}
	now := time.Now()
	s := report.Summarize(report.Rows(list, p.keeper.Folder.Adopted, now), since, now)
	for name, write := range map[string]func(io.Writer) error{
		"report.txt": s.Text, "report.html": s.HTML, "report.json": func(w io.Writer) error { return printJSON(w, s) },
	} {
		if err := reportFile(dir, name, write); err != nil {
			return fmt.Errorf("the report %s could not be written: %w", filepath.Join(dir, name), pathless(err))
		}
	}
	return nil
}

func reportFile(dir, name string, write func(io.Writer) error) (err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".report-")
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return os.Rename(f.Name(), filepath.Join(dir, name))
}
