#!/usr/bin/env bash
# README's second command: every test there is. Installs what it needs. The last line counts.
set -u
cd "$(dirname "$0")/.."
.ci/install build run test || exit 1
build=${PM_TEST_BUILD:-$PWD/_build}
passed=0 failed=0 skipped=0

# check NAME COMMAND…: one check, counted.
check () {
  local name=$1; shift
  if "$@" >"$build/$name.log" 2>&1; then
    passed=$((passed + 1)); echo "ok   $name"
  else
    failed=$((failed + 1)); echo "FAIL $name"; tail -n 40 "$build/$name.log"
  fi
}

# suite NAME MESON-TEST-ARGUMENTS…: the tests of one build, counted case by case.
suite () {
  local name=$1; shift
  meson test -C "$build/$name" --print-errorlogs "$@" >"$build/$name.test.log" 2>&1
  local status=$?
  local counts
  counts=$(python3 tests/count.py "$build/$name/meson-logs/"testlog*.junit.xml) || { counts='0 1 0'; }
  set -- $counts
  passed=$((passed + $1)); failed=$((failed + $2)); skipped=$((skipped + $3))
  echo "     $name: $1 passed, $2 failed, $3 skipped"
  if [ $status -ne 0 ]; then
    [ "$2" -gt 0 ] || failed=$((failed + 1))
    tail -n 80 "$build/$name.test.log"
  fi
}

# build NAME MESON-SETUP-ARGUMENTS…
build () {
  local name=$1; shift
  if [ ! -f "$build/$name/build.ninja" ]; then
    check "setup-$name" meson setup "$build/$name" "$@"
  fi
  check "build-$name" meson compile -C "$build/$name"
}

mkdir -p "$build"
check format .ci/format
check layers .ci/layers
check translations .ci/translations

build gcc -Dwerror=true
suite gcc

CC=clang CXX=clang++ build clang -Dwerror=true

build asan -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
suite asan --timeout-multiplier 5 --wrapper "$PWD/tests/asan.sh"

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
