package vault

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"imr/internal/casefile"
	"imr/internal/s3server"
)

// bucketAt is the address of the bucket that tests use instead of a folder while TestTheSameInABucket runs them.
var bucketAt string

func open(t *testing.T) *Vault {
	t.Helper()
	at := bucketAt
	if at == "" {
		at = filepath.Join(t.TempDir(), "store")
	}
	v, err := Open(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	return v
}

// caseOf makes a case of files.
func caseOf(t *testing.T, files map[string]string) casefile.Case {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "case-1")
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(body), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	c, err := casefile.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestRecordsComeBackAsTheyWere(t *testing.T) {
	v, in := open(t), caseOf(t, map[string]string{"b/a.pdf": "one", "a.pdf": strings.Repeat("two", 1<<21), "case.toml": "number = \"CM15-1\"\n"})
	if err := errors.Join(v.PutRecords(t.Context(), in), v.PutRecords(t.Context(), in), os.RemoveAll(in.Path)); err != nil {
		t.Fatal(err)
	}
	got, err := v.Records(t.Context(), in.Hash, "/elsewhere/case-1", t.TempDir())
	if err != nil || got.Hash != in.Hash || got.ID != "case-1" || got.Known.Number != "CM15-1" || len(got.Files) != 2 || got.Files[1].Name != "b/a.pdf" {
		t.Fatalf("%+v, %v", got, err)
	}
	f, err := got.Files[1].Open()
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(f); err != nil || string(body) != "one" {
		t.Errorf("read %q, %v", body, err)
	}
	if kept := contents(t, v); len(kept) != 1 || kept[0] != in.Hash {
		t.Errorf("kept %q", kept)
	}
	if err := errors.Join(f.Close(), v.RemoveRecords(t.Context(), in.Hash), v.RemoveRecords(t.Context(), in.Hash)); err != nil {
		t.Error(err)
	}
	if _, err := v.Records(t.Context(), in.Hash, "case-1", t.TempDir()); !errors.Is(err, ErrNone) || len(contents(t, v)) != 0 {
		t.Errorf("after they were removed: %v", err)
	}
}

func contents(t *testing.T, v *Vault) (list []string) {
	t.Helper()
	if err := v.EachRecords(t.Context(), func(content string) error { list = append(list, content); return nil }); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestRecordsThatChangedAreNotKept changes a file after the case was loaded, and leaves one whole object or none.
func TestRecordsThatChangedAreNotKept(t *testing.T) {
	for _, body := range []string{"other", "longer than it was"} {
		v, in := open(t), caseOf(t, map[string]string{"a.pdf": "first"})
		if err := os.WriteFile(filepath.Join(in.Path, "a.pdf"), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := v.PutRecords(t.Context(), in); !errors.Is(err, casefile.ErrChanged) {
			t.Errorf("%s: %v", body, err)
		}
		if kept := contents(t, v); len(kept) != 0 {
			t.Errorf("%s: kept %q", body, kept)
		}
	}
}

func TestAResultIsFoundByItsHash(t *testing.T) {
	v, files := open(t), map[string][]byte{"letter.txt": []byte("Dear"), "decision.json": nil}
	hash, err := v.PutResult(t.Context(), files)
	if again, againErr := v.PutResult(t.Context(), files); err != nil || againErr != nil || again != hash {
		t.Fatalf("%s, %s, %v, %v", hash, again, err, againErr)
	}
	got, err := v.Result(t.Context(), hash)
	if err != nil || len(got) != 2 || !bytes.Equal(got["letter.txt"], files["letter.txt"]) {
		t.Errorf("%q, %v", got, err)
	}
	n := 0
	err = v.EachResult(t.Context(), func(h string) error { n++; return map[bool]error{false: errors.New("found " + h)}[h == hash] })
	if err != nil || n != 1 {
		t.Errorf("%d results, %v", n, err)
	}
	if err := errors.Join(v.RemoveResult(t.Context(), hash), v.RemoveResult(t.Context(), hash)); err != nil {
		t.Error(err)
	}
	if _, err := v.Result(t.Context(), hash); !errors.Is(err, ErrNone) {
		t.Errorf("after it was removed: %v", err)
	}
}

// TestWhatIsDamagedIsSaidToBe puts other bytes under a hash.
func TestWhatIsDamagedIsSaidToBe(t *testing.T) {
	v, in := open(t), caseOf(t, map[string]string{"a.pdf": "one"})
	other := func(w io.Writer) error { return caseOf(t, map[string]string{"a.pdf": "two"}).Pack(w) }
	for _, name := range []string{nameOf(resultsKind, "00"), nameOf(recordsKind, in.Hash)} {
		if err := v.objects.put(t.Context(), name, other); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := v.Result(t.Context(), "00"); !errors.Is(err, ErrDamaged) {
		t.Errorf("a result: %v", err)
	}
	if _, err := v.Records(t.Context(), in.Hash, "a", t.TempDir()); !errors.Is(err, ErrDamaged) {
		t.Errorf("records: %v", err)
	}
}

func TestTheSameInABucket(t *testing.T) {
	server := s3server.Start(t)
	defer func() { bucketAt = "" }()
	for name, test := range map[string]func(*testing.T){
		"records": TestRecordsComeBackAsTheyWere, "changed": TestRecordsThatChangedAreNotKept, "results": TestAResultIsFoundByItsHash, "damaged": TestWhatIsDamagedIsSaidToBe,
	} {
		bucketAt = server.Bucket(t)
		t.Run(name, test)
	}
	_, err := Open(t.Context(), strings.Replace(bucketAt, "bucket-", "none-", 1))
	if err == nil || !strings.Contains(err.Error(), "the store s3://none-4 cannot be used") || strings.Contains(err.Error(), "endpoint") {
		t.Errorf("no bucket: %v", err)
	}
}

// TestAKilledWriterLeavesNothing leaves what a killed process was writing; who writes now is left alone.
func TestAKilledWriterLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	v, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(dir, "tmp", "object-1")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	err = v.objects.put(t.Context(), "results/1", func(w io.Writer) error {
		_, err := Open(t.Context(), dir)
		_, writeErr := io.WriteString(w, "whole")
		return errors.Join(err, writeErr)
	})
	if err != nil {
		t.Errorf("while another opened the store: %v", err)
	}
	if list, err := os.ReadDir(filepath.Dir(left)); err != nil || len(list) != 0 {
		t.Errorf("left: %v, %v", list, err)
	}
}
