package pdfium_test

import (
	"strings"
	"testing"
)

const picture = "q 400 0 0 300 0 0 cm /P Do Q\n"

// withPicture writes a page with a grey picture /P, a picture /M that is masked to nothing, and a form /X that paints a small part of
// the page white.
func withPicture(content string) []byte {
	image := "/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray"
	form := stream("/Type /XObject /Subtype /Form /BBox [300 150 350 200]", "1 1 1 rg 0 0 400 300 re f")
	grey, none := strings.Repeat("\x90", 100), strings.Repeat("\x00", 100)
	return page("/Resources << /Font << /F1 5 0 R >> /XObject << /P 6 0 R /M 7 0 R /X 9 0 R >> /ExtGState << /T << /ca 0 >> /H << /ca .5 >> >> >>", content, stream(image, grey), stream(image+" /SMask 8 0 R", grey), stream(image, none), form)
}

func TestOnlyWhatCanBeSeenIsText(t *testing.T) {
	seen := text(20, 250, "A person sees all of these many words on the page.")
	white, filled := "1 1 1 rg ", "0 0 400 100 re f "
	tests := map[string]string{
		"invisible":               "BT 3 Tr /F1 12 Tf 20 20 Td (secret) Tj ET",
		"only clipped to":         "q BT 7 Tr /F1 12 Tf 20 20 Td (secret) Tj ET Q",
		"transparent":             "q /T gs " + text(20, 20, "secret") + " Q",
		"tiny":                    "BT /F1 0.5 Tf 20 20 Td (secret) Tj ET",
		"off the page":            text(500, 20, "secret words") + text(20, -50, "and others"),
		"left of the page":        text(-200, 20, "secret words"),
		"above the page":          text(20, 400, "secret words"),
		"white on white":          white + text(20, 20, "secret"),
		"black on black":          filled + text(20, 20, "secret"),
		"under a rectangle":       text(20, 20, "secret") + white + filled,
		"under a picture":         text(20, 20, "secret") + "q 400 0 0 100 0 0 cm /P Do Q",
		"under a masked one":      text(20, 20, "seen") + "q 400 0 0 100 0 0 cm /M Do Q",
		"white on black":          filled + white + text(20, 20, "seen"),
		"outlined in black":       white + "BT 1 Tr /F1 12 Tf 20 20 Td (seen) Tj ET",
		"under what is elsewhere": text(20, 20, "seen") + "q 300 150 50 50 re W n " + white + filled + "Q",
		"under a circle's box":    text(20, 20, "seen") + "q 0 50 m 0 90 300 90 300 50 c 300 40 0 40 0 50 c W n " + white + filled + "Q",
		"on what is elsewhere":    "q 300 150 50 50 re W n " + filled + "Q " + text(20, 20, "seen"),
		"under a form elsewhere":  text(20, 20, "seen") + "/X Do",
		"under a veil":            text(20, 20, "seen") + "q /H gs " + white + filled + "Q",
		"on a picture":            "q 400 0 0 100 0 0 cm /P Do Q " + text(20, 20, "seen"),
	}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			file := sameAsPDF(t, "a.pdf", withPicture(seen+content))
			hidden := len(file.Flags) == 1 && strings.Contains(file.Flags[0].Evidence[0].Quote, "secret")
			if shown := len(file.Pages[0].Lines) == 2; hidden == shown {
				t.Errorf("hidden: %v, shown: %v", hidden, shown)
			}
		})
	}
}

func TestPagesThatNeedTextRecognitionAreNamed(t *testing.T) {
	tests := map[string]string{
		"blank":                    "",
		"a scan":                   picture,
		"a scan and a fax line":    picture + text(20, 285, "FROM 555-0100 PAGE 3"),
		"a scan with hidden text":  picture + "BT 3 Tr /F1 12 Tf 20 150 Td (recognised before) Tj ET",
		"a scan over its text":     text(20, 150, "recognised before") + picture,
		"a picture beside no text": "q 90 0 0 90 0 0 cm /P Do Q",
		"a drawing":                strings.Repeat("0 0 m 9 9 l S ", 30),
		"a frame":                  "20 20 300 200 re S",
	}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			file := sameAsPDF(t, "a.pdf", withPicture(content))
			if want := name != "blank" && name != "a frame"; len(file.Unread) > 0 != want {
				t.Errorf("unread: %+v", file.Unread)
			}
		})
	}
}

// many writes a page of a word and of more things than are read.
func many() []byte {
	nothing := stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "")
	content := text(20, 20, "word") + strings.Repeat("/X Do\n", 50_000)
	return page("/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>", content, nothing)
}

func TestAPageThatDrawsMoreThanIsReadIsNamed(t *testing.T) {
	file, err := engine(t).Read("a.pdf", many())
	if err != nil || len(file.Unread) != 1 || !strings.Contains(file.Unread[0].Reason, "draws more than is read") || len(file.Pages[0].Lines) != 1 {
		t.Errorf("read %+v, %v", file, err)
	}
}
