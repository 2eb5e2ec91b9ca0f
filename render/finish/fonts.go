package finish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"

	"imr/internal/pdf/rewrite"
)

// Font says which characters a font of the file draws.
type Font struct {
	Name string // as gofpdf names it
	As   string // its PostScript name: "LiberationSerif-Bold"
	Used []rune
}

var (
	baseFont  = regexp.MustCompile(`/BaseFont /(\S+)`)
	fontName  = regexp.MustCompile(`/FontName /(\S+)`)
	toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
)

// renameFonts gives each font its real name with a subset's tag (ISO 32000-1, 9.6.4), and a map to Unicode of the characters that it
// draws, where gofpdf writes one of all there are (which names characters that PDF/UA forbids; ISO 14289-1, 7.21.7).
func renameFonts(o *rewrite.Objects, fonts []Font) {
	for _, f := range fonts {
		tagged := subsetTag(f.Used) + "+" + f.As
		for n, body := range o.Body {
			if at := baseFont.FindSubmatch(body); at != nil && string(at[1]) == f.Name {
				o.Body[n] = bytes.Replace(body, at[0], []byte("/BaseFont /"+tagged), 1)
				if n := rewrite.Reference(body, toUnicode); n > 0 {
					o.Body[n] = unicodeMap(f.Used)
				}
			}
			if at := fontName.FindSubmatch(body); at != nil && string(at[1]) == f.Name {
				o.Body[n] = bytes.Replace(body, at[0], []byte("/FontName /"+tagged), 1)
			}
		}
	}
}

// subsetTag is six letters that follow from the characters of the subset.
func subsetTag(used []rune) string {
	sum := sha256.Sum256([]byte(string(used)))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// unicodeMap is a ToUnicode CMap (9.10.3) for codes that are UTF-16 values themselves.
func unicodeMap(used []rune) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries in one block
	for block := range slices.Chunk(used, most) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			code := fmt.Sprintf("%04X", utf16.Encode([]rune{r})[0])
			fmt.Fprintf(&b, "<%s> <%s>\n", code, code)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return fmt.Appendf(nil, "<</Length %d>>\nstream\n%s\nendstream", b.Len(), b.String())
}
