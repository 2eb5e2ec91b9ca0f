#!/usr/bin/env bash
# Installs Debian packages that are not there yet. Where that is not possible it says which are missing, and fails in CI.
set -euo pipefail
missing=()
for package in "$@"; do
	dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
	exit 0
fi
echo "missing: ${missing[*]}. Install them (apt-get install ${missing[*]}); without them some tests are skipped." >&2
[ "${CI:-}" != true ]
