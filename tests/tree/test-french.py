#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The French catalogue is valid and well typeset, and every file with strings is listed."""

import re
import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

import catalog
import tree

NBSP, NNBSP = "\u00a0", "\u202f"

# What French typography does not allow → why.
FAULTS = {
    r"\w'\w": "apostrophe: ’ instead of '",
    r"\.\.\.": "ellipsis: … instead of three dots",
    r" :(?=\s|$)": "a no-break space (U+00A0) before the colon",
    r"[ \u00a0](?:[;!?])(?=\s|$)": "a narrow no-break space (U+202F) before ; ! ?",
    r"[^\W\d_](?:[!?]|;(?= ))": "a narrow no-break space (U+202F) before ; ! ?",
    r"«(?!\u00a0)": "a no-break space (U+00A0) after «",
    r"(?<!\u00a0)»": "a no-break space (U+00A0) before »",
    r'(?<!=)"[^"=]+"': "quotation marks: « » instead of straight ones",
    r"[“”]": "quotation marks: « » instead of “ ”",
    r"\d \d{3}\b": "a narrow no-break space (U+202F) between thousands",
    r"\d ?[%€]| [%€](?=\s|$)": "a no-break space before % and €",
}


def faults(text):
    # An option, an address or a file name is not prose.
    prose = re.sub(r"https?://\S+|--[a-z-]+(?:=\S+)?", "", text)
    return [why for pattern, why in FAULTS.items() if re.search(pattern, prose)]


class French(unittest.TestCase):
    def test_catalogue_is_valid(self):
        result = tree.run("msgfmt", "--check", "--output-file=/dev/null", tree.ROOT / "po/fr.po")
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_nothing_is_fuzzy(self):
        for entry in catalog.messages(tree.read("po/fr.po")):
            self.assertNotIn("fuzzy", entry["flags"], entry["msgid"])

    def test_typography(self):
        for entry in catalog.messages(tree.read("po/fr.po")):
            if entry["msgid"]:
                for text in catalog.translations(entry):
                    self.assertEqual(faults(text), [], text)

    def test_typography_of_templates(self):
        paths = tree.files(".xml", under="data/templates")
        self.assertTrue(paths)
        for path in paths:
            for element in ElementTree.parse(tree.ROOT / path).iter():
                for text in (element.text, *(child.tail for child in element)):
                    prose = re.sub(r"[ \t\n]+", " ", text or "")
                    self.assertEqual(faults(prose) if prose.strip() else [], [], f"{path}: {prose}")

    def test_typographic_faults_are_seen(self):
        for text in (
            "l'organisme", "Chargement...", "Nom : Lille", "Effacer ?", "Effacer?", "« Lille »",
            '"Lille"', "“Lille”", "36 000 communes", "50 %", "100€",
        ):  # fmt: skip
            self.assertNotEqual(faults(text), [], text)
        for text in (
            "l’organisme", "Chargement…", f"Nom{NBSP}: Lille", f"Effacer{NNBSP}?",
            f"«{NBSP}Lille{NBSP}»", f"36{NNBSP}000 communes", f"50{NBSP}%", "%s:%u: %s", "12:30",
            '<a href="x">y</a>',
        ):  # fmt: skip
            self.assertEqual(faults(text), [], text)

    def test_every_file_with_strings_is_listed(self):
        listed = set(catalog.listed())
        paths = tree.files(under="src") + tree.files(under="ui") + tree.files(under="data")
        for path in paths:
            if path.suffix in (".c", ".h", ".ui", ".in", ".xml"):
                if catalog.has_messages(path, tree.read(path)):
                    self.assertIn(str(path), listed, "list it in po/POTFILES")

    def test_listed_files_exist_once(self):
        listed = catalog.listed()
        self.assertEqual(len(listed), len(set(listed)), "a file is listed twice in po/POTFILES")
        for path in listed:
            self.assertTrue((tree.ROOT / path).is_file(), f"{path}: listed in po/POTFILES, missing")

    def test_strings_can_be_extracted(self):
        with tempfile.TemporaryDirectory() as folder:
            template = Path(folder) / "maillage.pot"
            self.assertEqual(catalog.extract(template), "")
            self.assertGreater(len(list(catalog.messages(template.read_text()))), 1)

    def test_everything_is_translated(self):
        french = {
            (entry.get("msgctxt"), entry["msgid"]): catalog.translations(entry)
            for entry in catalog.messages(tree.read("po/fr.po"))
        }
        with tempfile.TemporaryDirectory() as folder:
            template = Path(folder) / "maillage.pot"
            catalog.extract(template)
            for entry in catalog.messages(template.read_text()):
                if entry["msgid"]:
                    texts = french.get((entry.get("msgctxt"), entry["msgid"]), [""])
                    self.assertTrue(texts and all(texts), f"no French for “{entry['msgid']}”")


if __name__ == "__main__":
    unittest.main()
