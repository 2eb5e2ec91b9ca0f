package main

import (
	"os"
	"path/filepath"
	"time"

	"imr/internal/engine"
	"imr/internal/inbox"
	"imr/internal/ledger"
)

// plannedLine is what --json prints for a case that a dry run names.
type plannedLine struct {
	Case     string `json:"case"`
	Would    string `json:"would"` // "do" or "leave"
	Priority string `json:"priority,omitempty"`
	Due      string `json:"due,omitempty"`
	Folder   string `json:"folder,omitempty"` // of the result that is there
	Error    string `json:"error,omitempty"`
}

// dryRun lists what a batch would do, and changes nothing, not even the output folder.
func (c batchCommand) dryRun(s *session) error {
	set, err := c.settings()
	if err != nil {
		return err
	}
	sight, err := inbox.New(c.Inbox, set.settle, time.Now).Settled(s.ctx)
	if err != nil {
		return err
	}
	var book *ledger.Ledger
	if _, err := os.Stat(filepath.Join(c.Out, ".imr", "ledger.db")); err == nil || set.database != "" {
		if book, err = ledgerOf(s.ctx, set.database, filepath.Join(c.Out, ".imr")); err != nil {
			return err
		}
		defer func() { _ = book.Close() }() // was only read
	}
	plan, err := engine.Plan(s.ctx, sight.Complete, book, c.Again, time.Now())
	if err != nil {
		return err
	}
	remarks(newPrinter(s, false), sight)
	return c.printPlan(s, plan)
}

func (c batchCommand) printPlan(s *session, plan []engine.Planned) error {
	print, todo := newPrinter(s, c.JSON), 0
	for _, p := range plan {
		line := plannedLine{Case: p.ID, Would: "do", Priority: "standard", Due: p.Due.Format(time.DateOnly)}
		switch {
		case p.Err != nil:
			line = plannedLine{Case: p.ID, Would: "leave", Error: p.Err.Error()}
		case p.Already != "":
			line = plannedLine{Case: p.ID, Would: "leave", Folder: filepath.Join(c.Out, p.Already)}
		default:
			todo++
		}
		if p.Urgent && line.Priority != "" {
			line.Priority = "expedited"
		}
		if c.JSON {
			if err := printJSON(s.stdout, line); err != nil {
				return err
			}
			continue
		}
		print.line("%s", line)
	}
	if !c.JSON {
		print.line("")
		print.line("%d cases would be done, %d left", todo, len(plan)-todo)
	}
	return nil
}

func (l plannedLine) String() string {
	switch {
	case l.Error != "":
		return l.Case + "  cannot be read: " + l.Error
	case l.Folder != "":
		return l.Case + "  already done, see " + l.Folder
	}
	return l.Case + "  would be done, " + l.Priority + ", due " + l.Due
}

// remarks tells what lies in the inbox and is no complete case.
func remarks(print *printer, sight inbox.Sight) {
	for _, e := range sight.Waiting {
		print.warn("%s still changes, or is still being written, and is left for the next run", e.Path)
	}
	for _, sentence := range sight.Strange {
		print.warn("%s", sentence)
	}
}
