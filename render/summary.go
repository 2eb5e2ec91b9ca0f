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
	for _, told := range [][]imr.Sentence{slices.Concat(c.person(), c.injury(), c.clinical(), c.request()), c.contradictions()} {
		if len(told) > 0 {
			blocks = append(blocks, paragraph(nil, told...))
		}
	}
	return imr.Section{Heading: &heading, Blocks: blocks}
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
