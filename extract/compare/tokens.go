package compare

import (
	"strconv"
	"strings"

	"imr/internal/pattern"
)

// token is a word, a sign, or a number with what it counts.
type token struct {
	text       string
	start, end int
	quantity   *quantity
}

// quantity is a number in a sentence.
type quantity struct {
	value      float64
	kind       string  // of units.txt; "" where no unit stands with it
	times      float64 // what the unit is of the kind's smallest
	from, to   int     // tokens
	start, end int     // bytes
}

var lexeme = pattern.New(`\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d+\s?/\s?10\b|\b\d+\s?/\s?day\b|\b\d+\s?/\s?d\b|\bw/|->|→|=>|\d+(?:\.\d+)?|\pL+(?:[-'’]\pL+)*|[^\s\pL\d]`)

// tokensOf cuts a sentence in lower case and finds its quantities.
func tokensOf(text string) []token {
	var out []token
	for _, at := range lexeme.FindAllStringIndex(text, -1) {
		out = append(out, token{text: text[at[0]:at[1]], start: at[0], end: at[1]})
	}
	for i := range out {
		if q, ok := quantityAt(out, i); ok {
			q.start, q.end = out[i].start, out[q.to-1].end
			out[i].quantity = &q
		}
	}
	return out
}

// quantityAt reads a number, or "an hour", "half an hour", "none", with its unit.
func quantityAt(ts []token, i int) (quantity, bool) {
	q := quantity{from: i, to: i + 1, times: 1}
	text := ts[i].text
	n, err := strconv.ParseFloat(text, 64)
	word, isWord := numberWords[text]
	switch {
	case strings.HasSuffix(text, "/10") || strings.Count(text, "/") > 1:
		return q, false
	case strings.Contains(text, "/d"): // 3/day
		q.value, _ = strconv.ParseFloat(strings.TrimSpace(text[:strings.IndexByte(text, '/')]), 64)
		q.kind = "doses"
		return q, true
	case err == nil && !strings.Contains(text, "-"):
		q.value = n
	case isWord:
		q.value = word
	case intervals[text] > 0:
		q.value, q.kind = intervals[text], "interval"
		return q, true
	case (text == "a" || text == "an") && measured(unitAt(ts, i+1)) && (i == 0 || !isNumber(ts[i-1].text) && ts[i-1].text != "half"):
		q.value = 1
	case cueAt(ts, i, "none") > 0:
		return q, true
	default:
		return q, false
	}
	if q.value > 1900 && q.value < 2100 {
		return q, false
	}
	return withUnit(ts, q), true
}

func measured(u unit) bool { return u.kind != "" && u.kind != "other" }

func isNumber(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	_, word := numberWords[text]
	return err == nil || word
}

// withUnit adds the unit after a number, at most two words away: "10 lbs", "half an hour", "one ibuprofen a day".
func withUnit(ts []token, q quantity) quantity {
	for k := q.to; k < len(ts) && k < q.to+3; k++ {
		if daily(ts, k) {
			q.kind, q.to = "doses", k+1
			return q
		}
		if u := unitAt(ts, k); u.kind != "" {
			if weeks, ok := spans[ts[k].text]; ok && every(ts, q.from-1) {
				u = unit{"interval", weeks}
			}
			q.kind, q.value, q.times, q.to = u.kind, q.value*u.times, u.times, k+1
			return q
		}
		if isNumber(ts[k].text) || cueAt(ts, k, "to")+cueAt(ts, k, "than")+cueAt(ts, k, "arrow")+cueAt(ts, k, "then")+cueAt(ts, k, "back") > 0 || strings.ContainsAny(ts[k].text, ",;:.()") {
			return q
		}
	}
	return q
}

// intervals are words for how far visits lie apart, in weeks.
var intervals = map[string]float64{"weekly": 1, "biweekly": 2, "fortnightly": 2, "monthly": 4.35, "bimonthly": 8.7, "quarterly": 13}

// spans are lengths of time in weeks; after "every" they are intervals between visits.
var spans = map[string]float64{"week": 1, "weeks": 1, "wk": 1, "wks": 1, "month": 4.35, "months": 4.35, "mo": 4.35, "mos": 4.35}

func every(ts []token, i int) bool { return i >= 0 && (ts[i].text == "every" || ts[i].text == "q") }

func daily(ts []token, k int) bool {
	return ts[k].text == "daily" || ts[k].text == "day" && k > 0 && (ts[k-1].text == "a" || ts[k-1].text == "per" || ts[k-1].text == "/" || ts[k-1].text == "each")
}

func unitAt(ts []token, i int) unit {
	if i >= len(ts) {
		return unit{}
	}
	u := loadUnits()[strings.TrimSuffix(ts[i].text, ".")]
	if i > 0 && ts[i].text == "h" && !isNumber(ts[i-1].text) {
		return unit{}
	}
	return u
}

// cueAt returns how many tokens a cue takes at i, 0 where there is none.
func cueAt(ts []token, i int, name string) int {
	for _, words := range loadCues()[name] {
		k := 0
		for k < len(words) && i+k < len(ts) && ts[i+k].text == words[k] {
			k++
		}
		if k == len(words) {
			return k
		}
	}
	return 0
}
