package object

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// written prints a token so that a test can compare it.
func written(t Token) string {
	var items []string
	for _, item := range t.Items {
		items = append(items, written(item))
	}
	switch t.Kind {
	case Number:
		return fmt.Sprint(t.Number)
	case String:
		return fmt.Sprintf("(%s)", t.Text)
	case Name:
		return "/" + string(t.Text)
	case Keyword:
		return string(t.Text)
	case Array:
		return "[" + strings.Join(items, " ") + "]"
	case Dict:
		return "<<" + strings.Join(items, " ") + ">>"
	case Ref:
		return fmt.Sprintf("%v:%d", t.Number, t.Gen)
	}
	return "end"
}

func allTokens(data string) string {
	l := NewLexer([]byte(data))
	var out []string
	for range len(data) + 1 {
		t := l.Next()
		if t.Kind == End {
			return strings.Join(out, " ")
		}
		out = append(out, written(t))
	}
	return "the lexer does not end"
}

func TestLexerReadsTokens(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"numbers", "0 -1 +17 .5 -.002 4. 123456789012 0.000001", "0 -1 17 0.5 -0.002 4 1.23456789012e+11 1e-06"},
		{"numbers of old software", "--5 5-3 1.2.3 - 12cm 0.1234567890123456789", "-5 5 1.2 0.3 0 12 cm 0.12345678901234568"},
		{"names", "/A /A#20B /#41 / /A#G1 /a/b", "/A /A B /A / /A#G1 /a /b"},
		{"strings", `(a) (a(b)c) (\101\7\0613) (a\
b) (\n\)) (a` + "\r\n" + `b)`, "(a) (a(b)c) (A\a13) (ab) (\n)) (a\nb)"},
		{"hexadecimal strings", "<41 4> <4G1> <>", "(A@) (A) ()"},
		{"arrays and dictionaries", "[1 [2] << /A 3 0 R /B [4 5 R] >>]", "[1 [2] <</A 3:0 /B [4:5]>>]"},
		{"what is not closed ends with the data", "[1 << /A (b", "[1 <</A (b)>>]"},
		{"a stream ends what is not closed", "[1 2 stream", "[1 2] stream"},
		{"closing marks without an opening", "] >> ) }", "] >> ) }"},
		{"comments", "1 % 2 [\n3", "1 3"},
		{"operators", "BT/F1 12 Tf(x)Tj T*", "BT /F1 12 Tf (x) Tj T*"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := allTokens(test.data); got != test.want {
				t.Errorf("read %q as\n%s, want\n%s", test.data, got, test.want)
			}
		})
	}
}

func TestDeepNestingEnds(t *testing.T) {
	data := strings.Repeat("[", 1_000_000) + strings.Repeat("<<", 1_000_000)
	if got := allTokens(data); got == "" || strings.Contains(got, "does not end") {
		t.Errorf("read as %.100s", got)
	}
}

func TestTokensStayValidUntilForgotten(t *testing.T) {
	l := NewLexer([]byte(strings.Repeat(`[(\101) 1] `, 1000)))
	var kept []Token
	for {
		token := l.Next()
		if token.Kind == End {
			break
		}
		kept = append(kept, token)
	}
	for i, token := range kept {
		if got := written(token); got != "[(A) 1]" {
			t.Fatalf("token %d became %s", i, got)
		}
	}
	l = NewLexer([]byte("[1 2] [3 4]"))
	l.Next()
	l.Forget()
	if got := written(l.Next()); got != "[3 4]" {
		t.Errorf("after forgetting: %s", got)
	}
}

func TestLongNumbersAreReadExactly(t *testing.T) {
	for _, test := range []struct {
		data string
		want float64
	}{{"9007199254740993", 9007199254740992}, {"0.30000000000000004", 0.30000000000000004}, {"612.00000000000001", 612}, {strings.Repeat("9", 500), math.MaxFloat64}} {
		l := NewLexer([]byte(test.data))
		if got := l.Next(); got.Number != test.want && !(test.want == math.MaxFloat64 && got.Number > 1e300) {
			t.Errorf("%.30s read as %v, want %v", test.data, got.Number, test.want)
		}
	}
}
