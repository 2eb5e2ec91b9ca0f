package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"imr"
)

// summary is the list of documents and the clinical narrative. What the record does not say is not mentioned.
func (c *composer) summary() imr.Section {
	heading := c.form(formSummaryHeading)
	blocks := c.documents()
	story := slices.Concat(c.person(), c.injury(), c.clinical())
	if len(story) > 0 {
		blocks = append(blocks, paragraph(nil, c.form(formSummary)), paragraph(nil, story...))
	}
	for _, told := range [][]imr.Sentence{c.request(), c.contradictions()} {
		if len(told) > 0 {
			blocks = append(blocks, paragraph(nil, told...))
		}
	}
	return imr.Section{Heading: &heading, Blocks: blocks}
}

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
			out = append(out, note{n, place("letter.summary", i)})
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

// words name the note; its value is repeated only where the quotation does not show it.
func (n note) words() string {
	name := capital(strings.ReplaceAll(n.Name, "_", " "))
	for _, e := range n.Evidence {
		if strings.Contains(strings.ToLower(clean(e.Quote)), strings.ToLower(clean(n.Value))) {
			return name + ":"
		}
	}
	return name + ": " + quoted(n.Value) + "."
}

// person is age, sex and occupation. Two different ages in the file are both told.
func (c *composer) person() []imr.Sentence {
	var out []imr.Sentence
	ages, sexes, jobs := c.named("age"), c.named("sex"), c.named("occupation")
	age, sex := soleAge(ages), soleSex(sexes)
	switch {
	case age != "" && sex != "":
		out = append(out, c.noted(fmt.Sprintf("The injured worker is %s %s.", age, sex), ages[0], sexes[0]))
	case age != "":
		out = append(out, c.noted(fmt.Sprintf("The injured worker is %s person.", age), ages[0]))
	case sex != "":
		out = append(out, c.noted(fmt.Sprintf("The injured worker is %s.", sex), sexes[0]))
	}
	if age == "" {
		out = append(out, c.group("age", ages)...)
	}
	if sex == "" {
		out = append(out, c.group("sex", sexes)...)
	}
	return append(out, c.group("occupation", jobs)...)
}

// soleAge is "a 55-year-old" or "an 18-year-old", or "" unless there is one age in years.
func soleAge(notes []note) string {
	if len(notes) != 1 {
		return ""
	}
	years, err := strconv.Atoi(clean(notes[0].Value))
	if err != nil || years < 1 || years > 120 {
		return ""
	}
	article := "a"
	if years == 8 || years == 11 || years == 18 || years/10 == 8 {
		article = "an"
	}
	return fmt.Sprintf("%s %d-year-old", article, years)
}

func soleSex(notes []note) string {
	if len(notes) != 1 {
		return ""
	}
	switch strings.ToLower(clean(notes[0].Value)) {
	case "male", "m", "man":
		return "male"
	case "female", "f", "woman":
		return "female"
	}
	return ""
}

func (c *composer) injury() []imr.Sentence {
	var out []imr.Sentence
	if f, ok := c.known("date_of_injury", nil); ok {
		out = append(out, c.tell(fmt.Sprintf("The date of injury is %s.", valueWords(f.Value)), f.ID))
	}
	return append(out, c.group("mechanism", c.named("mechanism"))...)
}

// told are the notes that have a place of their own in the narrative.
var told = []string{"age", "sex", "occupation", "mechanism", "complaint", "finding", "diagnosis", "treatment", "acupuncture", "medication", "work_status"}

// clinical tells the other notes: first those that every summary has, then any other in the order of the record.
func (c *composer) clinical() []imr.Sentence {
	names := slices.Clone(told)
	for _, n := range c.d.Letter.Summary {
		if !slices.Contains(names, n.Name) {
			names = append(names, n.Name)
		}
	}
	var out []imr.Sentence
	for _, name := range names[slices.Index(told, "complaint"):] {
		if name != administratorNote {
			out = append(out, c.group(name, c.named(name))...)
		}
	}
	return out
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
		out = append(out, c.noted(lead+quoted(n.Value), n))
		lead = "It also says: "
	}
	return out
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
	return c.noted(start+enumerate(values)+".", notes...)
}

// isSentence reports whether the record's words stand by themselves: a sentence, or a line with a label of its own.
func isSentence(s string) bool {
	s = clean(s)
	return strings.Contains(s, ": ") || strings.Contains(s, " ") && strings.ContainsAny(s[len(s)-1:], ".!?")
}
