package render

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// rationale is the decision's own sentences, in order and each once. Of a decided item they are one paragraph; of one that a reviewer
// must decide, what is known comes first and then each reading of the rules by itself. Of a stopped item only what is known is told:
// the notice's start says why it is stopped.
func (c *composer) rationale(item imr.ItemResult) []imr.Block {
	parts := c.readings(item)
	switch {
	case len(parts) == 0:
		return nil
	case isStopped(item):
		return []imr.Block{paragraph(nil, parts[0]...)}
	case item.Outcome != imr.Refer:
		return []imr.Block{paragraph(c.lead(formRationale), append(slices.Concat(parts...), c.conclude(item)...)...)}
	}
	blocks := []imr.Block{paragraph(c.lead(formReferral), parts[0]...)}
	for _, p := range parts[1:] {
		blocks = append(blocks, paragraph(nil, p...))
	}
	return blocks
}

// beforeRules are the rules whose sentences tell what is known before any rule is applied.
var beforeRules = []string{"request", "course"}

// readings parts an item's reasons: first what is known, then what each rule says. A sentence that stood before is left out.
func (c *composer) readings(item imr.ItemResult) [][]imr.Sentence {
	var parts [][]imr.Sentence
	said, last := map[string]bool{}, "\x00"
	for _, r := range item.Reasons {
		rule := r.Rule
		if slices.Contains(beforeRules, rule) {
			rule = ""
		}
		if said[r.Sentence] || strings.HasPrefix(rule, gate) {
			continue
		}
		said[r.Sentence] = true
		if rule != last {
			parts, last = append(parts, nil), rule
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], c.reason(r))
	}
	return parts
}

// conclude ends a decided item's rationale. Where none of its sentences says it, the last one states whether the treatment is medically
// necessary, and one tells that the authorized visits stay.
func (c *composer) conclude(item imr.ItemResult) []imr.Sentence {
	var out []imr.Sentence
	byRule := imr.Source{Kind: imr.FromRule, Rule: item.Rules[0]}
	if words := authorizedStay(item); words != "" {
		told := c.say(words, byRule)
		if f, ok := c.known("authorized_visits", &item.N); ok {
			told = c.tell(words, f.ID)
		}
		out = append(out, told)
	}
	if item.Split != nil && item.Requested != nil {
		return append(out, c.say(fmt.Sprintf(formSplit.text, *item.Split, int(item.Requested.High)-*item.Split), byRule))
	}
	if conclusion(item) == "" {
		f := formConclusionNo
		if item.Outcome == imr.Overturned {
			f = formConclusionYes
		}
		out = append(out, c.say(f.text, byRule))
	}
	return out
}

// reason is one sentence of the rationale. It rests first on the law it quotes, else on facts, else on its rule.
func (c *composer) reason(r imr.Reason) imr.Sentence {
	source := imr.Source{Kind: imr.FromRule, Rule: r.Rule, Facts: r.Facts, Notes: c.notes(r.Facts)}
	for _, q := range r.Law {
		source.Law = append(source.Law, imr.LawRef{Section: q.Section, Version: q.Version})
	}
	switch {
	case r.Rule == reviewerRule:
		source.Kind, source.Form = imr.FromReviewer, "adoption"
	case len(r.Law) > 0:
		source.Kind = imr.FromLaw
	case len(r.Facts) > 0:
		source.Kind = imr.FromFact
	}
	return c.say(r.Sentence, source)
}

// authorizedStay says that an upheld item takes nothing away, unless a reason says so already.
func authorizedStay(item imr.ItemResult) string {
	if item.Outcome != imr.Upheld || item.Authorized == nil || *item.Authorized < 1 {
		return ""
	}
	for _, r := range item.Reasons {
		if stays.MatchString(r.Sentence) {
			return ""
		}
	}
	if *item.Authorized == 1 {
		return formStillOneStays.text
	}
	return fmt.Sprintf(formStillManyStay.text, *item.Authorized)
}

// questions are what a person must find out about an item that was referred.
func (c *composer) questions(item imr.ItemResult) []imr.Sentence {
	source := imr.Source{Kind: imr.FromForm, Form: formQuestions.name}
	if len(item.Rules) > 0 {
		source = imr.Source{Kind: imr.FromRule, Rule: item.Rules[0]}
	}
	var out []imr.Sentence
	for _, q := range item.Questions {
		if strings.TrimSpace(q) != "" {
			out = append(out, c.say(q, source))
		}
	}
	return out
}
