package imr

// Status is one of the four states of a fact.
type Status string

// The four states. What a rule may assume of each is written down in docs/readings.md.
const (
	Known         Status = "known"         // the record says so
	Silent        Status = "silent"        // every page that could say it was read, and none does
	Contradictory Status = "contradictory" // places disagree
	Unknown       Status = "unknown"       // a page was not read, or a sentence could not be placed
)

// Fact is what the record says about one thing. The zero value of Value means nothing unless Status is Known.
type Fact[T any] struct {
	Status Status `json:"status"`
	Value  T      `json:"value"`
	// Readings are the places that state it, each with what it reads: when known they agree, when contradictory they are
	// what the fact ranges over.
	Readings []Reading[T] `json:"readings,omitempty"`
	// Searched are the pages looked at for a silent fact, and the places that could not be read or placed for an unknown one.
	Searched []Evidence `json:"searched,omitempty"`
}

// Reading is one place and the value read there.
type Reading[T any] struct {
	Value    T        `json:"value"`
	Evidence Evidence `json:"evidence"`
}

// Evidence is a place in the record.
type Evidence struct {
	File    string `json:"file"`
	SHA256  string `json:"sha256"`
	Page    int    `json:"page"` // from 1 in the file
	Line    int    `json:"line,omitempty"`
	Box     *Box   `json:"box,omitempty"`
	Quote   string `json:"quote,omitempty"`
	How     string `json:"how"`               // "text", "ocr", "form" or "case.toml"
	Reading string `json:"reading,omitempty"` // what this place says, where places disagree
}

// Range is a count from Low to High; equal where the record gives one number.
type Range struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// KnownFact returns a fact that one place or more states.
func KnownFact[T any](v T, places ...Evidence) Fact[T] {
	f := Fact[T]{Status: Known, Value: v}
	for _, p := range places {
		f.Readings = append(f.Readings, Reading[T]{Value: v, Evidence: p})
	}
	return f
}

// Places returns the fact's evidence: the places that state it, or else the pages searched.
func (f Fact[T]) Places() []Evidence {
	var out []Evidence
	for _, r := range f.Readings {
		out = append(out, r.Evidence)
	}
	return append(out, f.Searched...)
}
