package font

import "testing"

func TestJapaneseGlyphNumbers(t *testing.T) {
	n := NewNames()
	for cid, want := range map[int]string{34: "A", 231: " ", 633: "　", 843: "あ", 1125: "亜", 4089: "腕", 4090: "弌", 7477: "瑤", 7478: "", 0: ""} {
		if got, _ := n.japanText(cid); got != want {
			t.Errorf("glyph %d is %q, want %q", cid, got, want)
		}
	}
}
