package imr

// Adoption is what a reviewer did with a proposal. By law a physician decides: nothing in it is derived, and each entry has its reason.
type Adoption struct {
	Reviewer    Reviewer     `json:"reviewer"`
	Corrections []Correction `json:"corrections"`
	Overrides   []Override   `json:"overrides"`
	Splits      []Split      `json:"splits"`
}

// Reviewer describes the reviewer without a name, which by law stays out of the letter.
type Reviewer struct {
	ID        string   `json:"id"` // opaque: the organization's own
	Licensure []string `json:"licensure"`
	Specialty []string `json:"specialty"`
	Statement string   `json:"statement"` // the attestation
}

// Correction is a fact as the reviewer read it in the record; the decision is made again with it.
type Correction struct {
	Item   int    `json:"item,omitempty"` // 0 for a fact of the whole case
	Fact   string `json:"fact"`
	Value  any    `json:"value"`
	File   string `json:"file"`
	Page   int    `json:"page"`
	Reason string `json:"reason"`
}

// Override is an outcome that the reviewer gives instead of the proposal's.
type Override struct {
	Item      int     `json:"item"`
	Outcome   Outcome `json:"outcome"`
	Guideline string  `json:"guideline"` // on what the reviewer's decision is based
	Reasons   string  `json:"reasons"`   // the clinical reasons, printed as the reviewer's
}

// Split finds a part of the visits asked for medically necessary and the rest not.
type Split struct {
	Item      int    `json:"item"`
	Necessary int    `json:"necessary"` // visits
	Guideline string `json:"guideline"`
	Reasons   string `json:"reasons"`
}
