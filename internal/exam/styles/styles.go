// Package styles holds the wordings of invented clinics and review companies: a file each, which Load reads.
//
// # A style's file
//
// A line that begins with // is a comment. The head of the file sets how the style looks:
//
//	@kind clinic            or review, for a company that answers requests; or common, for what every style may fall back on
//	@dates 01/02/2006 ; 1/2/06      how it writes days, in Go's layouts
//	@font times             or helvetica, or courier
//	@layout plain           or columns, loose, boxed: see package paper
//	@errors dictation       or scan, or none: the kind of damage that some of its papers have
//
// Then come groups. [prior.none] begins a group of phrases that mean the same, one a line. [doc.report] begins a paper in the markup
// of internal/records; where it stands twice, each is one form of the paper.
//
//	{n}, {n.w}, {n.W}, {n.b}, {n.o}   a number as 12, twelve, Twelve, twelve (12), 12th
//	{name}                            any other slot that the case or the paper fills in
//	{pick group}                      a phrase of a group
//	{say prior function}              what the paper must say of these facts; without any, the line is left out
//	<one|two>                         either of the words
//
// In a paper, a line that begins with * is repeated for each line of the request, and one with ! for each that is in dispute.
//
// The styles in the folder held are for measuring only: nobody who works on the program reads them.
package styles

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

//go:embed *.txt held/*.txt
var files embed.FS

// Style is the wording and the look of one clinic or review company.
type Style struct {
	Name   string
	Kind   string // "clinic", "review" or "common"
	Held   bool   // back, for measuring only
	Look   map[string]string
	Groups map[string][]Phrase
	Papers map[string][]string // templates by the paper's name
}

// Phrase is one wording and where it stands.
type Phrase struct {
	Text string
	Line int
}

// Load reads every style of the program, in order of their names.
func Load() ([]Style, error) {
	var out []Style
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		s, err := Parse(name, string(text))
		out = append(out, s)
		return err
	})
	return out, err
}

var groupHead = regexp.MustCompile(`^\[([a-z][a-z0-9_.]*)\]$`)

// Parse reads the text of a style's file. An error names the line.
func Parse(name, text string) (Style, error) {
	s := Style{Name: strings.TrimSuffix(path.Base(name), ".txt"), Held: strings.Contains(name, "held/"), Look: map[string]string{}, Groups: map[string][]Phrase{}, Papers: map[string][]string{}}
	group := ""
	for i, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "//") {
			continue
		}
		if head := groupHead.FindStringSubmatch(strings.TrimSpace(line)); head != nil {
			group = head[1]
			s.begin(group)
			continue
		}
		if err := s.take(group, line, i+1); err != nil {
			return s, fmt.Errorf("%s, line %d: %w", name, i+1, err)
		}
	}
	s.Kind = s.Look["kind"]
	if !slices.Contains([]string{"clinic", "review", "common"}, s.Kind) {
		return s, fmt.Errorf("%s: its @kind is %q; it must be clinic, review or common", name, s.Kind)
	}
	return s, nil
}

func (s *Style) begin(group string) {
	if name, ok := strings.CutPrefix(group, "doc."); ok {
		s.Papers[name] = append(s.Papers[name], "")
	}
}

// take adds a line to the group that it stands in, or to the head.
func (s *Style) take(group, line string, number int) error {
	name, isPaper := strings.CutPrefix(group, "doc.")
	switch {
	case isPaper:
		last := len(s.Papers[name]) - 1
		s.Papers[name][last] += line + "\n"
	case strings.TrimSpace(line) == "":
	case group == "":
		return s.look(line)
	default:
		s.Groups[group] = append(s.Groups[group], Phrase{Text: strings.TrimSpace(line), Line: number})
	}
	return nil
}

func (s *Style) look(line string) error {
	setting, ok := strings.CutPrefix(line, "@")
	if !ok {
		return fmt.Errorf("%q stands before the first group and is no setting; begin it with @ or //", line)
	}
	name, value, _ := strings.Cut(setting, " ")
	s.Look[name] = strings.TrimSpace(value)
	return nil
}
