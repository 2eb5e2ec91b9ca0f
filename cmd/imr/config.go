package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"imr"
)

// config is a configuration file.
type config struct {
	Organization string   `toml:"organization"` // name at the head of a letter
	Address      []string `toml:"address"`      // its lines
	ItemStyle    string   `toml:"item_style"`   // "whole" or "remaining"
	Workers      int      `toml:"workers"`
	Settle       duration `toml:"settle"` // how long a case in an inbox must not change, as "10s"
}

// reviewer is the file that describes the reviewer: no name, which by law stays out of the letter.
type reviewer struct {
	Licensure []string `toml:"licensure"`
	Specialty []string `toml:"specialty"`
	Statement string   `toml:"statement"` // the attestation, for adoption
}

// duration is a length of time written as "10s".
type duration struct{ time.Duration }

// UnmarshalText reads a duration as the Go language writes it.
func (d *duration) UnmarshalText(b []byte) (err error) {
	d.Duration, err = time.ParseDuration(string(b))
	return err
}

// defaultSettle is how long a case in an inbox must not change before it counts as complete.
const defaultSettle = 10 * time.Second

// settings are the flags, the configuration and the defaults together.
type settings struct {
	workers int
	settle  time.Duration
	letter  imr.LetterConfig
}

func (f shared) settings() (settings, error) {
	c := config{ItemStyle: "whole", Workers: cores(), Settle: duration{defaultSettle}}
	if f.Config != "" {
		if err := readTOML(f.Config, &c); err != nil {
			return settings{}, err
		}
	}
	if c.ItemStyle != "whole" && c.ItemStyle != "remaining" {
		return settings{}, misuse("%s: item_style is %q; it must be \"whole\" or \"remaining\"", f.Config, c.ItemStyle)
	}
	var r reviewer
	if f.Reviewer != "" {
		if err := readTOML(f.Reviewer, &r); err != nil {
			return settings{}, err
		}
	}
	if f.Workers > 0 {
		c.Workers = f.Workers
	}
	if f.Workers < 0 || c.Workers < 1 || c.Settle.Duration < 0 {
		return settings{}, misuse("the number of workers must be 1 or more, and settle not below zero")
	}
	return settings{c.Workers, c.Settle.Duration, imr.LetterConfig{
		Organization: c.Organization, Address: list(c.Address), ItemStyle: c.ItemStyle, Licensure: list(r.Licensure), Specialty: list(r.Specialty),
	}}, nil
}

func list(s []string) []string { return append([]string{}, s...) }

// readTOML reads a file strictly: a key that is not known is an error that names it.
func readTOML(path string, into any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return misuse("%v", err)
	}
	meta, err := toml.Decode(string(data), into)
	if err != nil {
		return misuse("%s: %v", path, err)
	}
	var unknown []string
	for _, key := range meta.Undecoded() {
		unknown = append(unknown, fmt.Sprintf("%q", key.String()))
	}
	if len(unknown) > 0 {
		return misuse("%s: the key %s is not known", path, strings.Join(unknown, ", "))
	}
	return nil
}
