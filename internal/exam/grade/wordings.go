package grade

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"imr/internal/exam/paper"
	"imr/internal/exam/styles"
)

// wording is a phrase as it states a fact.
type wording struct{ fact, from string }

// count is in how many cases a wording stood, and in how many of them the fact was missed.
type count struct{ used, missed int }

// usage counts the wordings of cases.
func usage(cases []Graded) map[wording]count {
	out := map[wording]count{}
	for _, g := range cases {
		missed := map[string]bool{}
		for _, c := range g.Result.Checks {
			missed[c.Fact] = missed[c.Fact] || !c.Passed
		}
		for w := range wordingsOf(g.Papers) {
			n := out[w]
			n.used++
			if missed[w.fact] {
				n.missed++
			}
			out[w] = n
		}
	}
	return out
}

func wordingsOf(c paper.Composed) map[wording]bool {
	out := map[wording]bool{}
	for _, made := range c.Papers {
		for _, m := range paper.Marks(made.Text) {
			for _, fact := range m.Facts {
				if m.From != "" {
					out[wording{fact, m.From}] = true
				}
			}
		}
	}
	return out
}

// mostWordings is how many wordings are shown of a pattern.
const mostWordings = 8

// wordings lists the phrases of the pattern's cases, those first that were missed the oftenest.
func (p Pattern) wordings(used map[wording]count, all []styles.Style) []string {
	here := map[wording]bool{}
	for _, g := range p.Cases {
		for w := range wordingsOf(g.Papers) {
			if w.fact == p.Fact {
				here[w] = true
			}
		}
	}
	var out []string
	for _, w := range byMissed(here, used) {
		out = append(out, line(w, used[w], all))
	}
	return out[:min(len(out), mostWordings)]
}

func byMissed(ws map[wording]bool, used map[wording]count) []wording {
	var out []wording
	for w := range ws {
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b wording) int {
		return cmp.Or(cmp.Compare(share100(used[b]), share100(used[a])), cmp.Compare(used[b].missed, used[a].missed), strings.Compare(a.from, b.from), strings.Compare(a.fact, b.fact))
	})
	return out
}

func share100(c count) int { return 100 * c.missed / c.used }

func line(w wording, c count, all []styles.Style) string {
	return fmt.Sprintf("missed %d of %d  %s  %s", c.missed, c.used, w.from, textAt(all, w.from))
}

// Hardest writes the wordings with which a fact was missed in most of the cases, grouped by fact.
func Hardest(out io.Writer, cases []Graded, all []styles.Style) {
	used := usage(cases)
	hard := map[wording]bool{}
	for w, n := range used {
		if n.missed >= 2 && share100(n) >= 60 {
			hard[w] = true
		}
	}
	for _, fact := range factOrder {
		head := false
		for _, w := range byMissed(hard, used) {
			if w.fact != fact {
				continue
			}
			if !head {
				fmt.Fprintf(out, "\n%s\n", fact)
				head = true
			}
			fmt.Fprintln(out, "    "+line(w, used[w], all))
		}
	}
}

func textAt(all []styles.Style, from string) string {
	name, number, _ := strings.Cut(from, ":")
	for _, s := range all {
		if s.Name != name {
			continue
		}
		for _, phrases := range s.Groups {
			for _, p := range phrases {
				if fmt.Sprint(p.Line) == number {
					return p.Text
				}
			}
		}
	}
	return ""
}
