#!/bin/sh
# Rebuilds data/models/names.LANGUAGE bit for bit: make-names.sh BUILD DATA LANGUAGE
# BUILD is a folder that meson has set up, DATA holds the benches and corpora.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
models=$tools/../../../data/models
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
meson compile -C "$1" pm-train
python3 "$tools/corpora.py" "$2" "$3" >"$work/texts.jsonl"
# Brazilian newspapers name more than they mean.
case $3 in pt) boldness=-6 ;; *) boldness=6 ;; esac
PRESSMARK_MODELS=$models "$1/src/analysis/tools/pm-train" --language "$3" --boldness "$boldness" \
  --output "$models/names.$3" "$work/texts.jsonl"
