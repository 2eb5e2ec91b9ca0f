package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// program is what is run; apt-get installs it by the package's name.
const (
	program  = "tesseract"
	language = "eng"
	hint     = "install it with: apt-get install tesseract-ocr"
)

// Run starts a prepared command and waits for its end. (*exec.Cmd).Run is one; another may set limits on the process first, or start
// it inside a closed room. The command reads standard input and writes standard output and error, and needs no other file than the
// program, its libraries and its language data.
type Run func(*exec.Cmd) error

// recognize runs the program over a picture and returns its hOCR.
func recognize(ctx context.Context, run Run, img *image.Gray, dpi float64) ([]byte, error) {
	args := []string{"stdin", "stdout", "--dpi", strconv.Itoa(int(dpi + 0.5)), "--psm", layout, "-l", language, "-c", "tessedit_char_blacklist=|", "hocr"}
	return output(ctx, run, pgm(img), args...)
}

// layout is the program's page segmentation mode 6, one block of text: it reads all that stands on a row, and leaves cells and columns
// to pdf.Lines. Its own segmentation (mode 3) drops page numbers and parts of tables.
var layout = "6"

// output runs the program and returns what it wrote.
func output(ctx context.Context, run Run, stdin []byte, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = []string{"OMP_THREAD_LIMIT=1", "LC_ALL=C", "PATH=" + os.Getenv("PATH"), "TESSDATA_PREFIX=" + os.Getenv("TESSDATA_PREFIX")}
	cmd.WaitDelay = time.Second
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(stdin), &out, &said
	err := run(cmd)
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, fmt.Errorf("text recognition needs the program tesseract, which is not there; %s", hint)
	case ctx.Err() != nil:
		return nil, fmt.Errorf("text recognition was ended before it was done: %w", context.Cause(ctx))
	case err != nil:
		return nil, fmt.Errorf("tesseract failed (%w) and said: %s", err, strings.TrimSpace(said.String()))
	}
	return out.Bytes(), nil
}

// pgm returns a picture as a file that the program reads fast: a head and the bare pixels.
func pgm(img *image.Gray) []byte {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := fmt.Appendf(make([]byte, 0, w*h+20), "P5\n%d %d\n255\n", w, h)
	for y := range h {
		out = append(out, img.Pix[y*img.Stride:][:w]...)
	}
	return out
}

// Available returns the version of tesseract, such as "5.3.0". The error says what is missing and how to install it.
func Available(ctx context.Context) (version string, err error) {
	run := (*exec.Cmd).Run
	said, err := output(ctx, run, nil, "--version")
	if err != nil {
		return "", err
	}
	languages, err := output(ctx, run, nil, "--list-langs")
	if err != nil {
		return "", err
	}
	if !slices.Contains(strings.Fields(string(languages)), language) {
		return "", fmt.Errorf("tesseract is there, but not its data for English; install them with: apt-get install tesseract-ocr-eng")
	}
	fields := strings.Fields(string(said))
	if len(fields) < 2 {
		return "", fmt.Errorf("tesseract did not say its version; %s", hint)
	}
	return fields[1], nil
}
