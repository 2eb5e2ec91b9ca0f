package paper

import "strings"

// misheard are words as dictation writes them, and misread characters as a scanner takes them. None of them hides what is meant.
var (
	misheard = [][2]string{{"acupuncture", "accupuncture"}, {"acupuncture", "acu puncture"}, {"acupuncture", "acupunture"}, {"sessions", "session"}, {"functional", "funtional"}, {"improvement", "improvment"}, {"tolerate", "tolerat"}, {"physical", "phyiscal"}, {"medication", "medicaton"}, {"treatment", "treatement"}, {"therapy", "theraphy"}, {"patient", "pateint"}}
	misread  = [][2]string{{"m", "rn"}, {"l", "1"}, {" 1", " l"}, {"ti", "t i"}, {". ", " . "}, {"cl", "d"}, {"O", "0"}}
)

// damaged returns a text with an error or two.
func (k *composer) damaged(text string) string {
	all := misheard
	if k.IntN(2) == 0 {
		all = misread
	}
	for range 1 + k.IntN(2) {
		swap := all[k.IntN(len(all))]
		text = k.swapOne(text, swap[0], swap[1])
	}
	return text
}

// swapOne replaces one place of many, and leaves slots and marks alone.
func (k *composer) swapOne(text, from, to string) string {
	if strings.ContainsAny(text, opens+"{<") {
		return text
	}
	n := strings.Count(text, from)
	if n == 0 {
		return text
	}
	at := k.IntN(n)
	start := 0
	for range at {
		start += strings.Index(text[start:], from) + len(from)
	}
	return text[:start] + strings.Replace(text[start:], from, to, 1)
}

// misreadNumbers are figures as a scanner takes them.
var misreadNumbers = [][2]string{{"1", "l"}, {"0", "O"}, {"2x", "Zx"}, {"2 x", "Z x"}, {"12", "1 2"}, {"18", "l8"}, {"visits", "visit5"}, {"x", " x"}}

// spoiled returns a quantity with one figure misread, now and then.
func (k *composer) spoiled(text string) string {
	if k.IntN(100) < 60 {
		return text
	}
	swap := misreadNumbers[k.IntN(len(misreadNumbers))]
	return k.swapOne(text, swap[0], swap[1])
}
