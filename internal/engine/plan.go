package engine

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"imr/internal/casefile"
	"imr/internal/inbox"
	"imr/internal/ledger"
)

// Planned is what a run would do with one entry of the inbox.
type Planned struct {
	Path    string
	ID      string
	Urgent  bool
	Due     time.Time
	Already string // folder of its result, or of its failure; "" where the case would be done
	Err     error  // why it cannot be read
}

// Plan says what a run would do, in the order in which it would, and changes nothing. Without a ledger nothing is done yet.
func Plan(ctx context.Context, entries []inbox.Entry, book *ledger.Ledger, again bool, now time.Time) ([]Planned, error) {
	var out []Planned
	seen := map[string]string{}
	for _, entry := range entries {
		in, err := casefile.Load(entry.Path)
		var mistake *casefile.TOMLError
		p := Planned{Path: entry.Path, ID: casefile.ID(entry.Path), Urgent: in.Known.Priority == expedited, Due: Due(in.Known.Admin, now)}
		if err != nil && !errors.As(err, &mistake) {
			p.Err = err
			out = append(out, p)
			continue
		}
		if p.Already, err = already(ctx, in.Hash, book, again); err != nil {
			return nil, err
		}
		if first, twin := seen[in.Hash]; twin && p.Already == "" {
			p.Already = first
		}
		seen[in.Hash] = in.ID
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b Planned) int {
		return cmp.Or(number(b.Urgent)-number(a.Urgent), a.Due.Compare(b.Due))
	})
	return out, nil
}

func already(ctx context.Context, content string, book *ledger.Ledger, again bool) (string, error) {
	if book == nil || again {
		return "", nil
	}
	t, known, err := book.Look(ctx, content)
	if err != nil || !known || t.State == ledger.Pending || t.State == ledger.Gone {
		return "", err
	}
	return t.Folder, nil
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
