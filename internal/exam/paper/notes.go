package paper

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"imr/internal/exam/facts"
	"imr/internal/exam/styles"
)

// addNotes makes a note for each visit done; all lie in one paper, a page each.
func (k *composer) addNotes(chain []styles.Style) error {
	template, form, style, err := k.template("acu_note", chain)
	if err != nil {
		return err
	}
	days := k.c.Notes.Days
	if k.c.Notes.Twice {
		days = append(days[:1:1], days...)
	}
	var pages []string
	for i, day := range days {
		text, err := k.note(chain, style, template, i+1, day)
		if err != nil {
			return err
		}
		pages = append(pages, text)
	}
	k.out.Papers = append(k.out.Papers, Paper{Kind: "acu_note", Style: style.Name, Form: form, Held: style.Held, Look: k.look("acu_note", chain[0]), Text: strings.Join(pages, "====\n")})
	return nil
}

func (k *composer) note(chain []styles.Style, style styles.Style, template string, number int, day time.Time) (string, error) {
	w := &writer{Rand: k.Rand, styles: chain}
	w.slots = k.slotsFor(style, map[string]string{"v": strconv.Itoa(number), "of": strconv.Itoa(len(k.c.Notes.Days))})
	layout, _, _ := strings.Cut(style.Look["dates"], ";")
	if layout == "" {
		layout = "01/02/2006"
	}
	w.slots["note_date"] = mark("prior_visits course", "prior.dated", picked{day.Format(strings.TrimSpace(layout)), ""})
	w.say = func([]string) string {
		if !k.c.Notes.Numbered {
			return ""
		}
		return "{pick number}"
	}
	return k.lines(w, template)
}

// addStranger puts a report of another patient, who had much acupuncture and gained by it, among the papers.
func (k *composer) addStranger(chain []styles.Style) error {
	other := *k
	other.slots = maps.Clone(k.slots)
	other.c.Seed++
	if err := other.makeSlots(); err != nil {
		return err
	}
	other.c.Injury = k.c.Injury.AddDate(0, -5, 3)
	other.c.Sayings = []facts.Saying{
		{Fact: "prior", Meaning: "prior.done", Numbers: map[string]int{"p": 17, "y": 18, "ago": 4}},
		{Fact: "function", Meaning: "function.measured", Numbers: map[string]int{"low": 10, "high": 40, "more": 6, "fewer": 2, "from": 8, "to": 3, "ago": 9}},
	}
	other.place = []string{"report", "report"}
	before := len(k.out.Papers)
	if err := other.addPaper("report", chain, map[string]string{}); err != nil {
		return err
	}
	k.out.Papers = append(k.out.Papers, other.out.Papers[before:]...)
	last := &k.out.Papers[len(k.out.Papers)-1]
	last.Kind, last.Text = "stranger", Plain(last.Text)
	return nil
}
