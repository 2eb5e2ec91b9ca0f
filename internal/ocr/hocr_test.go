package ocr

import (
	"image"
	"strings"
	"testing"
)

const hocr = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body>
<div class='ocr_page' title='image "stdin"; bbox 0 0 900 600; ppageno 0; scan_res 300 300'>
<span class='ocr_line' title="bbox 100 200 500 240; baseline 0.01 -8; x_size 40">
<span class='ocrx_word' title='bbox 100 200 180 232; x_wconf 96'>Tom&#39;s</span>
<span class='ocrx_word' title='bbox 190 200 220 232; x_wconf 41'><strong>18</strong></span>
</span>
<span class='ocr_header' title="bbox 100 300 500 330; baseline 0 0">
<span class='ocrx_word' title='bbox 100 300 180 330; x_wconf 90'>R&amp;B</span>
</span></div></body></html>`

func TestRowsAndWordsAreParsed(t *testing.T) {
	rows, err := parse([]byte(hocr))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || len(rows[0].words) != 2 || len(rows[1].words) != 1 {
		t.Fatalf("parsed as %+v", rows)
	}
	if got := rows[0].words; got[0].text != "Tom's" || got[1].text != "18" || got[1].confidence != 41 || got[1].box != image.Rect(190, 200, 220, 232) {
		t.Errorf("the words are %+v", got)
	}
	if rows[1].words[0].text != "R&B" {
		t.Errorf("the last word is %q", rows[1].words[0].text)
	}
	if got := rows[0].baseline(300); got != 240-8+2 {
		t.Errorf("the baseline is at %g, want 234", got)
	}
}

func TestWhatIsNoHOCRIsAnError(t *testing.T) {
	_, err := parse([]byte(hocr[:600]))
	if err == nil || !strings.HasPrefix(err.Error(), "what tesseract wrote cannot be read") {
		t.Errorf("the error is %v", err)
	}
}
