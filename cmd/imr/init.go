package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
)

type initCommand struct {
	File string `arg:"" optional:"" default:"imr.toml" help:"The file to write."`
}

//go:embed imr.toml
var sampleConfig string

// Run writes a configuration with every key explained. A file that is there is not replaced.
func (c initCommand) Run(s *session) error {
	f, err := os.OpenFile(c.File, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return misuse("%s is there already and is not replaced; name another file", c.File)
	}
	if err != nil {
		return fmt.Errorf("%s could not be written: %w", c.File, pathless(err))
	}
	_, err = f.WriteString(sampleConfig)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("%s could not be written: %w", c.File, pathless(err))
	}
	_, err = fmt.Fprintf(s.stdout, "%s is written; use it with --config %s\n", c.File, c.File)
	return err
}
