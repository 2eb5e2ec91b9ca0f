package render_test

import (
	"bytes"
	"encoding/base64"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"imr"
	"imr/render"
)

func web(t testing.TB, d imr.Decision) []byte {
	t.Helper()
	b, err := render.HTML(compose(t, d))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The page has the words of the text in the same order, besides the folded sources.
func TestPageHasTheWordsOfTheText(t *testing.T) {
	for name, d := range strange() {
		var got string
		for _, n := range nodes(t, web(t, d)) {
			if slices.Contains([]string{"p", "h1", "h2", "h3", "th", "td", "li"}, n.name) && !slices.Contains(n.path, "details") {
				got += n.text
			}
		}
		want := strings.ReplaceAll(text(t, d), "•", "")
		want = strings.TrimSuffix(strings.TrimSpace(want), compose(t, d).Banner.Text())
		if g, w := letters(got), letters(want); g != w {
			t.Errorf("%s: the page reads\n%s\nthe text\n%s", name, g, w)
		}
	}
}

// What a screen reader goes by: language, title, headings without a gap, headers of cells, links that lead somewhere.
func TestPageIsAccessible(t *testing.T) {
	all := nodes(t, web(t, eighteen()))
	ids, levels, heads := map[string]bool{}, "", 0
	for _, n := range all {
		if id := n.attr["id"]; id != "" {
			if ids[id] {
				t.Errorf("two elements have the id %s", id)
			}
			ids[id] = true
		}
		switch n.name {
		case "h1", "h2", "h3":
			levels += n.name[1:]
		case "th":
			heads++
			if n.attr["scope"] != "row" {
				t.Errorf("the header %q has no scope", n.text)
			}
		}
	}
	if all[0].attr["lang"] != "en-US" || levels != "12223222" || heads != 7 {
		t.Errorf("language %q, headings %s, %d header cells", all[0].attr["lang"], levels, heads)
	}
	for _, n := range all {
		if to := n.attr["href"]; n.name == "a" && !ids[strings.TrimPrefix(to, "#")] {
			t.Errorf("%q leads to %q, which is not there", n.text, to)
		}
	}
}

// The page loads nothing, runs nothing, and takes the record's words for words.
func TestPageNeedsNothingAndRunsNothing(t *testing.T) {
	d := eighteen()
	d.Letter.Summary[3].Value = `<script>alert(1)</script> <img src="http://example.com/x"> & "so"`
	for _, n := range nodes(t, web(t, d)) {
		if slices.Contains([]string{"script", "img", "link", "iframe", "object"}, n.name) || n.attr["src"] != "" || n.attr["onclick"] != "" {
			t.Errorf("there is a <%s> with %v", n.name, n.attr)
		}
	}
	if !strings.Contains(string(web(t, d)), "“&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the record's words are lost")
	}
}

// A logo is a part of the page and has words; the page may load nothing else.
func TestPageHasTheLogo(t *testing.T) {
	logo, err := render.WithLogo(drawn(t, 400, 100))
	if err != nil {
		t.Fatal(err)
	}
	page, err := render.HTML(compose(t, eighteen()), logo)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, n := range nodes(t, page) {
		if n.name != "img" {
			continue
		}
		found++
		data, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(n.attr["src"], "data:image/png;base64,"))
		if err != nil {
			t.Fatal(err)
		}
		if size, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || size.Width != 400 {
			t.Errorf("the picture is no logo: %v, %v", size, err)
		}
		if n.attr["alt"] != "Logo of Independent Medical Review" || n.attr["width"] != "245" || n.attr["height"] != "61" {
			t.Errorf("the logo is %q, %s by %s", n.attr["alt"], n.attr["width"], n.attr["height"])
		}
	}
	if found != 1 {
		t.Errorf("%d logos", found)
	}
}

// Each block with sources folds what they say below it.
func TestPageFoldsSources(t *testing.T) {
	folded := 0
	for _, n := range nodes(t, web(t, eighteen())) {
		if n.name == "details" {
			folded++
			if !strings.Contains(n.text, "casefile.pdf, page") {
				t.Errorf("a folded note names no place: %q", n.text)
			}
		}
	}
	if folded < 3 {
		t.Errorf("%d blocks fold their sources", folded)
	}
}

// A browser shows the page, and prints it on as many pages as the letter has or fewer, each with the banner.
func TestBrowserPrintsThePage(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed; nothing else needs it")
	}
	dir := t.TempDir()
	file, out := filepath.Join(dir, "letter.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(file, web(t, eighteen()), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	printed, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(poppler(t, printed, "pdftotext"), "\f"), "\f")
	for i, p := range pages {
		if !strings.Contains(p, "PROPOSAL – not final until a reviewer adopts it") || len(p) < 200 {
			t.Errorf("page %d of %s has no banner, or nothing else", i+1, strconv.Itoa(len(pages)))
		}
	}
	if len(pages) > 4 {
		t.Errorf("%d pages are printed", len(pages))
	}
}
