package ledger

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Ledger is an open ledger. It may be used from many goroutines and, where the file system is a local one, by many processes.
type Ledger struct{ db *sql.DB }

//go:embed schema/*.sql
var schemas embed.FS

// current is the version of the tables that this program writes.
const current = 1

// Open opens the ledger in a folder, makes it where there is none, and brings older tables up to date. The file is its owner's alone: it
// holds names of cases.
func Open(ctx context.Context, dir string) (*Ledger, error) {
	path := filepath.Join(dir, "ledger.db")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, broken(path, err)
	}
	if err := f.Close(); err != nil {
		return nil, broken(path, err)
	}
	db, err := sql.Open("sqlite", "file:"+escaped.Replace(path)+"?_pragma=busy_timeout(20000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate")
	if err != nil {
		return nil, broken(path, err)
	}
	db.SetMaxOpenConns(1) // SQLite has one writer; more connections would only wait for one another
	l := &Ledger{db}
	if err := l.migrate(ctx); err != nil {
		return nil, errors.Join(broken(path, err), db.Close())
	}
	return l, nil
}

// escaped are the signs that mean something else in the address of a database.
var escaped = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")

func broken(path string, err error) error {
	return fmt.Errorf("the ledger %s cannot be used: %w; see imr doctor", path, err)
}

// Close closes the ledger.
func (l *Ledger) Close() error { return l.db.Close() }

// migrate takes the tables from the version they have to the current one, each step whole or not at all.
func (l *Ledger) migrate(ctx context.Context) error {
	var have int
	if err := l.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have); err != nil {
		return err
	}
	if have > current {
		return fmt.Errorf("a newer version of imr has written it (its tables have version %d, this program knows %d)", have, current)
	}
	for v := have + 1; v <= current; v++ {
		steps, err := schemas.ReadFile(fmt.Sprintf("schema/%d.sql", v))
		if err != nil {
			return err
		}
		err = l.change(ctx, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, string(steps)+fmt.Sprintf(";PRAGMA user_version = %d", v))
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// change makes several changes together or none.
func (l *Ledger) change(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}
