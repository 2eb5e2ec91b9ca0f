package pattern

import (
	"fmt"
	"strings"
)

// Row is a line of a table that stands in a data file: its first words, one a column, and what follows them.
type Row struct {
	Columns []string
	Rest    string
}

// Table reads a data file of rows with so many columns and a rest; lines that are empty or begin with # say nothing. want says in words
// what a line holds: "a kind and a pattern". A line that does not is a mistake of the program: it panics with the file's name and the
// line's number, in the first test that reads the file.
func Table(file, body string, columns int, want string) []Row {
	var out []Row
	for i, line := range strings.Split(body, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		r := Row{Rest: line}
		for range columns {
			word, rest, _ := strings.Cut(r.Rest, " ")
			r.Columns, r.Rest = append(r.Columns, word), strings.TrimSpace(rest)
		}
		if r.Rest == "" {
			panic(fmt.Sprintf("%s:%d: want %s", file, i+1, want))
		}
		out = append(out, r)
	}
	return out
}
