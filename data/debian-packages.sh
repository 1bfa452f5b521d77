# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034 # the lists are used by those who read this file
#
# Read by data/try-it.sh and tests/run.sh: what a Debian 12 needs, and the installing of what it lacks.

# To compile.
build_packages="gcc libc6-dev meson ninja-build pkgconf gettext libxml2-utils libglib2.0-dev
  libglib2.0-dev-bin libsqlite3-dev libxml2-dev libxslt1-dev libstemmer-dev libcsv-dev libgtk-4-dev
  libadwaita-1-dev libarchive-dev libical-dev libjson-glib-dev libpango1.0-dev libcairo2-dev"

# To install into a prefix, and to show what is installed. DejaVu has the boxes to tick of the papers.
run_packages="desktop-file-utils shared-mime-info libgtk-4-bin libglib2.0-bin adwaita-icon-theme
  librsvg2-common fonts-cantarell fonts-liberation2 fonts-dejavu-core
  dconf-gsettings-backend"

# To test: the second compiler, a display and a session bus, the validators, a French locale.
test_packages="clang xvfb xauth dbus dbus-daemon at-spi2-core python3 python3-gi python3-odf python3-pyatspi
  gir1.2-gtk-4.0 appstream desktop-file-utils shared-mime-info libxml2-utils libglib2.0-bin man-db
  python3-icalendar
  groff-base sqlite3 locales xdotool imagemagick"

# To measure against another program what it does as well; not everywhere, and never needed to test.
bench_packages="unzip pandoc"

# For the tests that take a longer run: another program opens what we write.
long_packages="libreoffice-writer-nogui"

fail() {
  printf '%s: %s\n' "$0" "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

# missing PACKAGE…: those that are not installed
missing() {
  for package; do
    case $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# install_missing PACKAGE…: install what is not there; nothing is asked, nothing else is touched
install_missing() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian. What these packages hold must already be here: $*" | fmt
    return
  fi
  wanted=$(missing "$@")
  [ -n "$wanted" ] || return 0
  echo "Installing: $wanted"
  options="-q -y --no-install-recommends -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold"
  # shellcheck disable=SC2086 # lists of words, split on purpose
  if ! as_root apt-get -q update >/dev/null || ! as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get $options install $wanted >/dev/null; then
    fail "these packages could not be installed (run it as root or through sudo): $wanted"
  fi
}

# configure FOLDER OPTION…: set a build folder up; from nothing when what is there no longer fits
configure() {
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ] && meson setup --reconfigure "$@" "$folder" >/dev/null 2>&1; then
    return
  fi
  rm -rf "$folder"
  said=$(meson setup "$@" "$folder" 2>&1) || {
    printf '%s\n' "$said"
    return 1
  }
}

# compile FOLDER: quiet unless something is wrong
compile() {
  said=$(ninja -C "$1" 2>&1) || {
    printf '%s\n' "$said" | tail -n 80
    return 1
  }
}
