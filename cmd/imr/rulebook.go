package main

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"imr"
	"imr/decide"
	"imr/internal/law"
)

// rulebook is the table of rules beside the texts of the law in force on a day.
type rulebook struct {
	On        imr.Date
	Guideline law.Text
	Rules     []decide.Rule
	Texts     []law.Text
	Table     string // fingerprint of the table
	Program   string
}

func newRulebook(book *law.Book, on imr.Date, guideline law.Text) rulebook {
	return rulebook{on, guideline, decide.Table(), book.Texts(on), decide.TableSHA256()[:12], decide.Version}
}

// print writes the table in one of the formats that the command line allows.
func (b rulebook) print(w io.Writer, format string) error {
	switch format {
	case "html":
		return rulesPage.Execute(w, b)
	case "markdown":
		b.markdown(w)
	default:
		b.text(w)
	}
	return nil
}

// answers say what an outcome means to somebody who reads the table alone.
var answers = map[imr.Outcome]string{
	imr.Upheld:     "upheld: not medically necessary under the guideline",
	imr.Overturned: "overturned: medically necessary under the guideline",
	imr.Refer:      "referred to a reviewer",
}

// text prints the table for a terminal.
func (b rulebook) text(w io.Writer) {
	p := page{}
	p.line(0, "8 CCR %s, %s, in force from %s to %s, as of %s", b.Guideline.Section, b.Guideline.Title, b.Guideline.From, b.Guideline.To, b.On)
	p.line(0, "Rule table %s, program %s. A rule answers where all its conditions hold; those down to `topic` come before the others.", b.Table, b.Program)
	for _, r := range b.Rules {
		p.line(0, "")
		p.line(0, "%s: %s", r.ID, answers[r.Outcome])
		if r.Text != "" {
			p.line(2, "law %s: “%s”", r.Para, r.Text)
		}
		p.line(2, "reading: %s", r.Reading)
		p.line(2, "when: %s", strings.Join(r.When(), "; and "))
	}
	for _, t := range b.Texts {
		p.line(0, "")
		p.line(0, "%s %s, %s, from %s%s", t.Code, t.Section, t.Title, t.From, statusWords(t))
		for _, par := range t.Paragraphs {
			p.line(2, "%s %s", par.Label, par.Words)
		}
	}
	printText(w, p.lines)
}

func statusWords(t law.Text) string {
	if t.Status == law.Summary {
		return " (a summary, never quoted)"
	}
	return ""
}

// markdown prints the page docs/rules.md.
func (b rulebook) markdown(w io.Writer) {
	fmt.Fprintf(w, "# The rules beside the law\n\nMade by `imr rules --on %s --format=markdown`; a test holds this page against the program. Not to be edited by hand.\n\n", b.On)
	fmt.Fprintf(w, "8 CCR %s, %s, in force from %s to %s. A rule answers where all its conditions hold; those down to `topic` come before the\nothers, and of the others exactly one answers.\n\n", b.Guideline.Section, b.Guideline.Title, b.Guideline.From, b.Guideline.To)
	fmt.Fprintln(w, "| rule | the law's words | our reading | when | answer |\n|---|---|---|---|---|")
	for _, r := range b.Rules {
		words := "–"
		if r.Text != "" {
			words = r.Para + " “" + r.Text + "”"
		}
		fmt.Fprintf(w, "| `%s` | %s | %s | %s | %s |\n", r.ID, words, r.Reading, strings.Join(r.When(), "; and "), answers[r.Outcome])
	}
	fmt.Fprint(w, "\n## The texts\n\n`[…]` marks words that could not be verified and are left out.\n")
	for _, t := range b.Texts {
		fmt.Fprintf(w, "\n### %s %s, %s%s\n\nFrom %s. Source: %s\n", t.Code, t.Section, t.Title, statusWords(t), t.From, t.Source)
		if t.Note != "" {
			fmt.Fprintf(w, "\nNote: %s\n", t.Note)
		}
		for _, par := range t.Paragraphs {
			fmt.Fprintf(w, "\n> %s\n", strings.TrimSpace(par.Label+" "+par.Words))
		}
	}
}

var rulesPage = template.Must(template.New("rules").Funcs(template.FuncMap{"answer": func(o imr.Outcome) string { return answers[o] }, "status": statusWords}).Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Rules on {{.On}}</title>
<style>
body { font: 16px/1.5 serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; }
blockquote { margin: .5rem 2rem; }
</style>
</head>
<body>
<main>
<h1>The rules beside the law, {{.On}}</h1>
<p>8 CCR {{.Guideline.Section}}, {{.Guideline.Title}}, in force from {{.Guideline.From}} to {{.Guideline.To}}. A rule answers where all its conditions hold; those down to topic come before the others. Rule table {{.Table}}, program {{.Program}}.</p>
<table>
<caption>Table of rules</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">The law’s words</th><th scope="col">Our reading</th><th scope="col">When</th><th scope="col">Answer</th></tr></thead>
<tbody>
{{range .Rules}}<tr><th scope="row">{{.ID}}</th><td>{{if .Text}}{{.Para}} “{{.Text}}”{{end}}</td><td>{{.Reading}}</td><td><ul>{{range .When}}<li>{{.}}</li>{{end}}</ul></td><td>{{answer .Outcome}}</td></tr>
{{end}}</tbody>
</table>
<h2>The texts</h2>
{{range .Texts}}<h3>{{.Code}} {{.Section}}, {{.Title}}{{status .}}</h3>
<p>From {{.From}}. Source: {{.Source}}{{if .Note}}. {{.Note}}{{end}}</p>
{{range .Paragraphs}}<blockquote>{{.Label}} {{.Words}}</blockquote>
{{end}}{{end}}</main>
</body>
</html>
`))
