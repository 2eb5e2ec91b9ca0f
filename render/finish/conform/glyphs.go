package conform

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

var glyphClauses = []Clause{
	{"Matterhorn 31-011", "a font's program draws every character that is used", outlines},
	{"Matterhorn 31-016", "widths in the file are those of the font's program, to a thousandth", widths},
	{"Matterhorn 31-027", "every character that is used is mapped to Unicode (10-001)", toUnicode},
	{"Matterhorn 31-028", "none of them to U+0000, U+FEFF or U+FFFE (31-029)", badUnicode},
	{"Matterhorn 31-030", "no character is drawn by the glyph for missing ones", notdef},
}

func outlines(f *File) error {
	return f.eachFont(func(x *font) error {
		for c := range x.used {
			g := x.gid(c)
			if g >= number16(x.table("maxp"), 4) || !unicode.IsSpace(rune(c)) && x.outline(g) <= 0 {
				return fmt.Errorf("the character U+%04X has no outline", c)
			}
		}
		return nil
	})
}

func widths(f *File) error {
	return f.eachFont(func(x *font) error {
		said := f.widthsOf(x.cid)
		for c := range x.used {
			w, ok := said[c]
			if !ok {
				w = float64(f.number(x.cid["DW"]))
			}
			if d := w - x.advance(x.gid(c)); d > 1 || d < -1 {
				return fmt.Errorf("U+%04X is %v wide, the program says %v", c, w, x.advance(x.gid(c)))
			}
		}
		return nil
	})
}

// widthsOf reads an array W (32000-1, 9.7.4.3).
func (f *File) widthsOf(cid dict) map[int]float64 {
	out := map[int]float64{}
	w := f.arrayOf(cid["W"])
	for i := 0; i+1 < len(w); {
		first := f.number(w[i])
		if list, ok := f.get(w[i+1]).(array); ok {
			for k, v := range list {
				out[first+k] = float64(f.number(v))
			}
			i += 2
			continue
		}
		for c := first; i+2 < len(w) && c <= f.number(w[i+1]); c++ {
			out[c] = float64(f.number(w[i+2]))
		}
		i += 3
	}
	return out
}

var mapped = regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]{4,8})>$`)

// unicodeOf reads the entries of a font's map to Unicode.
func (f *File) unicodeOf(x *font) map[int]string {
	out := map[int]string{}
	s := f.streamOf(x.dict["ToUnicode"])
	if s == nil {
		return out
	}
	data, _ := s.data()
	for _, m := range mapped.FindAllStringSubmatch(string(data), -1) {
		code, _ := strconv.ParseUint(m[1], 16, 16)
		var units []uint16
		for i := 0; i+4 <= len(m[2]); i += 4 {
			u, _ := strconv.ParseUint(m[2][i:i+4], 16, 16)
			units = append(units, uint16(u))
		}
		out[int(code)] = string(utf16.Decode(units))
	}
	return out
}

func toUnicode(f *File) error {
	return f.eachFont(func(x *font) error {
		to := f.unicodeOf(x)
		for c := range x.used {
			if to[c] == "" {
				return fmt.Errorf("the code %04X is not", c)
			}
		}
		return nil
	})
}

func badUnicode(f *File) error {
	return f.eachFont(func(x *font) error {
		for _, to := range f.unicodeOf(x) {
			if strings.ContainsAny(to, "\x00\ufeff\ufffe") {
				return fmt.Errorf("there is an entry for %q", to)
			}
		}
		return nil
	})
}

func notdef(f *File) error {
	return f.eachFont(func(x *font) error {
		if slices.ContainsFunc(codesOf(x.used), func(c int) bool { return x.gid(c) == 0 }) {
			return errors.New("a character has the glyph 0")
		}
		return nil
	})
}

func codesOf(used map[int]bool) []int {
	var out []int
	for c := range used {
		out = append(out, c)
	}
	return out
}
