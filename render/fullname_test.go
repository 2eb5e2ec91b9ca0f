package render

import (
	"testing"

	"imr"
)

func TestVeilWords(t *testing.T) {
	v := newVeil([]imr.Private{
		{Kind: imr.PrivatePerson, Text: "Mary Ann O'Neil-Åberg, M.D."}, {Kind: imr.PrivatePerson, Text: "Hand"}, {Kind: imr.PrivateNumber, Text: "HL-13-40718"},
		{Kind: imr.PrivateDay, Text: "1970-06-02"}, {Kind: imr.PrivateOrganization, Text: "St. Elsewhere Spine Center"}, {Kind: imr.PrivateOrganization, Text: "Pain Clinic"},
	})
	cases := map[string]string{
		"O’Neil-Aberg, Mary A. treats.":        "[withheld] A. treats.",
		"ann MARY O'NEIL's note":               "[withheld] note",
		"Right hand, lumbar spine":             "Right [withheld], lumbar spine",
		"HL 13 40718 and hl1340718":            "[withheld] and [withheld]",
		"born June 2nd, 1970, seen 06/03/1970": "born [withheld], seen 06/03/1970",
		"on 2 June 1970, 6-2-70, 1970-06-02":   "on [withheld]",
		"13 visits in 1970":                    "13 visits in 1970",
		"at Elsewhere":                         "at [withheld]",
		"pain, seen at the PAIN CLINIC":        "pain, seen at the [withheld]",
		"handy, maryannaberg.pdf":              "handy, [withheld].pdf",
		"Mr. Smith of 12 Elm Street":           "[withheld] of [withheld]",
		"lifting 50 pounds, 3 x 6":             "lifting 50 pounds, 3 x 6",
	}
	for in, want := range cases {
		if got := v.words(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	law := []string{"Time to produce functional improvement: 3 to 6 treatments, given by hand."}
	in := "By hand: “given by hand”, “by Hand” of Mary Ann O’Neil Åberg."
	if got, want := v.sentence(in, law), "By hand: “given by hand”, “by [withheld]” of [withheld]."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if v.shows("Mary may hand it over, O’Neil.") || !v.shows("mary ann åberg") {
		t.Error("a name is told from its words wrongly")
	}
}
