package render_test

import (
	"os"
	"testing"

	"imr/render"
)

// A usual decision, with as much in its decision.json as a real one has.
const usualDecision = "../testdata/cases/first-course-18-asked-6-certified/want/decision.json"

// BenchmarkLetter composes one letter and prints it as text and as PDF.
func BenchmarkLetter(b *testing.B) {
	d := eighteen()
	decision, err := os.ReadFile(usualDecision)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l, err := render.Compose(d)
		if err != nil {
			b.Fatal(err)
		}
		render.Text(l)
		if _, err := render.PDF(l, decision); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	d := eighteen()
	for b.Loop() {
		if _, err := render.Compose(d); err != nil {
			b.Fatal(err)
		}
	}
}

// A usual letter, with its decision attached, stays small enough to send by the thousand.
func TestPDFIsSmall(t *testing.T) {
	decision, err := os.ReadFile(usualDecision)
	if err != nil {
		t.Fatal(err)
	}
	b, err := render.PDF(compose(t, eighteen()), decision)
	if err != nil {
		t.Fatal(err)
	}
	const most = 150 << 10
	if len(b) > most {
		t.Errorf("the PDF has %d bytes, more than %d", len(b), most)
	}
	t.Logf("the PDF has %d bytes", len(b))
}
