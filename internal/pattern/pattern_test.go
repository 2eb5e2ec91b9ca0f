package pattern

import (
	"reflect"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestWordsThatEveryMatchHolds(t *testing.T) {
	for expr, want := range map[string][]string{
		`acupuncture`:                  {"acupuncture"},
		`\bno (?:prior|past) acu`:      {"no past acu", "no prior acu"},
		`(?:visits?|sessions)`:         {"sessions", "visit"},
		`(?:visit)?s?`:                 nil,
		`\d+ weeks?`:                   {" week"},
		`(?i)Norco`:                    {"norco"},
		`(?:pain){2,3}`:                {"painpain"},
		`[a-z]+`:                       nil,
		`walk|[0-9]`:                   nil,
		`walk|[^a]`:                    nil,
		`h[ae]d \w+ (?:pain|tingling)`: {" pain", " tingling"},
		`(?i)µm|nm`:                    nil,
	} {
		got := wordsOf(expr).any
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", expr, got, want)
		}
	}
}

// Whatever the text, a pattern finds what package regexp finds.
func TestFindsWhatRegexpFinds(t *testing.T) {
	exprs := []string{`no (?:prior )?acu`, `(?i)Norco|knee\b`, `(?i)sick`, `(ab|ba)+c?`, `(?:visit|session)s? (\d)`, `a.*b`, `x{2,}y|zz`, `(?:a|bc)(?:de|f)`, `\bk`}
	rapid.Check(t, func(t *rapid.T) {
		expr := rapid.SampledFrom(exprs).Draw(t, "expression")
		text := rapid.StringMatching(`(no |prior |acu|NORCO|norco|Knee|sic|ſicK|ab|ba|c|visit|sessions? |[0-9]|x|y|z|de|f|bc| |K){0,8}`).Draw(t, "text")
		p, re := New(expr), regexp.MustCompile(expr)
		if p.MatchString(text) != re.MatchString(text) || p.FindString(text) != re.FindString(text) {
			t.Fatalf("%s in %q: %v, regexp says %v", expr, text, p.MatchString(text), re.MatchString(text))
		}
		for _, pair := range [][2]any{
			{p.FindStringIndex(text), re.FindStringIndex(text)}, {p.FindStringSubmatch(text), re.FindStringSubmatch(text)}, {p.FindAllString(text, -1), re.FindAllString(text, -1)},
			{p.FindAllStringIndex(text, -1), re.FindAllStringIndex(text, -1)}, {p.FindAllStringSubmatch(text, -1), re.FindAllStringSubmatch(text, -1)},
			{p.ReplaceAllString(text, "-"), re.ReplaceAllString(text, "-")}, {p.Split(text, -1), re.Split(text, -1)},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Fatalf("%s in %q: %v, regexp finds %v", expr, text, pair[0], pair[1])
			}
		}
	})
}

func TestAMistakeIsReported(t *testing.T) {
	if err := New(`(`).Compile(); err == nil {
		t.Error("an expression that is not closed is taken")
	}
}

// BenchmarkMatch tries a pattern on a sentence that it does not match, beside package regexp.
func BenchmarkMatch(b *testing.B) {
	expr, text := `\b(?:acupuncture|needling)\b[^.]{0,60}\b(?:helped|relieved|improved)\b`, "the patient complains of low back pain that radiates to the left leg and is worse with sitting"
	p, re := New(expr), regexp.MustCompile(expr)
	b.Run("pattern", func(b *testing.B) {
		for b.Loop() {
			p.MatchString(text)
		}
	})
	b.Run("regexp", func(b *testing.B) {
		for b.Loop() {
			re.MatchString(text)
		}
	})
}
