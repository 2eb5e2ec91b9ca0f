package main

import (
	"bytes"
	"testing"

	"imr/internal/golden"
)

// The page of the rules is what the program prints; -update writes it anew.
func TestThePageOfTheRulesIsCurrent(t *testing.T) {
	var out, messages bytes.Buffer
	if code := run(t.Context(), []string{"rules", "--on", "2014-02-19", "--format=markdown"}, nil, &out, &messages); code != exitOK {
		t.Fatalf("exit %d: %s", code, &messages)
	}
	golden.Check(t, "../../docs/rules.md", out.Bytes())
}
