package main

import (
	"encoding/json"
	"fmt"
	"sort"

	"imr"
	"imr/internal/pdf"
)

// firstDifference names the first value, in the order of the fields, in which two JSON texts differ.
func firstDifference(was, now []byte) string {
	var a, b any
	if err := json.Unmarshal(was, &a); err != nil {
		return fmt.Sprintf("it cannot be read: %v", err)
	}
	if err := json.Unmarshal(now, &b); err != nil {
		return fmt.Sprintf("it cannot be read: %v", err)
	}
	if text := differ("", a, b); text != "" {
		return text
	}
	return "it says the same in other bytes, so it was written by something else"
}

func differ(path string, was, now any) string {
	switch a := was.(type) {
	case map[string]any:
		if b, ok := now.(map[string]any); ok {
			return differFields(path, a, b)
		}
	case []any:
		if b, ok := now.([]any); ok {
			return differEntries(path, a, b)
		}
	}
	one, other := oneLine(was), oneLine(now)
	if one == other {
		return ""
	}
	return fmt.Sprintf("%s is %s in the letter and %s now", path, one, other)
}

func differFields(path string, a, b map[string]any) string {
	names := map[string]bool{}
	for name := range a {
		names[name] = true
	}
	for name := range b {
		names[name] = true
	}
	sorted := make([]string, 0, len(names))
	for name := range names {
		sorted = append(sorted, name)
	}
	sort.Strings(sorted)
	for _, name := range sorted {
		inner := name
		if path != "" {
			inner = path + "." + name
		}
		if text := differ(inner, a[name], b[name]); text != "" {
			return text
		}
	}
	return ""
}

func differEntries(path string, a, b []any) string {
	for i := range max(len(a), len(b)) {
		inner := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case i >= len(a):
			return fmt.Sprintf("%s is not in the letter and is %s now", inner, oneLine(b[i]))
		case i >= len(b):
			return fmt.Sprintf("%s is %s in the letter and is not there now", inner, oneLine(a[i]))
		}
		if text := differ(inner, a[i], b[i]); text != "" {
			return text
		}
	}
	return ""
}

const longestValue = 120 // characters of a value that are shown

func oneLine(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	r := []rune(string(b))
	if len(r) > longestValue {
		return string(r[:longestValue]) + "…"
	}
	return string(r)
}

// firstOtherLine names the first line of the page in which a letter differs from the one printed now, or else its first other byte.
func firstOtherLine(now, was []byte) string {
	a, errA := pdf.Read("letter", now)
	b, errB := pdf.Read("letter", was)
	if errA == nil && errB == nil {
		for i := range max(len(a.Pages), len(b.Pages)) {
			if text := otherLine(a, b, i); text != "" {
				return text
			}
		}
	}
	at := 0
	for at < min(len(now), len(was)) && now[at] == was[at] {
		at++
	}
	return fmt.Sprintf("the file differs from byte %d on, in what no page shows", at)
}

func otherLine(now, was imr.RecordFile, page int) string {
	if page >= len(now.Pages) || page >= len(was.Pages) {
		return fmt.Sprintf("it has %d pages, and printed again %d", len(was.Pages), len(now.Pages))
	}
	a, b := now.Pages[page].Lines, was.Pages[page].Lines
	for i := range max(len(a), len(b)) {
		var one, other string
		if i < len(a) {
			one = a[i].Text()
		}
		if i < len(b) {
			other = b[i].Text()
		}
		if one != other {
			return fmt.Sprintf("page %d, line %d reads %q, and printed again %q", page+1, i+1, other, one)
		}
	}
	return ""
}
