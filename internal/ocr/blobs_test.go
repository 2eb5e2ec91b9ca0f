package ocr

import (
	"cmp"
	"image"
	"slices"
	"testing"
)

// drawn makes ink of a drawing in which a # is a dark pixel.
func drawn(rows ...string) ink {
	m := ink{w: len(rows[0]), h: len(rows), dark: make([]bool, len(rows)*len(rows[0]))}
	for y, row := range rows {
		for x, c := range row {
			m.dark[y*m.w+x] = c == '#'
		}
	}
	return m
}

func TestBlobs(t *testing.T) {
	got := drawn(
		"#.#....##.",
		"#.#...#...",
		"###..#...#",
		".........#",
		".##.#.#..#",
		".....#....",
	).blobs()
	slices.SortFunc(got, func(a, b blob) int { return cmp.Or(a.box.Min.Y-b.box.Min.Y, a.box.Min.X-b.box.Min.X) })
	want := []blob{
		{image.Rect(0, 0, 3, 3), 7}, // two strokes that a third joins
		{image.Rect(5, 0, 9, 3), 4}, // pixels that touch at corners
		{image.Rect(9, 2, 10, 5), 3},
		{image.Rect(1, 4, 3, 5), 2},
		{image.Rect(4, 4, 7, 6), 3},
	}
	if !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}
