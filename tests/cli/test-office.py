#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ODT and DOCX files are what their schemas and their own references say, whatever document they are made of."""

import json
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import office

CLI = os.environ["MLG_CLI"]
EVERYTHING = Path(os.environ["MLG_EVERYTHING"])
PAPERS = ("agenda", "attendance", "convocation", "feedback", "letter", "minutes", "questionnaire")
BODY = "{urn:maillage:document:1}body"
CELL = "<cell><p>a</p></cell>"
# Each is the body of a document.
BODIES = {
    "empty": "",
    "marks": "<p><b><i><sup>a</sup></i></b><sub>b</sub><tab/><br/><span xml:lang='de'>c</span></p>",
    "spans": f"<table><row><cell rowspan='3' colspan='2'><p>a</p></cell>{CELL}</row><row>{CELL}{CELL}</row><row/>"
             f"<row>{CELL}<cell rowspan='9'/></row></table>",
    "header rows": f"<table><row header='true'>{CELL}{CELL}</row><row><cell header='true'/>{CELL}</row></table>",
    "nested": f"<table borders='false'><row><cell><table><row>{CELL}</row></table></cell></row></table>",
    "in a list": f"<list numbering='lower-roman'><item><table><row>{CELL}</row></table></item><item><list><item>"
                 "<section><heading>H</heading></section></item></list></item></list>",
    "list without numbers": "<list numbering='decimal'><item numbered='false'><p>a</p></item><item/></list>",
    "notes": "<p>a<footnote><list><item><p>b</p></item></list></footnote></p><note><p>c</p><note><p>d</p></note></note>"
             f"<table><row><cell><p><footnote end='true'><p>e</p></footnote></p></cell></row></table>",
    "table in a note": f"<note><table><caption>c</caption><row>{CELL}<cell><p>b</p></cell></row></table></note>",
    "pages": "<section orientation='landscape'><p>a</p></section><page-break/><p>b</p><page-break/>"
             f"<section orientation='landscape'><table><row>{CELL}</row></table></section>",
    "references": "<toc/><section xml:id='s' numbering='decimal'><heading xml:id='h'>H</heading><p xml:id='p'>"
                  "<ref to='s'/><ref to='h' show='page'/><ref to='p' show='title'>a</ref><link href='#s'>l</link>"
                  "<link href='https://example.org/?a=1&amp;b=2'>m</link></p></section>",
}  # fmt: skip


class Office(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_cli(self, *words, statuses=(0,)):
        done = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True)
        self.assertIn(done.returncode, statuses, done.stderr)
        return done.stdout

    def check(self, odt, docx):
        self.assertEqual(office.odt_faults(odt), set())
        self.assertEqual(office.docx_faults(docx), set())

    def check_document(self, document):
        odt, docx = self.folder / "a.odt", self.folder / "a.docx"
        self.run_cli("convert", document, odt)
        self.run_cli("convert", document, docx)
        self.check(odt, docx)
        return odt, docx

    def test_everything(self):
        odt, docx = self.check_document(EVERYTHING)
        # What was read from one format and written to the other.
        crossed = self.folder / "b.docx", self.folder / "b.odt"
        self.run_cli("convert", odt, crossed[0])
        self.run_cli("convert", docx, crossed[1])
        self.check(crossed[1], crossed[0])

    def test_bodies(self):
        for name, body in BODIES.items():
            with self.subTest(name):
                document = self.folder / "a.xml"
                document.write_text(
                    f"<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>{body}</body></document>"
                )
                self.check_document(document)

    def test_shipped_papers(self):
        for name in PAPERS:
            with self.subTest(name):
                odt, docx = self.folder / "a.odt", self.folder / "a.docx"
                # 3: fields without an answer are listed.
                self.run_cli("fill", name, odt, statuses=(0, 3))
                self.run_cli("fill", name, docx, statuses=(0, 3))
                self.check(odt, docx)

    def test_model_tender(self):
        """Its pieces together and one alone, whose references lead to others; all is answered."""
        answers = Path(os.environ["MLG_DATA_DIR"]) / "sample" / "cleaning-answers.xml"
        for ambition, piece in (("base", ()), ("exemplary", ()), ("exemplary", ("--piece", "2"))):
            with self.subTest(ambition=ambition, piece=piece):
                odt, docx = self.folder / "a.odt", self.folder / "a.docx"
                options = ("--answers", answers, "--set", f"ambition={ambition}", *piece)
                for out in (odt, docx):
                    self.run_cli("fill", "cleaning", out, *options)
                self.check(odt, docx)

    if os.environ.get("MLG_TEST_LONG") == "1":

        def test_libreoffice_keeps_all(self):
            """What LibreOffice makes of our files has the headings, tables and words of the document."""
            # No format has a table in a comment.
            body = "".join(body for name, body in BODIES.items() if name != "table in a note")
            document = self.folder / "all.xml"
            document.write_text(f"<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>{body}</body></document>")
            for source in EVERYTHING, document:
                for suffix in ".odt", ".docx":
                    with self.subTest(source=source.name, suffix=suffix):
                        self.check_with_libreoffice(source, suffix)

    def check_with_libreoffice(self, source, suffix):
        file = self.folder / f"office{suffix}"
        counts = json.loads(self.run_cli("convert", source, file, "--json"))
        flat = self.folder / "office.fodt"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", "fodt",
             "--outdir", self.folder, file],
            check=True, capture_output=True,
        )  # fmt: skip
        root = ElementTree.parse(flat).getroot()
        self.assertEqual(len(list(root.iter(f"{{{office.TEXT}}}h"))), sum(counts["headings"].values()))
        self.assertEqual(len(list(root.iter(f"{{{office.TABLE}}}table"))), counts["tables"])
        self.assertEqual(self.words(ElementTree.parse(source).getroot().find(BODY)) - self.words(root), set())

    def words(self, element):
        """Those of an element, without the data of its images."""
        texts = [e.text for e in element.iter() if not e.tag.endswith(("}image", "}binary-data"))]
        texts += [e.tail for e in element.iter()]
        return set(re.findall(r"\w+", " ".join(text or "" for text in texts)))

    def test_faults_are_found(self):
        odt, _ = self.check_document(EVERYTHING)
        self.assertIn("no style Nowhere", " ".join(self.spoil(odt, b'"Text_20_body"', b'"Nowhere"')))
        self.assertIn("may not hold", " ".join(self.spoil(odt, b"<text:h ", b"<text:p ", b"</text:h>", b"</text:p>")
                                               | self.spoil(odt, b"text:list-item", b"text:p")))  # fmt: skip
        self.assertIn("no bookmark", " ".join(self.spoil(odt, b'text:name="prix"', b'text:name="other"')))

    def spoil(self, odt, *replacements):
        """The faults of a file in whose text something was replaced."""
        bad = self.folder / "bad.odt"
        with office.zipfile.ZipFile(odt) as package, office.zipfile.ZipFile(bad, "w") as copy:
            for entry in package.infolist():
                data = package.read(entry)
                if entry.filename == "content.xml":
                    for old, new in zip(replacements[::2], replacements[1::2]):
                        data = data.replace(old, new)
                copy.writestr(entry, data)
        return office.odt_faults(bad)


if __name__ == "__main__":
    unittest.main()
