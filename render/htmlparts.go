package render

import (
	"encoding/base64"
	"html"
	"math"
	"strings"

	"imr"
)

func (p *page) letterhead(b imr.Block) {
	p.put("<header>\n")
	if p.logo != nil {
		p.put(`<img alt="%s" width="%d" height="%d" src="data:image/png;base64,%s"/>`+"\n", logoWords(b),
			cssPixels(p.logo.width), cssPixels(p.logo.height), base64.StdEncoding.EncodeToString(p.logo.png))
	}
	for i, s := range b.Sentences {
		if i == 0 {
			p.put("<h1>%s</h1>\n", s.Text())
			continue
		}
		p.put("<p>%s</p>\n", s.Text())
	}
	p.put("</header>\n")
}

// cssPixels are those of a browser, of which an inch has 96, for a length in points.
func cssPixels(points float64) int { return int(math.Round(points * 96 / 72)) }

// table heads each value by its label; an empty cell stands for a label that is not there.
func (p *page) table(b imr.Block) {
	p.put("<table>\n")
	for _, row := range b.Rows {
		p.put("<tr>")
		for _, f := range row {
			if f.Label == nil {
				p.put("<td></td><td></td>")
				continue
			}
			p.put(`<th scope="row">%s</th><td>%s</td>`, f.Label.Text(), textOf(f.Value))
		}
		p.put("</tr>\n")
	}
	p.put("</table>\n")
}

// list marks its entries as the block says: bullets are the browser's, numbers of places are targets of links.
func (p *page) list(b imr.Block) {
	class := "bullets"
	if b.Kind == imr.Notes {
		class = "small bullets"
	}
	if len(b.Entries) > 0 && b.Entries[0].Mark != "•" {
		class = strings.Replace(class, "bullets", "plain", 1)
	}
	p.put("<ul class=\"%s\">\n", class)
	for _, e := range b.Entries {
		words := p.paragraph(imr.Block{Sentences: e.Sentences})
		if n := numberOfMark(e.Mark); n > 0 {
			p.put(`<li id="place-%d">%s %s</li>`+"\n", n, e.Mark, words)
			continue
		}
		if mark := strings.TrimPrefix(e.Mark, "•"); mark != "" {
			words = raw(html.EscapeString(mark)+" ") + words
		}
		p.put("<li>%s</li>\n", words)
	}
	p.put("</ul>\n")
}

// grounds folds what a block's sentences rest on below the block.
func (p *page) grounds(b imr.Block) {
	var numbers []int
	for _, s := range (imr.Letter{Sections: []imr.Section{{Blocks: []imr.Block{b}}}}).All()[1:] { // the first is the banner
		numbers = append(numbers, s.Source().Notes...)
	}
	numbers = sortedSet(numbers)
	if len(numbers) == 0 {
		return
	}
	p.put("<details>\n<summary>%s</summary>\n<ul class=\"small plain\">\n", "Sources "+noteMark(numbers))
	for _, n := range numbers {
		p.put("<li>[%d] %s</li>\n", n, p.places[n].Text())
	}
	p.put("</ul>\n</details>\n")
}
