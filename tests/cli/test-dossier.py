#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command "dossier" writes: which files, whole or not at all, and what others read in them."""

import json
import os
import re
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

import icalendar

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3
DOCUMENTS = ("pdf", "odt", "docx", "html")


class Dossier(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "x.maillage"
        self.out = self.folder / "out"
        self.run_cli(DONE, "init", "Réseau d’essai", "--region", "FRE11")
        for name, city in (("Lille", "Lille"), ("Roubaix", "Roubaix")):
            self.add("body", f"name={name}", "status=member", "departement=59", f"city={city}")
        self.add("person", "family_name=Acheteuse", "email=achats@example.org")
        self.add("function", "person=Acheteuse", "body=Lille", "role=procurement", "title=Achats")
        self.meeting = self.add(
            "meeting", "title=Lancement", "type=kick-off", "starts=10/12/2026 9h30",
            "ends=2026-12-10 12:30", "place=Hôtel de Région", "time_zone=Europe/Paris",
        )
        self.run_cli(DONE, "agenda", "Lancement", "--usual")
        self.run_cli(DONE, "meeting", "invite", "Lancement")

    def run_cli(self, status, *words, language="C.UTF-8"):
        """Run a command on the file; its output."""
        result = subprocess.run(
            [CLI, "--network", str(self.file), *map(str, words)],
            capture_output=True, text=True, env={**os.environ, "LC_ALL": language},
        )
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        self.said = result.stderr
        return result.stdout

    def add(self, kind, *assignments):
        return json.loads(self.run_cli(DONE, "add", kind, *assignments, "--json"))["id"]

    def make(self, *words, status=NO, **options):
        return json.loads(
            self.run_cli(status, "dossier", "Lancement", self.out, *words, "--json", **options)
        )

    def files(self):
        found = {str(path.relative_to(self.out)) for path in self.out.rglob("*") if path.is_file()}
        return found - {"dossier-version.xml"}

    def text(self, pattern):
        """The words of the HTML file whose name has PATTERN."""
        (path,) = (path for path in self.out.rglob("*.html") if pattern in path.name)
        words = re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", path.read_text(encoding="utf-8"), flags=re.S)
        return re.sub(r"\s+", " ", words)

    def event(self):
        calendar = icalendar.Calendar.from_ical((self.out / "dossier.ics").read_bytes())
        (event,) = calendar.walk("VEVENT")
        return event

    def test_all_formats(self):
        report = self.make()
        self.assertEqual(set(report["files"]), self.files())
        self.assertIn("dossier.ics", report["files"])
        for form in DOCUMENTS:
            self.assertIn(f"dossier.{form}", report["files"])
            papers = [name for name in report["files"] if name.startswith(f"{form}/")]
            self.assertEqual(len(papers), 16, papers)
        for name in report["files"]:
            if name.endswith((".odt", ".docx")):
                self.assertIsNone(zipfile.ZipFile(self.out / name).testzip())
        self.assertEqual(list(self.folder.glob(".out.*")), [])

    def test_outline(self):
        # Where people write decimals with a comma, pages and their links are the same.
        self.make("--formats", "pdf", language="fr_FR.UTF-8")
        pages = (self.out / "dossier.pdf").read_bytes()
        self.assertIn(b"/Outlines", pages)
        self.assertGreater(pages.count(b"/Dest"), 30)
        self.assertEqual({name.split(".")[-1] for name in self.files()}, {"pdf"})

    def test_missing_is_told(self):
        report = self.make("--formats", "html")
        fields = [item["field"] for item in report["missing"]]
        self.assertEqual(fields.count("presenter"), 5)
        self.assertIn("Signataire", report["gaps"])
        self.assertIn("Nobody presents", self.text("dossier.html"))

    def test_letters(self):
        for letters, n in (("all", 1), ("bodies", 2), ("people", 2)):
            self.make("--formats", "html", "--letters", letters)
            self.assertEqual(self.text("01-convocation").count("J’ai l’honneur"), n)
        self.assertEqual(self.text("dossier.html").count("J’ai l’honneur"), 1)

    def test_law_of_the_day(self):
        self.make("--formats", "html")
        self.assertIn("de 100 000 € à 140 000 €", self.text("rappel-juridique"))
        self.run_cli(DONE, "set", "meeting", "Lancement", "starts=2027-01-07 09:30", "ends=2027-01-07 12:30")
        self.make("--formats", "html")
        text = self.text("rappel-juridique")
        self.assertNotIn("de 100 000 € à", text)
        self.assertIn("140 000 €", text)

    def test_own_amounts(self):
        """What the network says itself holds in the legal reminder, and is told to be its own."""
        self.run_cli(DONE, "add", "threshold", "name=exemption", "nature=works", "amount=123456",
                     "from_on=2026-01-01", "source=Délibération du réseau")  # fmt: skip
        self.make("--formats", "html")
        text = self.text("rappel-juridique")
        self.assertIn("123 456 €", text)
        self.assertIn("montant noté par le", text)
        self.assertIn("Délibération du réseau", text)
        self.assertNotIn("de 100 000 € à", text)

    def test_old_law(self):
        """Law that nobody has looked at for long is told to be old, until somebody has."""
        self.make("--formats", "html")
        self.assertNotIn("À revoir avant de", self.text("rappel-juridique"))
        self.run_cli(DONE, "set", "meeting", "Lancement", "starts=2029-01-07 09:30", "ends=2029-01-07 12:30")
        self.make("--formats", "html")
        self.assertIn("À revoir avant de", self.text("rappel-juridique"))
        self.run_cli(DONE, "set", "meeting", "Lancement", "law_checked_on=2028-12-20")
        self.make("--formats", "html")
        text = self.text("rappel-juridique")
        self.assertNotIn("À revoir avant de", text)
        self.assertIn("relus par le réseau le 20 décembre 2028", text)

    def test_calendar_keeps_its_identity(self):
        self.make("--formats", "ics")
        before = self.event()
        self.run_cli(DONE, "set", "meeting", "Lancement", "starts=2026-12-11 09:30", "ends=2026-12-11 12:30")
        self.make("--formats", "ics")
        after = self.event()
        self.assertEqual(after["UID"], before["UID"])
        self.assertGreater(int(after["SEQUENCE"]), int(before["SEQUENCE"]))
        self.assertEqual(after.decoded("DTSTART").isoformat(), "2026-12-11T09:30:00+01:00")

    def test_version(self):
        self.assertEqual(self.make("--formats", "html,odt")["version"], 1)
        self.assertEqual(self.make("--formats", "html")["version"], 1)
        self.assertNotIn("Version 2", self.text("dossier.html"))
        before = self.files()
        self.run_cli(DONE, "set", "meeting", "Lancement", "starts=2026-12-11 09:30", "ends=2026-12-11 12:30")
        self.assertEqual(self.make("--formats", "html")["version"], 2)
        text = self.text("dossier.html")
        self.assertIn("Version 2", text)
        self.assertIn("Ordre du jour : modifié", text)
        # The former letter is not there to be sent by mistake; what was not made again is as it was.
        gone = before - self.files()
        self.assertEqual({name.split("-")[0] for name in gone}, {"html/01"})
        self.assertIn("dossier.odt", self.files())

    def test_folder_of_another_meeting(self):
        self.make("--formats", "ics")
        other = self.add("meeting", "title=Autre", "type=visit", "starts=2027-01-05 14:00")
        self.run_cli(FAILED, "dossier", other, self.out)
        self.assertIn("another meeting", self.said)
        self.assertEqual(self.files(), {"dossier.ics"})

    def test_questionnaire(self):
        self.make("--formats", "html")
        self.assertIn("Espaces verts", self.text("vos-attentes"))
        self.add("theme", "title=Signalisation routière", "state=proposed")
        self.add("questionnaire", "title=Quels thèmes ?", f"meeting={self.meeting}", "answer_by=2026-12-20")
        self.make("--formats", "html")
        text = self.text("quels-themes")
        self.assertIn("Signalisation routière", text)
        self.assertNotIn("Espaces verts", text)
        self.assertIn("20 décembre 2026", text)

    def test_questionnaire_of_the_network(self):
        options = self.folder / "options.txt"
        options.write_text("Papier\nMobilier\n", encoding="utf-8")
        asked = self.add("questionnaire", "title=Vos priorités", "purpose=themes")
        self.add("section", f"questionnaire={asked}", "title=Achats courants")
        self.add(
            "question", f"questionnaire={asked}", "section=Achats courants", "type=rank", "text=Que travailler d’abord ?"
        )
        self.run_cli(DONE, "questionnaire", "options", asked, options)
        self.make("--formats", "html")
        text = self.text("vos-priorites")
        for words in ("Achats courants", "Que travailler d’abord ?", "Papier", "Mobilier", "25 décembre 2026"):
            self.assertIn(words, text)
        # The meeting's own comes first; what is closed is not handed out any more.
        own = self.add("questionnaire", "title=À Lille", f"meeting={self.meeting}", "purpose=free")
        self.add("question", f"questionnaire={own}", "type=text", "text=Qu’en pensez-vous ?")
        self.make("--formats", "html")
        self.assertIn("Qu’en pensez-vous ?", self.text("a-lille"))
        for one in (own, asked):
            self.run_cli(DONE, "questionnaire", "close", one)
        self.make("--formats", "html")
        self.assertIn("Espaces verts", self.text("vos-attentes"))

    def test_examples(self):
        for n in range(1, 6):
            self.add("sheet", f"title=Exemple {n}", "body=Lille", f"written_on=2026-0{n}-01", "results=Fait")
        self.make("--formats", "html")
        self.assertEqual(re.findall(r"Exemple \d", self.text("exemples")), ["Exemple 5", "Exemple 4", "Exemple 3"])
        for n in (2, 5):
            self.add("meeting-example", f"meeting={self.meeting}", f"sheet=Exemple {n}")
        self.make("--formats", "html")
        self.assertEqual(re.findall(r"Exemple \d", self.text("exemples")), ["Exemple 2", "Exemple 5"])
        shown = json.loads(self.run_cli(DONE, "show", "meeting", "Lancement", "--json"))
        self.assertEqual([sheet["name"] for sheet in shown["examples"]], ["Exemple 2", "Exemple 5"])
        # What is chosen goes with its sheet, and follows the meeting.
        self.run_cli(DONE, "remove", "sheet", "Exemple 2")
        self.make("--formats", "html")
        self.assertEqual(re.findall(r"Exemple \d", self.text("exemples")), ["Exemple 5"])
        self.run_cli(DONE, "undo")
        self.assertIn("Exemple 2", self.run_cli(DONE, "list", "meeting-examples"))

    def test_adapted_paper(self):
        ours = Path(os.environ["MLG_DATA_DIR"], "templates", "convocation.xml").read_text(encoding="utf-8")
        own = self.folder / "own.xml"
        own.write_text(ours.replace("J’ai l’honneur de", "Le réseau a le plaisir de"), encoding="utf-8")
        self.run_cli(DONE, "import", "templates", own)
        self.make("--formats", "html")
        self.assertIn("Le réseau a le plaisir de", self.text("01-convocation"))
        paper = self.folder / "convocation.html"
        self.run_cli(NO, "export", "meeting", "Lancement", paper, "--paper", "convocation")
        self.assertIn("Le réseau a le plaisir de", paper.read_text(encoding="utf-8"))
        # Ours again in one action.
        self.run_cli(DONE, "set", "template", "Convocation à une réunion", "archived=yes")
        self.make("--formats", "html")
        self.assertIn("J’ai l’honneur de", self.text("01-convocation"))

    def test_what_is_there_stays(self):
        self.make("--formats", "odt")
        (self.out / "mine.txt").write_text("notes", encoding="utf-8")
        self.make("--formats", "odt")
        self.assertEqual((self.out / "mine.txt").read_text(encoding="utf-8"), "notes")

    def test_nothing_is_left_of_what_fails(self):
        self.out.write_text("a file", encoding="utf-8")
        self.run_cli(FAILED, "dossier", "Lancement", self.out)
        self.assertIn("not a folder", self.said)
        self.assertEqual(self.out.read_text(encoding="utf-8"), "a file")
        self.assertEqual(list(self.folder.glob(".out.*")), [])

    def test_misuse(self):
        self.run_cli(MISUSED, "dossier", "Lancement", self.out, "--formats", "pdf,rtf")
        self.assertIn("rtf", self.said)
        self.run_cli(MISUSED, "dossier", "Lancement", self.out, "--letters", "nobody")
        self.run_cli(FAILED, "dossier", "Inconnue", self.out)
        self.assertFalse(self.out.exists())


if __name__ == "__main__":
    unittest.main()
