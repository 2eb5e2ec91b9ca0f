package pattern

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// Pattern is a regular expression. It is safe for use by several goroutines.
type Pattern struct {
	expr  string
	needs func() need
	auto  func() *automaton
	re    func() *regexp.Regexp
}

// New returns a pattern. It panics at its first use if the expression has a mistake, which is a mistake of the program.
func New(expr string) *Pattern {
	return &Pattern{
		expr:  expr,
		needs: sync.OnceValue(func() need { return needOf(expr) }),
		auto:  sync.OnceValue(func() *automaton { return newAutomaton(expr) }),
		re:    sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
	}
}

// String returns the expression.
func (p *Pattern) String() string { return p.expr }

// Compile reports a mistake in the expression.
func (p *Pattern) Compile() error {
	if _, err := regexp.Compile(p.expr); err != nil {
		return fmt.Errorf("the pattern %q cannot be read: %w", p.expr, err)
	}
	return nil
}

// Possible reports whether a text holds a word that the pattern needs. It costs far less than a match.
func (p *Pattern) Possible(s string) bool { return p.needs().in(s) }

// MatchString reports whether the pattern matches somewhere in a text.
func (p *Pattern) MatchString(s string) bool { return p.needs().in(s) && p.auto().matches(s) }

// FindString returns the first match, or "".
func (p *Pattern) FindString(s string) string {
	if !p.MatchString(s) {
		return ""
	}
	return p.re().FindString(s)
}

// FindStringIndex returns where the first match begins and ends, or nil.
func (p *Pattern) FindStringIndex(s string) []int {
	if !p.MatchString(s) {
		return nil
	}
	return p.re().FindStringIndex(s)
}

// FindStringSubmatch returns the first match and its groups, or nil.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if !p.MatchString(s) {
		return nil
	}
	return p.re().FindStringSubmatch(s)
}

// FindStringSubmatchIndex returns where the first match and its groups begin and end, or nil.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.MatchString(s) {
		return nil
	}
	return p.re().FindStringSubmatchIndex(s)
}

// FindAllString returns up to n matches, all for n below 0.
func (p *Pattern) FindAllString(s string, n int) []string {
	if !p.MatchString(s) {
		return nil
	}
	return p.re().FindAllString(s, n)
}

// FindAllStringIndex returns where up to n matches begin and end, all for n below 0.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if !p.MatchString(s) {
		return nil
	}
	return p.re().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch returns up to n matches with their groups, all for n below 0.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if !p.MatchString(s) {
		return nil
	}
	return p.re().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex returns where up to n matches and their groups begin and end, all for n below 0.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.MatchString(s) {
		return nil
	}
	return p.re().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString returns the text with each match replaced; $1 stands for the first group.
func (p *Pattern) ReplaceAllString(s, by string) string {
	if !p.MatchString(s) {
		return s
	}
	return p.re().ReplaceAllString(s, by)
}

// ReplaceAllStringFunc returns the text with each match replaced by what a function makes of it.
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	if !p.MatchString(s) {
		return s
	}
	return p.re().ReplaceAllStringFunc(s, by)
}

// Split returns the parts between the matches, at most n of them, all for n below 0.
func (p *Pattern) Split(s string, n int) []string {
	return p.re().Split(s, n)
}

// need is what every match of an expression holds: one of some words. Without words nothing is known.
type need struct {
	words []string
	fold  bool // the words are in lower case and stand in the text in any case
}

// in reports whether a text can match.
func (n need) in(s string) bool {
	if len(n.words) == 0 {
		return true
	}
	if n.fold {
		if strings.ContainsAny(s, unusualCase) {
			return true
		}
		s = strings.ToLower(s)
	}
	for _, w := range n.words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// unusualCase are the letters that regexp takes for s and k in any case, and ToLower does not: the long s and the sign for kelvin.
const unusualCase = "ſK"
