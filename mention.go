package imr

// Mention is one thing that the paper says, with its place. It carries no judgement yet: whose words they are, whether they
// are denied, planned or long past, is for classification to say.
type Mention struct {
	Topic    string            `json:"topic"`           // what it speaks of: "date", "request", "prior_acupuncture", …
	Sense    string            `json:"sense,omitempty"` // which sense of the topic: a date's role, "none", "improved", …
	Value    string            `json:"value,omitempty"` // the thing said, in one form: a day as YYYY-MM-DD, a name, a code
	Parts    map[string]string `json:"parts,omitempty"` // a request line's columns: "service", "code", "quantity", "diagnosis"
	Quantity *Quantity         `json:"quantity,omitempty"`
	Text     string            `json:"text"`              // the sentence or row it stands in
	Before   string            `json:"before,omitempty"`  // the sentence before it in the same paragraph
	Section  string            `json:"section,omitempty"` // the heading it stands under
	Evidence Evidence          `json:"evidence"`
}

// Quantity is how much treatment a mention speaks of.
type Quantity struct {
	Readings   []Range `json:"readings,omitempty"`  // visits: one when the words agree, more when they do not
	Frequency  *Range  `json:"frequency,omitempty"` // visits a week
	Duration   *Range  `json:"duration,omitempty"`  // weeks
	Done       int     `json:"done,omitempty"`      // "4 of 6": completed
	Of         int     `json:"of,omitempty"`        // "4 of 6": authorized
	Additional bool    `json:"additional,omitempty"`
	Trial      bool    `json:"trial,omitempty"`
	NotVisits  bool    `json:"not_visits,omitempty"` // counted in units that are not visits
}
