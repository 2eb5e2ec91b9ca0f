package ledger

import (
	"context"
	"fmt"
)

// Mark is the mark of the store that all machines of this ledger share. The first that asks sets it, and is told so.
func (l *Ledger) Mark(ctx context.Context, fresh string) (mark string, first bool, err error) {
	c := l.conn()
	err = c.exec(ctx, "INSERT INTO common (name, value) VALUES ('store', ?) ON CONFLICT (name) DO NOTHING", fresh)
	if err == nil {
		err = c.row(ctx, "SELECT value FROM common WHERE name = 'store'").Scan(&mark)
	}
	if err != nil {
		err = fmt.Errorf("the ledger could not be asked for its store: %w", err)
	}
	return mark, mark == fresh, err
}
