#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the first window is painted and how much memory it takes, against an empty window.

Usage: window.py MAILLAGE MAILLAGE-CLI EMPTY-WINDOW DIRECTORY-DATABASE

A window is there when it is mapped and what it shows is not of one colour; it is complete when what it
shows has not changed for half a second: the time of the last change counts. Ours and the empty one take
turns; each figure is the median of five.
"""

import ctypes
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
STILL = 0.5  # seconds
X11 = ctypes.CDLL("libX11.so.6")
VIEWABLE, Z_PIXMAP, ALL_PLANES = 2, 2, ctypes.c_ulong(-1).value
AIMS = {
    "first window, sample": 1.5,
    "first window, 36,370 bodies": 1.5,
    "resident memory, 36,370 bodies": 1.3,
}


class Attributes(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int),
                ("height", ctypes.c_int), ("border", ctypes.c_int), ("depth", ctypes.c_int),
                ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("class_", ctypes.c_int),
                ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
                ("backing_store", ctypes.c_int), ("backing_planes", ctypes.c_ulong),
                ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
                ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int),
                ("map_state", ctypes.c_int), ("all_event_masks", ctypes.c_long),
                ("your_event_mask", ctypes.c_long), ("do_not_propagate", ctypes.c_long),
                ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]  # fmt: skip


class Image(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int),
                ("bitmap_unit", ctypes.c_int), ("bitmap_bit_order", ctypes.c_int),
                ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]  # fmt: skip


X11.XOpenDisplay.restype = ctypes.c_void_p
X11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X11.XDefaultRootWindow.restype = ctypes.c_ulong
X11.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 4
X11.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p]
X11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                          ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]  # fmt: skip
X11.XGetImage.restype = ctypes.POINTER(Image)
X11.XDestroyImage.argtypes = [ctypes.c_void_p]
X11.XFree.argtypes = [ctypes.c_void_p]
# A window may go between two questions: no answer, then, and no exit.
HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
IGNORE = HANDLER(lambda display, event: 0)
X11.XSetErrorHandler.argtypes = [HANDLER]


class Screen:
    def __init__(self):
        X11.XSetErrorHandler(IGNORE)
        self.display = X11.XOpenDisplay(None)
        if not self.display:
            raise SystemExit("no display")
        self.root = X11.XDefaultRootWindow(self.display)

    def window(self):
        """The largest window that is shown, and its size."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        X11.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent),
                       ctypes.byref(children), ctypes.byref(count))  # fmt: skip
        found = None
        for index in range(count.value):
            attributes = Attributes()
            if (
                X11.XGetWindowAttributes(self.display, children[index], ctypes.byref(attributes))
                and attributes.map_state == VIEWABLE
                and attributes.width > 300
            ):
                found = (children[index], attributes.width, attributes.height)
        if children:
            X11.XFree(children)
        return found

    def picture(self, window, width, height):
        """The bytes of what a window shows; None when it has gone."""
        image = X11.XGetImage(self.display, window, 0, 0, width, height, ALL_PLANES, Z_PIXMAP)
        if not image:
            return None
        size = image.contents.bytes_per_line * image.contents.height
        data = ctypes.string_at(image.contents.data, size)
        X11.XDestroyImage(image)
        return data


def resident(pid):
    text = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+) kB", text)[1]) / 1024


def painted(picture):
    return picture is not None and len(set(picture[::4093])) > 2


def run(screen, command, environment):
    """Seconds until the window is painted and until it is complete, and its memory in MiB."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    first = changed = None
    before = None
    try:
        while first is None or time.monotonic() - changed < STILL:
            if process.poll() is not None or time.monotonic() - began > 60:
                raise SystemExit(f"{command[0]} shows no window")
            window = screen.window()
            picture = screen.picture(*window) if window else None
            now = time.monotonic()
            if first is None and painted(picture):
                first = now
            if picture is not None and picture != before:
                before, changed = picture, now
            time.sleep(0.004)
        return first - began, changed - began, resident(process.pid)
    finally:
        process.terminate()
        process.wait()


def compare(screen, ours, theirs, environment):
    rounds = {True: [], False: []}
    for number in range(ROUNDS + 1):
        for mine, command in ((True, ours), (False, theirs)):
            measured = run(screen, command, environment)
            if number > 0:  # the first one only fills the caches
                rounds[mine].append(measured)
    return [
        tuple(statistics.median(row[column] for row in rounds[mine]) for mine in (True, False))
        for column in range(3)
    ]


def show(name, pair, unit):
    ratio = pair[0] / pair[1]
    aim = AIMS.get(name)
    print(f"{name}: {ratio:.2f} ({pair[0]:.3f} {unit} / {pair[1]:.3f} {unit})"
          + (f", aim {aim}" if aim else ""), flush=True)  # fmt: skip
    return aim is None or ratio <= aim


def write_directory(database, path):
    """The whole directory as a spreadsheet of members."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT name, siren, insee, departement FROM entry").fetchall()
    with open(path, "w", encoding="utf-8") as file:
        file.write("name\tsiren\tinsee\tdepartement\n")
        for row in rows:
            file.write("\t".join(value or "" for value in row) + "\n")
    return len(rows)


def main():
    maillage, cli, empty, database = sys.argv[1:]
    folder = Path(tempfile.mkdtemp())
    environment = {**os.environ, "HOME": str(folder), "GTK_A11Y": "none"}
    good = True
    try:
        command = [cli, "--network"]
        sample, full = str(folder / "sample.maillage"), str(folder / "full.maillage")
        table = str(folder / "directory.tsv")
        write_directory(database, table)
        for words in ([sample, "init", "Réseau", "--sample"], [full, "init", "Réseau"],
                      [full, "import", "members", table]):  # fmt: skip
            subprocess.run(command + words, check=True, stdout=subprocess.DEVNULL, env=environment)
        screen = Screen()
        for label, path in (("sample", sample), ("36,370 bodies", full)):
            first, complete, memory = compare(screen, [maillage, path], [empty], environment)
            good &= show(f"first window, {label}", first, "s")
            good &= show(f"complete window, {label}", complete, "s")
            good &= show(f"resident memory, {label}", memory, "MiB")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
