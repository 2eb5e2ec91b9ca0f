package layout

import (
	"math"
	"strings"
	"testing"
	"time"
)

// FuzzLines lays out letters whose places, directions and sizes are given by bytes, three for each.
func FuzzLines(f *testing.F) {
	f.Add([]byte("\x10\x10\x08\x14\x10\x08\x18\x10\x08\x10\x20\x28"), 5.0)
	f.Fuzz(func(t *testing.T, data []byte, scale float64) {
		start := time.Now()
		var p Page
		letters := 0
		for ; len(data) >= 3; data = data[3:] {
			x, y, size := float64(data[0])*scale, float64(data[1])*scale, float64(data[2]&0x1F)
			angle := float64(data[2]>>5) * math.Pi / 4
			p.Add(&Glyph{Text: string(rune('!' + data[0]%90)), X: x, Y: y, DX: size / 2 * math.Cos(angle), DY: size / 2 * math.Sin(angle), Size: size})
			letters++
		}
		lines := p.Lines([]Rule{{X: 100, Y0: 0, Y1: 500}, {X: 200, Y0: 100, Y1: 200}})
		got := 0
		for i, line := range lines {
			if line.Number != i+1 || len(line.Cells) == 0 {
				t.Errorf("line %d has the number %d and %d cells", i+1, line.Number, len(line.Cells))
			}
			for _, c := range line.Cells {
				got += len(strings.ReplaceAll(c.Text, " ", ""))
			}
		}
		if got > letters || got == 0 && letters > 0 {
			t.Errorf("%d letters became %d", letters, got)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("it took %s", took)
		}
	})
}
