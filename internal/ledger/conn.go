package ledger

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
)

// conn is a database or a transaction of it. Parameters are written as ? in every statement.
type conn struct {
	on interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
		QueryRowContext(context.Context, string, ...any) *sql.Row
	}
	server bool
}

func (l *Ledger) conn() conn { return conn{l.db, l.server} }

// words are a statement as the database wants it: PostgreSQL numbers its parameters.
func (c conn) words(statement string) string {
	if !c.server {
		return statement
	}
	var b strings.Builder
	for i, part := range strings.Split(statement, "?") {
		if i > 0 {
			b.WriteString("$" + strconv.Itoa(i))
		}
		b.WriteString(part)
	}
	return b.String()
}

func (c conn) exec(ctx context.Context, statement string, args ...any) error {
	_, err := c.on.ExecContext(ctx, c.words(statement), args...)
	return err
}

func (c conn) row(ctx context.Context, statement string, args ...any) *sql.Row {
	return c.on.QueryRowContext(ctx, c.words(statement), args...)
}
