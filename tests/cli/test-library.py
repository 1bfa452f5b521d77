#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about the library do: clauses, templates, drafts, feedback sheets."""

import json
import os
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

CLI = os.environ["MLG_CLI"]
SHIPPED = Path(os.environ["MLG_DATA_DIR"]) / "templates"
TENDER = "Nettoyage des locaux et fourniture de produits d’entretien"
CLAUSE = "Microfibre et textiles de lavage"
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

    def test_every_tender_goes_to_another_network_and_back(self):
        """What is exported, imported where there is nothing, and exported again is the same, byte for byte."""
        tenders = sorted(path.name.removesuffix("-answers.xml") for path in SHIPPED.glob("../sample/*-answers.xml"))
        self.assertEqual(len(tenders), 10)
        first, again = self.folder / "first", self.folder / "again"
        self.run_cli(DONE, "import", "templates", *(SHIPPED / f"{name}.xml" for name in tenders))
        self.run_cli(DONE, "export", "templates", f"{first}/")
        other = self.folder / "other.maillage"
        self.run_cli(DONE, "init", "Autre", file=other)
        result = self.json("import", "templates", *sorted(first.iterdir()), file=other)
        self.assertEqual((result["read"], result["added"]), (10, 10))
        self.run_cli(DONE, "export", "templates", f"{again}/", file=other)
        names = sorted(path.name for path in first.iterdir())
        self.assertEqual(names, sorted(path.name for path in again.iterdir()))
        self.assertEqual(len(names), 10)
        for name in names:
            with self.subTest(name):
                self.assertEqual((first / name).read_bytes(), (again / name).read_bytes())

    def test_a_bundle_goes_to_another_network(self):
        tenders = sorted(path.name.removesuffix("-answers.xml") for path in SHIPPED.glob("../sample/*-answers.xml"))
        first, again, bundle = self.folder / "first", self.folder / "again", self.folder / "lot.zip"
        self.run_cli(DONE, "import", "templates", *(SHIPPED / f"{name}.xml" for name in tenders))
        self.run_cli(DONE, "export", "templates", f"{first}/")
        self.run_cli(DONE, "export", "templates", bundle)
        other = self.folder / "other.maillage"
        self.run_cli(DONE, "init", "Autre", file=other)
        tried = self.json("import", "templates", bundle, "--dry-run", file=other)
        self.assertEqual(tried["added"], len(tenders))
        self.assertEqual(self.json("list", "templates", file=other)["items"], [])
        self.assertEqual(self.json("import", "templates", bundle, file=other)["added"], len(tenders))
        self.run_cli(DONE, "export", "templates", f"{again}/", file=other)
        for path in first.iterdir():
            self.assertEqual(path.read_bytes(), (again / path.name).read_bytes())
        same = self.folder / "same.zip"
        self.run_cli(DONE, "export", "templates", same, file=other)
        self.assertEqual(bundle.read_bytes(), same.read_bytes())

    def test_a_bundle_that_is_refused(self):
        """All of it or nothing, and the message says which part is wrong."""
        good = (SHIPPED / "furniture.xml").read_text(encoding="utf-8")
        for name, parts, words in (
            ("empty.zip", {"lisez-moi.txt": "Rien."}, "empty.zip: there is no template"),
            ("wrong.zip", {"a.xml": good, "b.xml": good.replace("identity>", "identite>")}, "wrong.zip/b.xml"),
            ("out.zip", {"../a.xml": good}, "out.zip"),
            ("large.zip", {"a.xml": good + " " * 300_000_000}, "large.zip"),
        ):
            with self.subTest(name):
                with zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as package:
                    for part, text in parts.items():
                        package.writestr(part, text)
                self.run_cli(FAILED, "import", "templates", self.folder / name)
                self.assertIn(words, self.said)
        (self.folder / "cut.zip").write_bytes((self.folder / "wrong.zip").read_bytes()[:5000])
        self.run_cli(FAILED, "import", "templates", self.folder / "cut.zip")
        self.assertEqual(self.json("list", "templates")["items"], [])

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

    def test_labels(self):
        labels = {label["id"]: label for label in self.json("list", "labels")["items"]}
        self.assertGreater(len(labels), 50)
        ecolabel = labels["eu-ecolabel"]
        self.assertEqual((ecolabel["kind"], ecolabel["requirable"]), ("ecolabel", "yes"))
        self.assertEqual((ecolabel["confidence"], ecolabel["checked"]), ("to-check", "2026-11-23"))
        self.assertEqual(labels["nf-env"]["confidence"], "secondary")
        self.assertEqual(labels["iso26000"]["requirable"], "no")
        self.assertTrue(all(label["source"] and label["domain"] for label in labels.values()))
        found = self.json("list", "labels", "--where", "ange", "--where", "bleu")
        self.assertEqual([label["id"] for label in found["items"]], ["blue-angel"])
        table = self.run_cli(DONE, "list", "labels", "--where", "écolabel")
        self.assertIn("or equivalent", table)

    def count(self, *words):
        return self.json("list", *words)["total"]

    def test_lists_leave_out_what_is_archived(self):
        self.import_tender()
        self.run_cli(DONE, "add", "draft", "title=Écoles", f"template={TENDER}")
        self.run_cli(DONE, "add", "sheet", "title=Nettoyage des écoles")
        for kind, name in (("template", TENDER), ("clause", CLAUSE), ("draft", "Écoles"),
                           ("sheet", "Nettoyage des écoles")):
            before = self.count(kind)
            self.run_cli(DONE, "set", kind, name, "archived=yes")
            self.assertEqual(self.count(kind), before - 1, kind)
            self.assertEqual(self.count(kind, "--archived"), before, kind)
            self.assertEqual(self.count(kind, "--where", "archived=yes"), 1, kind)
            self.run_cli(DONE, "set", kind, name, "archived=no")
            self.assertEqual(self.count(kind), before, kind)
        self.assertEqual(self.count("bodies", "--archived"), 0)

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

    def test_usual(self):
        self.run_cli(DONE, "library", "usual")
        self.assertEqual(self.count("templates"), 10)
        before = self.count("clauses")
        self.run_cli(DONE, "library", "usual")
        self.assertEqual((self.count("templates"), self.count("clauses")), (10, before))
        self.run_cli(DONE, "undo")
        self.run_cli(DONE, "undo")
        self.assertEqual(self.count("templates"), 0)

    def make_draft(self):
        self.import_tender()
        self.run_cli(DONE, "add", "draft", "title=Écoles", f"template={TENDER}")
        self.run_cli(
            DONE, "library", "answer", "Écoles", "launch-date=15/01/2027",
            "estimated-amount=300 000", "procedure=open",
        )

    def test_drafts(self):
        self.run_cli(FAILED, "add", "draft", "title=Rien")
        self.make_draft()
        draft = self.json("show", "draft", "Écoles")
        self.assertEqual((draft["launch_on"], draft["value"]), ("2027-01-15", 300000))
        self.run_cli(FAILED, "library", "answer", "Écoles", "launch-date=jamais")
        out = self.folder / "x.xml"
        self.run_cli(DONE, "export", "draft", "Écoles", out)
        self.assertEqual(self.json("validate", out)["valid"], True)

    def test_a_draft_takes_the_newer_template(self):
        self.make_draft()
        self.run_cli(DONE, "library", "news", "Écoles")
        self.run_cli(DONE, "set", "clause", CLAUSE, "title=Microfibres et lavage")
        news = self.json("library", "news", "Écoles", status=NO)
        self.assertEqual([p["name"] for p in news["items"]], ["Microfibres et lavage"])
        self.assertIn("{+Microfibres+}", news["items"][0]["difference"])
        self.run_cli(DONE, "library", "update", "Écoles")
        self.run_cli(DONE, "library", "news", "Écoles")
        self.assertEqual(self.json("show", "draft", "Écoles")["value"], 300000)

    def test_check_and_fill_by_name(self):
        self.make_draft()
        status = self.run_cli(DONE, "check", "Écoles", "--json", "--buyer", "local")
        rules = {rule["id"]: rule for rule in json.loads(status)["rules"]}
        missing = {m["name"] for rule in rules.values() for m in rule.get("missing", [])}
        self.assertNotIn("date", missing)
        self.assertNotIn("value", missing)
        self.run_cli(NO, "fill", "Écoles", self.folder / "x.odt")
        self.run_cli(DONE, "check", TENDER, "--date", "2026-11-23")
        self.run_cli(FAILED, "check", "Rien de tel")

    def test_reserved_lots_of_the_answers(self):
        self.make_draft()
        answers = SHIPPED.parent / "sample" / "cleaning-answers.xml"
        text = answers.read_text(encoding="utf-8")
        self.assertIn('name="reserved">true', text)
        result = self.json("check", TENDER, "--answers", answers, "--date", "2026-11-23")
        outcome = {rule["id"]: rule["outcome"] for rule in result["rules"]}
        self.assertNotEqual(outcome["RES-01"], "not-applicable")

    def test_grids(self):
        self.make_draft()
        for grid in ("needs", "offers", "follow-up"):
            with self.subTest(grid):
                table = self.folder / f"{grid}.csv"
                self.run_cli(DONE, "export", "draft", "Écoles", table, "--grid", grid)
                self.assertGreater(len(table.read_text(encoding="utf-8").splitlines()), 3)
                self.run_cli(DONE, "export", "draft", "Écoles", self.folder / f"{grid}.odt",
                             "--grid", grid)
        self.run_cli(MISUSED, "export", "draft", "Écoles", self.folder / "x.csv", "--grid", "x")

    def test_an_older_wording_is_kept_where_one_wants(self):
        self.import_tender()
        self.run_cli(DONE, "library", "duplicate", TENDER, "Autre nettoyage")
        self.run_cli(DONE, "set", "clause", CLAUSE, "why=Parce que.")
        uses = self.json("library", "uses", CLAUSE)
        self.assertEqual([u["kept"] for u in uses["items"]], [0, 0])
        self.run_cli(DONE, "library", "keep", CLAUSE, "Autre nettoyage", 1)
        uses = self.json("library", "uses", CLAUSE)
        self.assertEqual({u["name"]: u["kept"] for u in uses["items"]},
                         {"Autre nettoyage": 1, TENDER: 0})
        wordings = self.json("library", "wordings", CLAUSE)["items"]
        self.assertEqual([(w["revision"], w["templates"]) for w in wordings], [(2, 1), (1, 1)])
        self.run_cli(NO, "library", "compare", TENDER, 1)
        self.run_cli(DONE, "library", "compare", TENDER, 2)
        self.run_cli(DONE, "library", "follow", CLAUSE)
        self.run_cli(FAILED, "library", "keep", CLAUSE, TENDER, 9)

    def test_the_bar(self):
        self.import_tender()
        for offers, ambition in ((6, "good"), (0, "exemplary"), (2, "good")):
            sheet = self.json("add", "sheet", f"title=Achat {offers}", f"offers={offers}")["id"]
            self.run_cli(DONE, "add", "sheet-clause", f"sheet={sheet}", f"clause={CLAUSE}",
                         f"ambition={ambition}")
        bars = self.json("library", "bar", CLAUSE)["items"]
        self.assertEqual(
            [(b["ambition"], b["sheets"], b["offers"], b["least"], b["most"], b["fruitless"])
             for b in bars],
            [("good", 2, 8, 2, 6, 0), ("exemplary", 1, 0, 0, 0, 1)],
        )

    def test_nomenclature(self):
        table = self.folder / "codes.tsv"
        table.write_text("code\tlabel_fr\n90911200-8\tNettoyage de bâtiments\n"
                         "90910000-9\tNettoyage\n90000000-7\tServices\nx\tRien\n")
        result = self.json("import", "nomenclature", table, status=NO)
        self.assertEqual((result["added"], result["skipped"], len(result["issues"])), (3, 1, 1))
        code = self.json("show", "cpv", "90911200-8")
        self.assertEqual(self.json("show", "cpv", code["parent"])["code"], "90910000-9")
        again = self.json("import", "nomenclature", table, status=NO)
        self.assertEqual((again["added"], again["merged"]), (0, 0))
        self.run_cli(NO, "import", "nomenclature", table)
        table.write_text("code\tlabel_fr\n90911200-8\tNettoyage de bâtiments\n")
        self.assertEqual(self.json("import", "nomenclature", table)["issues"], [])

    def test_a_colleague_s_document(self):
        self.import_tender()
        odt = self.folder / "x.odt"
        self.run_cli(NO, "export", "template", TENDER, odt)
        plan = self.json("import", "templates", odt, "--dry-run")["plan"]
        cuts = {item["cut"] for item in plan}
        self.assertLessEqual({"piece", "clause"}, cuts)
        known = [item for item in plan if "known" in item]
        self.assertGreater(len(known), 20)
        self.assertEqual(self.json("list", "templates")["total"], 1)
        self.assertEqual(self.json("import", "templates", odt)["added"], 1)
        self.assertEqual(self.json("list", "templates")["total"], 2)

    def test_a_dry_run_tells_all_that_is_refused(self):
        text = (SHIPPED / "cleaning.xml").read_text()
        broken, empty = self.folder / "broken.xml", self.folder / "empty.xml"
        broken.write_text(text.replace("identity>", "identite>"))
        empty.write_text("")
        tried = self.json("import", "templates", broken, SHIPPED / "cleaning.xml", empty, "--dry-run",
                          status=FAILED)
        refused = [i["file"] for i in tried["issues"] if "refused" in i["message"]]
        self.assertEqual(refused, ["broken.xml", "empty.xml"])
        self.assertEqual(tried["added"], 1)
        self.assertEqual(self.json("list", "templates")["total"], 0)

    def test_the_law_since_the_last_check(self):
        self.import_tender()
        self.run_cli(DONE, "library", "law", TENDER)
        self.run_cli(DONE, "set", "template", TENDER, "checked_on=2026-01-01")
        news = self.json("library", "law", TENDER, status=NO)["items"]
        self.assertIn("ENV-01", [rule["id"] for rule in news])
        self.assertTrue(all(rule["from"] > "2026-01-01" for rule in news))

    def test_people_are_shown_words(self):
        self.import_tender()
        shown = self.run_cli(DONE, "show", "clause", CLAUSE)
        self.assertIn("lessive", shown)
        self.assertNotIn("<d:", shown)

    def test_what_belongs_together(self):
        self.import_tender()
        pieces = self.json("show", "template", TENDER)["pieces"]
        self.assertEqual(len(pieces), 4)
        self.assertTrue(self.json("show", "clause", "Produits écolabellisés")["linked"])
        for clause in (CLAUSE, "Vitrerie sans détergent"):
            self.run_cli(DONE, "set", "clause", clause, "need=Lavage sobre")
        variants = self.json("show", "clause", CLAUSE)["variants"]
        self.assertEqual([v["name"] for v in variants], ["Vitrerie sans détergent"])


if __name__ == "__main__":
    unittest.main()
