package casefile

import (
	"archive/tar"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
)

// ErrChanged says that a case is not any more as it was when it was loaded.
var ErrChanged = errors.New("it changed while it was read; it is looked at anew")

// What a pack tells of a file besides its name and bytes.
const (
	sumKey    = "IMR.sha256" // of a file that could not be read the checksum that stands for it
	unreadKey = "IMR.unread" // why it is not read
	aloneKey  = "IMR.alone"  // the file is a case by itself, so its name is not part of the content
)

// Pack writes all that a case's content is made of as a tar archive, from which Unpack makes the same case elsewhere.
func (c Case) Pack(w io.Writer) error {
	t := tar.NewWriter(w)
	for _, f := range c.content {
		if err := packFile(t, f, c.alone); err != nil {
			return err
		}
	}
	return t.Close()
}

func packFile(t *tar.Writer, f File, single bool) (err error) {
	h := &tar.Header{Name: f.Name, Mode: 0o600, Format: tar.FormatPAX, PAXRecords: map[string]string{sumKey: f.SHA256}}
	if f.Unread != "" {
		h.PAXRecords[unreadKey] = f.Unread
	}
	if single {
		h.Name, h.PAXRecords[aloneKey] = alone, "yes"
	}
	if !f.readable() {
		return t.WriteHeader(h)
	}
	file, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, ErrChanged)
	}
	defer func() { _ = file.Close() }() // was only read
	info, err := file.Stat()
	if err != nil {
		return err
	}
	h.Size = info.Size()
	if err := t.WriteHeader(h); err != nil {
		return err
	}
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(t, sum), io.LimitReader(file, h.Size))
	if err == nil && (n != h.Size || hex.EncodeToString(sum.Sum(nil)) != f.SHA256) {
		err = fmt.Errorf("%s: %w", f.Name, ErrChanged)
	}
	return err
}

// readable reports whether the checksum is that of bytes that can be read.
func (f File) readable() bool {
	return f.Open != nil && f.SHA256 != "" && (f.SHA256 != ofNothing || f.Unread == "")
}

// Unpack lays what Pack wrote into an empty folder and loads it as the case that was at a path, which need not exist. The error is a
// *TOMLError, which comes with the case, or a failure to read or write.
func Unpack(r io.Reader, at, dir string) (Case, error) {
	root, err := os.OpenRoot(dir) // a name in the archive leads nowhere else
	if err != nil {
		return Case{}, err
	}
	defer func() { _ = root.Close() }() // what was written is closed
	c := Case{Path: dir}
	for t := tar.NewReader(r); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Case{}, fmt.Errorf("the packed records could not be read: %w", err)
		}
		c.alone = h.PAXRecords[aloneKey] != ""
		if c.alone {
			h.Name = filepath.Base(at)
		}
		f, err := unpackFile(root, t, h)
		if err != nil {
			return Case{}, err
		}
		c.content = append(c.content, f)
	}
	c.ID = stem(at, !c.alone)
	c, err = c.fromContent()
	c.Path = at
	if mistake, ok := errors.AsType[*TOMLError](err); ok {
		mistake.Path = filepath.Join(at, knownFile)
	}
	return c, err
}

func unpackFile(root *os.Root, t *tar.Reader, h *tar.Header) (File, error) {
	f := File{Name: h.Name, SHA256: h.PAXRecords[sumKey], Unread: h.PAXRecords[unreadKey]}
	to := filepath.Join(root.Name(), filepath.FromSlash(f.Name))
	f.Open = func() (*os.File, error) { return os.Open(to) }
	if !f.readable() {
		return f, nil
	}
	if err := root.MkdirAll(path.Dir(f.Name), 0o700); err != nil {
		return f, err
	}
	file, err := root.OpenFile(f.Name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return f, err
	}
	sum := sha256.New()
	_, err = io.Copy(io.MultiWriter(file, sum), t)
	f.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return f, errors.Join(err, file.Close())
}

// fromContent makes the rest of a case from the files of its content.
func (c Case) fromContent() (Case, error) {
	c.Files = append([]File(nil), c.content...)
	if c.alone && len(c.content) == 1 {
		c.Hash = hashOf([]File{{Name: alone, SHA256: c.content[0].SHA256}})
		return c, nil
	}
	return c.withKnown()
}
