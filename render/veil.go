package render

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"imr"
)

// withheld stands where a name or a number was.
const withheld = "[withheld]"

// veil withholds names and numbers from words of a record.
type veil struct {
	tokens  map[string]bool  // single words and numbers, as folded has them
	names   []fullName       // names of several words
	whole   []*regexp.Regexp // numbers and days
	phrases []*regexp.Regexp // names of several words, all of them ordinary: withheld in a record's words only
}

// newVeil reads what is private.
func newVeil(private []imr.Private) veil {
	v := veil{tokens: map[string]bool{}}
	for _, p := range private {
		if forms := dayForms(p.Text); p.Kind == imr.PrivateDay && forms != nil {
			v.whole = append(v.whole, forms)
			continue
		}
		v.add(p.Kind, nameWord.FindAllString(p.Text, -1))
	}
	return v
}

// add withholds a name or a number by its words.
func (v *veil) add(kind imr.PrivateKind, words []string) {
	var telltale []string
	for _, w := range words {
		if telling(kind, w) {
			telltale = append(telltale, w)
			v.tokens[folded(w)] = true
		}
	}
	if kind == imr.PrivateNumber && len(words) > 0 {
		v.whole = append(v.whole, inARow(words))
		return
	}
	switch {
	case len(telltale) > 1:
		v.names = append(v.names, newFullName(telltale))
	case len(words) > 1:
		v.phrases = append(v.phrases, inARow(words))
	}
}

// inARow finds words one after the other, whatever signs part them.
func inARow(words []string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b` + strings.Join(words, `[^\pL\pN]{0,3}`) + `\b`)
}

// nameWord is a word or a number of a text.
var nameWord = regexp.MustCompile(`[\pL\pN]+(?:['’]\pL+)*`)

// common are words of businesses and addresses that name nobody, and titles those of persons.
const (
	titles = ` md do dc pt dpt np pa phd rn dpm otr lac esq jr sr ii iii dr mr mrs ms miss `
	common = ` msn of the and for in at to by de la inc llc llp corp co
 company ltd group insurance mutual fund claims administrators administrator services service management review utilization medical medicine clinic
 center centre health healthcare care hospital network associates partners occupational orthopedic orthopaedic spine pain physical therapy acupuncture
 chiropractic rehabilitation surgery surgical wellness institute physicians doctors office county city state department district california national
 american united general industries industrial systems solutions street avenue road boulevard drive lane way suite ca `
)

// telling reports whether a word of a name tells whose name it is. A number does from four digits on, a year does not.
func telling(kind imr.PrivateKind, w string) bool {
	if isYear(w) || utf8.RuneCountInString(w) < 2 || among(titles, w) {
		return false
	}
	if w[0] >= '0' && w[0] <= '9' {
		return len(w) >= 4
	}
	return kind == imr.PrivatePerson || !among(common, w)
}

func among(list, w string) bool { return slices.Contains(strings.Fields(list), folded(w)) }

func isYear(w string) bool {
	return len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")) && strings.Trim(w, "0123456789") == ""
}

// folded is a word in one form: small letters without accents and apostrophes, and without the s of a possessive.
func folded(w string) string {
	w = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	w = strings.ReplaceAll(strings.TrimSuffix(w, "'s"), "'", "")
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(w))
}

// hides reports whether a word is withheld: it is one of the tokens, or one of five letters or more is part of it.
func (v veil) hides(w string) bool {
	f := folded(w)
	if v.tokens[f] {
		return true
	}
	const partOfAWord = 5
	for token := range v.tokens {
		if len(token) >= partOfAWord && strings.Contains(f, token) {
			return true
		}
	}
	return false
}
