package compare

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed units.txt
var unitsFile string

//go:embed cues.txt
var cuesFile string

// unit is a word for what is measured.
type unit struct {
	kind  string
	times float64 // of the kind's smallest unit
}

var loadUnits = sync.OnceValue(func() map[string]unit {
	out := map[string]unit{}
	for i, f := range tableOf(unitsFile) {
		times, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			panic(fmt.Sprintf("units.txt, row %d: %v", i+1, err))
		}
		for _, w := range f[2:] {
			out[w] = unit{f[0], times}
		}
	}
	return out
})

// loadCues returns the cues by name, each a list of word sequences.
var loadCues = sync.OnceValue(func() map[string][][]string {
	out := map[string][][]string{}
	for _, f := range tableOf(cuesFile) {
		for _, w := range f[1:] {
			name := strings.TrimSuffix(f[0], ":")
			out[name] = append(out[name], strings.Split(w, "_"))
		}
	}
	return out
})

// tableOf returns the fields of each line that is not a comment.
func tableOf(text string) [][]string {
	var out [][]string
	for _, line := range strings.Split(text, "\n") {
		if f := strings.Fields(line); len(f) > 2 && f[0] != "#" || len(f) == 2 && strings.HasSuffix(f[0], ":") {
			out = append(out, f)
		}
	}
	return out
}

// numberWords are the numbers as words, of which a record measures: to twenty, and the tens and fives above.
var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-five": 25,
	"thirty": 30, "thirty-five": 35, "forty": 40, "forty-five": 45, "fifty": 50, "fifty-five": 55, "sixty": 60, "seventy": 70, "seventy-five": 75,
	"eighty": 80, "ninety": 90, "half": 0.5, "twice": 2, "once": 1,
}
