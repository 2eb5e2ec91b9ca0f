package object

import (
	"errors"
	"testing"
	"time"
)

// patience is far more than a small input takes, on a busy machine too.
const patience = time.Minute

func inTime(t *testing.T, start time.Time) {
	t.Helper()
	if took := time.Since(start); took > patience {
		t.Errorf("it took %s", took)
	}
}

func FuzzLexer(f *testing.F) {
	f.Add([]byte("1 0 obj<</A[(b)<63>/D 4 0 R]>>stream\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := NewLexer(data)
		for range len(data) + 1 {
			if l.Next().Kind == End {
				return
			}
		}
		t.Error("there are more tokens than bytes")
	})
}

func FuzzOpen(f *testing.F) {
	f.Add(build(onePage, ""))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer inTime(t, time.Now())
		file, err := Open(data)
		if err != nil {
			if !errors.Is(err, ErrNotPDF) && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrPassword) && !errors.Is(err, ErrEncryption) {
				t.Errorf("an unknown error: %v", err)
			}
			return
		}
		visits := 10_000
		visit(file.value(file.trailer), &visits)
	})
}

// visit looks at all that a value leads to, as far as the visits go.
func visit(v Value, visits *int) {
	if *visits--; *visits < 0 {
		return
	}
	_, _, _ = v.Data(), v.String(), v.ID()
	for _, key := range v.Keys() {
		visit(v.Key(key), visits)
	}
	for i := range v.Len() {
		visit(v.Index(i), visits)
	}
}

func FuzzFilters(f *testing.F) {
	f.Add("FlateDecode", 15, 3, []byte(deflated("\x02abc")))
	f.Fuzz(func(t *testing.T, name string, predictor, columns int, data []byte) {
		defer inTime(t, time.Now())
		parms := Value{Token: Token{Kind: Dict, Items: []Token{
			{Kind: Name, Text: []byte("Predictor")}, {Kind: Number, Number: float64(predictor)}, {Kind: Name, Text: []byte("Columns")}, {Kind: Number, Number: float64(columns)},
		}}}
		file := &File{}
		if got, _ := file.undo(name, parms, data); len(got) > maxStream+1<<16 {
			t.Errorf("%d bytes unpack to %d", len(data), len(got))
		}
	})
}
