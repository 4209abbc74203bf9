#!/bin/sh
# Runs a test under a sanitizer. LeakSanitizer sometimes cannot stop the threads of the program it looks at, and says so:
# that finds nothing, so the test runs again. Where a thread of the network libraries is ending, what it keeps of that
# thread's own variables is gone already, and it crashes at each try: it does without.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}intercept_tls_get_addr=0
export ASAN_OPTIONS
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
