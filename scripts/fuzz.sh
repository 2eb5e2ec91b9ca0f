#!/usr/bin/env bash
# Feeds every fuzz target with inputs that nobody thought of, for so long each: scripts/fuzz.sh 5s. An input that fails is kept in the
# target's testdata/fuzz; commit it with what mends it. Then the tests try it for ever.
set -euo pipefail
each=${1:-5s}
said=$(mktemp)
trap 'rm -f "$said"' EXIT
grep -rlE '^func Fuzz' --include='*_test.go' . | sort | while read -r file; do
	for target in $(grep -oE '^func Fuzz[A-Za-z0-9_]+' "$file" | cut -d' ' -f2); do
		echo "$target in $(dirname "$file")"
		# The go command may fail where the time ends while it tries the inputs that are kept; that is no finding.
		if ! go test "$(dirname "$file")" -run '^$' -fuzz "^$target\$" -fuzztime "$each" >"$said" 2>&1 &&
			{ grep -q 'Failing input written' "$said" || ! grep -q 'context deadline exceeded' "$said"; }; then
			cat "$said"
			exit 1
		fi
		tail -n 3 "$said" | grep execs || true
	done
done
