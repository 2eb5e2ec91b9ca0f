package visits

import (
	"fmt"
	"strconv"
	"strings"

	"imr"
)

// nodeKind is what a piece of a wording asks for.
type nodeKind int

const (
	wordNode  nodeKind = iota // this word
	valueNode                 // an amount, or a number of one
	fixedNode                 // nothing: a value that the words themselves say
	listNode                  // one of a named list
	allNode                   // these, one after the other
	oneNode                   // one of these
	maybeNode                 // this or nothing
	manyNode                  // this as often as it comes
)

// node is a piece of a wording.
type node struct {
	kind nodeKind
	text string
	fix  imr.Range
	kids []node
}

// reader reads a wording: words, [left out], (one|of), {list}*, <value>, name=2.
type reader struct {
	words []string
	at    int
}

// parsePattern turns a wording into nodes. An error says what is wrong with it.
func parsePattern(text string) (node, error) {
	r := &reader{words: pieces(text)}
	n, err := r.choice("")
	if err == nil && r.at < len(r.words) {
		err = fmt.Errorf("%q stands too much", r.words[r.at])
	}
	return n, err
}

// pieces cuts a wording at spaces and around its brackets and bars, but not within quotes.
func pieces(text string) []string {
	var out []string
	for _, f := range strings.Fields(text) {
		if f[0] == '\'' {
			end := strings.LastIndexByte(f, '\'')
			out = append(out, f[:end+1])
			f = f[end+1:]
		}
		for f != "" {
			i := strings.IndexAny(f, "[](|)*'")
			switch {
			case i < 0:
				out, f = append(out, f), ""
			case i > 0:
				out, f = append(out, f[:i]), f[i:]
			case f[0] == '\'':
				end := strings.IndexByte(f[1:], '\'') + 2
				out, f = append(out, f[:end]), f[end:]
			default:
				out, f = append(out, f[:1]), f[1:]
			}
		}
	}
	return out
}

// choice reads alternatives up to a closing bracket.
func (r *reader) choice(closing string) (node, error) {
	one := node{kind: oneNode}
	for {
		all, err := r.sequence(closing)
		if err != nil {
			return node{}, err
		}
		one.kids = append(one.kids, all)
		if r.at >= len(r.words) || r.words[r.at] != "|" {
			break
		}
		r.at++
	}
	if len(one.kids) == 1 {
		return one.kids[0], nil
	}
	return one, nil
}

func (r *reader) sequence(closing string) (node, error) {
	all := node{kind: allNode}
	for r.at < len(r.words) && r.words[r.at] != "|" && r.words[r.at] != closing {
		n, err := r.piece()
		if err != nil {
			return node{}, err
		}
		if r.at < len(r.words) && r.words[r.at] == "*" {
			r.at++
			n = node{kind: manyNode, kids: []node{n}}
		}
		all.kids = append(all.kids, n)
	}
	return all, nil
}

func (r *reader) piece() (node, error) {
	w := r.words[r.at]
	r.at++
	switch {
	case w == "[" || w == "(":
		return r.bracket(w)
	case w[0] == '\'':
		return node{kind: wordNode, text: strings.Trim(w, "'")}, nil
	case w[0] == '<':
		return node{kind: valueNode, text: strings.Trim(w, "<>")}, nil
	case w[0] == '{':
		return node{kind: listNode, text: strings.Trim(w, "{}")}, nil
	}
	if name, value, ok := strings.Cut(w, "="); ok && name != "" {
		n, err := strconv.ParseFloat(value, 64)
		return node{kind: fixedNode, text: name, fix: imr.Range{Low: n, High: n}}, err
	}
	return node{kind: wordNode, text: w}, nil
}

func (r *reader) bracket(open string) (node, error) {
	closing := map[string]string{"[": "]", "(": ")"}[open]
	n, err := r.choice(closing)
	if err != nil {
		return n, err
	}
	if r.at >= len(r.words) {
		return n, fmt.Errorf("%s is not closed", open)
	}
	r.at++
	if open == "[" {
		n = node{kind: maybeNode, kids: []node{n}}
	}
	return n, nil
}
