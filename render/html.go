package render

import (
	_ "embed"
	"fmt"
	"html"
	"strings"

	"imr"
)

// styleSheet sets the letter as a web page, on the screen and on paper.
//
//go:embed letter.css
var styleSheet string

// HTML prints a letter as one web page that needs nothing else: no script, no font, no picture but a logo within the page. Its words are
// those of the text; what the sentences of a block rest on is folded below the block as well as listed at the end. The page is
// well-formed XML too.
func HTML(l imr.Letter, options ...Option) ([]byte, error) {
	if err := l.Check(); err != nil {
		return nil, err
	}
	p := page{places: placesOf(l)}
	for _, set := range options {
		set(&p.extras)
	}
	p.put(`<!DOCTYPE html>
<html lang="en-US" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<meta name="generator" content="%s"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
<title>%s</title>
<style>
%s@page { size: letter; margin: 1in; @bottom-center { content: %s; font: bold 8pt Arial, sans-serif; } }
</style>
</head>
<body>
<p class="banner">%s</p>
<main>
`, l.Program, strings.TrimSpace(l.Title+" "+l.CaseNumber), raw(styleSheet), cssString(l.Banner.Text()), l.Banner.Text())
	for _, s := range l.Sections {
		p.section(s)
	}
	p.put("</main>\n</body>\n</html>\n")
	return []byte(p.out.String()), nil
}

// page is a web page in the making.
type page struct {
	out    strings.Builder
	places map[int]imr.Sentence
	extras
}

// placesOf are the sentences of the list of places, by their numbers.
func placesOf(l imr.Letter) map[int]imr.Sentence {
	out := map[int]imr.Sentence{}
	for _, s := range l.Sections {
		for _, b := range s.Blocks {
			for _, e := range b.Entries {
				if n := numberOfMark(e.Mark); b.Kind == imr.Notes && n > 0 {
					out[n] = e.Sentences[0]
				}
			}
		}
	}
	return out
}

// numberOfMark is 3 of "[3]", and 0 of any other mark.
func numberOfMark(mark string) int {
	var n int
	if _, err := fmt.Sscanf(mark, "[%d]", &n); err != nil {
		return 0
	}
	return n
}

// raw is text that is HTML already.
type raw string

// cssString writes a string of a style sheet. A less-than sign would end the sheet's element.
func cssString(s string) raw {
	return raw(`"` + strings.NewReplacer(`"`, `\22 `, `\`, `\5c `, "<", `\3c `, "&", `\26 `).Replace(s) + `"`)
}

// put writes HTML; what is put into it is escaped, unless it is raw or a number.
func (p *page) put(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = html.EscapeString(s)
		}
	}
	fmt.Fprintf(&p.out, format, args...)
}

func (p *page) section(s imr.Section) {
	class := ""
	if s.NewPage {
		class = ` class="page"`
	}
	p.put("<section%s>\n", raw(class))
	if s.Heading != nil {
		p.put("<h2>%s</h2>\n", s.Heading.Text())
	}
	for _, b := range s.Blocks {
		p.block(b)
	}
	p.put("</section>\n")
}

func (p *page) block(b imr.Block) {
	switch b.Kind {
	case imr.Letterhead:
		p.letterhead(b)
	case imr.Table:
		p.table(b)
	case imr.Signature:
		p.put(`<p class="sign">%s</p>`+"\n", p.paragraph(b))
	case imr.List, imr.Notes:
		p.list(b)
	case imr.ItemLine:
		p.put(`<h3>%s  <span>%s</span></h3>`+"\n", p.words(b.Lead), p.words(&b.Sentences[0]))
	default:
		p.put("<p>%s</p>\n", p.paragraph(b))
	}
	if b.Kind != imr.Table {
		p.grounds(b)
	}
}

func (p *page) paragraph(b imr.Block) raw {
	var parts []string
	if b.Lead != nil {
		parts = append(parts, "<strong>"+string(p.words(b.Lead))+"</strong>")
	}
	for _, s := range b.Sentences {
		parts = append(parts, string(p.words(&s)))
	}
	return raw(strings.Join(parts, "\n"))
}

// words are a sentence's words and the numbers of its places.
func (p *page) words(s *imr.Sentence) raw {
	text := html.EscapeString(s.Text())
	if m := noteMark(s.Source().Notes); m != "" {
		text += fmt.Sprintf(` <a class="mark" href="#place-%d">%s</a>`, s.Source().Notes[0], m)
	}
	return raw(text)
}
