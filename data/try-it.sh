#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: sh data/try-it.sh
#
# Installs what is missing, builds, makes a sample network and does the main job on it: look at the
# members, search, export, verify. Says what it made and where, then opens the application if there is
# a screen. Each run makes its own folder; nothing that you changed in an earlier one is lost.
set -eu
cd "$(dirname "$0")/.."
. data/debian-packages.sh

[ $# = 0 ] || fail "no option is known (see the top of data/try-it.sh)"

# shellcheck disable=SC2086 # lists of words, split on purpose
install_missing $build_packages $run_packages

prefix=$PWD/build-try/installed
echo "Building build-try"
configure build-try --prefix="$prefix" || fail "the build could not be set up: see above"
compile build-try || fail "the build has failed: see above"
said=$(meson install -C build-try --no-rebuild 2>&1) || fail "the installation has failed: $said"
export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"

number=1
while [ -e "build-try/sample-$number" ]; do
  number=$((number + 1))
done
folder=$PWD/build-try/sample-$number
mkdir "$folder"
network=$folder/hauts-de-france.maillage

# step TITLE ARGUMENT…: one command on the sample network, shown as it could be typed
step() {
  title=$1
  shift
  printf '\n%s\n  maillage-cli --network %s' "$title" "${network##*/}"
  printf ' %s' "$@"
  printf '\n'
  "$prefix/bin/maillage-cli" --network "$network" "$@" || fail "this command has failed"
}

step 'A sample network of real public bodies:' init 'Réseau des Hauts-de-France' --sample
step 'Its members:' list members
step 'Whatever speaks of Lille:' search lille
step 'The members for a spreadsheet:' export members "$folder/members.csv"
step 'The members as contact cards:' export members "$folder/members.vcf"
step 'Is the file sound?' verify

printf '\nMade in %s:\n' "$folder"
for made in "$folder"/*; do
  printf '  %s (%s bytes)\n' "${made##*/}" "$(wc -c <"$made")"
done
printf 'Installed in %s; start the application with:\n' "$prefix"
printf '  XDG_DATA_DIRS=%s:/usr/local/share:/usr/share %s %s\n' \
  "$prefix/share" "$prefix/bin/maillage" "$network"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo 'Opening it.'
  exec "$prefix/bin/maillage" "$network"
fi
echo 'There is no screen here: the application was not opened.'
