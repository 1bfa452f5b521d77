#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the table of the French titles of codes: make-french-titles.py FR.PO SOURCES OUT.C

Files go from one office to another: what a program in French wrote is read by one in English. The titles
are those of the translation; each list of codes below SOURCES has its own there."""

import ast
import re
import sys
from pathlib import Path

LIST = re.compile(r"^(?:static )?const MlgCode \w+\[\] = \{(.*?)^\};", re.M | re.S)
TITLE = re.compile(r'N_ \(((?:\s*"(?:[^"\\]|\\.)*")+)\)')
ENTRY = re.compile(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)^msgstr ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.M)
TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


def join(literals):
    return "".join(ast.literal_eval(text) for text in TEXT.findall(literals))


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main(po, sources, out):
    french = {join(a): join(b) for a, b in ENTRY.findall(Path(po).read_text(encoding="utf-8"))}
    titles = {
        join(title)
        for source in Path(sources).rglob("*.c")
        for codes in LIST.findall(source.read_text(encoding="utf-8"))
        for title in TITLE.findall(codes)
    }
    pairs = sorted((title.encode(), french[title]) for title in titles if french.get(title))
    lines = ["  { %s, %s }," % (quote(title.decode()), quote(text)) for title, text in pairs]
    Path(out).write_text(
        '#include "mlg-code-french.h"\n\nconst MlgFrenchTitle mlg_french_titles[] = {\n'
        + "\n".join(lines)
        + "\n};\nconst unsigned mlg_n_french_titles = %d;\n" % len(lines),
        encoding="utf-8",
    )


main(*sys.argv[1:])
