package conform

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

var contentClauses = []Clause{
	{"19005-3 6.2.2", "pages use operators of the standard only", knownOperators},
	{"Matterhorn 01-003", "no artifact inside of tagged content", artifactInTagged},
	{"Matterhorn 01-004", "no tagged content inside of an artifact", taggedInArtifact},
	{"Matterhorn 01-005", "whatever is drawn is tagged or an artifact", allMarked},
	{"32000-1 14.6", "marked content is closed where it was opened, on the same side of text objects, and q by Q", balanced},
	{"32000-1 14.7.4", "tagged content is not nested, and its numbers on a page are unique", uniqueMarks},
}

// marking is a piece of marked content that is open.
type marking struct {
	tag    name
	id     int // -1 where it has none
	inText bool
}

// moment is one operator of a page with what is in force around it.
type moment struct {
	page   int // from 1
	op     op
	args   []any
	open   []marking
	font   ref
	inText bool
	saved  int // q without Q
}

// walk visits each operator of each page. The visit comes before the operator takes effect.
func (f *File) walk(visit func(moment) error) error {
	for i, p := range f.pages() {
		s := f.streamOf(p.dict["Contents"])
		if s == nil {
			return fmt.Errorf("page %d has no content", i+1)
		}
		data, err := s.data()
		if err != nil {
			return err
		}
		fonts := f.dictOf(f.dictOf(p.dict["Resources"])["Font"])
		if err := walkPage(&lexer{b: data}, moment{page: i + 1}, fonts, visit); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

// atEnd is the operator with which a page's visit closes.
const atEnd op = "(end of page)"

func walkPage(l *lexer, m moment, fonts dict, visit func(moment) error) error {
	for {
		v, err := l.next()
		if errors.Is(err, io.EOF) {
			m.op, m.args = atEnd, nil
			return visit(m)
		}
		if err != nil {
			return err
		}
		o, ok := v.(op)
		if !ok {
			m.args = append(m.args, v)
			continue
		}
		m.op = o
		if err := visit(m); err != nil {
			return err
		}
		m = m.after(fonts)
	}
}

// after is what is in force when the operator has taken effect.
func (m moment) after(fonts dict) moment {
	switch m.op {
	case "BMC", "BDC":
		m.open = append(slices.Clone(m.open), m.begun())
	case "EMC":
		m.open = m.open[:max(len(m.open)-1, 0)]
	case "BT", "ET":
		m.inText = m.op == "BT"
	case "q":
		m.saved++
	case "Q":
		m.saved--
	case "Tf":
		if n, ok := m.args[0].(name); ok {
			m.font, _ = fonts[n].(ref)
		}
	}
	m.args = nil
	return m
}

// begun is the marked content that BMC or BDC opens.
func (m moment) begun() marking {
	out := marking{id: -1, inText: m.inText}
	out.tag, _ = m.args[0].(name)
	if m.op == "BDC" && len(m.args) == 2 {
		if d, ok := m.args[1].(dict); ok {
			if id, ok := d["MCID"].(float64); ok {
				out.id = int(id)
			}
		}
	}
	return out
}

func (m moment) tagged() bool {
	return slices.ContainsFunc(m.open, func(o marking) bool { return o.id >= 0 })
}

func (m moment) artifact() bool {
	return slices.ContainsFunc(m.open, func(o marking) bool { return o.tag == "Artifact" })
}

const operators = " q Q cm w J j M d ri i gs m l c v y h re S s f f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ ' \" g G Do BMC BDC EMC MP DP "

func knownOperators(f *File) error {
	return f.walk(func(m moment) error {
		if m.op != atEnd && !strings.Contains(operators, " "+string(m.op)+" ") {
			return fmt.Errorf("the operator %q is not known, or sets a colour", m.op)
		}
		return nil
	})
}
