package render

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// withheld stands where a name or a number was.
const withheld = "[withheld]"

// veil withholds names and numbers from words of a record.
type veil struct {
	tokens map[string]bool  // single words and numbers, as folded has them
	names  []fullName       // names of several words
	whole  []*regexp.Regexp // numbers and days
}

// newVeil reads a list of names, numbers and days.
func newVeil(private []string) veil {
	v := veil{tokens: map[string]bool{}}
	for _, s := range private {
		if forms := dayForms(s); forms != nil {
			v.whole = append(v.whole, forms)
			continue
		}
		all := nameWord.FindAllString(s, -1)
		telltale := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return !telling(w) })
		for _, w := range telltale {
			v.tokens[folded(w)] = true
		}
		switch {
		case strings.ContainsAny(s, "0123456789"):
			v.whole = append(v.whole, regexp.MustCompile(`(?i)`+strings.Join(all, `[^\pL\pN]{0,3}`)))
		case len(telltale) > 1:
			v.names = append(v.names, newFullName(telltale))
		}
	}
	return v
}

// nameWord is a word or a number of a text.
var nameWord = regexp.MustCompile(`[\pL\pN]+(?:['’]\pL+)*`)

// common are words of names that name nobody: titles, and kinds of businesses and of medicine.
const common = ` md do dc pt dpt np pa phd rn dpm otr lac msn jr sr ii iii dr mr mrs ms miss of the and for in at to by de la inc llc llp corp co
 company ltd group insurance mutual fund claims administrators administrator services service management review utilization medical medicine clinic
 center centre health healthcare care hospital network associates partners occupational orthopedic orthopaedic spine pain physical therapy acupuncture
 chiropractic rehabilitation surgery surgical wellness institute physicians doctors office county city state department district california national
 american united general industries industrial systems solutions `

// telling reports whether a word of a name tells whose name it is. A number does from four digits on, a year does not.
func telling(w string) bool {
	if isYear(w) {
		return false
	}
	if w[0] >= '0' && w[0] <= '9' {
		return len(w) >= 4
	}
	return utf8.RuneCountInString(w) > 1 && !slices.Contains(strings.Fields(common), folded(w))
}

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
