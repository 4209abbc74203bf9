#!/bin/sh
# README's first command: installs what is needed, builds, and does the main job. With a display it opens the window;
# without one it captures the sample article from a loopback HTTP server and writes its bundle.
set -eu
cd "$(dirname "$0")/.."
.ci/install build run
build=build
[ -f $build/build.ninja ] || meson setup $build >&2
meson compile -C $build >&2

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec meson devenv -C $build src/ui/pressmark "$@"
fi

cli=$build/src/cli/pressmark-cli
notebook=$build/Sample.pressmark
bundle=$PWD/$build/Sample.zip
served=$(mktemp)
python3 -u -m http.server --bind 127.0.0.1 --directory data/sample 0 >"$served" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$served"' EXIT
until port=$(sed -n 's/.* port \([0-9]*\).*/\1/p' "$served") && [ -n "$port" ]; do
  kill -0 $server
  sleep 0.1
done

rm -f $notebook $notebook-wal $notebook-shm
id=$($cli -n $notebook add "http://127.0.0.1:$port/article.html" | cut -f 1)
echo "== The article"
$cli -n $notebook list
echo "== Who is named"
$cli -n $notebook entities "$id"
echo "== Who said what"
$cli -n $notebook quotes "$id"
echo "== What it rests on"
$cli -n $notebook sources "$id"
$cli -n $notebook highlight "$id" --quote "the tide gauge had been recording the wrong hour" --tag evidence --note "Ask for the maintenance log." >/dev/null
$cli -n $notebook export -o "$bundle"
echo "== The bundle"
echo "$bundle"
