package sandbox_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"imr/internal/sandbox"
)

// Text recognition itself runs behind the walls: it finds its libraries and its languages, and reads a picture from a pipe.
func TestTesseractRunsBehindTheWalls(t *testing.T) {
	folders, err := filepath.Glob("/usr/share/tesseract-ocr/*/tessdata")
	if err != nil {
		t.Fatal(err)
	}
	tesseract := program(t, "tesseract", append(folders, "/usr/share/tessdata")...)
	width, height, pixels := tile()
	picture := fmt.Sprintf("P2\n%d %d\n255\n%s", width, height, pixels)
	lines := run(t, sandbox.Spec{
		Kind:    "start",
		Params:  call{tesseract, []string{"stdin", "stdout", "--psm", "7", "tsv"}},
		Program: tesseract,
		Files:   []*os.File{input(t, picture)},
	})
	var said string
	if err := json.Unmarshal([]byte(strings.Join(lines, "")), &said); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(said, "\tTILE\n") {
		t.Errorf("tesseract says %s", said)
	}
}

// tile is a picture of a word in letters of blocks, and its size.
func tile() (width, height int, pixels string) {
	const block = 6
	rows := []string{
		"                             ",
		"   #####  ###  #     #####   ",
		"     #     #   #     #       ",
		"     #     #   #     #       ",
		"     #     #   #     ####    ",
		"     #     #   #     #       ",
		"     #     #   #     #       ",
		"     #    ###  ##### #####   ",
		"                             ",
	}
	var b strings.Builder
	for y := range len(rows) * block {
		for x := range len(rows[0]) * block {
			b.WriteString(map[byte]string{'#': "0 ", ' ': "255 "}[rows[y/block][x/block]])
		}
		b.WriteByte('\n')
	}
	return len(rows[0]) * block, len(rows) * block, b.String()
}
