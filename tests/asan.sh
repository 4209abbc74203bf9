#!/bin/sh
# Runs a test under a sanitizer. LeakSanitizer sometimes cannot stop the threads of the program it looks at, and says so:
# that finds nothing, so the test runs again.
out=$(mktemp)
err=$(mktemp)
trap 'rm -f "$out" "$err"' EXIT
for try in 1 2 3 4 5; do
  "$@" >"$out" 2>"$err"
  status=$?
  grep -q 'LeakSanitizer has encountered a fatal error' "$out" "$err" || break
done
cat "$out"
cat "$err" >&2
exit $status
