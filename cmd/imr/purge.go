package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"imr"
	"imr/internal/engine"
	"imr/internal/ledger"
)

type purgeCommand struct {
	Out       string `arg:"" help:"Folder of the results."`
	OlderThan string `required:"" placeholder:"AGE" help:"Remove results that ended longer ago: 90d, 52w or 7y."`
	Open      bool   `help:"Remove also results that still wait for a person: proposals that nobody adopted, and referrals."`
	DryRun    bool   `help:"List what would be removed, and remove nothing."`
	onLedger
}

// Run removes results whose time of retention is over. The records in the inbox or the archive are not touched.
func (c purgeCommand) Run(s *session) error {
	before, err := ago(c.OlderThan, time.Now())
	if err != nil {
		return err
	}
	k, err := c.keeper(s.ctx, c.Out)
	if err != nil {
		return err
	}
	defer closeKeeper(k)
	list, err := k.Ledger.All(s.ctx)
	if err != nil {
		return err
	}
	n := 0
	for _, t := range list {
		if !c.due(t, k.Folder.Adopted(t.Folder), before) {
			continue
		}
		n++
		if err := c.remove(s, k, t); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(s.stdout, "%d results %s\n", n, map[bool]string{true: "would be purged", false: "purged"}[c.DryRun])
	return err
}

// due reports whether a result is to be removed.
func (c purgeCommand) due(t ledger.Task, adopted bool, before time.Time) bool {
	if t.State == ledger.Pending || t.Ended.IsZero() || !t.Ended.Before(before) {
		return false
	}
	waits := t.State == ledger.Done && !adopted && (t.Status == imr.Proposed || t.Status == imr.Referred)
	return c.Open || !waits
}

// purgedEntry is what is kept of a purged result. It names no case.
type purgedEntry struct {
	At      string `json:"at"`
	Content string `json:"content"` // hexadecimal SHA-256
	Status  string `json:"status"`
	Ended   string `json:"ended"`
}

// remove takes a result away: first it is written down, then folder and store lose it, then the ledger forgets it. A crash in between has it done
// again by the next purge.
func (c purgeCommand) remove(s *session, k engine.Keeper, t ledger.Task) error {
	fmt.Fprintln(s.stdout, visible(t.Folder))
	if c.DryRun {
		return nil
	}
	f, err := os.OpenFile(filepath.Join(k.Folder.Inner(), "purged.jsonl"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = printJSON(f, purgedEntry{time.Now().UTC().Format(time.RFC3339), t.Content, t.Status, t.Ended.Format(time.RFC3339)})
	if err := errors.Join(err, f.Sync(), f.Close(), os.RemoveAll(k.Folder.Dir(t.Folder))); err != nil {
		return fmt.Errorf("%s could not be purged: %w", t.Folder, err)
	}
	if t.Result != "" {
		if err := k.Vault.RemoveResult(s.ctx, t.Result); err != nil {
			return fmt.Errorf("%s could not be purged from the store: %w", t.Folder, err)
		}
	}
	return k.Ledger.Purge(s.ctx, t)
}

// ago is the moment an age ago: so many days, weeks or years.
func ago(age string, now time.Time) (time.Time, error) {
	n, err := strconv.Atoi(strings.TrimRight(age, "dwy"))
	if err == nil && n >= 0 {
		switch age[len(age)-1:] {
		case "d":
			return now.AddDate(0, 0, -n), nil
		case "w":
			return now.AddDate(0, 0, -7*n), nil
		case "y":
			return now.AddDate(-n, 0, 0), nil
		}
	}
	return now, misuse("%q is no age; write it as 90d, 52w or 7y", age)
}
