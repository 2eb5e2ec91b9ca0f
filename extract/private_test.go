package extract

import (
	"slices"
	"testing"

	"imr"
)

// Each line of a page, cells parted by |, and what of it is private.
var privateLines = []struct {
	cells []string
	want  []string
}{
	{[]string{"Employee: May Pain", "DOI: 09/09/2013"}, []string{"person May Pain"}},
	{[]string{"Name (Last, First, Middle): Batista-Crane,", "Date of Injury: 03/03/2014"}, []string{"person Batista-Crane, Rosalind"}},
	{[]string{"Rosalind"}, nil},
	{[]string{"RE: Visits, Will Claim WC-1234-5"}, []string{"person Visits, Will"}},
	{[]string{"To: Greywater Mutual, attention A. Work"}, []string{"organization Greywater Mutual", "person A. Work"}},
	{[]string{"Name: Ann Lee, MD", "Practice Name: Hand & Knee Surgery"}, []string{"person Ann Lee", "organization Hand & Knee Surgery"}},
	{[]string{"Employer: Acme Paper Claims administrator: Tri-Valley Claims"}, []string{"organization Acme Paper", "organization Tri-Valley Claims"}},
	{[]string{"Phone: (555) 010-1708", "NPI: 1000067558"}, []string{"number (555) 010-1708", "number 1000067558"}},
	{[]string{"Reviewed by Requesting Physician Bo Ray, L.Ac. and by Dr. Roe"}, []string{"person Bo Ray", "person Roe"}},
	{[]string{"12 North Elm Street, Suite 4, Fresno, CA 93701"}, []string{"address 12 North Elm Street, Suite 4", "address Fresno"}},
	{[]string{"Riverside Spine Associates"}, []string{"organization Riverside Spine Associates"}},
	{[]string{"Physical Therapy Progress Note"}, nil},
	{[]string{"Patient: no acute distress", "Provider: see above"}, nil},
	{[]string{"Signature: Date: 03/31/2014"}, nil},
	{[]string{"Employer:"}, nil},
	{[]string{"Disputed treatment 1: Acupuncture"}, nil},
	{[]string{"Patient: Reports that walking is easier"}, nil},
}

func TestPrivateNames(t *testing.T) {
	var p imr.Page
	for i, l := range privateLines {
		line := imr.Line{Number: i + 1}
		for k, text := range l.cells {
			line.Cells = append(line.Cells, imr.Cell{Text: text, Box: imr.Box{float64(300 * k), 0, float64(300*k + 200), 10}})
		}
		p.Lines = append(p.Lines, line)
	}
	got := map[int][]string{}
	s := scan{named: map[string]bool{}}
	for _, m := range s.privateMentions(p) {
		got[m.Evidence.Line] = append(got[m.Evidence.Line], m.Sense+" "+m.Value)
	}
	for i, l := range privateLines {
		slices.Sort(got[i+1])
		slices.Sort(l.want)
		if !slices.Equal(got[i+1], l.want) {
			t.Errorf("%q: %q, want %q", l.cells, got[i+1], l.want)
		}
	}
}
