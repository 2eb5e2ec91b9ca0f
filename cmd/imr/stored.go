package main

import (
	"os"
	"path/filepath"
	"sort"

	"imr"
)

// eachStored reads the decisions below an output folder, in the order of their names, one at a time. The final decision of an adopted case
// stands for its proposal.
func eachStored(out string, visit func(dir string, d imr.Decision) error) error {
	entries, err := os.ReadDir(out)
	if err != nil {
		return misuse("%s is no folder of results: %v", out, pathless(err))
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
	for _, e := range entries {
		dir := filepath.Join(out, e.Name())
		path := filepath.Join(dir, "final.json")
		if _, err := os.Stat(path); err != nil {
			path = filepath.Join(dir, "decision.json")
		}
		if _, err := os.Stat(path); err != nil || e.Name()[0] == '.' {
			continue
		}
		d, err := readDecision(path)
		if err != nil {
			return err
		}
		if err := visit(dir, d); err != nil {
			return err
		}
	}
	return nil
}
