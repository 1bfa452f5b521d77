#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""convert, validate and fill: what they write, print and end with."""

import io
import json
import os
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3
EVERYTHING = Path(os.environ["MLG_EVERYTHING"])
NAMESPACES = "xmlns='urn:maillage:template:1' xmlns:d='urn:maillage:document:1' xml:lang='fr'"
TEMPLATE = f"""<template {NAMESPACES} uri='urn:uuid:00000000-0000-4000-8000-000000000001' revision='1'>
<identity><title>Nettoyage</title></identity>
<fields>
<field name='buyer' type='text' required='true'><label>L’acheteur</label></field>
<field name='value' type='amount'><label>Montant</label></field>
</fields>
<piece role='rc'><title>Règlement</title><text><d:p>De <d:field name='buyer'/>.</d:p></text></piece>
<piece role='ccap'><title>Clauses</title><text><d:p><d:field name='value'/></d:p></text></piece>
</template>"""


UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
NOTICE = f"""<ContractNotice xmlns='{UBL}ContractNotice-2' xmlns:a='{UBL}CommonAggregateComponents-2'
 xmlns:b='{UBL}CommonBasicComponents-2'>
<b:NoticeTypeCode>cn-standard</b:NoticeTypeCode><b:NoticeLanguageCode>ENG</b:NoticeLanguageCode>
<a:ProcurementProject><b:Name languageID='ENG'>Cleaning</b:Name><b:Name languageID='FRA'>Nettoyage</b:Name>
</a:ProcurementProject></ContractNotice>"""


def zipped(name):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "words")
    return content.getvalue()


class Documents(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run_cli(self, status, *words):
        result = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True)
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        lines = result.stderr.splitlines()
        self.assertEqual(len(lines), 1 if status in (FAILED, MISUSED) else 0, result.stderr)
        self.said = result.stderr
        return result.stdout

    def json(self, status, *words):
        return json.loads(self.run_cli(status, *words, "--json"))

    def test_shipped_paper(self):
        out = self.folder / "letter.txt"
        self.run_cli(3, "fill", "letter", out, "--set", "subject=Adhésion")
        self.assertIn("Adhésion", out.read_text(encoding="utf-8"))

    def test_notice_becomes_a_template(self):
        notice = self.write("notice.xml", NOTICE)
        out = self.folder / "template.xml"
        told = self.json(DONE, "convert", notice, out)
        self.assertEqual(told["languages"], ["fr", "en"])
        self.assertEqual(told["headings"], {"1": 1})
        self.assertIn("<title>Nettoyage</title>", out.read_text())
        self.assertTrue(self.json(DONE, "validate", out)["valid"])
        self.assertTrue(self.json(DONE, "validate", notice)["valid"])
        self.run_cli(DONE, "convert", notice, out, "--language", "ENG")
        self.assertIn("<title>Cleaning</title>", out.read_text())
        self.run_cli(FAILED, "convert", notice, out, "--language", "pl")
        self.run_cli(DONE, "convert", notice, self.folder / "text.odt")
        self.run_cli(MISUSED, "convert", EVERYTHING, out, "--language", "fr")
        broken = self.write("broken.xml", NOTICE[:-20])
        self.run_cli(FAILED, "convert", broken, out)
        self.assertFalse(self.json(NO, "validate", broken)["valid"])

    def test_convert_counts(self):
        out = self.folder / "out.xml"
        counts = self.json(DONE, "convert", EVERYTHING, out)
        self.assertEqual(counts["headings"], {"1": 4, "2": 5, "3": 1})
        self.assertEqual((counts["tables"], counts["rows"], counts["cells"]), (4, 8, 21))
        self.assertEqual((counts["lists"], counts["items"]), (10, 17))
        self.assertEqual((counts["images"], counts["notes"], counts["issues"]), (2, 3, []))
        again = self.folder / "again.xml"
        self.run_cli(DONE, "convert", out, again)
        self.assertEqual(out.read_bytes(), again.read_bytes())

    def test_convert_to_every_format(self):
        endings = self.run_cli_misused_list()
        self.assertIn(".html", endings)
        for ending in endings:
            out = self.folder / f"out{ending}"
            self.assertIn(out.name, self.run_cli(DONE, "convert", EVERYTHING, out))
            self.assertGreater(out.stat().st_size, 500, ending)

    def test_a_long_document(self):
        """Beyond a size, memory is had in another way, which must change nothing."""
        part = "<section><heading>Article</heading><p>Été <b>2026</b> &amp; suite</p><list><item>" \
            "<p>un</p></item></list><table><row><cell><p>a</p></cell></row></table></section>"
        text = f"<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>{part * 12000}</body></document>"
        self.assertGreater(len(text), 1 << 20)
        source, xml, odt = self.write("long.xml", text), self.folder / "1.xml", self.folder / "1.odt"
        counts = self.json(DONE, "convert", source, xml)
        self.assertEqual(counts["headings"], {"1": 12000})
        self.assertEqual((counts["items"], counts["cells"]), (12000, 12000))
        again = self.folder / "2.xml"
        self.assertEqual(self.json(DONE, "convert", xml, again), counts)
        self.assertEqual(xml.read_bytes(), again.read_bytes())
        self.run_cli(DONE, "convert", xml, odt)
        read = self.json(DONE, "convert", odt, again)
        for kind in "headings", "paragraphs", "items", "cells", "words":
            self.assertEqual(read[kind], counts[kind], kind)

    def run_cli_misused_list(self):
        self.run_cli(MISUSED, "convert", EVERYTHING, "out.doc")
        return [word.strip(",") for word in self.said.split() if word.startswith(".")]

    def test_what_cannot_be_read_says_what_to_do(self):
        for content, advice in (
            (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save it as ODT or DOCX"),
            (b"{\\rtf1 words}", "save it as ODT or DOCX"),
            (b"%PDF-1.7\n", "ask for the ODT or DOCX"),
            (zipped("other.txt"), "ODT and DOCX are read"),
            (b"<document", "not well-formed"),
        ):
            file = self.write("in.doc", content)
            out = self.folder / "out.xml"
            self.run_cli(FAILED, "convert", file, out)
            self.assertIn(advice, self.said)
            self.assertFalse(out.exists())
        self.run_cli(FAILED, "convert", self.folder / "none.odt", self.folder / "out.xml")

    def test_what_never_ends_is_refused(self):
        pipe, out = self.folder / "pipe.odt", self.folder / "out.xml"
        os.mkfifo(pipe)
        for endless in (pipe, "/dev/zero", self.folder):
            self.run_cli(FAILED, "convert", endless, out)
            self.assertIn("a file is needed", self.said)
            self.run_cli(FAILED, "validate", endless)
            self.assertFalse(out.exists())

    def test_a_failure_keeps_the_former_file(self):
        out = self.write("out.html", "former")
        self.run_cli(FAILED, "convert", self.write("in.xml", "<a/>"), out)
        self.assertEqual(out.read_text(), "former")
        self.assertEqual(len(list(self.folder.iterdir())), 2)

    def test_validate(self):
        self.assertEqual(self.json(DONE, "validate", EVERYTHING), {"valid": True, "issues": []})
        self.assertIn("valid", self.run_cli(DONE, "validate", self.write("t.xml", TEMPLATE)))
        answers = "<answers xmlns='urn:maillage:answers:1' template='urn:x' revision='1'/>"
        self.json(DONE, "validate", self.write("a.xml", answers))
        self.run_cli(FAILED, "validate", self.folder / "none.xml")

    def test_validate_several(self):
        good, bad = self.write("t.xml", TEMPLATE), self.write("bad.xml", "<bad/>")
        self.assertEqual(self.json(DONE, "validate", good, EVERYTHING), {"valid": True, "issues": []})
        self.assertIn("2 files", self.run_cli(DONE, "validate", good, EVERYTHING))
        self.assertIn("1 file is not valid, of 3", self.run_cli(NO, "validate", good, bad, good))
        answer = self.json(NO, "validate", good, bad, bad)
        self.assertFalse(answer["valid"])
        self.assertEqual([issue["file"] for issue in answer["issues"]], ["bad.xml"] * 2)
        self.run_cli(FAILED, "validate", good, self.folder / "none.xml")

    def test_invalid_files_say_where(self):
        for name, text, line in (
            ("d.xml", "<document xmlns='urn:maillage:document:1' xml:lang='fr'>\n<bad/></document>", 2),
            ("t.xml", TEMPLATE.replace("<d:field name='buyer'/>", "<d:field name='other'/>"), 7),
            ("a.xml", "<answers xmlns='urn:maillage:answers:1'>\n<bad/>\n</answers>", None),
            ("broken.xml", "<document>\n<p>\n</document>", 3),
            ("doctype.xml", "<!DOCTYPE document>\n<document/>", 1),
        ):
            answer = self.json(NO, "validate", self.write(name, text))
            self.assertFalse(answer["valid"])
            issue = answer["issues"][0]
            self.assertEqual((issue["severity"], issue["file"]), ("error", name))
            if line is not None:
                self.assertEqual(issue["line"], line, issue)

    def test_fill(self):
        template = self.write("t.xml", TEMPLATE)
        out = self.folder / "out.txt"
        words = ("fill", template, out, "--set", "buyer=Commune d’Exemple", "--set", "value=1234,5")
        filled = self.json(DONE, *words)
        self.assertEqual((filled["missing"], filled["issues"]), ([], []))
        text = out.read_text()
        self.assertIn("De Commune d’Exemple.", text)
        self.assertIn("1\u202f234,50\u00a0€", text)
        self.run_cli(DONE, *words, "--piece", "1")
        self.assertNotIn("€", out.read_text())

    def test_fill_refuses_what_is_no_amount(self):
        template = self.write("t.xml", TEMPLATE)
        out = self.folder / "out.txt"
        for value in ("-5", "999999999999999999999999"):
            self.run_cli(FAILED, "fill", template, out, "--set", f"value={value}")
            self.assertFalse(out.exists())

    def test_fill_lists_gaps(self):
        template = self.write("t.xml", TEMPLATE)
        out = self.folder / "out.txt"
        self.assertEqual(self.json(NO, "fill", template, out)["missing"], ["L’acheteur"])
        self.assertIn("De [L’acheteur].", out.read_text())
        self.assertIn("L’acheteur", self.run_cli(NO, "fill", template, out))

    def test_fill_from_a_file(self):
        template = self.write("t.xml", TEMPLATE)
        answers = self.write(
            "a.xml",
            "<answers xmlns='urn:maillage:answers:1' revision='1'"
            " template='urn:uuid:00000000-0000-4000-8000-000000000001'>"
            "<answer name='buyer'>Du fichier</answer></answers>",
        )
        out = self.folder / "out.txt"
        self.run_cli(DONE, "fill", template, out, "--answers", answers)
        self.assertIn("De Du fichier.", out.read_text())
        self.run_cli(DONE, "fill", template, out, "--answers", answers, "--set", "buyer=Autre")
        self.assertIn("De Autre.", out.read_text())

    def test_fill_refuses(self):
        template = self.write("t.xml", TEMPLATE)
        out = self.folder / "out.txt"
        self.run_cli(FAILED, "fill", template, out, "--set", "none=1")
        self.run_cli(FAILED, "fill", template, out, "--set", "value=beaucoup")
        self.assertIn("value", self.said)
        self.run_cli(FAILED, "fill", template, out, "--set", "buyer=x", "--piece", "3")
        self.run_cli(FAILED, "fill", EVERYTHING, out)
        self.run_cli(MISUSED, "fill", template, out, "--set", "buyer")
        self.run_cli(MISUSED, "fill", template, out, "--piece", "-1")
        self.run_cli(MISUSED, "fill", template, self.folder / "out")
        self.run_cli(MISUSED, "fill", template)
        self.assertFalse(out.exists())


if __name__ == "__main__":
    unittest.main()
