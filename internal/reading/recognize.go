package reading

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"time"

	"imr"
	"imr/internal/ocr"
	"imr/internal/pdf"
	"imr/internal/sandbox"
)

// recognizer is the kind of children that recognize text on one picture.
const recognizer = "recognizer"

// recognized is what such a child reports.
type recognized struct {
	Page   imr.Page
	Blank  bool
	Unsure bool // most of the letters were read with little confidence
	Empty  bool // every pixel is the same: no paper looks so, and a picture that could not be decoded does
}

type recognizeTask struct {
	Picture   picture
	Tesseract sandbox.Program
}

func recognize(params json.RawMessage) (sandbox.Work, error) {
	var t recognizeTask
	if err := json.Unmarshal(params, &t); err != nil {
		return nil, fmt.Errorf("the picture to recognize: %w", err)
	}
	return func(_ []*os.File, out io.Writer) error {
		pixels, err := t.Picture.unpack()
		if err != nil {
			return err
		}
		reader := ocr.Reader{Run: func(c *exec.Cmd) error {
			inside := sandbox.Command(context.Background(), t.Tesseract, c.Env, c.Args[1:]...)
			inside.Stdin, inside.Stdout, inside.Stderr = c.Stdin, c.Stdout, c.Stderr
			return inside.Run()
		}}
		if uniform(pixels.Pix) {
			return json.NewEncoder(out).Encode(recognized{Empty: true})
		}
		read, err := reader.Read(context.Background(), pixels, t.Picture.DPI)
		if err != nil {
			return err
		}
		return json.NewEncoder(out).Encode(pageOf(read, t.Picture))
	}, nil
}

// leastSure is the share of letters that must be read with confidence for a page to count as read.
const leastSure = 0.5

// pageOf lays out the words of a picture, with their places on the page as displayed.
func pageOf(read ocr.Page, p picture) recognized {
	page := imr.Page{Number: p.Page, Width: p.Width, Height: p.Height}
	words := read.Words
	for i := range words {
		words[i].Text = certain(words[i])
	}
	var rules []pdf.Rule
	for _, rule := range read.Rules {
		rules = append(rules, pdf.Rule(rule))
	}
	page.Lines = pdf.Lines(words, rules...)
	for i := range page.Lines {
		for k := range page.Lines[i].Cells {
			c := &page.Lines[i].Cells[k]
			c.Box = read.Displayed(c.Box)
		}
	}
	if len(page.Lines) > 0 {
		page.How = "ocr"
	}
	return recognized{Page: page, Blank: read.Blank, Unsure: !read.Blank && read.Sure < leastSure}
}

func uniform(pixels []byte) bool {
	for _, p := range pixels {
		if p != pixels[0] {
			return false
		}
	}
	return true
}

// Unread stands for a number or a deciding word that was recognized with too little confidence.
const Unread = "□"

// decisive are words of which one misread letter, or their loss, turns what a sentence says.
var decisive = regexp.MustCompile(`(?i)\d|^\W*(?:not?|never|non.*|without|none|un.*|de(?:ny|nied|nial)|modif.*|certif.*|approv.*|authoriz.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty.*|once|twice|thrice)\W*$`)

// diagnosis is a code of the International Classification of Diseases, which decides nothing.
var diagnosis = regexp.MustCompile(`^\W*(?:\d{3}\.\d{1,2}|[A-TV-Z]\d[0-9A-Z](?:\.\w{1,4})?)\W*$`)

// certain is the word as recognized, or the sign for an unread one where a number or a deciding word is not sure enough.
func certain(w pdf.Word) string {
	if w.Confidence < ocr.Known && decisive.MatchString(w.Text) && !diagnosis.MatchString(w.Text) {
		return Unread
	}
	return w.Text
}

// Limits of a child that recognizes one page.
const (
	recognizeMemory = 1 << 30
	recognizeWall   = 90 * time.Second
)

// recognizePage recognizes the text of one picture.
func (r *Reader) recognizePage(ctx context.Context, p picture) (recognized, error) {
	var out recognized
	err := sandbox.Run(ctx, sandbox.Spec{
		Kind: recognizer, Params: recognizeTask{p, *r.tesseract}, Program: r.tesseract,
		Limits: sandbox.Limits{Memory: recognizeMemory, Wall: recognizeWall, Line: readLine},
	}, func(text []byte) error { return json.Unmarshal(text, &out) })
	return out, err
}

// findTesseract returns the program with the folder of its language data, or nil where it is not installed.
func findTesseract(ctx context.Context) *sandbox.Program {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil
	}
	said, err := exec.CommandContext(ctx, path, "--list-langs").Output()
	first, _, _ := strings.Cut(string(said), "\n") // List of available languages in "/usr/share/tesseract-ocr/5/tessdata/" (2):
	folder := regexp.MustCompile(`"([^"]+)"`).FindStringSubmatch(first)
	if err != nil || folder == nil {
		return nil
	}
	return &sandbox.Program{Path: path, Folders: []string{strings.TrimRight(folder[1], "/")}}
}
