package render

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"imr"
)

// valueWords is a fact's value in words. The value may come from the stage before or from JSON; both read the same.
func valueWords(v any) string {
	switch v := plainValue(v).(type) {
	case nil:
		return "not known"
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v]
	case float64:
		return countWords(v)
	case string:
		return wordOrDay(v)
	case []any:
		return listWords(v)
	case map[string]any:
		return rangeWords(v)
	}
	return "not known"
}

// plainValue is the value as JSON reads it.
func plainValue(v any) any {
	b, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	var plain any
	if json.Unmarshal(b, &plain) != nil {
		return nil
	}
	return plain
}

func countWords(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func wordOrDay(s string) string {
	if day := imr.Date(s).US(); day != "" {
		return day
	}
	return strings.ReplaceAll(s, "_", " ")
}

func rangeWords(v map[string]any) string {
	low, okLow := v["low"].(float64)
	high, okHigh := v["high"].(float64)
	if !okLow || !okHigh {
		return "not known"
	}
	if low == high {
		return countWords(low)
	}
	return countWords(low) + " to " + countWords(high)
}

func listWords(list []any) string {
	if len(list) == 0 {
		return "none"
	}
	var words []string
	for _, v := range list {
		words = append(words, valueWords(v))
	}
	return enumerate(words)
}

// enumerate joins words as a sentence does: "a", "a and b", "a, b and c".
func enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// count puts the right form of a noun after a number.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// filePages is "file.pdf, page 3" or "file.pdf, pages 1–4, 7".
func filePages(file string, pages []int) string {
	pages = sortedSet(pages)
	switch len(pages) {
	case 0:
		return file
	case 1:
		return fmt.Sprintf("%s, page %d", file, pages[0])
	}
	return file + ", pages " + strings.Join(numberRanges(pages), ", ")
}

// numberRanges shortens sorted numbers: 1, 2, 3, 7 are "1–3", "7".
func numberRanges(numbers []int) []string {
	var out []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i == j {
			out = append(out, strconv.Itoa(numbers[i]))
		} else {
			out = append(out, fmt.Sprintf("%d–%d", numbers[i], numbers[j]))
		}
		i = j + 1
	}
	return out
}

// sortedSet returns the numbers in order, each once.
func sortedSet(numbers []int) []int {
	return slices.Compact(slices.Sorted(slices.Values(numbers)))
}
