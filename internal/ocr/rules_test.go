package ocr

import (
	"image"
	"testing"
)

// A rule goes, and of a letter that it crosses the part beyond it stays. Letters and short dashes are no rules.
func TestRulesAreErased(t *testing.T) {
	img := whitePage(1500, 900)
	level, down := image.Rect(100, 300, 1300, 303), image.Rect(400, 300, 403, 700)
	tail, dash, stem := image.Rect(700, 280, 705, 330), image.Rect(800, 500, 950, 503), image.Rect(900, 600, 904, 680)
	for _, r := range []image.Rectangle{level, down, tail, dash, stem} {
		blacken(img, r)
	}
	rules := unrule(img, 300)
	if len(rules) != 1 || rules[0].from > 302 || rules[0].to < 698 || rules[0].first > 400 || rules[0].last < 402 {
		t.Errorf("the rules that run down are %+v, want one at 400 from 300 to 700", rules)
	}
	m := inkOf(img, middle)
	for _, c := range []struct {
		x, y int
		want bool
	}{{200, 301, false}, {1200, 301, false}, {401, 500, false}, {702, 285, true}, {702, 301, true}, {702, 325, true}, {850, 501, true}, {902, 640, true}} {
		if m.dark[c.y*m.w+c.x] != c.want {
			t.Errorf("at %d, %d there is ink: %v, want %v", c.x, c.y, !c.want, c.want)
		}
	}
}

// What is level with the picture of a crooked page is a streak.
func TestStreaksOfACrookedPageAreErased(t *testing.T) {
	img := whitePage(1000, 1500)
	blacken(img, image.Rect(500, 0, 503, 1500))
	blacken(img, image.Rect(200, 200, 230, 240))
	got := inkOf(unstreak(img, 300), middle)
	if got.dark[700*got.w+501] || !got.dark[220*got.w+210] {
		t.Error("the streak is left, or the letter is not")
	}
}
