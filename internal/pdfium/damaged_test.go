package pdfium_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"

	"imr/internal/pdf"
)

// oldLZW packs a stream for LZWDecode, as simply as can be: the table is cleared before each letter.
func oldLZW(data string) string {
	var out bytes.Buffer
	bits, n := uint32(0), 0
	put := func(code uint32) {
		bits, n = bits<<9|code, n+9
		for n >= 8 {
			out.WriteByte(byte(bits >> (n - 8)))
			n -= 8
		}
	}
	for _, b := range []byte(data) {
		put(256)
		put(uint32(b))
	}
	put(257)
	out.WriteByte(byte(bits << (8 - n)))
	return out.String()
}

func TestDamagedFilesAreRead(t *testing.T) {
	content := text(20, 150, "Acupuncture, 6 visits")
	good := page("", content)
	parts := func(data []byte) []string { return strings.SplitAfter(string(data), "endobj\n") }
	tests := map[string][]byte{
		"sound":                      good,
		"a wrong place of the table": bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1),
		"wrong places of objects":    bytes.ReplaceAll(good, []byte("\n00000000"), []byte("\n00000077")),
		"no table":                   []byte(strings.Join(parts(good)[:5], "") + "trailer << /Root 1 0 R >>"),
		"cut off within its table":   append([]byte("%PDF-1.4\ntrailer << /Root 1 0 R >>\n"), good[:bytes.Index(good, []byte("0000000000"))]...),
		"text before it":             append([]byte("Content-Type: application/pdf\r\n\r\n"), good...),
		"much text before it":        append(bytes.Repeat([]byte("From: the fax\r\n"), 200), good...),
		"text after it":              append(bytes.Clone(good), strings.Repeat("<html>", 500)...),
		"a later version":            bytes.Replace(good, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1),
		"a wrong length":             bytes.Replace(good, []byte("<< /Length "), []byte("<< /Length 9"), 1),
		"LZW":                        streamAs("/Filter /LZWDecode", oldLZW(content)),
		"ASCIIHex":                   streamAs("/Filter /ASCIIHexDecode", hex.EncodeToString([]byte(content))+">"),
		"a tree that is a loop":      bytes.Replace(good, []byte("/Kids [3 0 R]"), []byte("/Kids [3 0 R 2 0 R]"), 1),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			file, err := engine(t).Read("a.pdf", data)
			if err != nil {
				t.Fatal(err)
			}
			if len(file.Pages[0].Lines) != 1 || file.Pages[0].Lines[0].Text() != "Acupuncture, 6 visits" {
				t.Errorf("read\n%s", told(file))
			}
		})
	}
}

// streamAs writes a page whose content is packed.
func streamAs(entries, packed string) []byte {
	return build(
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 400 300] /Resources << /Font << /F1 5 0 R >> >> >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
		stream(entries, packed),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	)
}

// pages writes a file whose page tree has the kids and the count that are given; object 3 is a page.
func pages(kids string, count int) []byte {
	return build(
		"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 400 300] /Resources << /Font << /F1 5 0 R >> >> >>", kids, count),
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
		stream("", text(20, 20, "word")),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	)
}

func TestAPageThatIsMissingDoesNotFailTheOthers(t *testing.T) {
	file, err := engine(t).Read("a.pdf", pages("3 0 R 99 0 R 3 0 R", 3))
	if err != nil {
		t.Fatal(err)
	}
	want := "page 1 400.00 300.00 \"text\"\n[word] 1\npage 2 0.00 0.00 \"\"\npage 3 400.00 300.00 \"text\"\n[word] 1\nunread 2: the page is damaged and could not be read\n"
	if told(file) != want {
		t.Errorf("read\n%s", told(file))
	}
}

func TestPagesThatAreOnlyPromisedAreNamedOnce(t *testing.T) {
	file, err := engine(t).Read("a.pdf", pages("3 0 R", 1_000_000))
	if err != nil {
		t.Fatal(err)
	}
	if len(file.Pages) != 1 || len(file.Unread) == 0 || file.Unread[0].Page != 0 || !strings.Contains(file.Unread[0].Reason, "promises more pages") {
		t.Errorf("read %d pages, unread %v", len(file.Pages), file.Unread)
	}
}

// zeros packs so many zeros for RunLengthDecode, 128 by two bytes, and that for FlateDecode.
func zeros(t *testing.T, n int) string {
	t.Helper()
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, err := w.Write(bytes.Repeat([]byte{129, 0}, n/128))
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A picture of 768 MB would be left out in silence, and the page be white.
func TestAPageThatTakesTooMuchMemoryIsNotDrawn(t *testing.T) {
	entries := "/Type /XObject /Subtype /Image /Width 16000 /Height 16000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter [/FlateDecode /RunLengthDecode]"
	data := page("/Resources << /XObject << /P 6 0 R >> >>", picture, stream(entries, zeros(t, 768_000_000)))
	if _, err := engine(t).Raster(data, 1, 72); !errors.Is(err, pdf.ErrDamaged) || !strings.HasPrefix(err.Error(), "page 1 is damaged or too large") {
		t.Errorf("the error is %v", err)
	}
	sameAsPDF(t, "a.pdf", page("", text(20, 20, "word")))
}
