package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"imr/internal/exam/grade"
	"imr/internal/exam/styles"
)

// report writes the table, and the patterns of failures: those of styles that are held back are only counted.
func report(o options, r *grade.Runner, cases []grade.Graded, all []styles.Style, out io.Writer) error {
	fmt.Fprintf(out, "%d cases, seed %d\n", o.n, o.seed)
	grade.Table(out, scores(cases))
	var open []grade.Graded
	for _, g := range cases {
		if !g.Papers.Held {
			open = append(open, g)
		}
	}
	if o.list == "" {
		return r.List(out, open, all, o.shorten, o.shorten)
	}
	file, err := os.Create(o.list)
	if err != nil {
		return fmt.Errorf("cannot write the list of failures: %w", err)
	}
	return errors.Join(list(file, o, r, open, all), file.Close())
}

// scores sums up all cases, those in known styles and those that are held back, and those with errors in their papers.
func scores(cases []grade.Graded) []grade.Named {
	var all, known, held, spoiled grade.Score
	for _, g := range cases {
		all.Add(g.Result)
		if g.Papers.Held {
			held.Add(g.Result)
		} else {
			known.Add(g.Result)
		}
		if g.Papers.Errors {
			spoiled.Add(g.Result)
		}
	}
	return []grade.Named{{Name: "all", Score: all}, {Name: "known styles", Score: known}, {Name: "held back", Score: held}, {Name: "with errors", Score: spoiled}}
}

// list writes everything that helps to mend the program: which styles, which outcomes, which wordings, which patterns.
func list(out io.Writer, o options, r *grade.Runner, cases []grade.Graded, all []styles.Style) error {
	fmt.Fprintf(out, "Failures of %d cases with seed %d, most frequent first.\n\nMissed facts by style (missed/asked):\n", o.n, o.seed)
	grade.ByStyle(out, cases)
	fmt.Fprintln(out, "\nWRONG outcomes:")
	grade.Dangers(out, cases)
	fmt.Fprintln(out, "\nWordings with which a fact was missed in most cases:")
	grade.Hardest(out, cases, all)
	fmt.Fprintln(out, "\nPatterns of failures:")
	return r.List(out, cases, all, o.n, o.shorten)
}
