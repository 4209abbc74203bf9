#!/bin/sh
# Rebuilds data/models/clusters-*.table bit for bit: make-clusters.sh BUILD DATA
# BUILD is a folder that meson has set up, DATA holds the benches and corpora.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
meson compile -C "$build" pressmark-cli pressmark-worker cluster-words
python3 "$tools/plain-text.py" "$2" "$build/src/cli/pressmark-cli" "$work"
# The less text a language has, the fewer classes it can fill.
for classes in en:512 de:256 pt:200 es:100 fr:100 ru:100 sv:100; do
  language=${classes%:*}
  "$build/src/analysis/tools/cluster-words" "$language" "${classes#*:}" "$work/$language.txt" \
    "$tools/../../../data/models/clusters-$language.table" >/dev/null
done
