package imr

import "encoding/json"

// Decision is everything a determination is made of: decision.json. Its fields and their order are an interface that other
// programs rely on.
type Decision struct {
	Schema  string       `json:"schema"` // "imr.decision/1"
	Case    CaseHeader   `json:"case"`
	Status  string       `json:"status"`
	Items   []ItemResult `json:"items"`
	Facts   []StatedFact `json:"facts"`
	Letter  LetterData   `json:"letter"`
	Law     []LawVersion `json:"law"`
	Inputs  []Input      `json:"inputs"`
	Program Program      `json:"program"`
	Flags   []Flag       `json:"flags"`

	Adoption *Adoption `json:"adoption,omitempty"` // of a decision that a reviewer has made final
}

// DecisionSchema names the version of decision.json.
const DecisionSchema = "imr.decision/1"

// The values of Decision.Status.
const (
	Proposed   = "proposed"   // at least one item has an outcome
	Referred   = "referred"   // none has: a person must decide
	Ineligible = "ineligible" // not reviewable
	Unreadable = "unreadable" // nothing in the case could be read
	Adopted    = "adopted"    // a reviewer has made it final
)

// CaseHeader names the case and its dates.
type CaseHeader struct {
	ID           string  `json:"id"`
	Number       *string `json:"number"`
	DateOfInjury Date    `json:"date_of_injury"`
	URDate       Date    `json:"ur_date"`
	RFADate      Date    `json:"rfa_date"`
	Assigned     Date    `json:"assigned"`
	Received     Date    `json:"received"`
	Decided      Date    `json:"decided"`
	Priority     *string `json:"priority"`
}

// Outcome is the answer for one item.
type Outcome string

// The outcomes. Upheld means that utilization review stands: the item is not medically necessary.
const (
	Upheld     Outcome = "upheld"
	Overturned Outcome = "overturned"
	Refer      Outcome = "refer"
)

// ItemResult is one disputed line and its outcome.
type ItemResult struct {
	N           int      `json:"n"`
	Service     Service  `json:"service"`
	Text        string   `json:"text"`
	Requested   *Range   `json:"requested"`
	Authorized  *int     `json:"authorized"`
	Disputed    *int     `json:"disputed"`
	Course      string   `json:"course"` // "initial", "continuation" or "unknown"
	PriorVisits *int     `json:"prior_visits"`
	Outcome     Outcome  `json:"outcome"`
	Rules       []string `json:"rules"`
	Reasons     []Reason `json:"reasons"`
	Flips       []Flip   `json:"flips"`
	Questions   []string `json:"questions"`

	Split *int `json:"split,omitempty"` // visits of an overturned item that a reviewer found necessary; the others are upheld

	SameVisits bool `json:"same_visits,omitempty"` // as in Item
	Variant    bool `json:"variant,omitempty"`     // as in Item
}

// Reason is one sentence of a rationale and what it rests on: a rule, quotations of the law, facts.
type Reason struct {
	Sentence string     `json:"sentence"`
	Rule     string     `json:"rule"`
	Law      []LawQuote `json:"law"`
	Facts    []string   `json:"facts"` // ids of Decision.Facts
}

// LawQuote is a verbatim stretch of a section of the law.
type LawQuote struct {
	Section string `json:"section"` // "9792.24.1(c)(1)"
	Version string `json:"version"` // the version's first day
	Quote   string `json:"quote"`
}

// Flip is a smallest set of changes that alters an item's outcome.
type Flip struct {
	Changes []Change `json:"changes"`
	Outcome Outcome  `json:"outcome"`
}

// Change is one changed fact of a flip.
type Change struct {
	Fact string `json:"fact"` // the fact's name
	From any    `json:"from"`
	To   any    `json:"to"`
}

// StatedFact is a fact as decision.json lists it.
type StatedFact struct {
	ID       string     `json:"id"`   // "f1", "f2", …
	Item     *int       `json:"item"` // the item's n, or nil for a fact of the whole case
	Name     string     `json:"name"`
	Value    any        `json:"value"`
	Status   Status     `json:"status"`
	Evidence []Evidence `json:"evidence"`
}

// UnmarshalJSON reads a fact back with its value in the form it was written from.
func (f *StatedFact) UnmarshalJSON(b []byte) error {
	type plain StatedFact
	if err := json.Unmarshal(b, (*plain)(f)); err != nil {
		return err
	}
	f.Value = asRange(f.Value)
	return nil
}

// UnmarshalJSON reads a change back with its values in the form they were written from.
func (c *Change) UnmarshalJSON(b []byte) error {
	type plain Change
	if err := json.Unmarshal(b, (*plain)(c)); err != nil {
		return err
	}
	c.From, c.To = asRange(c.From), asRange(c.To)
	return nil
}

// asRange returns the range that an object with a low and a high number is, and any other value as it is.
func asRange(v any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	low, okLow := m["low"].(float64)
	high, okHigh := m["high"].(float64)
	if !okLow || !okHigh {
		return v
	}
	return Range{Low: low, High: high}
}

// LetterData is what a letter needs beyond the rest of the decision.
type LetterData struct {
	Config    LetterConfig `json:"config"`
	Summary   []Note       `json:"summary"`
	Documents []Reviewed   `json:"documents"`
	// Private is what a public copy must not show; a public copy has none.
	Private []Private `json:"private,omitempty"`
	Public  bool      `json:"public,omitempty"` // it is a public copy's
}

// LetterConfig is the configuration that shows in a letter.
type LetterConfig struct {
	Organization string   `json:"organization"` // the reviewing organization's name
	Address      []string `json:"address"`
	ItemStyle    string   `json:"item_style"` // "whole" or "remaining"
	Licensure    []string `json:"licensure"`  // of the reviewer; empty until a reviewer is named
	Specialty    []string `json:"specialty"`
	Logo         []byte   `json:"logo,omitempty"`      // a PNG file, in base 64: a letter is printed again from its decision alone
	Signature    bool     `json:"signature,omitempty"` // leave the organization a place to sign in the parties' final letter
}

// LawVersion names a text of the law that the decision used.
type LawVersion struct {
	Section string `json:"section"`
	Version string `json:"version"` // the version's first day
	From    Date   `json:"from"`
	To      Date   `json:"to"` // the last day in force, or null
	SHA256  string `json:"sha256"`
}

// Program names what made the decision.
type Program struct {
	Version     string `json:"version"`
	RulesSHA256 string `json:"rules_sha256"`
}
