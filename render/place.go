package render

import (
	"slices"
	"strings"

	"imr"
)

// place is an entry of the list of places: what is read there, and where that is.
type place struct {
	said  []string // with its value: "Visits requested: 18."
	named []string // whose value the quotation shows: "Age"
	ids   []string
	where string
}

// number returns the number of a place in the list at the letter's end, and enters it there at its first use. What is read in the same
// place shares a number. words that end in a colon name what the quotation shows.
func (c *composer) number(words, id string, evidence []imr.Evidence, others string) int {
	where := evidenceWords(evidence, others)
	key := where
	if key == "" {
		key = words
	}
	n, ok := c.numbers[key]
	if !ok {
		c.places = append(c.places, &place{where: where})
		n = len(c.places)
		c.numbers[key] = n
	}
	c.places[n-1].enter(strings.TrimSpace(words), id)
	return n
}

func (p *place) enter(words, id string) {
	list := &p.said
	if name, ok := strings.CutSuffix(words, ":"); ok {
		list, words = &p.named, name
	}
	if words != "" && !slices.Contains(*list, words) {
		*list = append(*list, words)
	}
	if !slices.Contains(p.ids, id) {
		p.ids = append(p.ids, id)
	}
}

// words are, for example, "Course of treatment: initial. Acupuncture: “Never had any.” (intake.pdf, page 4)."
func (p *place) words() string {
	parts := p.said
	if len(p.named) > 0 {
		end := ":"
		if strings.HasPrefix(p.where, see) { // no quotation follows
			end = "."
		}
		parts = append(slices.Clip(parts), p.named[0]+lowered(p.named[1:])+end)
	}
	return strings.TrimSpace(strings.Join(append(slices.Clip(parts), p.where), " "))
}

func lowered(names []string) string {
	var b strings.Builder
	for _, n := range names {
		b.WriteString(", " + strings.ToLower(n))
	}
	return b.String()
}
