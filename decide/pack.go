package decide

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"imr/internal/law"
)

// Pack is what an answer depends on besides the facts: the numbers, the table of rules and the texts of the law. The program decides by
// its own; another serves to see what a change would do, and never decides a case.
type Pack struct {
	Limits Limits
	Rules  []Rule
	Law    *law.Book
	table  *readyTable
}

// NewPack puts a pack together. An error names the rule or the completion of the facts that is wrong: words that do not stand in the law,
// facts that no rule answers, or that two rules answer differently.
func NewPack(limits Limits, rules []Rule, book *law.Book) (Pack, error) {
	p := Pack{Limits: limits, Rules: rules, Law: book}
	for _, check := range []func() error{p.sensibleLimits, p.sensibleRules, p.quotesTheLaw, p.answersAll} {
		if err := check(); err != nil {
			return Pack{}, err
		}
	}
	p.table = ready(rules)
	return p, nil
}

// OwnPack is the pack that decides.
func OwnPack(book *law.Book) Pack {
	return Pack{Limits: GuidelineLimits(), Rules: ownTable().rules, Law: book, table: ownTable().ready}
}

var ownTable = sync.OnceValue(func() (t struct {
	rules []Rule
	ready *readyTable
}) {
	t.rules = Table()
	t.ready = ready(t.rules)
	return t
})

// SHA256 identifies a pack: a hash over its numbers, its rules and its texts.
func (p Pack) SHA256() string {
	h := sha256.New()
	fmt.Fprintf(h, "%v\n%s\n", p.Limits, tableSHA256(p.Rules))
	for _, t := range p.Law.Texts("") {
		fmt.Fprintln(h, t.SHA256)
	}
	return hex.EncodeToString(h.Sum(nil))
}
