package vault

import (
	"context"
	"errors"
	"io"
	"strings"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/s3blob" // buckets whose address begins with s3://
	"gocloud.dev/gcerrors"
)

// bucket keeps objects in an S3 bucket.
type bucket struct{ *blob.Bucket }

func openBucket(ctx context.Context, address string) (bucket, error) {
	b, err := blob.OpenBucket(ctx, address)
	if err != nil {
		return bucket{}, err
	}
	there, err := b.IsAccessible(ctx)
	if err == nil && !there {
		err = errors.New("there is no such bucket")
	}
	if err != nil {
		return bucket{}, errors.Join(err, b.Close())
	}
	return bucket{b}, nil
}

func (b bucket) put(ctx context.Context, name string, write func(io.Writer) error) error {
	ctx, cancel := context.WithCancel(ctx) // an object whose context ended before it is closed does not come into being
	defer cancel()
	w, err := b.NewWriter(ctx, name, &blob.WriterOptions{ContentType: "application/x-tar", DisableContentTypeDetection: true})
	if err != nil {
		return err
	}
	if err := write(w); err != nil {
		cancel()
		_ = w.Close() // says that it was given up
		return err
	}
	return w.Close()
}

func (b bucket) get(ctx context.Context, name string) (io.ReadCloser, error) {
	r, err := b.NewReader(ctx, name, nil)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, ErrNone
	}
	return r, err
}

func (b bucket) has(ctx context.Context, name string) (bool, error) { return b.Exists(ctx, name) }

func (b bucket) remove(ctx context.Context, name string) error {
	err := b.Delete(ctx, name)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil
	}
	return err
}

func (b bucket) each(ctx context.Context, kind string, visit func(hash string) error) error {
	list := b.List(&blob.ListOptions{Prefix: kind + "/"})
	for {
		o, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := visit(strings.TrimPrefix(o.Key, kind+"/")); err != nil {
			return err
		}
	}
}
