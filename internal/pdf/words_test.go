package pdf

import "testing"

func TestWordsOfAnotherReaderAreLaidOut(t *testing.T) {
	lines := Lines([]Word{
		{"sessions", 100, 150, 112, 12}, {"18", 84, 96, 112.4, 12}, {"Quantity", 20, 60, 112, 12}, {"Second", 20, 60, 130, 12}, {"line", 60.5, 80, 130, 12},
	})
	if len(lines) != 2 || len(lines[0].Cells) != 2 || lines[0].Cells[1].Text != "18 sessions" || lines[1].Text() != "Second line" {
		t.Errorf("laid out as %+v", lines)
	}
}
