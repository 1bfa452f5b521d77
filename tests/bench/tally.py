#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the count of 100,000 ballots over 30 options takes, by all methods.

Usage: tally.py MAILLAGE-CLI

Ours reads the file and counts it by eight methods; theirs, sort, only orders its lines. Each figure is the
median of five, in turns.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
SIZES = (25000, 100000)
N_OPTIONS = 30
AIMS = {"seconds for 100,000 ballots": 2, "cost of a ballot, 100,000 against 25,000": 1.2}


def show(name, ours, theirs):
    ratio = ours / theirs
    aim = AIMS.get(name)
    print(f"{name}: {ratio:.2f} ({ours:.4f} / {theirs:.4f})" + (f", aim {aim}" if aim else ""),
          flush=True)  # fmt: skip
    return aim is None or ratio <= aim


def write_ballots(path, number):
    """Whole and short ballots, with ties, no two made alike."""
    chance = random.Random(number)
    options = [f"T{i}" for i in range(N_OPTIONS)]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"#/Candidates: {' ; '.join(options)}\n")
        for _ in range(number):
            order = chance.sample(options, chance.choice((5, 15, N_OPTIONS)))
            line = order[0]
            for option in order[1:]:
                line += (" = " if chance.random() < 0.1 else " > ") + option
            file.write(line + "\n")


def run(*command):
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - began


def main(cli):
    ours, theirs = {size: [] for size in SIZES}, {size: [] for size in SIZES}
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.cvotes" for size in SIZES}
        for size in SIZES:
            write_ballots(paths[size], size)
        for _ in range(ROUNDS):
            for size in SIZES:
                ours[size].append(run(cli, "tally", paths[size], "--json"))
                theirs[size].append(run("sort", paths[size]))
    small, large = (statistics.median(ours[size]) for size in SIZES)
    good = show("seconds for 100,000 ballots", large, 1)
    good &= show("count of 100,000 ballots", large, statistics.median(theirs[SIZES[-1]]))
    good &= show("cost of a ballot, 100,000 against 25,000", large / SIZES[1], small / SIZES[0])
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
