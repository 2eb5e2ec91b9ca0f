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

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	_ "modernc.org/sqlite"             // the driver "sqlite"
)

// Ledger is an open ledger. It may be used from many goroutines and, where the file system is a local one or the database a server, by many
// processes.
type Ledger struct {
	db     *sql.DB
	server bool // PostgreSQL, and not SQLite
}

//go:embed schema/*.sql
var schemas embed.FS

// current is the version of the tables that this program writes.
const current = 2

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
	l := &Ledger{db: db}
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

// OpenServer opens the ledger that several machines share, in a PostgreSQL database: postgres://user@host/name.
func OpenServer(ctx context.Context, url string) (*Ledger, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, unreachable(err)
	}
	l := &Ledger{db: db, server: true}
	if err := l.migrate(ctx); err != nil {
		return nil, errors.Join(unreachable(err), db.Close())
	}
	return l, nil
}

// unreachable is an error without the database's address, which may hold a password.
func unreachable(err error) error {
	return fmt.Errorf("the ledger in the database cannot be used: %w; look at database in the configuration, and whether the server runs", err)
}

// migrate takes the tables from the version they have to the current one, all steps or none.
func (l *Ledger) migrate(ctx context.Context) error {
	return l.change(ctx, func(c conn) error {
		if err := c.exec(ctx, "CREATE TABLE IF NOT EXISTS ledger_version (n INTEGER NOT NULL)"); err != nil {
			return err
		}
		have := 0
		if err := c.row(ctx, "SELECT coalesce(max(n), 0) FROM ledger_version").Scan(&have); err != nil {
			return err
		}
		if have > current {
			return fmt.Errorf("a newer version of imr has written it (its tables have version %d, this program knows %d)", have, current)
		}
		for v := have + 1; v <= current; v++ {
			if err := c.step(ctx, v); err != nil {
				return err
			}
		}
		return nil
	})
}

// step makes the changes from one version to the next.
func (c conn) step(ctx context.Context, version int) error {
	text, err := schemas.ReadFile(fmt.Sprintf("schema/%d.sql", version))
	if err != nil {
		return err
	}
	for _, statement := range strings.SplitAfter(string(text), ";\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if err := c.exec(ctx, statement); err != nil {
			return err
		}
	}
	return c.exec(ctx, "INSERT INTO ledger_version (n) VALUES (?)", version)
}

// turn is the lock for which changes wait on a server; SQLite lets one process write at a time by itself.
const turn = 7_146_001

// change makes several changes together or none, one process after the other.
func (l *Ledger) change(ctx context.Context, do func(conn) error) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	c := conn{tx, l.server}
	if l.server {
		err = c.exec(ctx, "SELECT pg_advisory_xact_lock(?)", turn)
	}
	if err == nil {
		err = do(c)
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}
