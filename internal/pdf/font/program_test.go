package font

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// be writes numbers of two bytes, big end first.
func be(numbers ...int) string {
	var b []byte
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	return string(b)
}

// tables writes a TrueType file of those tables.
func tables(names []string, contents ...string) string {
	head, body := "\x00\x01\x00\x00"+be(len(names), 0, 0, 0), ""
	for i, name := range names {
		head += name + be(0, 0, 0, 12+16*len(names)+len(body), 0, len(contents[i]))
		body += contents[i]
	}
	return head + body
}

// A cmap with one subtable, and subtables of all formats that map A to B to the glyphs 5 and 6.
func cmap(platform, kind int, subtable string) string {
	return be(0, 1, platform, kind, 0, 12) + subtable
}

var (
	byteTable = be(0, 262, 0) + strings.Repeat("\x00", 65) + "\x05\x06" + strings.Repeat("\x00", 189)
	segments  = be(4, 0, 0, 4, 0, 0, 0, 0x42, 0xFFFF, 0, 0x41, 0xFFFF, 0x10000-0x41+5, 1, 0, 0)
	trimmed   = be(6, 0, 0, 0x41, 2, 5, 6)
	groups    = be(12, 0, 0, 28, 0, 0, 0, 1, 0, 0x41, 0, 0x42, 0, 5)
)

func TestTrueTypeTellsGlyphs(t *testing.T) {
	for name, cmapTable := range map[string]string{
		"format 0": cmap(0, 3, byteTable), "format 4": cmap(3, 1, segments), "format 6": cmap(0, 3, trimmed), "format 12": cmap(3, 10, groups),
	} {
		font := tables([]string{"cmap"}, cmapTable)
		f := read(t, "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</FontDescriptor<</FontFile2 4 0 R>>>>]>>", stream(font))
		if got := f.shown("\x00\x05\x00\x06\x00\x07"); got != "AB"+Unknown {
			t.Errorf("%s: the glyphs show %q", name, got)
		}
	}
}

func TestTrueTypeOfSigns(t *testing.T) {
	post := be(2, 0) + strings.Repeat("\x00", 28) + be(7, 0, 0, 0, 0, 0, 258, 259) + "\x06bullet\x04oops"
	font := tables([]string{"cmap", "post"}, cmap(3, 0, be(6, 0, 0, 0xF041, 2, 5, 6)), post)
	f := read(t, "<</Subtype/TrueType/FontDescriptor<</FontFile2 4 0 R>>>>", stream(font))
	if got := f.shown("AB"); got != "•B" {
		t.Errorf("the codes show %q", got)
	}
}

func TestMapOfGlyphNumbersIsFollowed(t *testing.T) {
	font := tables([]string{"cmap"}, cmap(3, 1, segments))
	f := read(t, "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</CIDToGIDMap 5 0 R/FontDescriptor<</FontFile2 4 0 R>>>>]>>", stream(font), stream(be(0, 6, 5)))
	if got := f.shown("\x00\x01\x00\x02"); got != "BA" {
		t.Errorf("the codes show %q", got)
	}
}

func TestType1ProgramTellsItsEncoding(t *testing.T) {
	program := "%!PS-AdobeFont-1.0\n/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for\ndup 11 /ff put dup 65 /eight put readonly def\ncurrentfile eexec \xFF\x00"
	f := read(t, "<</Subtype/Type1/Encoding<</Differences[66/nine]>>/FontDescriptor<</FontFile 4 0 R>>>>", stream(program))
	if got := f.shown("\x0BABC"); got != "ff89C" {
		t.Errorf("the codes show %q", got)
	}
}

// compactFont writes a CFF program of three glyphs: A (a standard string), "eight" and "ff" (the font's own strings "eight" is standard, so
// "uni0416" is its own), coded 1, 2 and, by a supplement, 3.
func compactFont() string {
	index := func(entries ...string) string {
		out, offset := be(len(entries))+"\x01\x01", 1
		for _, e := range entries {
			offset += len(e)
			out += string(byte(offset))
		}
		return out + strings.Join(entries, "")
	}
	number := func(n int) string { return "\x1C" + be(n) }
	top := func(charset, encoding, glyphs int) string {
		return index(number(charset) + "\x0F" + number(encoding) + "\x10" + number(glyphs) + "\x11")
	}
	head := "\x01\x00\x04\x01" + index("Name")
	rest := index("uni0416") + be(0)
	charset := len(head) + len(top(0, 0, 0)) + len(rest)
	encoding, glyphs := charset+5, charset+5+8
	return head + top(charset, encoding, glyphs) + rest + "\x00" + be(34, 391) + "\x80\x02\x01\x02\x01\x03" + be(266) + index("a", "b", "c")
}

func TestCompactFontTellsItsEncoding(t *testing.T) {
	f := read(t, "<</Subtype/Type1/FontDescriptor<</FontFile3 4 0 R>>>>", stream(compactFont()))
	if got := f.shown("\x01\x02\x03"); got != "AЖff" {
		t.Errorf("the codes show %q", got)
	}
	f = read(t, "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</CIDSystemInfo<</Ordering(Identity)>>/FontDescriptor<</FontFile3 4 0 R>>>>]>>", stream(compactFont()))
	if got := f.shown("\x00\x01\x00\x02"); got != "AЖ" {
		t.Errorf("the glyphs show %q", got)
	}
}

func TestCompactStringsAreCounted(t *testing.T) {
	names := NewNames()
	for number, want := range map[int]string{1: " ", 34: "A", 95: "~", 96: "¡", 149: "ß", 150: "¹", 228: "ž", 247: "8", 267: "ffi"} {
		if got, _ := cffText(number, nil, names); got != want {
			t.Errorf("string %d is %q, want %q", number, got, want)
		}
	}
}

func TestGlyphsOfFontsThatAreNotEmbedded(t *testing.T) {
	dict := "<</Subtype/Type0/Encoding/Identity-H%s/DescendantFonts[<</BaseFont/%s/CIDSystemInfo<</Ordering(%s)>>>>]>>"
	for _, test := range []struct{ unicode, font, ordering, codes, want string }{
		{"", "ArialMT", "Identity", "\x00\x24\x00\x03\x00\x62\x00\xB2\x00\xE4\x01\x01\x01\x02", "A Ä–Šđ" + Unknown},
		{"", "Other", "Identity", "\x00\x24", Unknown},
		{"", "Ryumin-Light", "Japan1", "\x03\x4B", "あ"},
		{"/ToUnicode/Identity-H", "Other", "Identity", "\x00\x24", "$"},
	} {
		if got := read(t, fmt.Sprintf(dict, test.unicode, test.font, test.ordering)).shown(test.codes); got != test.want {
			t.Errorf("%s %s: the codes show %q, want %q", test.font, test.ordering, got, test.want)
		}
	}
}
