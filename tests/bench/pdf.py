#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a document takes to become a PDF, as it grows and against LibreOffice.

Usage: pdf.py MAILLAGE-CLI

The document has headings, paragraphs, one in three with bold words, lists and tables. Theirs converts the same ODT as ours; it is only
asked when it is installed and MLG_TEST_LONG is 1. Ours and theirs take turns; each figure is a median.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
SOFFICE = ("soffice", "--headless", "--convert-to", "pdf", "--outdir")
WORDS = """Le titulaire met en œuvre les prestations dans le respect des clauses environnementales et
sociales du marché, en veillant à la réduction des déchets d’emballage et à l’insertion des publics
éloignés de l’emploi.""".split()
AIMS = {"time of a page, 1,000 against 100": 1.3, "300 pages": 0.2}


def show(name, ours, theirs):
    ratio = ours / theirs
    aim = AIMS[name]
    print(f"{name}: {ratio:.2f} ({ours:.4f} / {theirs:.4f}), aim {aim}", flush=True)
    return ratio <= aim


def words(number, start):
    return " ".join(WORDS[(start + i) % len(WORDS)] for i in range(number))


def write_document(path, parts):
    """A document of about as many pages as parts."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>")
        for i in range(parts):
            file.write(f"<section><heading>Partie {i}</heading>")
            for j in range(6):
                bold = f", <b>{words(3, i)}</b>" if j % 3 == 0 else ""
                file.write(f"<p>{i}.{j} {words(70 + 5 * j, i + 3 * j)}{bold}.</p>")
            file.write("<list>")
            for j in range(5):
                file.write(f"<item><p>{words(10, i + j)}</p></item>")
            file.write("</list>")
            if i % 5 == 0:
                rows = (f"<row><cell><p>{words(2, j)}</p></cell><cell><p>{words(j, i)}</p></cell></row>"
                        for j in range(12))  # fmt: skip
                file.write(f"<table>{''.join(rows)}</table>")
            file.write("</section>")
        file.write("</body></document>")


def seconds(*command):
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - began


def take_turns(ours, theirs):
    """The medians of two functions that return seconds."""
    times = [(ours(), theirs()) for _ in range(ROUNDS)]
    return (statistics.median(column) for column in zip(*times))


def measure_growth(cli, folder):
    for parts in (100, 1000):
        write_document(folder / f"{parts}.xml", parts)

    def convert(parts):
        return seconds(cli, "convert", folder / f"{parts}.xml", folder / f"{parts}.pdf") / parts

    large, small = take_turns(lambda: convert(1000), lambda: convert(100))
    return show("time of a page, 1,000 against 100", large, small)


def measure_office(cli, folder):
    write_document(folder / "a.xml", 300)
    subprocess.run((cli, "convert", folder / "a.xml", folder / "a.odt"), check=True, capture_output=True)
    office = (*SOFFICE, folder, f"-env:UserInstallation=file://{folder}/office", folder / "a.odt")
    seconds(*office)  # the first run makes a profile
    ours, theirs = take_turns(
        lambda: seconds(cli, "convert", folder / "a.odt", folder / "b.pdf"),
        lambda: seconds(*office),
    )
    return show("300 pages", ours, theirs)


def main():
    cli = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        done = [measure_growth(cli, Path(name))]
        if os.environ.get("MLG_TEST_LONG") == "1" and shutil.which("soffice"):
            done.append(measure_office(cli, Path(name)))
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
