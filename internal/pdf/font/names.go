package font

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Names tells the text of glyph names, and of the codes of the predefined encodings. It remembers what it looked up, since a file's
// fonts share them.
type Names struct {
	known     map[string]string
	encodings map[string]*codeTable
	japan     []rune
	asked     int // names looked up in the Adobe Glyph List
}

// maxAsked bounds how many names of a file are looked up in the Adobe Glyph List, which takes some fifteen microseconds each.
const maxAsked = 10_000

// NewNames returns the names of the Latin characters, to which others are added when they are asked for.
func NewNames() *Names {
	n := &Names{known: make(map[string]string, 512), encodings: map[string]*codeTable{}}
	for c := 'A'; c <= 'Z'; c++ {
		n.known[string(c)], n.known[string(c+'a'-'A')] = string(c), string(c+'a'-'A')
	}
	texts := strings.Fields(latinTexts)
	for i, name := range strings.Fields(latinNames) {
		n.known[name] = plainText(texts[i])
	}
	n.known["space"], n.known["nbspace"], n.known["sfthyphen"] = " ", " ", ""
	return n
}

// text returns the text of the glyph that an encoding gives to a code.
func (n *Names) text(name string, code int) string {
	if name == ".notdef" {
		return ""
	}
	if text, ok := n.lookUp(name); ok {
		return text
	}
	if base, _, ok := strings.Cut(name, "."); ok && base != "" { // "a.alt" is an a
		if text, ok := n.lookUp(base); ok {
			return text
		}
	}
	if code > ' ' && code < 0x7F && numbered(name, code) {
		return string(rune(code))
	}
	return Unknown
}

// lookUp finds a name, or the parts of a ligature's such as "f_f_i".
func (n *Names) lookUp(name string) (string, bool) {
	if text, ok := n.known[name]; ok {
		return text, text != Unknown
	}
	text := Unknown
	if parts := strings.Split(name, "_"); len(parts) > 1 {
		text = n.join(parts)
	} else if uni, ok := uniName(name); ok {
		text = uni
	} else if n.asked++; n.asked <= maxAsked {
		if listed, ok := adobeName(name); ok {
			text = listed
		}
	}
	n.known[name] = text
	return text, text != Unknown
}

func (n *Names) join(parts []string) string {
	var all strings.Builder
	for _, part := range parts {
		text, ok := n.lookUp(part)
		if !ok || part == "" {
			return Unknown
		}
		all.WriteString(text)
	}
	return all.String()
}

// uniName reads glyph names that state their characters: "uni" and four digits for each, "u" and four to six.
func uniName(name string) (string, bool) {
	digits, ok := strings.CutPrefix(name, "uni")
	if ok && len(digits) >= 4 {
		var all strings.Builder
		for ; len(digits) >= 4; digits = digits[4:] {
			v, err := strconv.ParseUint(digits[:4], 16, 32)
			if err != nil {
				return "", false
			}
			all.WriteRune(rune(v))
		}
		return plainText(all.String()), true
	}
	digits, ok = strings.CutPrefix(name, "u")
	v, err := strconv.ParseUint(digits, 16, 32)
	return plainText(string(rune(v))), ok && err == nil && len(digits) >= 4 && len(digits) <= 6
}

// numbered reports whether a name is nothing but its code, as "g65" or "C41".
func numbered(name string, code int) bool {
	digits := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
	if len(name)-len(digits) > 4 {
		return false
	}
	decimal, err1 := strconv.Atoi(digits)
	hex, err2 := strconv.ParseInt(name[min(1, len(name)):], 16, 32)
	return err1 == nil && decimal == code || err2 == nil && int(hex) == code
}

// adobeName looks a name up in the Adobe Glyph List. The list is the library's, which hands it out only as a font's encoding: so a
// file is written in memory with a font that has the name at one code, and the code is decoded. A name not listed gives the code back.
func adobeName(name string) (string, bool) {
	const longest = 40
	if name == "" || len(name) > longest || strings.ContainsFunc(name, func(r rune) bool { return !isNameRune(r) }) {
		return "", false
	}
	file := fmt.Appendf(nil, "%%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Font<</Encoding<</Differences[1/%s]>>>>>>\nstartxref\n9\n%%%%EOF\n", name)
	reader, err := pdf.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return "", false
	}
	font := pdf.Font{V: reader.Trailer().Key("Font")}
	text := font.Encoder().Decode("\x01")
	return plainText(strings.Map(publicRune, text)), text != "\x01"
}

// publicRune replaces the private characters that the list has for old-style figures and small capitals.
func publicRune(r rune) rune {
	switch {
	case r >= 0xF730 && r <= 0xF739:
		return '0' + r - 0xF730
	case r >= 0xF761 && r <= 0xF77A:
		return 'A' + r - 0xF761
	}
	return r
}

func isNameRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}
