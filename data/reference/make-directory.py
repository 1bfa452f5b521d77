#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the reference directory of French public bodies.

Usage: make-directory.py PACKAGE OUT.tsv.gz

PACKAGE is the unpacked npm package @etalab/decoupage-administratif (6.0.0 for 2026). Run by hand when
a new edition comes out. The result is the same for the same package.
"""

import collections
import gzip
import json
import pathlib
import sys

COLUMNS = (
    "kind", "siren", "insee", "name", "population", "departement", "region", "epci_siren",
    "postcodes",
)  # fmt: skip


def load(package, name):
    return json.loads((package / "data" / f"{name}.json").read_text(encoding="utf-8"))


def rows(package):
    communes = [c for c in load(package, "communes") if c["type"] == "commune-actuelle"]
    places = {c["code"]: c for c in communes}
    epci_of = {}
    groupings = load(package, "epci")
    for group in groupings:
        for member in group["membres"]:
            epci_of[member["code"]] = group["code"]
    regions = {d["code"]: d["region"] for d in load(package, "departements")}
    regions |= {c["departement"]: c["region"] for c in communes if "departement" in c}
    for region in load(package, "regions"):
        yield "region", "", region["code"], region["nom"], "", "", region["code"], "", ""
    for d in load(package, "departements"):
        yield "departement", "", d["code"], d["nom"], "", d["code"], d["region"], "", ""
    for group in groupings + load(package, "ept"):
        # A grouping over two départements is where most of its people are.
        people = collections.Counter()
        for member in group["membres"]:
            place = places.get(member["code"], {})
            people[place.get("departement", "")] += place.get("population", 0)
        where = people.most_common(1)[0][0]
        yield (
            group["type"], group["code"], "", group["nom"], group["populationTotale"],
            where, regions.get(where, ""), "", "",
        )  # fmt: skip
    for c in communes:
        yield (
            "commune", c.get("siren", ""), c["code"], c["nom"], c.get("population") or "",
            c.get("departement", ""), c.get("region", ""), epci_of.get(c["code"], ""),
            " ".join(c.get("codesPostaux", [])),
        )  # fmt: skip


def main():
    package, out = map(pathlib.Path, sys.argv[1:])
    lines = [[str(cell) for cell in row] for row in rows(package)]
    lines.sort(key=lambda row: (row[5], row[0], row[2], row[1]))
    text = "".join("\t".join(row) + "\n" for row in [list(COLUMNS), *lines])
    with open(out, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode())


if __name__ == "__main__":
    main()
