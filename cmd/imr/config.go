package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"imr"
	"imr/render"
)

// config is a configuration file.
type config struct {
	Organization string   `toml:"organization"` // name at the head of a letter
	Address      []string `toml:"address"`      // its lines
	Logo         string   `toml:"logo"`         // a PNG file; its path is taken from the configuration's folder
	Signature    bool     `toml:"signature"`    // leave a place to sign in a final letter
	ItemStyle    string   `toml:"item_style"`   // "whole" or "remaining"
	Workers      int      `toml:"workers"`
	Settle       duration `toml:"settle"`      // how long a case in an inbox must not change, as "10s"
	Recognition  bool     `toml:"recognition"` // whether scans are read by text recognition
	Log          string   `toml:"log"`         // file for the log of batch and watch
	Listen       string   `toml:"listen"`      // port of this machine for health and numbers of a watch
	Database     string   `toml:"database"`    // address of a PostgreSQL database that several machines share
	Store        string   `toml:"store"`       // folder or S3 bucket for the records of cases that wait, and for results
	CaseLimit    duration `toml:"case_limit"`  // how long one case may take
}

// reviewer is the file that describes the reviewer: no name, which by law stays out of the letter.
type reviewer struct {
	ID        string   `toml:"id"` // opaque: the organization's own
	Licensure []string `toml:"licensure"`
	Specialty []string `toml:"specialty"`
	Statement string   `toml:"statement"` // the attestation, for adoption
}

// duration is a length of time, written as "10s" or as a number of seconds.
type duration struct{ time.Duration }

// UnmarshalTOML reads a duration.
func (d *duration) UnmarshalTOML(v any) error {
	text := fmt.Sprint(v)
	if _, quoted := v.(string); !quoted {
		text += "s"
	}
	parsed, err := time.ParseDuration(text)
	if err != nil {
		return fmt.Errorf("%v is no length of time; write it as \"10s\"", v)
	}
	d.Duration = parsed
	return nil
}

// defaultSettle is how long a case in an inbox must not change before it counts as complete.
const defaultSettle = 10 * time.Second

// settings are the flags, the configuration and the defaults together.
type settings struct {
	workers int
	settle  time.Duration

	recognizers int // pages recognized at the same time; 0 for none
	letter      imr.LetterConfig

	log      string
	listen   string
	database string
	store    string        // "" for a folder within the output folder
	limit    time.Duration // for one case
}

func (f shared) settings() (settings, error) {
	c := config{ItemStyle: "whole", Workers: cores(), Settle: duration{defaultSettle}, CaseLimit: duration{caseLimit}, Recognition: true}
	if f.Config != "" {
		if err := readTOML(f.Config, &c, "organization, address, logo, signature, item_style, workers, settle, recognition, log, listen, database, store and case_limit"); err != nil {
			return settings{}, err
		}
	}
	if c.ItemStyle != "whole" && c.ItemStyle != "remaining" {
		return settings{}, misuse("%s: item_style is %q; it must be \"whole\" or \"remaining\"", f.Config, c.ItemStyle)
	}
	var r reviewer
	if f.Reviewer != "" {
		if err := readTOML(f.Reviewer, &r, reviewerKeys); err != nil {
			return settings{}, err
		}
	}
	if f.Workers != nil {
		c.Workers = *f.Workers
	}
	if c.CaseLimit.Duration <= 0 {
		return settings{}, misuse("%s: case_limit is %s; give a case some time, as \"5m\"", f.Config, c.CaseLimit)
	}
	if c.Workers < 1 || c.Settle.Duration < 0 {
		return settings{}, misuse("the number of workers is %d and settle is %s; give at least 1 worker, and a settle not below zero", c.Workers, c.Settle)
	}
	set := settings{workers: c.Workers, settle: c.Settle.Duration, log: c.Log, listen: c.Listen, database: c.Database, store: c.Store, limit: c.CaseLimit.Duration, letter: imr.LetterConfig{
		Organization: c.Organization, Address: list(c.Address), ItemStyle: c.ItemStyle, Licensure: list(r.Licensure), Specialty: list(r.Specialty),
		Signature: c.Signature,
	}}
	if c.Recognition {
		set.recognizers = cores()
	}
	var err error
	set.letter.Logo, err = c.readLogo(f.Config)
	return set, err
}

// readLogo reads the logo's file, where one is named, and tries whether it can be printed.
func (c config) readLogo(at string) ([]byte, error) {
	if c.Logo == "" {
		return nil, nil
	}
	path := c.Logo
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(at), path)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, misuse("%s: the logo %s could not be read: %v", at, path, pathless(err))
	}
	if _, err := render.WithLogo(file); err != nil {
		return nil, misuse("%s: %s: %v", at, path, err)
	}
	return file, nil
}

func list(s []string) []string { return append([]string{}, s...) }

// readTOML reads a file strictly: a key that is not known is an error that names it, and the keys that are.
func readTOML(path string, into any, known string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return misuse("%s could not be read: %v", path, pathless(err))
	}
	meta, err := toml.Decode(string(data), into)
	if err != nil {
		return misuse("%s cannot be read as TOML: %v", path, err)
	}
	var unknown []string
	for _, key := range meta.Undecoded() {
		unknown = append(unknown, fmt.Sprintf("%q", key.String()))
	}
	if len(unknown) > 0 {
		return misuse("%s: the key %s is not known; known are %s", path, strings.Join(unknown, ", "), known)
	}
	return nil
}

// pathless is an error of the system without the path, which the sentence names already.
func pathless(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
