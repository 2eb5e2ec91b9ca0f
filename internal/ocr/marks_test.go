package ocr

import (
	"image"
	"testing"
)

func TestBoxesOfAForm(t *testing.T) {
	tests := map[string]string{
		"[]": "[ ]", "()": "( )", "{]": "[ ]", "[X]": "[X]", "[xX]": "[X]", "(x)": "(X)", "IX]": "[X]", "[XJ": "[X]", "{x}": "[X]",
		"1)": "1)", "(1)": "(1)", "[18]": "[18]", "X": "X", "XX": "XX", "(X-ray)": "(X-ray)", "I": "I",
	}
	for text, want := range tests {
		if got, is := box(text); got != want || is != (want == "[ ]" || want == "( )" || want == "[X]" || want == "(X)") {
			t.Errorf("%q becomes %q, want %q; a box: %v", text, got, want, is)
		}
	}
}

// A sign among digits stands for one of them, and a 1 before s or n for an i.
func TestDigitsThatAreNone(t *testing.T) {
	for text, want := range map[string]found{
		"2@": {text: "2@", confidence: 50}, "18": {text: "18", confidence: 96}, "12/02/2013": {text: "12/02/2013", confidence: 96},
		"1s": {text: "is", confidence: 96}, "1n": {text: "in", confidence: 96}, "Q&A": {text: "Q&A", confidence: 96},
	} {
		w := word(text, 10, 72, 40, 100)
		w.confidence = 96
		got := row{box: w.box, words: []found{w}}.marks(40)
		if len(got) != 1 || got[0].text != want.text || got[0].confidence != want.confidence {
			t.Errorf("%q becomes %+v, want %+v", text, got, want)
		}
	}
}

// word returns one of a row whose baseline is at 100 and whose type has a size of 40.
func word(text string, x0, y0, x1, y1 int) found {
	return found{text: text, box: image.Rect(x0, y0, x1, y1), confidence: 50}
}

func TestMarksOfARow(t *testing.T) {
	tests := []struct {
		name  string
		words []found
		want  []string
	}{
		{"a bullet read as a letter", []found{word("e", 10, 78, 23, 91), word("Acupuncture", 40, 72, 200, 109)}, []string{"•", "Acupuncture"}},
		{"a letter", []found{word("e", 10, 81, 28, 100), word("mail", 40, 72, 80, 100)}, []string{"e", "mail"}},
		{"a dash", []found{word("-", 10, 85, 23, 89), word("mail", 40, 72, 80, 100)}, []string{"-", "mail"}},
		{"a bullet alone", []found{word("e", 10, 78, 23, 91)}, []string{"e"}},
		{"parted brackets", []found{word("[", 10, 72, 18, 108), word("]", 30, 72, 38, 108), word("Denied", 50, 72, 90, 100)}, []string{"[ ]", "Denied"}},
		{"dirt", []found{word(":", 2, 78, 5, 91), word("6", 10, 72, 28, 100), word("'", 60, 72, 63, 76), word("-", 70, 85, 83, 89)}, []string{"6", "-"}},
		{"lines of a form", []found{word("___", 2, 100, 30, 102), word("_X_", 40, 72, 70, 102), word("__Service", 80, 72, 150, 102), word("_6_", 160, 72, 190, 102)}, []string{"___", "_X_", "Service", "6"}},
		{"brackets far apart", []found{word("[", 10, 72, 18, 108), word("]", 90, 72, 98, 108)}, []string{"[", "]"}},
	}
	for _, test := range tests {
		r := row{box: image.Rect(10, 72, 200, 100), words: test.words}
		got := r.marks(40)
		ok := len(got) == len(test.want)
		for i := range min(len(got), len(test.want)) {
			ok = ok && got[i].text == test.want[i]
		}
		if !ok {
			t.Errorf("%s: %+v, want %q", test.name, got, test.want)
		}
	}
}
