#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the import of the whole directory takes, against sqlite3's .import of the same rows.
The processor's time is told too: what else the machine does is not in it.

Usage: import.py MAILLAGE-CLI DIRECTORY-DATABASE

Ours checks every value, looks for duplicates, indexes the words and can be undone; theirs copies the
cells into a table without a key. Both read the same file, in turns; each figure is the median of five.
"""

import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
COLUMNS = ("kind", "siren", "insee", "name", "population", "departement", "region", "epci",
           "postcodes")  # fmt: skip
SIZES = (1000, 10000, 36370)
AIMS = {
    "import of 36,370 members": 6,
    "cost of a row, above 10,000 rows": 1.2,
    "undo of the import": 3,
    "redo of the import": 3,
}


def show(name, ours, theirs):
    ratio = ours / theirs
    aim = AIMS.get(name)
    print(f"{name}: {ratio:.2f} ({ours:.4f} / {theirs:.4f})" + (f", aim {aim}" if aim else ""),
          flush=True)  # fmt: skip
    return aim is None or ratio <= aim


def write_tables(database, folder):
    """A spreadsheet of members for each size, the rows of each spread over the whole directory."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        rows = connection.execute(f"SELECT {','.join(COLUMNS)} FROM entry ORDER BY insee").fetchall()
    paths = {}
    for size in SIZES:
        paths[size] = folder / f"{size}.tsv"
        with open(paths[size], "w", encoding="utf-8") as file:
            file.write("\t".join(COLUMNS) + "\n")
            for index in range(min(size, len(rows))):
                row = rows[index * len(rows) // size]
                file.write("\t".join("" if value is None else str(value) for value in row) + "\n")
    return paths


def worked():
    """Seconds that the processors have worked for the commands that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Seconds(float):
    """Those that a command took; `work` is the part that the processors worked for it."""

    def __new__(cls, value, work):
        self = super().__new__(cls, value)
        self.work = work
        return self


def run(*command):
    """Seconds that a command takes, and what it says."""
    began, before = time.monotonic(), worked()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Seconds(time.monotonic() - began, worked() - before), done.stdout


def median_work(times):
    return statistics.median(seconds.work for seconds in times)


def grow(sizes):
    """What a row costs above 10,000 rows and below, in ms."""
    small, middle, whole = sizes
    return ((whole - middle) / (SIZES[2] - SIZES[1]) * 1e3,
            (middle - small) / (SIZES[1] - SIZES[0]) * 1e3)  # fmt: skip


class Network:
    """A new network file."""

    def __init__(self, cli, folder):
        self.folder = Path(tempfile.mkdtemp(dir=folder))
        self.command = [cli, "--network", str(self.folder / "x.maillage")]
        self.do("init", "Réseau")

    def do(self, *words):
        return run(*self.command, *words)

    def export(self):
        path = self.folder / "members.csv"
        self.do("export", "members", str(path))
        return path.read_bytes()

    def remove(self):
        shutil.rmtree(self.folder)


def measure_sizes(cli, tables, folder):
    """Seconds of each import of each table, and of each .import of the largest one."""
    ours = {size: [] for size in SIZES}
    theirs = []
    for number in range(ROUNDS + 1):
        for size in SIZES:
            network = Network(cli, folder)
            seconds, said = network.do("import", "members", str(tables[size]))
            network.remove()
            if f"added: {size};" not in said:
                raise SystemExit(f"not all of {size} rows were imported: {said}")
            if number > 0:  # the first one only fills the caches
                ours[size].append(seconds)
        bare = folder / "bare.sqlite"
        seconds, _ = run("sqlite3", str(bare), ".mode tabs", f".import {tables[SIZES[-1]]} member")
        bare.unlink()
        if number > 0:
            theirs.append(seconds)
    return ours, theirs


def measure_steps(cli, table, folder):
    """Seconds of undo, redo and verify after an import; what is exported must stay the same."""
    steps = {"undo": [], "redo": [], "verify": []}
    network = Network(cli, folder)
    network.do("import", "members", str(table))
    before = network.export()
    for _ in range(ROUNDS):
        for step, times in steps.items():
            times.append(network.do(step)[0])
    if network.export() != before:
        raise SystemExit("the export is not the same after undo and redo")
    network.remove()
    return {step: statistics.median(times) for step, times in steps.items()}


def main():
    cli, database = sys.argv[1:]
    folder = Path(tempfile.mkdtemp())
    os.environ["HOME"] = str(folder)
    good = True
    try:
        tables = write_tables(database, folder)
        ours, theirs = measure_sizes(cli, tables, folder)
        steps = measure_steps(cli, tables[SIZES[-1]], folder)
        times = [statistics.median(ours[size]) for size in SIZES]
        work = [median_work(ours[size]) for size in SIZES]
        whole = times[-1]
        good &= show("import of 36,370 members", whole, statistics.median(theirs))
        good &= show("import of 36,370 members, work", work[-1], median_work(theirs))
        good &= show("cost of a row, above 10,000 rows", *grow(times))
        good &= show("cost of a row, above 10,000 rows, work", *grow(work))
        good &= show("undo of the import", steps["undo"], whole)
        good &= show("redo of the import", steps["redo"], whole)
        good &= show("verify of the file", steps["verify"], whole)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
