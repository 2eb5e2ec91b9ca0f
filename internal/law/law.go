package law

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"

	"imr"
)

//go:embed texts/*.txt
var files embed.FS

// Gap marks words of a section that could not be verified and are left out.
const Gap = "[…]"

// Summary is the status of a text that says what a section asks and not in which words. Nothing of it can be quoted.
const Summary = "summary"

// Paragraph is one paragraph of a section: its letters and numbers, "(c)(1)" or "" where none is cited, and its words.
type Paragraph struct{ Label, Words string }

// Text is one version of a section.
type Text struct {
	Section    string // "9792.24.1"
	Code       string // "8 CCR" or "Labor Code"
	Title      string
	From, To   imr.Date // first and last day in force; To is "" while it is
	Source     string
	Note       string
	Status     string // "" for the law's own words; Summary for what they say in ours
	Paragraphs []Paragraph
	Written    string // the file as it is
	SHA256     string // of the file
}

// Book is every text that is loaded.
type Book struct{ texts []Text }

// Load reads the texts that the program carries. An error is a mistake in one of its files, which it names.
func Load() (*Book, error) {
	names, err := files.ReadDir("texts")
	if err != nil {
		return nil, err
	}
	var bodies []string
	for _, n := range names {
		body, err := files.ReadFile("texts/" + n.Name())
		if err != nil {
			return nil, err
		}
		bodies = append(bodies, string(body))
	}
	return Read(bodies)
}

// Read makes a book of texts that are written as the program's own files are. An error says which of them is wrong, and how.
func Read(bodies []string) (*Book, error) {
	b := &Book{}
	for i, body := range bodies {
		t, err := parse(body)
		if err != nil {
			first, _, _ := strings.Cut(body, "\n")
			return nil, fmt.Errorf("text %d of the law, which begins with %q: %w", i+1, first, err)
		}
		b.texts = append(b.texts, t)
	}
	sort.SliceStable(b.texts, func(i, j int) bool {
		if b.texts[i].Section != b.texts[j].Section {
			return b.texts[i].Section < b.texts[j].Section
		}
		return b.texts[i].From < b.texts[j].From
	})
	for i := 1; i < len(b.texts); i++ {
		if a, z := b.texts[i-1], b.texts[i]; a.Section == z.Section && (a.To == "" || z.From <= a.To) {
			return nil, fmt.Errorf("two versions of section %s are in force on %s", z.Section, z.From)
		}
	}
	return b, nil
}

func parse(body string) (Text, error) {
	sum := sha256.Sum256([]byte(body))
	t := Text{Written: body, SHA256: hex.EncodeToString(sum[:])}
	head, words, ok := strings.Cut(body, "\n\n")
	if !ok {
		return t, fmt.Errorf("want a head, an empty line and the text")
	}
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		field, ok := map[string]*string{"section": &t.Section, "code": &t.Code, "title": &t.Title, "source": &t.Source, "note": &t.Note, "status": &t.Status, "from": (*string)(&t.From), "to": (*string)(&t.To)}[key]
		if !ok {
			return t, fmt.Errorf("unknown key %q in the head", key)
		}
		*field = value
	}
	for _, line := range strings.Split(strings.TrimSpace(words), "\n") {
		label := labelOf(line)
		t.Paragraphs = append(t.Paragraphs, Paragraph{label, strings.TrimSpace(line[len(label):])})
	}
	if t.Section == "" || !isDay(t.From) || t.To != "" && !isDay(t.To) {
		return t, fmt.Errorf("section must be stated, and from and to must be days like 2009-07-18")
	}
	if t.Status != "" && t.Status != Summary {
		return t, fmt.Errorf("the status %q is not known; leave it out, or say %s", t.Status, Summary)
	}
	return t, nil
}

func isDay(d imr.Date) bool { return d.Known() && d.AddDays(0) == d }

// labelOf returns the letters and numbers that a paragraph begins with: "(c)(1)".
func labelOf(line string) string {
	end := 0
	for strings.HasPrefix(line[end:], "(") {
		i := strings.IndexByte(line[end:], ')')
		if i < 2 || i > 4 {
			break
		}
		end += i + 1
	}
	return line[:end]
}

// InForce returns the version of a section that was in force on a day.
func (b *Book) InForce(section string, on imr.Date) (Text, bool) {
	for _, t := range b.texts {
		if t.Section == section && t.From <= on && (t.To == "" || on <= t.To) {
			return t, true
		}
	}
	return Text{}, false
}

// Texts returns every text in force on a day, or every text when the day is not given, by section and date.
func (b *Book) Texts(on imr.Date) []Text {
	var out []Text
	for _, t := range b.texts {
		if on == "" || t.From <= on && (t.To == "" || on <= t.To) {
			out = append(out, t)
		}
	}
	return out
}

// Quote returns words of a paragraph for quotation. It fails where they do not stand there to the letter, or cross a gap.
func (t Text) Quote(label, words string) (imr.LawQuote, error) {
	if t.Status == Summary {
		return imr.LawQuote{}, fmt.Errorf("%s %s is held as a summary only and cannot be quoted", t.Code, t.Section)
	}
	for _, p := range t.Paragraphs {
		if p.Label != label {
			continue
		}
		if words == "" || strings.Contains(words, Gap) || !strings.Contains(p.Words, words) {
			return imr.LawQuote{}, fmt.Errorf("the words %q do not stand in %s %s%s in the version of %s", words, t.Code, t.Section, label, t.From)
		}
		return imr.LawQuote{Section: t.Section + label, Version: string(t.From), Quote: words}, nil
	}
	return imr.LawQuote{}, fmt.Errorf("%s %s has no paragraph %s in the version of %s", t.Code, t.Section, label, t.From)
}

// Version returns the entry that a decision keeps of the text.
func (t Text) Version() imr.LawVersion {
	return imr.LawVersion{Section: t.Section, Version: string(t.From), From: t.From, To: t.To, SHA256: t.SHA256}
}
