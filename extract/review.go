package extract

import (
	"regexp"
	"strings"

	"imr"
	"imr/extract/visits"
)

// outcomeWords tell what utilization review did. The first that matches at a place wins, so that "not certified" is not read as
// "certified", and "is not denied" not as "denied".
var outcomeWords = []struct {
	outcome string
	re      *regexp.Regexp
}{
	{imr.URConditional, regexp.MustCompile(`(?i)\bconditional(?:ly)?[- ](?:non-?\s?certif\w+|denied|denial)|\bCNC\b`)},
	{imr.URApproved, regexp.MustCompile(`(?i)\b(?:is|are|was|were) not (?:being )?(?:denied|non-?certified|modified)`)},
	{imr.URDenied, regexp.MustCompile(`(?i)\bnon-?\s?certif\w+|\bnot (?:be |been |being )?(?:medically necessary|certified|approved|authorized|certif\w+|recommended for (?:certification|approval)|established as medically necessary)|\b(?:is|are|was|were|be|being|been) (?:hereby )?(?:denied|rejected|declined)|\bdenied\b|\bdenial\b|\bdeny\b|\badverse (?:determination|decision)|\bdisapproved|\bnot recommended|\bunable to (?:certify|approve|authorize)|\bcannot be (?:certified|approved|authorized)|\bmedical necessity (?:is|was|has) not (?:been )?(?:established|met|demonstrated)|\bdeclined\b|\brefused\b`)},
	{imr.URModified, regexp.MustCompile(`(?i)\bmodif(?:ied|y|ication)\b|\bpartial(?:ly)?[- ](?:certif\w+|approv\w+|authoriz\w+)|\bcertif\w+ (?:in part|with modification)|\bapproved (?:in part|with modification|for a reduced)|\breduced to\b`)},
	{imr.URDeferred, regexp.MustCompile(`(?i)\bdeferr(?:ed|al)\b|\bobject(?:s|ion|ed)? to liability|\bliability (?:for [^.;]{0,60})?(?:is|has been) disputed`)},
	{imr.URWithdrawn, regexp.MustCompile(`(?i)\bwithdrawn\b|\bwithdrew\b`)},
	{imr.URApproved, regexp.MustCompile(`(?i)\b(?:re-?)?certif(?:ied|y|ication is recommended|ies)\b|\bapproved?\b|\bauthorized?\b|\bmedically necessary\b|\brecommended for (?:certification|approval)`)},
}

var (
	decisionLabel = regexp.MustCompile(`(?i)\b(?:determination|decision|outcome|status|result|disposition|action|recommendation)\s*:`)
	unitStart     = regexp.MustCompile(`(?i)(?:^|[.;]\s+)(?:(?:\d{1,2}[.)]\s*)?(?:(?:treatment|service|procedure|item)s? )?requested(?: (?:treatment|service|procedure))?s?\s*(?:#?\d+\s*)?:|(?:\d{1,2}[.)]|[-•])\s*(?:the )?(?:prospective |retrospective )?(?:request for )?|(?:we (?:have |hereby )?(?:reviewed |received )?)?(?:your |the |this |a )?(?:prospective |retrospective |concurrent )?requests?(?: (?:of|dated?|made on|received)(?: on)? [\d/.-]+(?:,? received(?: on)? [\d/.-]+,?)?)? for (?:authorization of |authorization for )?|recommend(?:ed|ation is)? (?:prospective|retrospective|concurrent|to|that|non|cert|den|mod|app)[^.;]{0,30}?|request\s*(?:#?\d+\s*)?:)`)
	detailLine    = regexp.MustCompile(`(?i)^\W*(?:determination|decision|outcome|status|result|comments?|details?|approved|certified|authorized|not approved|non-?certified|denied|modified|quantity|action|recommendation|explanation of modification|disposition)\b[^:]{0,25}:`)
	reasonHead    = regexp.MustCompile(`(?i)^\W*(?:reasons?|(?:clinical )?rationale|explanation|criteria|guidelines?|clinical summary|(?:medical )?records? reviewed|documents reviewed|sincerely|reviewed by|physician reviewer|notice to|if you|any dispute|you may|this decision|principal reason|medical criteria|treatment history|history|the (?:california )?mtus|per the|reference|mtus|odg|basis)\b`)
	checkbox      = regexp.MustCompile(`^\W*(?:\[[ xX]?\]|\([ xX]?\)|☐|☒|☑|_+[xX]?_*\s)`)
	alternative   = regexp.MustCompile(`(?i)delayed, denied,? or modified|denied or modified|(?:denied|modified|delayed),? or (?:denied|modified|delayed)|denial, delay|may be denied`)
)

// unit is one decided line of a UR letter: the lines from one request to the next.
type unit struct {
	text  string
	lines []imr.Line
}

// reviewMentions returns, for a page, each request with what UR decided on it. Whether the page is a UR letter at all is for
// classification to say.
func (s *scan) reviewMentions(p imr.Page) []imr.Mention {
	out := s.reviewTable(p)
	if len(out) > 0 {
		return out
	}
	for _, u := range units(p) {
		if m, ok := s.reviewed(p, u); ok {
			out = append(out, m)
		}
	}
	return out
}

func units(p imr.Page) []unit {
	var out []unit
	open, aside := false, false // aside: among reasons and lists of records, where an entry decides nothing
	zone := false               // below a heading such as "Determination", where a line may leave out what is decided on
	for i, l := range p.Lines {
		text := strings.TrimSpace(l.Text())
		if h := headingOf(p, i, 0); h != "" {
			zone = decisionHead.MatchString(h)
			aside = aside && !zone
		}
		if checkbox.MatchString(text) || alternative.MatchString(text) {
			open = false
			continue
		}
		starts := len(unitStart.FindAllStringIndex(text, -1)) > 0 && (serviceWord.MatchString(text) || nextNames(p.Lines, i))
		row := len(l.Cells) > 1 && serviceWord.MatchString(l.Cells[0].Text) && outcomeOf(l.Text()) != ""
		starts = starts || !aside && decides(p.Lines, i, zone)
		if open && detailLine.MatchString(text) { // it tells of the request above
			starts = false
		}
		if aside && bulletStart.MatchString(text) {
			starts = false
		}
		switch {
		case reasonHead.MatchString(text) && !starts:
			open, aside = false, true
		case starts || row:
			for _, part := range splitUnits(text) {
				out = append(out, unit{text: part, lines: []imr.Line{l}})
			}
			open, aside = true, false
		case open && len(out[len(out)-1].lines) < 6 && (headingOf(p, i, 0) == "" || detailLine.MatchString(text)):
			u := &out[len(out)-1]
			parts := splitUnits(readOn(u.text, text) + text)
			u.text = parts[0]
			u.lines = append(u.lines, l)
			for _, part := range parts[1:] {
				out = append(out, unit{text: part, lines: []imr.Line{l}})
			}
		}
	}
	return out
}

var (
	decisionHead = regexp.MustCompile(`(?i)\b(?:decision|determination|recommendation)`)
	visitNoun    = regexp.MustCompile(`(?i)\b(?:visits?|sessions?|treatments?)\b`)
)

// decides reports whether a sentence that begins on line i names a treatment and says what was decided on it. Below a heading that
// announces the decision, a number of visits names it well enough.
func decides(lines []imr.Line, i int, zone bool) bool {
	text := lines[i].Text()
	if !serviceWord.MatchString(text) && !(zone && visitNoun.MatchString(text)) {
		return false
	}
	for j := i + 1; j < len(lines) && j < i+3 && !strings.HasSuffix(text, ".") && len(lines[j].Cells) == 1; j++ {
		text = readOn(text, lines[j].Text()) + lines[j].Text()
	}
	return outcomeOf(text) != ""
}

// nextNames reports whether the line after i names a service, for a request whose words wrap.
func nextNames(lines []imr.Line, i int) bool {
	return i+1 < len(lines) && serviceWord.MatchString(lines[i+1].Text())
}

var secondRequest = regexp.MustCompile(`[.;]\s+(?:The )?(?:[Rr]equest for |[Pp]rospective request )`)

// splitUnits cuts a text that decides several requests, one sentence each.
func splitUnits(text string) []string {
	var out []string
	from := 0
	for _, at := range secondRequest.FindAllStringIndex(text, -1) {
		out = append(out, text[from:at[0]+1])
		from = at[0] + 2
	}
	return append(out, strings.TrimSpace(text[from:]))
}

// reviewed reads a unit: what was asked, what was decided, and how many visits were certified.
func (s *scan) reviewed(p imr.Page, u unit) (imr.Mention, bool) {
	at, outcome := firstOutcome(u.text)
	if outcome == "" {
		return imr.Mention{}, false
	}
	detail := at // where the request ends and the decision begins
	if label := decisionLabel.FindStringIndex(u.text); label != nil && label[0] < at {
		detail = label[0]
	}
	subject := clean(unitStart.ReplaceAllString(u.text[:detail], " "))
	if !serviceWord.MatchString(subject) && !visitNoun.MatchString(subject) {
		subject = clean(u.text)
	}
	if !serviceWord.MatchString(subject) && !visitNoun.MatchString(subject) {
		return imr.Mention{}, false
	}
	m := s.mention("ur", decided(u.text, outcome), "", u.text, s.linesPlace(p, u.lines))
	m.Parts = map[string]string{"service": subject}
	m.Quantity = requested(visits.Parse(subject))
	decision := u.text
	if detail < at {
		decision = u.text[detail:]
	}
	if m.Sense != imr.URApproved && m.Sense != imr.URModified {
		return m, true
	}
	if n, ok := certified(decision, u.text[at:], m.Quantity); ok {
		m.Value = n
		m.Sense = senseOf(m, n)
	}
	return m, true
}

// outcomeOf returns the first outcome that a text states, or "".
func outcomeOf(text string) string {
	_, o := firstOutcome(text)
	return o
}

func firstOutcome(text string) (int, string) {
	best, outcome := -1, ""
	for _, w := range outcomeWords {
		at := w.re.FindStringIndex(text)
		if at != nil && (best < 0 || at[0] < best) {
			best, outcome = at[0], w.outcome
		}
	}
	return best, outcome
}

// decided returns the outcome of a whole unit: one that says both "certified" and "non-certified" is a modification.
func decided(text, first string) string {
	if first == imr.URConditional || first == imr.URDeferred || first == imr.URWithdrawn {
		return first
	}
	rest, yes, no, part := text, false, false, false
	for {
		at, o := firstOutcome(rest)
		if o == "" {
			break
		}
		yes, no, part = yes || o == imr.URApproved, no || o == imr.URDenied, part || o == imr.URModified
		rest = rest[at+wordLength(rest[at:], o):]
	}
	if part || yes && no {
		return imr.URModified
	}
	return first
}

func wordLength(text, outcome string) int {
	for _, w := range outcomeWords {
		if at := w.re.FindStringIndex(text); w.outcome == outcome && at != nil && at[0] == 0 {
			return max(at[1], 1)
		}
	}
	return 1
}
