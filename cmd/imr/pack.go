package main

import (
	"io"
	"text/template"

	"imr/decide"
	"imr/internal/law"
)

// packFile is a pack of rules as a file: what another version of the program, or a change of the rules, would decide by. What it leaves
// out is as this program has it, so a single limit is a pack.
type packFile struct {
	decide.Limits
	Program string               `toml:"program"` // version that wrote it
	SHA256  string               `toml:"sha256"`  // of the pack as it was written
	Law     []string             `toml:"law"`     // texts, as the files of internal/law/texts have them
	Rules   []decide.WrittenRule `toml:"rule"`
}

// Vocabulary is what a rule may ask, for the notes in the file.
func (packFile) Vocabulary() []string { return decide.Vocabulary() }

const packKeys = "first_course_visits, most_per_week, least_per_week, most_weeks, program, sha256, law and rule"

// readPack reads a pack and checks that it can answer. changed is set where it says that it was written otherwise.
func readPack(path string) (p decide.Pack, changed bool, err error) {
	f := packFile{Limits: decide.GuidelineLimits()}
	if err := readTOML(path, &f, packKeys); err != nil {
		return p, false, err
	}
	rules, book := decide.Table(), (*law.Book)(nil)
	if len(f.Rules) > 0 {
		rules = nil
	}
	for _, w := range f.Rules {
		r, err := w.Rule()
		if err != nil {
			return p, false, misuse("%s: %v", path, err)
		}
		rules = append(rules, r)
	}
	if len(f.Law) > 0 {
		book, err = law.Read(f.Law)
	} else {
		book, err = law.Load()
	}
	if err == nil {
		p, err = decide.NewPack(f.Limits, rules, book)
	}
	if err != nil {
		return p, false, misuse("%s: %v", path, err)
	}
	return p, f.SHA256 != "" && f.SHA256 != p.SHA256(), nil
}

// writePack writes the program's own pack.
func writePack(w io.Writer, book *law.Book) error {
	pack := decide.OwnPack(book)
	f := packFile{Limits: pack.Limits, Program: decide.Version, SHA256: pack.SHA256()}
	for _, r := range pack.Rules {
		f.Rules = append(f.Rules, r.Written())
	}
	for _, t := range book.Texts("") {
		f.Law = append(f.Law, t.Written)
	}
	return packPage.Execute(w, f)
}

var packPage = template.Must(template.New("pack").Parse(`# A pack of rules: what the program decides by. Change a copy, and imr rules impact --against COPY OUT says what would come of it.
program = {{printf "%q" .Program}}
sha256 = {{printf "%q" .SHA256}}

first_course_visits = {{.FirstCourseVisits}}
most_per_week = {{.MostPerWeek}}
least_per_week = {{.LeastPerWeek}}
most_weeks = {{.MostWeeks}}

law = [{{range .Law}}
'''
{{.}}''',{{end}}
]

# What a rule may ask in when, for the program's own limits:{{range .Vocabulary}}
#   {{.}}{{end}}
{{range .Rules}}
[[rule]]
id = {{printf "%q" .ID}}
paragraph = {{printf "%q" .Paragraph}}
text = {{printf "%q" .Text}}
reading = {{printf "%q" .Reading}}
when = [{{range $i, $w := .When}}{{if $i}}, {{end}}{{printf "%q" $w}}{{end}}]
outcome = {{printf "%q" .Outcome}}
gate = {{.Gate}}
flag = {{printf "%q" .Flag}}
{{end}}`))
