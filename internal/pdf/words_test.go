package pdf

import "testing"

func TestWordsOfAnotherReaderAreLaidOut(t *testing.T) {
	word := func(text string, x0, x1, baseline, confidence float64) Word {
		return Word{Text: text, X0: x0, X1: x1, Baseline: baseline, Size: 12, Confidence: confidence}
	}
	lines := Lines([]Word{
		word("sessions", 100, 150, 112, 96), word("18", 84, 96, 112.4, 41), word("Quantity", 20, 60, 112, 90), word("Second", 20, 60, 130, 90), word("line", 60.5, 80, 130, 90),
	})
	if len(lines) != 2 || len(lines[0].Cells) != 2 || lines[0].Cells[1].Text != "18 sessions" || lines[0].Cells[1].Confidence != 41 || lines[1].Text() != "Second line" {
		t.Errorf("laid out as %+v", lines)
	}
}
