package pdfium

import (
	"math"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"imr/internal/pdf/font"
)

const (
	maxCharacters = 100_000 // on one page; a dense one has some ten thousand
	hyphen        = 2       // what the library calls a hyphen at the end of a line
)

// readCharacters reads the page's characters and keeps those that a person can see.
func (sh *sheet) readCharacters() {
	s := sh.s
	r := characterReader{sheet: sh, found: map[visibility][]character{}}
	r.text = ask(s, s.lib.FPDFText_LoadPage, requests.FPDFText_LoadPage{Page: sh.page}).TextPage
	n := ask(s, s.lib.FPDFText_CountChars, requests.FPDFText_CountChars{TextPage: r.text}).Count
	sh.tooLong = sh.tooLong || n > maxCharacters
	for i := 0; i < min(n, maxCharacters) && s.err == nil; i++ {
		r.read(i)
	}
	ask(s, s.lib.FPDFText_ClosePage, requests.FPDFText_ClosePage{TextPage: r.text})
	sh.characters = r.found[visible]
	sh.lose(r.found[cutAway], cutAway)
	sh.lose(r.found[tooSmall], tooSmall)
}

// characterReader reads characters one after the other. Calls to the library are what takes the time, so it spares those whose
// answers it has.
type characterReader struct {
	*sheet
	text  references.FPDF_TEXTPAGE
	found map[visibility][]character
	last  character // that is no space
	seen  visibility
	style style
}

// style is what characters have in common that stand side by side and are equally high.
type style struct {
	y           float64 // of the baseline, in user space
	top, bottom float32
	x1, y1      float64 // where the text runs on the displayed page
	size        float64
}

func (r *characterReader) read(i int) {
	text := r.letters(i)
	if text == "" {
		return
	}
	if text != " " {
		r.last = r.measure(i)
		r.seen = r.visibility(r.last)
	}
	c := r.last
	if text == " " {
		c = c.spaceAfter()
	}
	c.text = text
	r.found[r.seen] = append(r.found[r.seen], c)
}

// letters returns what a character shows: "" for the spaces and line breaks that the page does not draw.
func (r *characterReader) letters(i int) string {
	s := r.s
	switch u := rune(ask(s, s.lib.FPDFText_GetUnicode, requests.FPDFText_GetUnicode{TextPage: r.text, Index: i}).Unicode); {
	case u == 0:
		return ""
	case unicode.IsSpace(u) && ask(s, s.lib.FPDFText_IsGenerated, requests.FPDFText_IsGenerated{TextPage: r.text, Index: i}).IsGenerated:
		return ""
	case u == hyphen && ask(s, s.lib.FPDFText_IsHyphen, requests.FPDFText_IsHyphen{TextPage: r.text, Index: i}).IsHyphen:
		return "-"
	case u != ' ' && ask(s, s.lib.FPDFText_HasUnicodeMapError, requests.FPDFText_HasUnicodeMapError{TextPage: r.text, Index: i}).HasUnicodeMapError:
		return font.Unknown
	case unicode.Is(unicode.Co, u): // a mark of a font's own, which only its name would tell
		return font.Unknown
	default:
		return font.Plain(string(u))
	}
}

// measure tells where a character stands.
func (r *characterReader) measure(i int) character {
	s := r.s
	at := ask(s, s.lib.FPDFText_GetCharOrigin, requests.FPDFText_GetCharOrigin{TextPage: r.text, Index: i})
	loose, _ := try(s, s.lib.FPDFText_GetLooseCharBox, requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: i})
	if st := r.style; at.Y != st.y || loose.Rect.Top != st.top || loose.Rect.Bottom != st.bottom || st.size == 0 {
		r.style = r.styleOf(i)
		r.style.y, r.style.top, r.style.bottom = at.Y, loose.Rect.Top, loose.Rect.Bottom
	}
	c := character{size: r.style.size}
	c.x, c.y = r.display.apply(at.X, at.Y)
	c.reach(r.display.rect(loose.Rect), r.style.x1, r.style.y1)
	c.size = points(c.size)
	return c
}

func (r *characterReader) styleOf(i int) style {
	s := r.s
	own, _ := try(s, s.lib.FPDFText_GetMatrix, requests.FPDFText_GetMatrix{TextPage: r.text, Index: i})
	size := ask(s, s.lib.FPDFText_GetFontSize, requests.FPDFText_GetFontSize{TextPage: r.text, Index: i}).FontSize
	m := matrixOf(own.Matrix).then(r.display)
	sign := math.Copysign(1, size) // a font of negative size runs backwards
	return style{x1: m[0] * sign, y1: m[1] * sign, size: math.Abs(size) * math.Hypot(m[2], m[3])}
}
