package pattern

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Pattern is a regular expression. It is safe for use by several goroutines.
type Pattern struct {
	expr  string
	words func() words
	auto  func() *automaton
	re    func() *regexp.Regexp
}

// New returns a pattern. It panics at its first use if the expression has a mistake, which is a mistake of the program.
func New(expr string) *Pattern {
	return &Pattern{
		expr:  expr,
		words: sync.OnceValue(func() words { return wordsOf(expr) }),
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

// MatchString reports whether the pattern matches somewhere in a text.
func (p *Pattern) MatchString(s string) bool { return p.words().in(s) && p.auto().matches(s) }

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

// words is what a text is looked through for before a pattern is tried on it. Without words nothing is known.
type words struct {
	any    need
	folded bool // they are in lower case and stand in the text in any case
}

func wordsOf(expr string) words {
	needs, folded := needsOf(expr)
	return words{part{needs: needs}.best(), folded}
}

// in reports whether a text can match.
func (w words) in(s string) bool {
	if len(w.any) == 0 || w.folded && strings.ContainsRune(s, longS) {
		return true
	}
	if w.folded {
		s = strings.ToLower(s)
	}
	return slices.ContainsFunc(w.any, func(word string) bool { return strings.Contains(s, word) })
}
