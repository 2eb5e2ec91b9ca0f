package vault

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// PutResult keeps the files of a result and returns the hash by which it is found again.
func (v *Vault) PutResult(ctx context.Context, files map[string][]byte) (string, error) {
	body, err := packed(files)
	if err != nil {
		return "", err
	}
	hash := hashOf(body)
	err = v.objects.put(ctx, nameOf(resultsKind, hash), func(w io.Writer) error { _, err := w.Write(body); return err })
	if err != nil {
		return "", fmt.Errorf("the result could not be kept in the store: %w", err)
	}
	return hash, nil
}

// Result are the files of a result. The error is ErrNone, ErrDamaged or a failure of the surroundings.
func (v *Vault) Result(ctx context.Context, hash string) (files map[string][]byte, err error) {
	r, err := v.objects.get(ctx, nameOf(resultsKind, hash))
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(r)
	if err = errors.Join(err, r.Close()); err != nil {
		return nil, fmt.Errorf("the result could not be read from the store: %w", err)
	}
	if hashOf(body) != hash {
		return nil, fmt.Errorf("the result %s: %w", hash, ErrDamaged)
	}
	return unpacked(body)
}

// RemoveResult forgets a result.
func (v *Vault) RemoveResult(ctx context.Context, hash string) error {
	return v.objects.remove(ctx, nameOf(resultsKind, hash))
}

// EachResult visits the hash of all results that are kept.
func (v *Vault) EachResult(ctx context.Context, visit func(hash string) error) error {
	return v.objects.each(ctx, resultsKind, visit)
}

func hashOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

func packed(files map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	t := tar.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		err := t.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(files[name])), Format: tar.FormatPAX})
		if err == nil {
			_, err = t.Write(files[name])
		}
		if err != nil {
			return nil, err
		}
	}
	err := t.Close()
	return b.Bytes(), err
}

func unpacked(body []byte) (map[string][]byte, error) {
	files := map[string][]byte{}
	for t := tar.NewReader(bytes.NewReader(body)); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err == nil {
			files[h.Name], err = io.ReadAll(t)
		}
		if err != nil {
			return nil, err
		}
	}
}
