package imr

// Case is what we take a record to mean: the input of a decision.
type Case struct {
	ID       string     `json:"id"`
	Admin    Admin      `json:"admin"`
	Facts    CaseFacts  `json:"facts"`
	Items    []Item     `json:"items"` // the disputed lines, in the order of the request
	Summary  []Note     `json:"summary"`
	Reviewed []Reviewed `json:"reviewed"`
	Inputs   []Input    `json:"inputs"`
	Flags    []Flag     `json:"flags"`
	Private  []Private  `json:"private"`
}

// Admin is what case.toml states, or else the record: the letter's header.
type Admin struct {
	Number   string `json:"number"`
	Assigned Date   `json:"assigned"`
	Received Date   `json:"received"`
	Decision Date   `json:"decision"`
	Priority string `json:"priority"` // "standard", "expedited" or ""
}

// CaseFacts are the facts of the whole case. The yes-or-no facts are silent when nothing in the file speaks of them.
type CaseFacts struct {
	DateOfInjury  Fact[Date] `json:"date_of_injury"`
	URDate        Fact[Date] `json:"ur_date"`
	RFADate       Fact[Date] `json:"rfa_date"`
	GoverningDate Fact[Date] `json:"governing_date"` // the UR decision's day, or the day of service of a retrospective request

	URDecision       Fact[bool]   `json:"ur_decision"`       // a UR determination of this request is in the file
	UROutcome        Fact[string] `json:"ur_outcome"`        // of the acupuncture lines in dispute, or of all lines where none is acupuncture or all were approved
	AuthorizedLater  Fact[bool]   `json:"authorized_later"`  // a later letter authorizes the request in full
	Withdrawn        Fact[bool]   `json:"withdrawn"`         // the request for treatment, or for IMR, was withdrawn
	ClinicalRecord   Fact[bool]   `json:"clinical_record"`   // there is a medical record besides the UR letter, the application and the RFA
	RequestsUnclear  Fact[bool]   `json:"requests_unclear"`  // two requests that cannot be told apart
	ListsDiffer      Fact[bool]   `json:"lists_differ"`      // the application's list and the RFA name different items, or quantities with different outcomes
	ApplicationDate  Fact[Date]   `json:"application_date"`  // the day the application was signed
	ApplicationBlank Fact[bool]   `json:"application_blank"` // the application's signature and date are visibly blank
	URMailed         Fact[bool]   `json:"ur_mailed"`         // the UR decision was served by mail
	Assigned         Fact[bool]   `json:"assigned"`          // a notice of assignment, or case.toml, shows that eligibility was decided
}

// Service is what kind of treatment an item asks for.
type Service string

// The services that the guideline distinguishes.
const (
	Acupuncture        Service = "acupuncture"
	Electroacupuncture Service = "electroacupuncture"
	OtherService       Service = "other"
)

// Item is one disputed line of the request.
type Item struct {
	N       int      `json:"n"` // from 1
	Service Service  `json:"service"`
	Text    string   `json:"text"` // as requested
	Place   Evidence `json:"place"`

	// SameVisits marks an "other" service that is given in the same visits as needle treatment only (infrared, cupping).
	SameVisits bool `json:"same_visits"`
	// Variant marks a line that is one of several variants of the same appointments, each with a count of its own.
	Variant bool `json:"variant"`

	RequestedVisits       Fact[Range]    `json:"requested_visits"`   // of the whole request, never the disputed remainder
	FrequencyPerWeek      Fact[Range]    `json:"frequency_per_week"` // visits a week
	DurationWeeks         Fact[Range]    `json:"duration_weeks"`
	AuthorizedVisits      Fact[int]      `json:"authorized_visits"` // certified by UR, as of the RFA; 0 when denied whole
	PriorVisits           Fact[int]      `json:"prior_visits"`      // completed before the request
	UROutcome             Fact[string]   `json:"ur_outcome"`        // approved, modified, denied, conditional, deferred, withdrawn
	Course                Fact[string]   `json:"course"`            // initial or continuation
	Indication            Fact[[]string] `json:"indication"`        // sorted; those proven; empty and known: positively none
	ImprovementFunction   Fact[bool]     `json:"improvement_function"`
	ImprovementDependency Fact[bool]     `json:"improvement_dependency"`
	BodyPart              Fact[[]string] `json:"body_part"` // sorted
}

// The values of a course.
const (
	InitialCourse = "initial"
	Continuation  = "continuation"
)

// Outcomes of utilization review.
const (
	URApproved    = "approved"
	URModified    = "modified"
	URDenied      = "denied"
	URConditional = "conditional"
	URDeferred    = "deferred"
	URWithdrawn   = "withdrawn"
)

// Indications of 9792.24.1(a)(1), in sorted order.
const (
	AdjunctRehabilitation  = "adjunct_rehabilitation"
	AdjunctSurgery         = "adjunct_surgery"
	MedicationNotTolerated = "medication_not_tolerated"
	MedicationReduced      = "medication_reduced"
)

// Note is a clinical fact for the summary: a name such as "age", "sex", "mechanism", "occupation", "complaint",
// "diagnosis", "medication", "treatment", "work_status", its value in the record's words, and the place.
type Note struct {
	Name     string     `json:"name"`
	Value    string     `json:"value"`
	Evidence []Evidence `json:"evidence"`
}

// Reviewed is one document of the list of documents reviewed (8 CCR 9792.10.6(d)).
type Reviewed struct {
	Kind     string `json:"kind"`     // as in docs/architecture.md: "application", "rfa", "ur", "pr2", …
	Provider string `json:"provider"` // who wrote it, or ""
	Date     Date   `json:"date"`
	File     string `json:"file"`
	First    int    `json:"first"` // pages in the file
	Last     int    `json:"last"`

	Copies []PageRange `json:"copies,omitempty"` // where it, or a part of it, stands again, as where a page was faxed twice
}

// PageRange is pages of a file, from the first to the last.
type PageRange struct {
	File  string `json:"file"`
	First int    `json:"first"`
	Last  int    `json:"last"`
}

// Input says what was read of one file.
type Input struct {
	File       string   `json:"file"`
	SHA256     string   `json:"sha256"`
	Pages      int      `json:"pages"`
	PagesText  int      `json:"pages_text"`
	PagesOCR   int      `json:"pages_ocr"`
	PagesBlank int      `json:"pages_blank"`
	Unread     []Unread `json:"unread"`

	Readers []PageReader `json:"readers,omitempty"` // of the pages that the ordinary reader did not read
}

// PageReader names the reader of some pages of a file: Pdfium or Tesseract.
type PageReader struct {
	Reader string `json:"reader"`
	Pages  []int  `json:"pages"` // from 1, ascending
}

// Flag tells a reviewer something that decides nothing by itself. Codes are listed in docs/flags.md.
type Flag struct {
	Code     string     `json:"code"` // kebab-case
	Text     string     `json:"text"` // a sentence
	Evidence []Evidence `json:"evidence"`
}
