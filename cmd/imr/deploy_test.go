package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestUnitsAreSound has systemd's own tools judge the sample units: no mistake, and little that they could reach.
func TestUnitsAreSound(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("systemd-analyze is missing; run make tools")
		}
		t.Skip("systemd-analyze is missing; run make tools")
	}
	dir := t.TempDir()
	units, err := filepath.Glob("../../samples/deploy/imr-*")
	if err != nil || len(units) != 3 {
		t.Fatalf("%v, %v", units, err)
	}
	args := []string{"verify"}
	for _, unit := range units {
		body := strings.ReplaceAll(string(fileOf(t, unit)), "/usr/local/bin/imr", "/bin/true") // the program is not installed here
		to := filepath.Join(dir, filepath.Base(unit))
		if err := os.WriteFile(to, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, to)
	}
	if said, err := exec.Command("systemd-analyze", args...).CombinedOutput(); err != nil || len(said) > 0 {
		t.Errorf("%v: %s", err, said)
	}
	for _, unit := range args[1:] {
		if filepath.Ext(unit) != ".service" {
			continue
		}
		said, _ := exec.Command("systemd-analyze", "security", "--offline=true", unit).CombinedOutput() // its code is not the judgement
		level := regexp.MustCompile(`exposure level for \S+: ([0-9.]+)`).FindSubmatch(said)
		if level == nil {
			t.Fatalf("%s: no judgement: %s", unit, said)
		}
		if exposure, err := strconv.ParseFloat(string(level[1]), 64); err != nil || exposure > 2 {
			t.Errorf("%s is exposed by %s of 10", filepath.Base(unit), level[1])
		}
	}
}
