package pattern

import "testing"

func TestPatientForPT(t *testing.T) {
	for text, want := range map[string]string{
		"PT has had six visits, no PT now.": "he has had six visits, no PT now.",
		"he is in pt now":                   "he is in pt now",
		"pt denies relief from pt":          "he denies relief from pt",
	} {
		if got := PatientForPT(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
