package vault

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"imr/internal/casefile"
)

// PutRecords keeps a case's records until RemoveRecords. Those of a content that is kept already stay as they are.
func (v *Vault) PutRecords(ctx context.Context, in casefile.Case) error {
	name := nameOf(recordsKind, in.Hash)
	there, err := v.objects.has(ctx, name)
	if err == nil && !there {
		err = v.objects.put(ctx, name, in.Pack)
	}
	if err != nil && !errors.Is(err, casefile.ErrChanged) {
		err = fmt.Errorf("the records could not be kept in the store: %w", err)
	}
	return err
}

// Records lays the records of a content into an empty folder, as the case that was at a path. The error is ErrNone, ErrDamaged, a
// *casefile.TOMLError, which comes with the case, or a failure of the surroundings.
func (v *Vault) Records(ctx context.Context, content, path, dir string) (in casefile.Case, err error) {
	r, err := v.objects.get(ctx, nameOf(recordsKind, content))
	if err != nil {
		return in, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	in, err = casefile.Unpack(r, path, dir)
	var mistake *casefile.TOMLError
	if err != nil && !errors.As(err, &mistake) {
		return in, err
	}
	if in.Hash != content {
		return in, fmt.Errorf("the records of %s: %w", content, ErrDamaged)
	}
	return in, err
}

// RemoveRecords forgets the records of a content.
func (v *Vault) RemoveRecords(ctx context.Context, content string) error {
	return v.objects.remove(ctx, nameOf(recordsKind, content))
}

// EachRecords visits the content of all records that are kept.
func (v *Vault) EachRecords(ctx context.Context, visit func(content string) error) error {
	return v.objects.each(ctx, recordsKind, visit)
}

// Same makes sure that machines that share a ledger also share the store. Each leaves a mark in its store; they agree on the first, and
// each must find that in its own.
func (v *Vault) Same(ctx context.Context, agree func(ctx context.Context, mine string) (mark string, first bool, err error)) error {
	mine := rand.Text()
	err := v.objects.put(ctx, nameOf(marksKind, mine), func(w io.Writer) error { _, err := io.WriteString(w, mine); return err })
	if err != nil {
		return fmt.Errorf("the store cannot be written: %w", err)
	}
	mark, first, err := agree(ctx, mine)
	if err != nil || first {
		return err
	}
	there, err := v.objects.has(ctx, nameOf(marksKind, mark))
	if err == nil && !there {
		err = errors.New("the machines that share the database use another store than this one; give all of them the same store in the configuration")
	}
	return errors.Join(err, v.objects.remove(ctx, nameOf(marksKind, mine)))
}
