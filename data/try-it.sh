#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: sh data/try-it.sh
#
# Installs what is missing, builds, makes a sample network and does the main job on it: add members, look at
# them, search, change, undo, make the dossier of a kick-off meeting, verify. Says what it made and where, and
# opens the application on it when there is a screen. Each run makes its own folder; nothing that you changed
# in an earlier one is lost.
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

# show ARGUMENT…: each as it could be typed
show() {
  for argument; do
    case $argument in
      *[!a-zA-Z0-9./,=_-]*) printf " '%s'" "$argument" ;;
      *) printf ' %s' "$argument" ;;
    esac
  done
}

# step TITLE ARGUMENT…: one command on the sample network, and what it says
step() {
  title=$1
  shift
  printf '\n%s\n  maillage-cli --network %s' "$title" "${network##*/}"
  show "$@"
  printf '\n'
  "$prefix/bin/maillage-cli" --network "$network" "$@" || fail "this command has failed"
}

step 'A sample network of real public bodies:' init 'Réseau des Hauts-de-France' --sample \
  --region FRE1 --region FRE2
step 'One more body, which may join:' add body --from-directory Wimereux --status prospect
step 'The members:' list members --columns name,category,status,departement
step 'Whatever speaks of cleaning:' search nettoyages
step 'A change:' set body Lille status=associate
step 'It can be taken back:' undo
step 'What was done:' history
step 'Where they are:' territory
step 'The members for a spreadsheet:' export members "$folder/members.csv"
step 'The people for an address book:' export people "$folder/people.vcf"
step 'A tender in four pieces, from the model that comes with it:' fill cleaning "$folder/tender.odt" \
  --answers data/sample/cleaning-answers.xml
step 'All the papers of its kick-off meeting, in every format:' dossier \
  'Réunion de lancement du réseau élargi' "$folder/dossier"
for format in pdf odt docx html ics; do
  [ -s "$folder/dossier/dossier.$format" ] || fail "the dossier has no dossier.$format"
done
step 'A copy:' backup "$folder/copy.maillage"
step 'Is the file sound?' verify

printf '\nMade in %s:\n' "$folder"
for made in "$folder"/* "$folder"/dossier/*; do
  [ -d "$made" ] || printf '  %s (%s bytes)\n' "${made#"$folder/"}" "$(wc -c <"$made")"
done
printf 'Installed in %s.\n' "$prefix"
printf 'The dossier of the meeting, to read and to print: %s\n' "$folder/dossier/dossier.pdf"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo 'Opening the application; close its window to end.'
  "$prefix/bin/maillage" "$network"
else
  echo "There is no screen here. Where there is one: $prefix/bin/maillage $network"
fi
