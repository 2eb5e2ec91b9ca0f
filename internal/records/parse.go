package records

import (
	"fmt"
	"strings"
)

type kind int

const (
	title kind = iota
	heading
	paragraph
	bullet
	alone
	columns
	table
	pageBreak
	directive
)

// block is one piece of a twin.
type block struct {
	kind  kind
	line  int        // where it begins in the twin, from 1
	text  string     // what follows the mark; the name of a directive
	value string     // of a directive
	cells []string   // of columns
	rows  [][]string // of a table
}

// marks are the beginnings of lines that are more than text.
var marks = []struct {
	prefix string
	kind   kind
}{
	{"## ", heading}, {"# ", title}, {"- ", bullet}, {">", alone}, {"|", table}, {"@", directive}, {"====", pageBreak},
}

// parse splits a twin into blocks. An error names the line.
func parse(twin string) ([]block, error) {
	var blocks []block
	open := false // whether the last block may be continued by the next line
	for i, raw := range strings.Split(twin, "\n") {
		line := strings.TrimSpace(raw)
		if line == "" {
			open = false
			continue
		}
		b := parseLine(line, i+1)
		if open && joins(&blocks[len(blocks)-1], b) {
			continue
		}
		blocks = append(blocks, b)
		open = true
	}
	return blocks, checkTables(blocks)
}

func parseLine(line string, number int) block {
	b := block{kind: paragraph, line: number, text: line}
	for _, m := range marks {
		if rest, ok := strings.CutPrefix(line, m.prefix); ok {
			b.kind, b.text = m.kind, strings.TrimSpace(rest)
			break
		}
	}
	switch {
	case b.kind == table:
		b.rows = [][]string{split(strings.Trim(line, "|"), "|")}
	case b.kind == directive:
		name, value, _ := strings.Cut(b.text, " ")
		b.text, b.value = name, strings.TrimSpace(value)
	case b.kind == paragraph && isColumns(line):
		b.kind, b.cells = columns, split(line, "||")
	}
	return b
}

func isColumns(line string) bool {
	_, _, box := boxOf(line)
	return strings.Contains(line, "||") || box
}

// boxOf takes the box of a form off the beginning of a text: [X] or [ ], or (X) or ( ) for a choice of which one may be made.
func boxOf(text string) (box, label string, ok bool) {
	for _, b := range []string{"[X]", "[ ]", "(X)", "( )"} {
		if label, ok := strings.CutPrefix(text, b); ok {
			return b, strings.TrimSpace(label), true
		}
	}
	return "", text, false
}

func split(line, by string) []string {
	cells := strings.Split(line, by)
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// joins adds a line of text to the paragraph or list entry before it, or a row to the table before it.
func joins(last *block, b block) bool {
	switch {
	case b.kind == paragraph && (last.kind == paragraph || last.kind == bullet):
		last.text += " " + b.text
	case b.kind == table && last.kind == table:
		last.rows = append(last.rows, b.rows...)
	default:
		return false
	}
	return true
}

func checkTables(blocks []block) error {
	for _, b := range blocks {
		for i, row := range b.rows {
			if len(row) != len(b.rows[0]) {
				return fmt.Errorf("line %d: a table's row has %d cells where its first row has %d; add or remove a |", b.line+i, len(row), len(b.rows[0]))
			}
		}
	}
	return nil
}
