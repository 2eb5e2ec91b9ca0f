package render

import (
	"unicode"
	"unicode/utf8"

	"imr"
)

// header is the organization's block and the table of the case's dates.
func (c *composer) header() imr.Section {
	return imr.Section{Blocks: []imr.Block{c.letterhead(), c.table()}}
}

func (c *composer) letterhead() imr.Block {
	b := imr.Block{Kind: imr.Letterhead}
	config := c.d.Letter.Config
	if clean(config.Organization) == "" {
		b.Sentences = append(b.Sentences, c.form(formOrganization))
	} else {
		b.Sentences = append(b.Sentences, c.configured(config.Organization, "organization.name"))
	}
	for _, line := range config.Address {
		if clean(line) != "" {
			b.Sentences = append(b.Sentences, c.configured(line, "organization.address"))
		}
	}
	return b
}

// configured is a sentence that the organization or the reviewer states of itself.
func (c *composer) configured(text, name string) imr.Sentence {
	return c.say(text, imr.Source{Kind: imr.FromReviewer, Form: name})
}

func (c *composer) table() imr.Block {
	h := c.d.Case
	return imr.Block{Kind: imr.Table, Rows: [][]imr.Field{
		{c.field(formCaseNumber, deref(h.Number), "case.number"), {}},
		{c.field(formAssigned, h.Assigned.US(), "case.assigned"), c.field(formInjury, h.DateOfInjury.US(), c.idOf("date_of_injury"))},
		{c.field(formDecisionDate, h.Decided.US(), "case.decided"), c.field(formDenial, h.URDate.US(), c.idOf("ur_date"))},
		{c.field(formPriority, capital(deref(h.Priority)), "case.priority"), c.field(formReceived, h.Received.US(), "case.received")},
	}}
}

// idOf names the source of a date in the table: the fact where the decision lists it, else the case's header.
func (c *composer) idOf(name string) string {
	if f, ok := c.known(name, nil); ok {
		return f.ID
	}
	return "case." + name
}

// field is a label and its value; a value that nobody stated stays blank.
func (c *composer) field(label form, value, id string) imr.Field {
	f := imr.Field{Label: c.lead(label)}
	if clean(value) != "" {
		s := c.say(value, imr.Source{Kind: imr.FromFact, Facts: []string{id}})
		f.Value = &s
	}
	return f
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
