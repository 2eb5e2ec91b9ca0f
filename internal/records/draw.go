package records

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"
)

const (
	margin     = 54.0 // points, on all sides
	pageWidth  = 612.0
	pageHeight = 792.0
	textWidth  = pageWidth - 2*margin
	leading    = 1.25 // line height over type size
	smallSize  = 8.0  // of headers and footers, points
)

// made is the date in every PDF's properties: a clock would change the bytes with each run.
var made = time.Date(2013, time.January, 1, 0, 0, 0, 0, time.UTC)

// frame is what stands around the text of a page.
type frame struct{ header, footer string }

// drawer puts blocks on pages.
type drawer struct {
	pdf    *gofpdf.Fpdf
	latin  func(string) string // UTF-8 to the encoding of the PDF's own fonts
	family string
	size   float64
	page   frame // of the page being drawn
	next   frame // of the page begun next
	fresh  bool  // the next block begins a page

	printed     string  // how text is printed: "plain", "twice" or "spaced"
	left, width float64 // of the column
	top, bottom float64 // of two columns side by side
	fields      string  // how values of forms are shown: "off", "drawn" or "values"
	form        form
	turns       turns
	cipher      cipher
	damages     []string
	scan        int // dots an inch at which the record is scanned; 0 for one that is not
}

// PDF returns the record that a twin describes. An error names the twin's line.
func PDF(twin string) ([]byte, error) {
	blocks, err := parse(twin)
	if err != nil {
		return nil, err
	}
	d := newDrawer()
	for _, b := range blocks {
		if err := d.draw(b); err != nil {
			return nil, fmt.Errorf("line %d: %w", b.line, err)
		}
	}
	var out bytes.Buffer
	if err := d.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("the PDF library could not write the record: %w", err)
	}
	return d.finish(out.Bytes())
}

func newDrawer() *drawer {
	pdf := gofpdf.New("P", "pt", "Letter", "")
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // a compressor may change with the Go release, and with it the bytes
	pdf.SetMargins(margin, margin, margin)
	pdf.SetAutoPageBreak(true, margin)
	d := &drawer{pdf: pdf, latin: pdf.UnicodeTranslatorFromDescriptor(""), family: "Times", size: 11, fresh: true,
		printed: "plain", left: margin, width: textWidth, fields: "off"}
	pdf.SetHeaderFunc(d.drawHeader)
	pdf.SetFooterFunc(d.drawFooter)
	return d
}

// drawHeader is called when a page is begun, after the footer of the page before it was drawn.
func (d *drawer) drawHeader() {
	d.page = d.next
	d.noteTurn()
	d.small(d.page.header, margin/2)
	d.pdf.SetY(margin)
}

func (d *drawer) drawFooter() {
	number := strconv.Itoa(d.pdf.PageNo())
	d.small(strings.ReplaceAll(d.page.footer, "{page}", number), pageHeight-margin*0.7)
}

func (d *drawer) small(text string, y float64) {
	d.pdf.SetFont(d.family, "", smallSize)
	d.pdf.SetY(y)
	d.pdf.CellFormat(textWidth, smallSize*leading, d.latin(text), "", 0, "C", false, 0, "")
}

func (d *drawer) draw(b block) error {
	switch b.kind {
	case directive:
		return d.direct(b.text, b.value)
	case pageBreak:
		d.begin()
		d.fresh = true
		return nil
	}
	d.begin()
	switch b.kind {
	case title:
		d.gap()
		d.text(b.text, "B", 2, "C")
		d.gap()
	case heading:
		d.gap()
		d.text(b.text, "B", 0, "L")
	case bullet:
		d.row([]string{"-", b.text}, []float64{16, textWidth - 16}, false)
	case columns:
		d.columns(b.cells)
	case table:
		d.table(b.rows)
	case alone:
		d.text(b.text, "", 0, "L")
	default:
		d.text(b.text, "", 0, "L")
		d.gap()
	}
	return d.pdf.Error()
}

// begin starts a page where one is due.
func (d *drawer) begin() {
	if d.fresh {
		d.pdf.AddPage()
		d.fresh = false
	}
}

// columns puts texts side by side, as fields of a form where the record has such.
func (d *drawer) columns(cells []string) {
	if d.fields == "off" {
		d.row(cells, equal(len(cells)), false)
		return
	}
	d.formRow(cells, equal(len(cells)))
}

func (d *drawer) gap() { d.pdf.Ln(d.size / 2) }
