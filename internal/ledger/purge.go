package ledger

import (
	"context"
	"fmt"
)

// Purge forgets a task but for the hash of its content, so that the same records are not done again by themselves. Its result must have
// been removed before.
func (l *Ledger) Purge(ctx context.Context, t Task) error {
	err := l.change(ctx, func(tx conn) error {
		if err := tx.exec(ctx, "DELETE FROM task WHERE folder = ?", t.Folder); err != nil {
			return err
		}
		if first, err := firstOf(ctx, tx, t.Content); err != nil || first.Folder != "" {
			return err
		}
		kept := Task{Folder: ".purged/" + t.Content, Content: t.Content, State: Purged, Seen: t.Seen}
		return enter(ctx, tx, kept)
	})
	if err != nil {
		return fmt.Errorf("%s could not be purged from the ledger: %w", t.Folder, err)
	}
	return nil
}
