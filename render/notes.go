package render

import (
	"slices"
	"strings"

	"imr"
)

// note is a note of the decision and its place there.
type note struct {
	imr.Note
	id string
}

// named returns the notes of a name, each value once.
func (c *composer) named(name string) []note {
	var out []note
	for i, n := range c.d.Letter.Summary {
		same := func(o note) bool { return strings.EqualFold(clean(o.Value), clean(n.Value)) }
		if n.Name == name && clean(n.Value) != "" && !slices.ContainsFunc(out, same) {
			out = append(out, note{n, pathOf("letter.summary", i)})
		}
	}
	return out
}

// noted makes a sentence that rests on notes.
func (c *composer) noted(text string, notes ...note) imr.Sentence {
	source := imr.Source{Kind: imr.FromFact}
	for _, n := range notes {
		source.Facts = append(source.Facts, n.id)
		if k := c.number(n.words(), n.id, n.Evidence, see); !slices.Contains(source.Notes, k) {
			source.Notes = append(source.Notes, k)
		}
	}
	return c.say(text, source)
}

// words name the note; its value is repeated only where there is a quotation, and that does not show it.
func (n note) words() string {
	name, quotes := capital(factName(n.Name)), 0
	for _, e := range n.Evidence {
		if e.Quote == "" {
			continue
		}
		quotes++
		if strings.Contains(strings.ToLower(clean(e.Quote)), strings.ToLower(clean(n.Value))) {
			return name + ":"
		}
	}
	if quotes == 0 && len(n.Evidence) > 0 {
		return name + ":"
	}
	return name + ": " + quoted(n.Value) + "."
}

// entriesShown is how many different entries of one name the summary tells.
const entriesShown = 6

// group tells the notes of one name: short ones in one sentence, those that are sentences themselves each in its own.
func (c *composer) group(name string, notes []note) []imr.Sentence {
	if len(notes) > entriesShown {
		notes = notes[:entriesShown]
	}
	var short, long []note
	for _, n := range notes {
		if isSentence(n.Value) {
			long = append(long, n)
		} else {
			short = append(short, n)
		}
	}
	var out []imr.Sentence
	phrase := phraseOf(name)
	if len(short) > 0 {
		out = append(out, c.short(phrase, short))
	}
	lead := phrase.says
	for _, n := range long {
		out = append(out, c.noted(c.spoken(lead)+quoted(n.Value), n))
		lead = "It also says: "
	}
	return out
}

// spoken is the start of a sentence that quotes the record. Once the summary has said whose words it quotes, "it" will do.
func (c *composer) spoken(start string) string {
	if !strings.Contains(start, "the record says:") {
		return start
	}
	if c.quotes {
		return strings.Replace(start, "the record says:", "it says:", 1)
	}
	c.quotes = true
	return start
}

func (c *composer) short(p phrase, notes []note) imr.Sentence {
	var values []string
	for _, n := range notes {
		values = append(values, quoted(strings.TrimRight(clean(n.Value), ".,;")))
	}
	start := p.one
	if len(notes) > 1 {
		start = p.many
	}
	return c.noted(c.spoken(start)+enumerate(values)+".", notes...)
}

// isSentence reports whether the record's words stand by themselves: a sentence, or a line with a label of its own.
func isSentence(s string) bool {
	s = clean(s)
	return strings.Contains(s, ": ") || strings.Contains(s, " ") && strings.ContainsAny(s[len(s)-1:], ".!?")
}
