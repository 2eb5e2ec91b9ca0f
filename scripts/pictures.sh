#!/usr/bin/env bash
# Draws the pictures of docs/pictures anew. Run it after a change of the letter's look, and look at what it drew.
# It needs pdftocairo, which apt-get installs with poppler-utils. Grey, because that is a third of the size and the letter has no colour.
set -euo pipefail
cd "$(dirname "$0")/.."
most=$((120 * 1024)) # bytes: a reader waits for the picture before the first sentence
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

go run ./cmd/imr run samples/first-course-18 -o "$work/out" >"$work/printed"
mkdir -p docs/pictures

# draw FILE PAGE NAME draws a page of a letter.
draw() {
	pdftocairo -png -gray -r 100 -f "$2" -l "$2" -singlefile "$work/out/first-course-18/$1" "docs/pictures/$3"
	size=$(stat -c %s "docs/pictures/$3.png")
	echo "docs/pictures/$3.png: $size bytes"
	if [ "$size" -gt "$most" ]; then
		echo "the picture is larger than $most bytes; lower the resolution (-r) in $0" >&2
		exit 1
	fi
}

draw letter.pdf 1 letter-page-1
draw letter.pdf 2 letter-page-2
draw public.pdf 1 public-page-1
