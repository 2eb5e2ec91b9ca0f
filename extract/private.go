package extract

import (
	"slices"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// degrees stand behind a name.
const degrees = `(?:M\.?D|D\.?O|D\.?C|L\.?Ac|A\.?P|P\.?T|D\.?P\.?T|N\.?P|FNP|PA-C|P\.?A|Ph\.?D|Psy\.?D|R\.?N|D\.?P\.?M|O\.?T\.?R?|M\.?S\.?W|Esq)\b\.?`

var (
	nameWord    = `\p{Lu}(?:\.|[\pL'’-]*)`
	nameWords   = nameWord + `(?:,? (?:` + nameWord + `|de|la|las|los|del|der|den|van|von|di|da|du|y)){0,4}`
	leadingName = pattern.New(`^(?:/s/|adjuster|attention|attn\.?|by|mr\.?|mrs\.?|ms\.?|dr\.?|[\s:])*(` + nameWords + `)`)
	leadingFirm = pattern.New(`^(?:the )?(\p{Lu}[\pL\pN'’.&-]*(?:,? (?:\p{Lu}[\pL\pN'’.&-]*|&|(?:of|and|the|for|at|de|la)\b)){0,7})`)
	namedNumber = pattern.New(`^[^\pL\pN(]{0,3}(\(?[A-Za-z]{0,6}[ /-]?\d[\w/().@ -]{2,24}|\S+@\S+)`)
	withDegree  = pattern.New(`(` + nameWord + `(?: ` + nameWord + `){1,4}),? ` + degrees)
	withTitle   = pattern.New(`\b(?:(?:Dr|Mr|Mrs|Ms|Miss|Attn)\.?:?|[Aa]djuster|[Aa]ttention:?|Dear) (` + nameWord + `(?: ` + nameWord + `){0,2})`)
	forWhom     = pattern.New(`(?i:\bon behalf of|\binsured by|\bemployed (?:by|at|with)|\bworks? (?:for|at)|\bemployee of) (?:the )?(\p{Lu}[\pL\pN'’.&-]*(?: (?:\p{Lu}[\pL\pN'’.&-]*|&|(?:of|and)\b)){0,6})`)
	streetShape = pattern.New(`\b\d{1,6} (?:[NSEW]\.? )?(?:\p{Lu}[\pL.]+ ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Ln|Way|Court|Ct|Place|Pl|Circle|Highway|Hwy|Parkway|Pkwy)\b\.?(?:,? (?:Suite|Ste|Unit|Apt)\.? ?#?\w+)?`)
	cityShape   = pattern.New(`\b(\p{Lu}\pL+(?: \p{Lu}\pL+){0,2}),? (?:CA|California),? \d{5}(?:-\d{4})?\b`)
	anyLabel    = pattern.New(`(?:^|\s)\pL[\pL'’./]*(?: (?:of )?(?:\p{Ll}[\pL'’./]*|\d{1,2})){0,3}\s*[:#]`)
)

// privateMentions returns the names, numbers and addresses on a page that lead to a person or a business: what a public copy must not
// show, each where the file has it first. It takes too much rather than too little.
func (s *scan) privateMentions(p imr.Page) []imr.Mention {
	var out []imr.Mention
	for i, line := range p.Lines {
		for k, c := range line.Cells {
			for _, n := range append(behindLabels(c.Text, goesOn(p, i, k)), unlabelled(c.Text)...) {
				if key := n.kind + n.text; !s.named[key] {
					s.named[key] = true
					out = append(out, s.mention("private", n.kind, n.text, line.Text(), s.linePlace(p, line)))
				}
			}
		}
	}
	return out
}

// goesOn is where a label's value stands that is not in its own cell: in the form field beside it, else in the cell below.
func goesOn(p imr.Page, line, cell int) string {
	cells := p.Lines[line].Cells
	if cell+1 < len(cells) && cells[cell+1].How == "form" && cells[cell].How != "form" {
		return cells[cell+1].Text
	}
	return below(p, line, cells[cell])
}

// named is a name, a number or an address, and its kind.
type named struct{ kind, text string }

// behindLabels reads what stands behind each label of a cell, up to the next label. What ends in a comma, or a label with nothing
// behind it, goes on in the cell below.
func behindLabels(text, under string) []named {
	var out []named
	for _, l := range privateWords().labels {
		for _, at := range l.re.FindAllStringIndex(text, -1) {
			value, ends := upToLabel(text[at[1]:])
			if !ends && !holdsLabel(under) && (value == "" || strings.HasSuffix(value, ",") || value == "/s/") {
				value = strings.TrimSpace(value + " " + under)
			}
			out = append(out, valueOf(l.kind, value)...)
		}
	}
	return out
}

func holdsLabel(text string) bool {
	_, ends := upToLabel(text)
	return ends
}

// upToLabel is a text up to the next label in it, and whether there is one.
func upToLabel(text string) (value string, ends bool) {
	end := len(text)
	for _, l := range privateWords().labels {
		if at := l.re.FindStringIndex(text); at != nil {
			end = min(end, at[0])
		}
	}
	if at := anyLabel.FindStringIndex(text[:end]); at != nil {
		end = at[0]
	}
	return strings.TrimSpace(text[:end]), end < len(text)
}

// valueOf is what of a label's value is private.
func valueOf(kind, value string) []named {
	shape := map[string]*pattern.Pattern{"person": leadingName, "organization": leadingFirm, "number": namedNumber}[kind]
	if kind == "address" {
		return one(kind, value)
	}
	m := shape.FindStringSubmatch(value)
	if m == nil {
		return nil
	}
	text := strings.TrimRight(strings.TrimSpace(m[1]), " ,.-")
	if kind == "organization" && !strings.Contains(text, " ") && isFirm(text) {
		return nil // a firm's last word, which a line's end has cut off
	}
	if kind == "person" {
		if isFirm(text) {
			return valueOf("organization", value)
		}
		text = ended(text)
	}
	// One capital that begins a sentence is no name.
	if kind == "person" && !strings.Contains(text, " ") && len(strings.Fields(value)) > 1 {
		return nil
	}
	return one(kind, text)
}

func one(kind, text string) []named {
	if text == "" {
		return nil
	}
	return []named{{kind, text}}
}

// unlabelled finds what its form alone shows to be private, wherever it stands.
func unlabelled(text string) []named {
	var out []named
	for _, shape := range []struct {
		kind string
		re   *pattern.Pattern
	}{{"person", withDegree}, {"person", withTitle}, {"organization", forWhom}, {"address", streetShape}, {"address", cityShape}} {
		for _, m := range shape.re.FindAllStringSubmatch(text, -1) {
			name := m[len(m)-1]
			if shape.re == withDegree {
				name = afterOrdinary(name)
			}
			name = ended(name)
			out = append(out, one(shape.kind, name)...)
		}
	}
	if m := leadingFirm.FindString(text); m == strings.TrimSpace(text) && isFirm(m) && afterOrdinary(m) != "" && strings.Contains(m, " ") {
		out = append(out, named{"organization", m})
	}
	return out
}

// below is the text of the cell that a cell's value goes on in: the next line's that begins where it begins.
func below(p imr.Page, line int, c imr.Cell) string {
	if line+1 >= len(p.Lines) {
		return ""
	}
	const near = 20 // points
	for _, under := range p.Lines[line+1].Cells {
		if d := under.Box[0] - c.Box[0]; d > -near && d < near {
			return under.Text
		}
	}
	return ""
}

// ended is a name up to the first word that is none: "Lee, Ann Claim" is Lee, Ann.
func ended(name string) string {
	words := strings.Fields(name)
	if i := slices.IndexFunc(words, func(w string) bool { return privateWords().end[wordKey(w)] }); i >= 0 {
		words = words[:i]
	}
	return strings.TrimRight(strings.Join(words, " "), " ,.-")
}

// afterOrdinary leaves out ordinary words before a name: "Requesting Physician Ann Lee" is Ann Lee.
func afterOrdinary(name string) string {
	words := strings.Fields(name)
	i := slices.IndexFunc(words, func(w string) bool { return !privateWords().ordinary[wordKey(w)] })
	if i < 0 {
		return ""
	}
	return strings.Join(words[i:], " ")
}

func isFirm(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool { return privateWords().firm[wordKey(w)] })
}

func wordKey(w string) string { return strings.ToLower(strings.Trim(w, ".,;:()&")) }
