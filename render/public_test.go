package render_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"

	"imr"
	"imr/render"
	"imr/render/finish/conform"
)

// private is a decision whose records name people by words that the letter's own sentences use too, and others.
func private() imr.Decision {
	d := eighteen()
	d.Case.ID = "park-will"
	d.Letter.Private = []imr.Private{
		{Kind: imr.PrivatePerson, Text: "park, will"}, {Kind: imr.PrivatePerson, Text: "Will Park"}, {Kind: imr.PrivatePerson, Text: "May Hand, M.D."},
		{Kind: imr.PrivatePerson, Text: "Zoë Quillfeather"}, {Kind: imr.PrivateOrganization, Text: "Brambleford Roofing Inc."},
		{Kind: imr.PrivateOrganization, Text: "Greywater Mutual"}, {Kind: imr.PrivateNumber, Text: "WC-2016-884213"}, {Kind: imr.PrivateDay, Text: "1960-01-02"},
	}
	d.Items[0].Text = "18 acupuncture sessions, right hand, per Dr. Hand"
	d.Items[0].Reasons[2].Sentence = "The request, “18 acupuncture sessions, right hand, per Dr. Hand”, is for 18 visits of Will Park."
	d.Letter.Summary = append(d.Letter.Summary,
		imr.Note{Name: "mechanism", Value: "Will Park (born 01/02/1960) may have slipped at BRAMBLEFORD ROOFING; ZOE QUILLFEATHER's notes say so.", Evidence: []imr.Evidence{at(5, 7, "Claim WC 2016 884213, Will Park")}},
		imr.Note{Name: "treatment", Value: "Seen by Peter Unlisted, PT, 555-123-4567, p.unlisted@example.com, claim no. 77-1234, SSN 000-12-3456.", Evidence: []imr.Evidence{at(5, 8, "x")}},
		imr.Note{Name: "occupation", Value: "Quillfeather", Evidence: []imr.Evidence{at(5, 9, "x")}})
	d.Inputs[0].File = "park_will WC-2016-884213.pdf"
	d.Inputs[0].Unread = []imr.Unread{{Page: 2, Reason: "park_will WC-2016-884213.pdf is damaged"}}
	for i := range d.Facts {
		d.Facts[i].Evidence = []imr.Evidence{{File: d.Inputs[0].File, Page: 1, Line: 3, Quote: "Will Park, DOB 1/2/60", How: "text", Box: &imr.Box{1, 2, 3, 4}}}
	}
	for i := range d.Letter.Documents {
		d.Letter.Documents[i].Provider, d.Letter.Documents[i].File = "May Hand, M.D.", d.Inputs[0].File
	}
	d.Flags = append(d.Flags, imr.Flag{Code: "damaged", Text: "The file park_will WC-2016-884213.pdf of Will Park may be damaged.", Evidence: d.Facts[0].Evidence})
	return d
}

func public(t *testing.T, d imr.Decision) (imr.Decision, []byte) {
	t.Helper()
	p, err := render.Public(d)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return p, b
}

var (
	streams    = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	hexStrings = regexp.MustCompile(`<([0-9A-Fa-f]{8,})>`)
)

// everything is whatever words a PDF could hold: its bytes, its streams without their compression, its hexadecimal strings, all without
// the zeros that UTF-16 puts between Latin letters.
func everything(t *testing.T, b []byte) string {
	t.Helper()
	out := bytes.Clone(b)
	for _, m := range streams.FindAllSubmatch(b, -1) {
		if r, err := zlib.NewReader(bytes.NewReader(m[1])); err == nil {
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, data...)
		}
	}
	for _, m := range hexStrings.FindAllSubmatch(out, -1) {
		data, _ := hex.DecodeString(string(m[1][:len(m[1])/2*2]))
		out = append(append(out, ' '), data...)
	}
	return strings.ToLower(strings.ReplaceAll(string(out), "\x00", ""))
}

// No private word is anywhere in the public file, however deep, nor in its decision.
func TestPublicCopyNamesNobody(t *testing.T) {
	d := private()
	p, decision := public(t, d)
	printed, err := render.PDF(compose(t, p), decision)
	if err != nil {
		t.Fatal(err)
	}
	if err := conform.Check(printed); err != nil {
		t.Error(err)
	}
	where := map[string]string{"PDF": everything(t, printed), "JSON": strings.ToLower(string(decision)), "text": strings.ToLower(text(t, p)), "page": strings.ToLower(string(web(t, p)))}
	if !strings.Contains(where["PDF"], "application for independent") || !strings.Contains(where["PDF"], `"schema": "imr.decision/1"`) {
		t.Fatal("the PDF's words or its attachment cannot be read")
	}
	for name, words := range where {
		for _, never := range []string{"quillfeather", "brambleford", "greywater", "884213", "01/02/1960", "1/2/60", "will park", "park", "unlisted", "555-123", "77-1234", "000-12", "@example", "may hand", "m.d."} {
			if i := strings.Index(words, never); i >= 0 {
				t.Errorf("%s: %q stands in %q", name, never, words[max(i-60, 0):min(i+60, len(words))])
			}
		}
	}
}

var quotation = regexp.MustCompile(`“[^”]*”`)

// Words that are names withhold nothing from the letter's own sentences and from the law.
func TestPublicCopyKeepsItsOwnWords(t *testing.T) {
	p, _ := public(t, private())
	got := flat(text(t, p))
	for _, want := range []string{
		"The reviewer may also change it or set it aside.",
		"Acupuncture treatments may be extended if functional improvement is documented",
		"The request, “18 acupuncture sessions, right [withheld], per [withheld]”, is for 18 visits of [withheld].",
		"“[withheld] (born [withheld]) [withheld] have slipped at [withheld]; [withheld] notes say so.”",
		"“Seen by [withheld], SSN [withheld].”",
		"“[withheld]” stands where a name or a number was taken out of this public copy.",
		"The file record-1.pdf of [withheld] may be damaged.",
		"Treating physician’s report, 2 documents, 09/02/2016 to 10/18/2016; record-1.pdf, pages 5–8.",
		"record-1.pdf, page 2: record-1.pdf is damaged",
		"The injured worker is a 55-year-old male.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the public letter lacks %q", want)
		}
	}
	for _, q := range quotation.FindAllString(got, -1) {
		if strings.Contains(q, "may be extended") {
			continue
		}
		if regexp.MustCompile(`(?i)\b(will|park|may|hand)\b`).MatchString(q) {
			t.Errorf("a name's word stands in %s", q)
		}
	}
}
