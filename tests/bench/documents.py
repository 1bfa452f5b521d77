#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long documents take to be read and written, against bare tools and against pandoc, and as they grow.

Usage: documents.py MAILLAGE-CLI FORMATS

FORMATS is the folder of our schemas. The document has 300 parts, each about a page with headings, paragraphs with
bold words, a list and a table: 290,000 words in all. The bare reading of a package is to unpack its text and to parse
it. Pandoc reads into its native text and writes from what it reads fastest, its tree in JSON. Ours and theirs take
turns and each time is the median of five; pandoc, which takes far longer, runs once, and not at all where it is not
installed.
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
PARTS = 300
WORDS = """Le titulaire met en œuvre les prestations dans le respect des clauses environnementales et
sociales du marché, en veillant à la réduction des déchets d’emballage et à l’insertion des publics
éloignés de l’emploi.""".split()
AIMS = {
    "ODT to XML": 6,
    "ODT to XML, pandoc": 1 / 40,
    "ODT to XML, memory, pandoc": 1,
    "XML to ODT, pandoc": 1 / 40,
    "DOCX to XML": 8,
    "DOCX to XML, pandoc": 1 / 20,
    "1,000 paragraphs, of 35,000 against of 3,500": 1.2,
    "1,000 templates": 1.2,
    "ODT, time of a page, 1,000 against 100": 1.3,
    "DOCX, time of a page, 1,000 against 100": 1.3,
    "PDF, time of a page, 1,000 against 100": 1.3,
    "ODT, memory of a page, 100 to 1,000 against 10 to 100": 1.3,
    "DOCX, memory of a page, 100 to 1,000 against 10 to 100": 1.3,
    "PDF, memory of a page, 100 to 1,000 against 10 to 100": 1.3,
}


def show(name, ours, theirs, unit="s"):
    ratio = ours / theirs
    aim = AIMS[name]
    print(f"{name}: {ratio:.3f} ({ours:.4f} / {theirs:.4f} {unit}), aim {aim:.3g}", flush=True)
    return ratio <= aim


def words(number, start):
    return " ".join(WORDS[(start + i) % len(WORDS)] for i in range(number))


def write_part(file, i):
    file.write(f"<section><heading>Partie {i}</heading>")
    for j in range(10):
        file.write(f"<p>{i}.{j} {words(58, i + 3 * j)}, <b>{words(3, i)}</b>, {words(8, j)}.</p>")
    file.write("<list>")
    for j in range(9):
        file.write(f"<item><p>{words(12, i + j)}</p></item>")
    file.write("</list><table>")
    for j in range(12):
        file.write("<row>")
        for k in range(3):
            file.write(f"<cell><p>{words(4, j + k)}</p></cell>")
        file.write("</row>")
    file.write("</table></section>")


def write_document(path, parts):
    """A document of about as many pages as parts."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>")
        for i in range(parts):
            write_part(file, i)
        file.write("</body></document>")
    return path


def write_paragraphs(path, number):
    with open(path, "w", encoding="utf-8") as file:
        file.write("<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>")
        for i in range(number):
            file.write(f"<p>{i} {words(12, i)}.</p>")
        file.write("</body></document>")
    return path


def write_templates(folder, number):
    """A template of some thirty clauses in each file."""
    paths = [folder / f"{i:04}.xml" for i in range(number)]
    for i, path in enumerate(paths):
        clauses = "".join(
            f"<d:section xml:id='s{j}'><d:heading>Article {j}</d:heading><d:p>{words(40, i + j)}, "
            f"<d:field name='buyer'/>, voir <d:ref to='s0'/>.</d:p></d:section>"
            for j in range(30)
        )
        path.write_text(
            "<template xmlns='urn:maillage:template:1' xmlns:d='urn:maillage:document:1' xml:lang='fr' "
            f"uri='urn:uuid:00000000-0000-4000-8000-{i:012}' revision='1'>"
            f"<identity><title>Modèle {i}</title></identity>"
            "<fields><field name='buyer' type='text'><label>Acheteur</label></field></fields>"
            f"<piece role='ccap'><title>Clauses</title><text>{clauses}</text></piece></template>",
            encoding="utf-8",
        )
    return paths


def run(*command):
    """Seconds and the largest memory (MiB) of a command."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[:3]}: {said.decode()[:2000]}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def unpack_and_parse(package, part):
    return run("sh", "-c", 'unzip -p "$0" "$1" | xmllint --noout -', package, part)[0]


def take_turns(ours, theirs):
    """The medians of two functions that return seconds."""
    times = [(ours(), theirs()) for _ in range(ROUNDS)]
    return (statistics.median(column) for column in zip(*times))


class Documents:
    def __init__(self, cli, folder):
        self.cli = cli
        self.folder = folder

    def convert(self, source, target):
        """Seconds and MiB."""
        return run(self.cli, "convert", self.folder / source, self.folder / target)

    def median(self, source, target):
        runs = [self.convert(source, target) for _ in range(ROUNDS)]
        return (statistics.median(column) for column in zip(*runs))

    def measure_bare(self):
        done = []
        for kind, part in ("odt", "content.xml"), ("docx", "word/document.xml"):
            package = self.folder / f"big.{kind}"
            ours, theirs = take_turns(
                lambda: self.convert(package, "out.xml")[0], lambda: unpack_and_parse(package, part)
            )
            done.append(show(f"{kind.upper()} to XML", ours, theirs))
        return done

    def measure_pandoc(self):
        if not shutil.which("pandoc"):
            print("against pandoc: not measured, it is not installed", flush=True)
            return []
        native, tree = self.folder / "big.native", self.folder / "big.json"
        theirs_odt = run("pandoc", "-t", "native", "-o", native, self.folder / "big.odt")
        theirs_docx = run("pandoc", "-t", "native", "-o", native, self.folder / "big.docx")
        run("pandoc", "-t", "json", "-o", tree, self.folder / "big.odt")
        theirs_write = run("pandoc", "-f", "json", "-o", self.folder / "theirs.odt", tree)
        odt, memory = self.median("big.odt", "out.xml")
        writing, _ = self.median("big.xml", "out.odt")
        docx, _ = self.median("big.docx", "out.xml")
        return [
            show("ODT to XML, pandoc", odt, theirs_odt[0]),
            show("ODT to XML, memory, pandoc", memory, theirs_odt[1], "MiB"),
            show("XML to ODT, pandoc", writing, theirs_write[0]),
            show("DOCX to XML, pandoc", docx, theirs_docx[0]),
        ]

    def measure_paragraphs(self):
        for number in 3500, 35000:
            write_paragraphs(self.folder / "p.xml", number)
            self.convert("p.xml", f"p{number}.odt")
        large, small = take_turns(
            lambda: self.convert("p35000.odt", "out.xml")[0] / 35,
            lambda: self.convert("p3500.odt", "out.xml")[0] / 3.5,
        )
        return show("1,000 paragraphs, of 35,000 against of 3,500", large, small)

    def measure_templates(self, schema):
        paths = write_templates(self.folder, 1000)
        ours, theirs = take_turns(
            lambda: run(self.cli, "validate", *paths)[0],
            lambda: run("xmllint", "--relaxng", schema, "--noout", *paths)[0],
        )
        return show("1,000 templates", ours, theirs)

    def measure_growth(self, kind):
        """A conversion that reads and writes packages, or lays out pages, of 10 to 1,000 pages."""
        sizes = 10, 100, 1000
        source, target = ("xml", "pdf") if kind == "PDF" else (kind.lower(), kind.lower())
        for size in sizes:
            write_document(self.folder / f"{size}.xml", size)
            if source != "xml":
                self.convert(f"{size}.xml", f"{size}.{source}")
        times = {size: [] for size in sizes}
        memory = {}
        for _ in range(ROUNDS):
            for size in sizes:
                seconds, memory[size] = self.convert(f"{size}.{source}", f"out.{target}")
                times[size].append(seconds)
        medians = {size: statistics.median(times[size]) for size in sizes}
        return [
            show(f"{kind}, time of a page, 1,000 against 100", medians[1000] / 1000, medians[100] / 100),
            show(f"{kind}, memory of a page, 100 to 1,000 against 10 to 100",
                 (memory[1000] - memory[100]) / 900, (memory[100] - memory[10]) / 90, "MiB"),
        ]  # fmt: skip


def main():
    cli, formats = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        documents = Documents(cli, Path(name))
        write_document(documents.folder / "big.xml", PARTS)
        documents.convert("big.xml", "big.odt")
        documents.convert("big.xml", "big.docx")
        done = documents.measure_bare()
        done += documents.measure_pandoc()
        done.append(documents.measure_paragraphs())
        done.append(documents.measure_templates(Path(formats) / "template.rng"))
        for kind in "ODT", "DOCX", "PDF":
            done += documents.measure_growth(kind)
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
