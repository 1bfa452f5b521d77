#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about the library do: clauses, templates, drafts, feedback sheets."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["MLG_CLI"]
SHIPPED = Path(os.environ["MLG_DATA_DIR"]) / "templates"
TENDER = "Nettoyage des locaux et fourniture de produits d’entretien"
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3


class Library(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "x.maillage"
        self.run_cli(DONE, "init", "Réseau d’essai", "--region", "FRE11")

    def run_cli(self, status, *words, file=None):
        """Run a command on the file; its output."""
        result = subprocess.run(
            [CLI, "--network", str(file or self.file), *map(str, words)],
            capture_output=True,
            text=True,
        )
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        self.said = result.stderr
        return result.stdout

    def json(self, *words, status=DONE, file=None):
        return json.loads(self.run_cli(status, *words, "--json", file=file))

    def import_tender(self, *options, path="cleaning", **more):
        path = SHIPPED / f"{path}.xml" if isinstance(path, str) else path
        return self.json("import", "templates", path, *options, **more)

    def test_import_and_export(self):
        result = self.import_tender()
        self.assertEqual((result["read"], result["added"], result["skipped"]), (1, 1, 0))
        first, again = self.folder / "first.xml", self.folder / "again.xml"
        self.run_cli(DONE, "export", "template", TENDER, first)
        self.assertEqual(self.json("validate", first)["valid"], True)
        other = self.folder / "other.maillage"
        self.run_cli(DONE, "init", "Autre", file=other)
        self.import_tender(path=first, file=other)
        self.run_cli(DONE, "export", "template", TENDER, again, file=other)
        self.assertEqual(first.read_bytes(), again.read_bytes())

    def test_export_of_all(self):
        self.import_tender()
        self.run_cli(DONE, "export", "templates", self.folder / "out/")
        names = [path.name for path in (self.folder / "out").iterdir()]
        self.assertEqual(
            names, ["nettoyage-des-locaux-et-fourniture-de-produits-d-entretien.xml"]
        )

    def test_export_as_a_document(self):
        self.import_tender()
        out = self.folder / "x.odt"
        filled = self.json("export", "template", TENDER, out, status=NO)
        self.assertGreater(sum(filled["headings"].values()), 20)
        self.assertTrue(out.stat().st_size > 10000)
        self.run_cli(MISUSED, "export", "template", TENDER, self.folder / "x.rtf")

    def test_dry_run_writes_nothing(self):
        result = self.import_tender("--dry-run")
        self.assertEqual(result["added"], 1)
        self.assertEqual(self.json("list", "templates")["total"], 0)
        self.assertEqual(self.json("list", "nomenclature")["total"], 0)

    def test_modes(self):
        self.import_tender()
        text = (SHIPPED / "cleaning.xml").read_text(encoding="utf-8")
        newer = self.folder / "newer.xml"
        newer.write_text(
            text.replace('revision="1"', 'revision="2"').replace(
                "Objet de la consultation</title>", "Objet du marché</title>"
            ),
            encoding="utf-8",
        )
        kept = self.import_tender(path=newer)
        self.assertEqual((kept["added"], kept["skipped"]), (0, 1))
        self.assertIn("revision", kept["issues"][0]["message"])
        merged = self.import_tender("--mode", "merge", path=newer)
        self.assertEqual(merged["merged"], 1)
        changed = [c for c in merged["changes"] if c["fate"] == "merged" and c["kind"] == "clause"]
        self.assertEqual([c["name"] for c in changed], ["Objet du marché"])
        self.assertNotEqual(changed[0]["before"], changed[0]["after"])
        self.assertEqual(self.import_tender("--mode", "merge")["skipped"], 1)
        self.assertEqual(self.import_tender("--mode", "replace")["replaced"], 1)
        self.run_cli(DONE, "undo", 3)
        self.assertEqual(self.json("list", "clauses")["total"], 0)

    def test_an_invalid_file_is_told_with_its_place(self):
        broken = self.folder / "broken.xml"
        text = (SHIPPED / "cleaning.xml").read_text(encoding="utf-8")
        broken.write_text(text.replace('phase="award"', 'phase="prize"', 1), encoding="utf-8")
        line = text[: text.index('phase="award"')].count("\n") + 1
        said = self.run_cli(FAILED, "import", "templates", SHIPPED / "cleaning.xml", broken)
        self.assertRegex(said, rf"broken\.xml:{line}:\d+: error: .*phase")
        self.assertEqual(self.json("list", "templates")["total"], 0)

    def test_clauses(self):
        added = self.json(
            "add", "clause", "title=Papier recyclé", "phase=specification",
            "dimension=circ-econ, environment", "ambition=good",
            "text=Le papier est recyclé à 100 %, ou équivalent.",
        )
        shown = self.json("show", "clause", added["id"])
        self.assertEqual(shown["revision"], 1)
        self.assertTrue(shown["uri"].startswith("urn:uuid:"))
        self.run_cli(DONE, "set", "clause", added["id"], "text=Le papier est recyclé.")
        self.assertEqual(self.json("show", "clause", added["id"])["revision"], 2)
        self.run_cli(FAILED, "set", "clause", added["id"], "text=<d:cell/>")
        self.run_cli(DONE, "remove", "clause", added["id"])

    def test_a_clause_in_use_stays(self):
        self.import_tender()
        self.run_cli(FAILED, "remove", "clause", "Allotissement")
        self.assertIn("template", self.said)
        self.run_cli(DONE, "set", "clause", "Allotissement", "title=Lots")
        template = self.json("show", "template", TENDER)
        self.assertEqual(template["revision"], 2)

    def test_a_template_changes_its_identity(self):
        self.import_tender()
        self.run_cli(DONE, "set", "template", TENDER, "months=36")
        out = self.folder / "x.xml"
        self.run_cli(DONE, "export", "template", TENDER, out)
        self.assertIn('months="36"', out.read_text(encoding="utf-8"))
        self.assertEqual(self.json("show", "template", TENDER)["revision"], 2)
        self.run_cli(DONE, "set", "template", TENDER, "archived=yes")
        self.assertEqual(self.json("show", "template", TENDER)["revision"], 2)

    def test_what_the_program_writes_is_not_written_by_hand(self):
        self.import_tender()
        self.run_cli(FAILED, "set", "piece", self.json("list", "pieces")["items"][0]["id"],
                     "title=Autre")

    def test_sheets(self):
        self.run_cli(DONE, "add", "body", "name=Lille")
        sheet = self.json("add", "sheet", "title=Nettoyage des écoles", "body=Lille",
                          "duration=4 ans", "offers=5", "price_effect=-3")
        self.assertEqual(self.json("show", "sheet", sheet["id"])["duration"], "4 years")
        self.run_cli(DONE, "set", "sheet", sheet["id"], "lessons=Sonder le marché.")
        self.assertEqual(self.json("search", "sonder")["items"][0]["kind"], "sheet")


if __name__ == "__main__":
    unittest.main()
