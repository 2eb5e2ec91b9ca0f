package decide

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"imr"
)

// drawFact draws a fact in one of its four states.
func drawFact[T any](t *rapid.T, name string, values []T) imr.Fact[T] {
	pick := func(label string) T { return rapid.SampledFrom(values).Draw(t, name+label) }
	switch rapid.SampledFrom([]imr.Status{imr.Known, imr.Known, imr.Silent, imr.Contradictory, imr.Unknown}).Draw(t, name+" status") {
	case imr.Known:
		return known(pick(""))
	case imr.Silent:
		return silent[T]()
	case imr.Contradictory:
		return either(pick(" one"), pick(" other"))
	}
	return unknown[T]()
}

var (
	someVisits = []imr.Range{n(1), n(3), n(6), n(7), n(12), n(30), {Low: 4, High: 8}, {Low: 3, High: 6}}
	someRates  = []imr.Range{n(0.5), n(1), n(2), n(3), n(4), {Low: 1, High: 2}}
	someWeeks  = []imr.Range{n(2), n(6), {Low: 8, High: 8.7}, n(9), n(12)}
	someParts  = [][]string{{"low_back"}, {"knee", "neck"}, {"shoulder"}, {"neck", "shoulder"}}
	someSigns  = [][]string{{imr.AdjunctRehabilitation}, {}, {imr.MedicationNotTolerated, imr.MedicationReduced}}
)

func drawItem(t *rapid.T) imr.Item {
	it := firstOf(6)
	it.RequestedVisits = drawFact(t, "requested", someVisits)
	it.FrequencyPerWeek = drawFact(t, "frequency", someRates)
	it.DurationWeeks = drawFact(t, "weeks", someWeeks)
	it.Course = drawFact(t, "course", []string{imr.InitialCourse, imr.Continuation})
	it.PriorVisits = drawFact(t, "prior", []int{0, 1, 3, 6, 24})
	it.Indication = drawFact(t, "indication", someSigns)
	it.ImprovementFunction = drawFact(t, "function", bothBools)
	it.ImprovementDependency = drawFact(t, "dependency", bothBools)
	it.BodyPart = drawFact(t, "part", someParts)
	return it
}

// loses returns the ways to know less of an item: each fact forgotten, contradicted by another value, or, where it was silent, on a
// page that was not read.
func loses(it imr.Item) []imr.Item {
	var out []imr.Item
	out = append(out, less(it, someVisits, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.RequestedVisits })...)
	out = append(out, less(it, someRates, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.FrequencyPerWeek })...)
	out = append(out, less(it, someWeeks, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.DurationWeeks })...)
	out = append(out, less(it, []string{imr.InitialCourse, imr.Continuation}, func(i *imr.Item) *imr.Fact[string] { return &i.Course })...)
	out = append(out, less(it, []int{0, 3, 24}, func(i *imr.Item) *imr.Fact[int] { return &i.PriorVisits })...)
	out = append(out, less(it, someSigns, func(i *imr.Item) *imr.Fact[[]string] { return &i.Indication })...)
	out = append(out, less(it, bothBools, func(i *imr.Item) *imr.Fact[bool] { return &i.ImprovementFunction })...)
	out = append(out, less(it, bothBools, func(i *imr.Item) *imr.Fact[bool] { return &i.ImprovementDependency })...)
	return append(out, less(it, someParts, func(i *imr.Item) *imr.Fact[[]string] { return &i.BodyPart })...)
}

func less[T any](it imr.Item, values []T, field func(*imr.Item) *imr.Fact[T]) []imr.Item {
	var out []imr.Item
	f := *field(&it)
	forgotten := it
	*field(&forgotten) = unknown[T]()
	out = append(out, forgotten)
	if f.Status != imr.Known {
		return out
	}
	for _, v := range values {
		contradicted := it
		*field(&contradicted) = either(f.Value, v)
		out = append(out, contradicted)
	}
	return out
}

func TestKnowingLessNeverTurnsAnOutcomeIntoTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		it := drawItem(t)
		before := evaluate(it, own()).outcome
		for _, l := range loses(it) {
			after := evaluate(l, own()).outcome
			if before != imr.Refer && after != imr.Refer && after != before {
				t.Fatalf("%s became %s when less was known", before, after)
			}
		}
	})
}

func TestMoreVisitsNeverTurnUpheldIntoOverturned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		it := drawItem(t)
		if it.RequestedVisits.Status != imr.Known || evaluate(it, own()).outcome != imr.Upheld {
			return
		}
		// More visits may complete a first course that was under way, and never make a request acceptable that was not.
		more := it
		by := float64(rapid.IntRange(1, 40).Draw(t, "more"))
		more.RequestedVisits = known(imr.Range{Low: it.RequestedVisits.Value.Low + by, High: it.RequestedVisits.Value.High + by})
		if evaluate(more, own()).outcome == imr.Overturned {
			t.Fatalf("%v visits upheld, %v overturned", it.RequestedVisits.Value, more.RequestedVisits.Value)
		}
	})
}

// Every set of changes either turns the outcome and holds a flip, or does not and holds none: the flips are verified, smallest and all.
func TestFlipsAreAllTheSmallestSetsOfChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		it := drawItem(t)
		from := evaluate(it, own()).outcome
		if from == imr.Refer {
			return
		}
		all, told := changes(it, from), map[string]bool{}
		for _, f := range flips(it, own(), from) {
			told[changesKey(f.Changes)] = true
		}
		smallest := map[string]bool{}
		for set := range 1 << len(all) { // a part of a set has a smaller number, so it comes first
			if !turns(it, all, set, from) {
				continue
			}
			first := true
			for part := (set - 1) & set; part > 0; part = (part - 1) & set {
				first = first && !turns(it, all, part, from)
			}
			if first {
				smallest[changesKey(stated(all, set))] = true
			}
		}
		if diff := cmp.Diff(smallest, told); diff != "" {
			t.Fatalf("%s, and the flips differ from the smallest sets of changes:\n%s", from, diff)
		}
	})
}

// turns reports whether the changes of a set of bits, of one fact each, turn an outcome into the other.
func turns(it imr.Item, all []change, set int, from imr.Outcome) bool {
	facts := map[string]bool{}
	for i, c := range all {
		if set>>i&1 == 1 {
			if facts[c.stated.Fact] {
				return false
			}
			facts[c.stated.Fact] = true
			c.apply(&it)
		}
	}
	got := evaluate(it, own()).outcome
	return got != imr.Refer && got != from
}

func stated(all []change, set int) (out []imr.Change) {
	for i, c := range all {
		if set>>i&1 == 1 {
			out = append(out, c.stated)
		}
	}
	return out
}

func changesKey(list []imr.Change) string {
	var out []string
	for _, c := range list {
		out = append(out, fmt.Sprint(c.Fact, c.From, c.To))
	}
	return strings.Join(out, "; ")
}

// Nothing that speaks for an upheld request makes it worse, and nothing that speaks against another makes it better: the changes
// that flips leaves out turn no outcome.
func TestNoChangeInTheOtherDirectionTurnsAnOutcome(t *testing.T) {
	other := map[imr.Outcome]imr.Outcome{imr.Upheld: imr.Overturned, imr.Overturned: imr.Upheld}
	rapid.Check(t, func(t *rapid.T) {
		it := drawItem(t)
		from := evaluate(it, own()).outcome
		if from == imr.Refer {
			return
		}
		for _, c := range changes(it, other[from]) {
			if c.stated.Fact == "course" {
				continue // it speaks for neither
			}
			changed := it
			c.apply(&changed)
			if got := evaluate(changed, own()).outcome; got == other[from] {
				t.Fatalf("%v turns %s into %s", c.stated, from, got)
			}
		}
	})
}

func TestDecisionsCanBeReadBack(t *testing.T) {
	book := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		d := Decide(caseOf(drawItem(t)), book, imr.LetterConfig{})
		written, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back imr.Decision
		if err := json.Unmarshal(written, &back); err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(back)
		if err != nil || string(again) != string(written) {
			t.Fatalf("a decision read back differs: %s", cmp.Diff(string(written), string(again)))
		}
	})
}

// BenchmarkDecide takes a usual case, with its counterfactuals, and one in which nothing is known.
func BenchmarkDecide(b *testing.B) {
	book := loaded(b)
	nothing := imr.Item{Service: imr.Acupuncture, RequestedVisits: unknown[imr.Range](), FrequencyPerWeek: unknown[imr.Range](), DurationWeeks: unknown[imr.Range](), Course: unknown[string](),
		PriorVisits: unknown[int](), Indication: unknown[[]string](), ImprovementFunction: unknown[bool](), ImprovementDependency: unknown[bool](), BodyPart: unknown[[]string]()}
	for name, it := range map[string]imr.Item{"usual": firstOf(18), "further": furtherOf(12, silent[bool](), silent[bool]()), "nothing known": nothing} {
		b.Run(name, func(b *testing.B) {
			c := caseOf(it)
			for b.Loop() {
				Decide(c, book, imr.LetterConfig{})
			}
		})
	}
}
