package reading

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"imr"
	"imr/internal/pdf"
	"imr/internal/pdfium"
	"imr/internal/sandbox"
)

// secondReader is the kind of children that read, and draw, with pdfium.
const secondReader = "pdfium"

// drawDPI is the resolution at which pages are drawn for text recognition: what tesseract reads best.
const drawDPI = 300

// secondTask is what such a child is to do with its one file: read it whole, or draw pages of it.
type secondTask struct {
	Name  string
	Draw  []int
	Cache string // folder of the compiled library
}

func second(params json.RawMessage) (sandbox.Work, error) {
	var t secondTask
	if err := json.Unmarshal(params, &t); err != nil {
		return nil, fmt.Errorf("the task of the second reader: %w", err)
	}
	engine, err := pdfium.Open(context.Background(), pdfium.Options{CacheDir: t.Cache}) // before the child is sealed
	if err != nil {
		return nil, err
	}
	return func(in []*os.File, out io.Writer) error {
		data, err := contents(in[0])
		if err != nil {
			return fmt.Errorf("the file could not be read: %w", err)
		}
		if t.Draw != nil {
			return draw(engine, data, t.Draw, out)
		}
		read, err := engine.Read(t.Name, data)
		lines := linesTo(out, 0)
		for _, p := range read.Pages {
			if err := lines.page(p); err != nil {
				return err
			}
		}
		return lines.end(read, err)
	}, nil
}

// draw writes pictures of pages, a line each. A page that cannot be drawn is left out.
func draw(engine *pdfium.Engine, data []byte, pages []int, out io.Writer) error {
	e := json.NewEncoder(out)
	for _, n := range pages {
		drawn, err := engine.Raster(data, n, drawDPI)
		if err != nil {
			continue
		}
		p, err := pack(picture{Page: n, Width: drawn.Width, Height: drawn.Height, DPI: drawn.DPI}, drawn.Image)
		if err != nil {
			return err
		}
		if err := e.Encode(p); err != nil {
			return err
		}
	}
	return nil
}

// Limits of a child that runs pdfium. The first on a machine compiles the library.
const (
	secondMemory = 2 << 30
	secondWall   = 3 * time.Minute
	pictureLine  = 64 << 20
)

// readSecond reads a file with pdfium.
func (r *Reader) readSecond(ctx context.Context, f File) result {
	one := make([]result, 1)
	err := r.inSecond(ctx, f, nil, func(text []byte) error { return take(text, one) })
	for i := range one[0].file.Pages {
		one[0].file.Pages[i].Reader = imr.Pdfium
	}
	return settle(one, err)[0]
}

// drawPages draws pages of a file. Those that cannot be drawn are missing.
func (r *Reader) drawPages(ctx context.Context, f File, pages []int) []picture {
	var out []picture
	err := r.inSecond(ctx, f, pages, func(text []byte) error {
		var p picture
		if err := json.Unmarshal(text, &p); err != nil {
			return err
		}
		out = append(out, p)
		return nil
	})
	if err != nil && len(pages) > 1 { // one page may have ended the child: draw each by itself
		out = nil
		for _, n := range pages {
			out = append(out, r.drawPages(ctx, f, []int{n})...)
		}
	}
	return out
}

func (r *Reader) inSecond(ctx context.Context, f File, pages []int, each func([]byte) error) error {
	in, err := f.Open()
	if err != nil {
		return fmt.Errorf("it could not be opened: %w", err)
	}
	defer func() { _ = in.Close() }() // was only read
	return sandbox.Run(ctx, sandbox.Spec{
		Kind: secondReader, Params: secondTask{Name: f.Name, Draw: pages, Cache: r.options.PdfiumCache}, Files: []*os.File{in},
		Limits: sandbox.Limits{Memory: secondMemory, Wall: secondWall, Output: readOutput, Line: pictureLine},
	}, each)
}

// wantsSecond reports whether pdfium may read what the own reader could not.
func wantsSecond(r result) bool {
	return r.fail != "" && r.kind == failDamaged || r.fail == "" && slices.ContainsFunc(r.file.Unread, mendable)
}

// mendable tells the pages that pdfium may read better. A page whose content is damaged is none of them: pdfium shows what is left of it
// and does not say that something is missing.
func mendable(u imr.Unread) bool { return u.Reason == pdf.ReasonDamaged || u.Reason == pdf.ReasonCodes }

// reasonRepaired is said of a file of which only pdfium found the pages: it guesses where they are, and is silent on those it did not find.
const reasonRepaired = "the file is damaged; what could be found of it was read, and pages may be missing; send the complete file"

// mended takes from the second reader what the own one could not read: the whole file, or single pages of it.
func mended(own, second result) result {
	if second.fail != "" {
		return own
	}
	if own.fail != "" {
		second.file.Unread = append(second.file.Unread, imr.Unread{Page: 0, Reason: reasonRepaired})
		return second
	}
	own.file.Unread = slices.DeleteFunc(own.file.Unread, func(u imr.Unread) bool {
		return mendable(u) && takePage(&own.file, second.file, u.Page)
	})
	return own
}

// takePage takes a page as the second reader read it, with what it tells of the page, unless that one could not read it either.
func takePage(own *imr.RecordFile, second imr.RecordFile, number int) bool {
	if number > len(own.Pages) || len(second.Pages) != len(own.Pages) || slices.ContainsFunc(second.Unread, func(u imr.Unread) bool { return u.Page == number }) {
		return false
	}
	own.Pages[number-1] = second.Pages[number-1]
	for _, f := range second.Flags {
		if f.Evidence[0].Page == number && !slices.ContainsFunc(own.Flags, func(o imr.Flag) bool { return o.Code == f.Code && o.Evidence[0].Page == number }) {
			own.Flags = append(own.Flags, f)
		}
	}
	return true
}
