package paper

import (
	"maps"
	"strings"
)

// A template's line that begins with perItem is repeated for each line of the request, one with perDispute for each that is in
// dispute.
const (
	perItem    = "*"
	perDispute = "!"
)

// lines fills a template line by line. A line whose {say} has nothing to say is left out.
func (k *composer) lines(w *writer, template string) (string, error) {
	var out strings.Builder
	for _, line := range strings.Split(strings.TrimRight(template, "\n"), "\n") {
		for _, slots := range k.repeats(w, line) {
			own := *w
			own.slots = slots
			if err := k.line(&own, strings.TrimLeft(line, perItem+perDispute), &out); err != nil {
				return "", err
			}
		}
	}
	return out.String(), nil
}

// repeats returns the slots of each time that a line stands in the paper.
func (k *composer) repeats(w *writer, line string) []map[string]string {
	dispute := strings.HasPrefix(line, perDispute)
	if !dispute && !strings.HasPrefix(line, perItem) {
		return []map[string]string{w.slots}
	}
	var out []map[string]string
	for i, it := range k.items() {
		if dispute && i > 0 && k.c.Others[i-1].Certified {
			continue
		}
		slots := maps.Clone(w.slots)
		maps.Copy(slots, it)
		out = append(out, slots)
	}
	return out
}

func (k *composer) line(w *writer, line string, out *strings.Builder) error {
	text, err := w.fill(line)
	if err != nil {
		return err
	}
	if strings.Contains(line, "{say ") && !strings.Contains(text, opens) {
		return nil
	}
	out.WriteString(text + "\n")
	return nil
}
