#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the import of 1,000 templates with their validation takes, against xmllint's validation alone.

Usage: templates.py MAILLAGE-CLI TEMPLATE FORMATS

Each template is the model tender TEMPLATE under another identifier, with a clause of its own. Both read the
same files, in turns; the figure is the median of three.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS, TEMPLATES, AIM = 3, 1000, 3
URI = "urn:uuid:{:08x}-0000-4000-8000-{:012x}"


def write_templates(source, folder):
    text = source.read_text(encoding="utf-8")
    mine = text.split('<template ', 1)[1].split('uri="', 1)[1].split('"', 1)[0]
    clause = text.split("<clause ", 1)[1].split('uri="', 1)[1].split('"', 1)[0]
    paths = []
    for number in range(TEMPLATES):
        path = folder / f"{number}.xml"
        path.write_text(text.replace(mine, URI.format(1, number)).replace(clause, URI.format(2, number)),
                        encoding="utf-8")  # fmt: skip
        paths.append(path)
    return paths


def run(*command):
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - began


def main():
    cli, source, formats = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        paths = write_templates(source, Path(folder))
        for number in range(ROUNDS):
            file = Path(folder) / f"{number}.maillage"
            run(cli, "--network", file, "init", "Bench")
            theirs.append(run("xmllint", "--relaxng", formats / "template.rng", "--noout", *paths))
            ours.append(run(cli, "--network", file, "import", "templates", *paths))
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"import of 1,000 templates: {mine / other:.2f} ({mine:.2f} / {other:.2f}), aim {AIM}")
    return 0 if mine / other <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
