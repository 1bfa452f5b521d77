#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: sh tests/run.sh [--clang] [--sanitize] [--long] [--benchmark]
#
# Installs what is missing, builds with gcc and with clang without a warning, and runs every test under
# a virtual display and a session bus of its own. The last line is "N passed, N failed".
#
#   --clang      run the tests on what clang built
#   --sanitize   run them on a build with the address and undefined behaviour sanitizers
#   --long       let the tests that have a longer run take it (MLG_TEST_LONG=1)
#   --benchmark  measure too, after the tests
set -eu
cd "$(dirname "$0")/.."
. data/debian-packages.sh

tested=gcc long='' benchmark=''
for option; do
  case $option in
    --clang) tested=clang ;;
    --sanitize) tested=sanitize ;;
    --long) long=1 ;;
    --benchmark) benchmark=1 ;;
    *) fail "unknown option $option (see the top of tests/run.sh)" ;;
  esac
done

passed=0 failed=0

finish() {
  echo
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit
}

# build NAME OPTION…: build-NAME, compiled by CC
build() {
  name=$1
  shift
  echo "Building build-$name"
  configure "build-$name" "$@" && compile "build-$name"
}

# bad_build NAME: count it; there is nothing to test in it
bad_build() {
  echo "failed   build-$1"
  failed=$((failed + 1))
  [ "$1" != "$tested" ] || finish
}

# prepare: a place of our own for settings, caches, sockets and the French locale
prepare() {
  place=$(mktemp -d)
  trap 'rm -rf "$place"' EXIT
  trap 'exit 1' INT TERM HUP
  mkdir -m 700 "$place/home" "$place/run" "$place/locale"
  localedef -i fr_FR -f UTF-8 "$place/locale/fr_FR.UTF-8" >/dev/null ||
    fail "the French locale cannot be made (package locales)"
  unset WAYLAND_DISPLAY DISPLAY LANGUAGE LC_ALL LC_MESSAGES XDG_DATA_DIRS XDG_CONFIG_DIRS \
    XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS
  export HOME="$place/home" XDG_RUNTIME_DIR="$place/run" LANG=C.UTF-8
  export LOCPATH="$place/locale:/usr/lib/locale"
  export GSETTINGS_BACKEND=memory GIO_USE_VFS=local GDK_BACKEND=x11 GSK_RENDERER=cairo
  export MLG_TEST_LONG="$long"
  # With the sanitizers the program takes several times as long to show what it is asked for.
  [ "$tested" != sanitize ] || export MLG_UI_PATIENCE=120
  export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  export LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0"
}

# run OPTION…: meson test on a display and a bus of its own; its failure is read from its log
run() {
  xvfb-run -a -s '-screen 0 1280x1024x24 -nolisten tcp -noreset' dbus-run-session -- \
    meson test -C "build-$tested" --no-rebuild --print-errorlogs "$@" || true
}

# count LOG: add up the programs of a run; one that was skipped has failed
count() {
  [ -s "$1" ] || fail "no test has run: $1 is missing"
  results=$(python3 -c '
import json, sys
results = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
bad = [r for r in results if r["result"] not in ("OK", "EXPECTEDFAIL")]
for r in bad:
    print(r["result"].lower().ljust(8), r["name"], file=sys.stderr)
print(len(results) - len(bad), len(bad))
' "$1")
  passed=$((passed + ${results% *}))
  failed=$((failed + ${results#* }))
}

# shellcheck disable=SC2086 # lists of words, split on purpose
install_missing $build_packages $run_packages $test_packages
# shellcheck disable=SC2086
[ -z "$long" ] || command -v soffice >/dev/null || install_missing $long_packages
# shellcheck disable=SC2086
[ -z "$benchmark" ] || install_missing $bench_packages

# Both compilers, whichever build is tested: a build with a warning is a failure of its own.
for compiler in gcc clang; do
  CC=$compiler build "$compiler" -Dwerror=true || bad_build "$compiler"
done
if [ "$tested" = sanitize ]; then
  CC=gcc build sanitize -Db_sanitize=address,undefined -Db_lundef=false || bad_build sanitize
fi

prepare
multiplier=3
[ "$tested" != sanitize ] || multiplier=10
[ -z "$long" ] || multiplier=100
rm -f "build-$tested"/meson-logs/*log.json
run --timeout-multiplier "$multiplier"
echo
echo "Everything that the tests said: build-$tested/meson-logs/testlog.txt"
count "build-$tested/meson-logs/testlog.json"
if [ -n "$benchmark" ]; then
  run --benchmark --verbose --timeout-multiplier 20
  count "build-$tested/meson-logs/benchmarklog.json"
fi
finish
