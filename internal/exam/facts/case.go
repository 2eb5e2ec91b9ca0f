// Package facts draws what is true of an invented case, and says what must come out. It knows no wording: a case is a list of
// meanings with numbers, and package paper says them in the words of a style.
package facts

import (
	"math/rand/v2"
	"time"

	"imr/internal/exam/rules"
)

// Case is one drawn case.
type Case struct {
	Number int
	Seed   uint64

	Injury, Visit, Request, Review, Application time.Time // days; Visit is that of the report with the request

	Electro bool
	Parts   []string // of the body, in the program's names, sorted
	Quantity
	Decided Decided
	Sayings []Saying
	Others  []Other  // lines that are not needle treatment
	Papers  []string // documents besides the request, the report, the application and the review letter
	NoUR    bool     // the review letter is not in the file
	NoChart bool     // nor is there any medical record
	Blank   bool     // the application is neither signed nor dated

	InApplication int // the visits that the application names, where they differ from the request; else 0
	InReport      int // the same of the report
	Notes         Notes
	Want          Want
}

// Saying is one thing that the papers must say: a fact's name, the meaning, the numbers that it is said with, and who says it.
type Saying struct {
	Fact    string // "prior", "indication", "function", "dependency", "trap", "echo"
	Meaning string // the name of the phrases' group in a style
	Paper   string // the document that says it; "" leaves the choice to the paper
	Numbers map[string]int
	Words   map[string]string // slots that are words: a part of the body
}

// Decided is what utilization review did with the acupuncture.
type Decided struct {
	Outcome   string // as the program names it: "denied", "modified", …
	Certified int
}

// Other is a line of the request that is not needle treatment.
type Other struct {
	Name      string // the name of the phrases' group
	Certified bool   // such a line is not in dispute
	Variant   bool   // the same appointments once more, with another kind of needle treatment
	SameVisit bool   // it is given in the visits of the acupuncture only
}

// Notes are the treatment notes of visits done.
type Notes struct {
	Days     []time.Time
	Numbered bool // each says the how manieth visit it is
	Twice    bool // one of them is in the file twice
}

// Want is what must come out.
type Want struct {
	Statuses []string // accepted statuses of the case
	Gate     string   // why the case is not decided at all, or ""
	Items    []Item
	Facts    map[string][]any // of the whole case: accepted values
}

// Item is what must come out for one line.
type Item struct {
	Service string
	Outcome string
	Facts   map[string][]any  // accepted values; none for a name that is not graded
	From    map[string]string // for each fact, the meaning that states it
}

// draw is the state of drawing one case.
type draw struct {
	*rand.Rand
	c      *Case
	rules  rules.Facts
	item   Item
	ground string // the meaning that states the indication
	small  bool   // the request is to lie within a first course
}

// Draw returns the case with a number under a seed. The same two give the same case.
func Draw(seed uint64, number int) Case {
	own := seed*1_000_003 + uint64(number)
	c := Case{Number: number, Seed: own, Want: Want{Facts: map[string][]any{}}}
	d := &draw{Rand: rand.New(rand.NewPCG(own, seed)), c: &c}
	d.item = Item{Facts: map[string][]any{}, From: map[string]string{}}
	d.days()
	d.body()
	d.course()
	d.quantity()
	d.indication()
	d.limbs()
	d.review()
	d.others()
	d.mismatch()
	d.traps()
	d.echoes()
	d.papers()
	d.settle()
	return c
}

// chance is true so many times in a hundred.
func (d *draw) chance(percent int) bool { return d.IntN(100) < percent }

// between returns a number from low to high.
func (d *draw) between(low, high int) int { return low + d.IntN(high-low+1) }

// one returns one of the values.
func one[T any](d *draw, values ...T) T { return values[d.IntN(len(values))] }

// weighed returns one of the rows, the heavier the oftener.
func weighed[T any](d *draw, rows []T, weight func(T) int) T {
	sum := 0
	for _, r := range rows {
		sum += weight(r)
	}
	at := d.IntN(sum)
	for _, r := range rows {
		if at -= weight(r); at < 0 {
			return r
		}
	}
	return rows[len(rows)-1]
}

func (d *draw) say(s Saying) { d.c.Sayings = append(d.c.Sayings, s) }

// want sets what is accepted for a fact of the item, and the meaning that states it.
func (d *draw) want(fact, meaning string, accepted ...any) {
	d.item.Facts[fact] = accepted
	d.item.From[fact] = meaning
}
