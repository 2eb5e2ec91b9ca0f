package ocr_test

import (
	"context"
	"errors"
	"image"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"imr/internal/ocr"
	"imr/internal/scan"
)

var errRefused = errors.New("no program may be started")

// refuse is a runner that starts nothing.
func refuse(*exec.Cmd) error { return errRefused }

func page(t *testing.T) *image.Gray {
	return load(t, form).scanned(t, scan.Settings{DPI: 100})
}

// A runner gets a command that needs nothing but its standard streams, and one thread.
func TestTheRunnerSeesTheCommand(t *testing.T) {
	need(t)
	t.Parallel()
	var commands []*exec.Cmd
	run := func(cmd *exec.Cmd) error {
		commands = append(commands, cmd)
		return cmd.Run()
	}
	if _, err := (ocr.Reader{Run: run}).Read(context.Background(), page(t), 100); err != nil {
		t.Fatal(err)
	}
	if len(commands) != 1 {
		t.Fatalf("%d commands for a page that is plainly read, want 1", len(commands))
	}
	cmd := commands[0]
	if !slices.Contains(cmd.Env, "OMP_THREAD_LIMIT=1") || !slices.Equal(cmd.Args[:3], []string{"tesseract", "stdin", "stdout"}) {
		t.Errorf("the command is %v with %v", cmd.Args, cmd.Env)
	}
	if _, file := cmd.Stdin.(interface{ Name() string }); file {
		t.Error("the picture is given as a file")
	}
}

// A page that no way up reads as text is tried all four ways, and what was read is told to be unsure.
func TestUnreadableInkIsTriedEachWay(t *testing.T) {
	need(t)
	t.Parallel()
	img := blank(850, 1100)
	for i := range 60 {
		x, y := 60+i%10*70, 80+i/10*150+i%3*9
		blacken(img, image.Rect(x, y, x+20, y+3))
		for d := range 14 {
			blacken(img, image.Rect(x+d*i%17, y+d, x+d*i%17+2, y+d+1))
			blacken(img, image.Rect(x+20-d, y+d, x+21-d, y+d+1))
		}
	}
	tries := 0
	run := func(cmd *exec.Cmd) error {
		tries++
		return cmd.Run()
	}
	got, err := ocr.Reader{Run: run}.Read(context.Background(), img, 100)
	if err != nil || tries != 4 || got.Blank || got.Sure > 0.3 {
		t.Errorf("%d tries, sure %.2f, blank %v, error %v", tries, got.Sure, got.Blank, err)
	}
}

func TestErrorsOfTheProgram(t *testing.T) {
	need(t)
	t.Parallel()
	tests := []struct {
		name  string
		run   ocr.Run
		limit time.Duration
		want  string
	}{
		{"no language data", func(cmd *exec.Cmd) error {
			cmd.Env = append(cmd.Env, "TESSDATA_PREFIX="+t.TempDir())
			return cmd.Run()
		}, 0, "tesseract failed (exit status 1) and said: Error opening data file"},
		{"no program", func(cmd *exec.Cmd) error { return exec.ErrNotFound }, 0, "install it with: apt-get install tesseract-ocr"},
		{"refused", refuse, 0, "tesseract failed (no program may be started)"},
		{"limit", nil, time.Millisecond, "text recognition was ended before it was done: it took longer than the 1ms that a page may take"},
		{"no hOCR", func(cmd *exec.Cmd) error {
			_, err := io.WriteString(cmd.Stdout, "<html")
			return err
		}, 0, "what tesseract wrote cannot be read"},
	}
	for _, test := range tests {
		_, err := ocr.Reader{Run: test.run, Limit: test.limit}.Read(context.Background(), page(t), 100)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: the error is %v, want …%s…", test.name, err, test.want)
		}
	}
}

func TestACancelledContextEndsTheRecognition(t *testing.T) {
	need(t)
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	run := func(cmd *exec.Cmd) error {
		cancel()
		return cmd.Run()
	}
	_, err := ocr.Reader{Run: run}.Read(ctx, page(t), 100)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestPicturesThatCannotBeRecognized(t *testing.T) {
	tests := []struct {
		picture *image.Gray
		dpi     float64
		want    string
	}{
		{image.NewGray(image.Rectangle{}), 300, "the picture of the page is empty"},
		{image.NewGray(image.Rect(0, 0, 100, 100)), 20, "a picture of 20 dpi cannot be recognized; draw the page at 60 to 1200 dpi"},
		{&image.Gray{Rect: image.Rect(0, 0, 10_000, 10_000)}, 300, "the picture of the page has 100000000 pixels"},
	}
	for _, test := range tests {
		_, err := ocr.Reader{Run: refuse}.Read(context.Background(), test.picture, test.dpi)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("the error is %v, want %s…", err, test.want)
		}
	}
}

func TestAvailable(t *testing.T) {
	need(t)
	version, err := ocr.Available(context.Background())
	if err != nil || !strings.Contains(version, ".") || strings.Trim(version[:1], "123456789") != "" {
		t.Errorf("the version is %q, the error %v", version, err)
	}
	t.Setenv("PATH", t.TempDir())
	_, err = ocr.Available(context.Background())
	if err == nil || !strings.Contains(err.Error(), "apt-get install tesseract-ocr") {
		t.Errorf("without the program the error is %v", err)
	}
}
