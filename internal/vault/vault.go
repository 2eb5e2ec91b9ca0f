package vault

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrNone says that a vault holds no such object.
var ErrNone = errors.New("the store does not hold it")

// ErrDamaged says that an object is not what its name says.
var ErrDamaged = errors.New("what the store holds of it is damaged")

// objects is where objects lie. An object is there whole or not at all, and durable when put returns. The names hold hashes, and nobody.
type objects interface {
	put(ctx context.Context, name string, write func(io.Writer) error) error
	get(ctx context.Context, name string) (io.ReadCloser, error) // ErrNone
	has(ctx context.Context, name string) (bool, error)
	remove(ctx context.Context, name string) error // nil where there is none
	each(ctx context.Context, kind string, visit func(hash string) error) error
	io.Closer
}

// Vault is an open store. It may be used from many goroutines, and a bucket by many machines.
type Vault struct{ objects objects }

// bucketScheme begins the address of an S3 bucket.
const bucketScheme = "s3://"

// Open opens the store at an address: "s3://bucket?region=…" for a bucket, whose keys are taken from the environment as S3's own tools
// take them; else a folder, which is made where it is not there.
func Open(ctx context.Context, address string) (*Vault, error) {
	var o objects
	var err error
	if strings.HasPrefix(address, bucketScheme) {
		o, err = openBucket(ctx, address)
	} else {
		o, err = openFolder(address)
	}
	if err != nil {
		return nil, fmt.Errorf("the store %s cannot be used: %w; look at store in the configuration", place(address), err)
	}
	return &Vault{o}, nil
}

// place is an address without what follows the name of a bucket.
func place(address string) string {
	name, _, _ := strings.Cut(address, "?")
	return name
}

// Close ends the use of the store.
func (v *Vault) Close() error { return v.objects.Close() }

// The kinds of objects.
const (
	recordsKind = "records" // by the hash of the case's content
	resultsKind = "results" // by the hash of the object's own bytes
	marksKind   = "marks"   // by a number that tells one store from another
)

func nameOf(kind, hash string) string { return kind + "/" + hash }
