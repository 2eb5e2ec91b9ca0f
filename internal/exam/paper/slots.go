package paper

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"time"

	"imr/internal/exam/facts"
	"imr/internal/exam/styles"
)

// drawnOnce are the slots that are one phrase of their group for the whole case.
var drawnOnce = []string{"last", "employer", "occupation", "doctor", "specialty", "acupuncturist", "adjuster", "insurer", "company", "examiner", "drug", "drug2", "nsaid", "consultant", "city", "injury_event", "limb_hand", "limb_foot"}

// makeSlots draws the persons, the places and the words that stay the same through a case.
func (k *composer) makeSlots() error {
	k.slots = map[string]string{"claim": fmt.Sprintf("%s-%05d", string(rune('A'+k.IntN(26)))+string(rune('A'+k.IntN(26))), k.IntN(100_000)), "age": strconv.Itoa(24 + k.IntN(38))}
	w := k.writer([]styles.Style{k.clinic})
	for _, name := range drawnOnce {
		if err := k.once(w, name, name); err != nil {
			return err
		}
	}
	if err := k.sex(w); err != nil {
		return err
	}
	maps.Copy(k.slots, k.numbers())
	return k.bodySlots(w)
}

func (k *composer) writer(first []styles.Style) *writer {
	return &writer{Rand: k.Rand, styles: append(first, k.lib.common...), slots: k.slots}
}

// once fills a slot with a phrase of a group.
func (k *composer) once(w *writer, name, group string) error {
	p, err := w.pick(group)
	if err != nil {
		return err
	}
	k.slots[name], err = w.fill(p.text)
	return err
}

func (k *composer) sex(w *writer) error {
	he := map[string]string{"he": "he", "He": "He", "his": "his", "His": "His", "him": "him", "Mr": "Mr.", "sex": "male", "man": "man"}
	group := "first_man"
	if k.IntN(2) == 0 {
		he = map[string]string{"he": "she", "He": "She", "his": "her", "His": "Her", "him": "her", "Mr": "Ms.", "sex": "female", "man": "woman"}
		group = "first_woman"
	}
	maps.Copy(k.slots, he)
	return k.once(w, "first", group)
}

// numbers are the slots of the request and the review.
func (k *composer) numbers() map[string]string {
	out := map[string]string{"m": strconv.Itoa(k.c.Decided.Certified), "rest": strconv.Itoa(k.c.Visits - k.c.Decided.Certified), "visits": strconv.Itoa(k.c.Visits)}
	for name, n := range k.c.Numbers {
		out[name] = strconv.Itoa(n)
	}
	out["code"], out["addon"], out["kind"], out["ask"] = "97810", "97811", k.c.Kind, "ask"
	if k.c.Kind == "none" {
		out["ask"] = "ask_bare"
	}
	if k.c.Electro {
		out["code"], out["addon"] = "97813", "97814"
	}
	return out
}

// bodySlots draws what depends on the part of the body. The service and the part stay slots: each paper words them in its own style.
func (k *composer) bodySlots(w *writer) error {
	first := k.c.Parts[0]
	if err := k.diagnosis(w, first); err != nil {
		return err
	}
	var names []string
	for _, part := range k.c.Parts {
		names = append(names, "{pick part."+part+"}")
	}
	k.slots["part"] = strings.Join(names, " and ")
	k.slots["part_a"], k.slots["part_b"] = names[0], names[len(names)-1]
	k.slots["side"], k.slots["R"] = "right", "R"
	if k.IntN(2) == 0 {
		k.slots["side"], k.slots["R"] = "left", "L"
	}
	k.slots["service"] = "{pick service." + serviceGroup(k.c) + "}"
	for _, name := range []string{"tolerance", "chore", "chore2"} {
		if err := k.once(w, name, strings.TrimSuffix(name, "2")+"."+first); err != nil {
			return err
		}
	}
	return nil
}

// diagnosis draws one for a part of the body, with the code of the edition that was in use on the day of the request.
func (k *composer) diagnosis(w *writer, first string) error {
	p, err := w.pick("dx." + first)
	if err != nil {
		return err
	}
	each := strings.Split(p.text, ";")
	if len(each) != 3 {
		return fmt.Errorf("%s: a diagnosis has three parts, its name and its codes of the ninth and the tenth edition", p.from)
	}
	k.slots["dx"], k.slots["icd"] = mark("body_part", "dx."+first, picked{strings.TrimSpace(each[0]), p.from}), strings.TrimSpace(each[1])
	if !k.c.Request.Before(time.Date(2015, 10, 1, 0, 0, 0, 0, time.UTC)) {
		k.slots["icd"] = strings.TrimSpace(each[2])
	}
	return nil
}

func serviceGroup(c facts.Case) string {
	switch {
	case c.Trial && c.Electro:
		return "trial_electro"
	case c.Trial:
		return "trial"
	case c.Electro:
		return "electro"
	}
	return "plain"
}

// slotsFor adds the days of a paper, written as its style writes days.
func (k *composer) slotsFor(s styles.Style, own map[string]string) map[string]string {
	out := maps.Clone(k.slots)
	layout := "01/02/2006"
	if all := strings.Split(s.Look["dates"], ";"); s.Look["dates"] != "" {
		layout = strings.TrimSpace(all[k.IntN(len(all))])
	}
	c := k.c
	for name, at := range map[string]time.Time{
		"doi": c.Injury, "visit_date": c.Visit, "rfa_date": c.Request, "ur_date": c.Review, "app_date": c.Application, "received_date": c.Request.AddDate(0, 0, 1),
		"dob": c.Request.AddDate(-k.ageYears(), -4, -11), "first_date": c.Injury.AddDate(0, 0, 2), "consult_date": c.Visit.AddDate(0, 0, -9), "acu_date": c.Visit.AddDate(0, 0, -5),
		"old_date": c.Injury.AddDate(0, 0, 40), "later_date": c.Application.AddDate(0, 0, 6), "noise_date": c.Injury.AddDate(0, 0, 60),
		"early_date": c.Visit.AddDate(0, -6, 0), "therapy_date": c.Visit.AddDate(0, 0, -3),
	} {
		out[name] = at.Format(layout)
	}
	out["signature"], out["signed"] = "/s/ "+out["first"]+" "+out["last"], out["app_date"]
	if c.Blank {
		out["signature"], out["signed"] = "", ""
	}
	maps.Copy(out, own)
	return out
}

func (k *composer) ageYears() int {
	n, err := strconv.Atoi(k.slots["age"])
	if err != nil {
		return 40
	}
	return n
}
