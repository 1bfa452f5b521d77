#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each command of maillage-cli does, prints and ends with."""

import fcntl
import json
import os
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3
COMMANDS = (
    "init", "list", "show", "add", "set", "remove", "search", "import", "export", "convert",
    "validate", "fill", "compare", "territory", "duplicates", "merge", "privacy", "history", "undo",
    "redo", "backup", "restore", "verify",
)  # fmt: skip


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = Path(self.folder.name) / "x.maillage"
        self.run_cli(DONE, "init", "Réseau d’essai")

    def run_cli(self, status, *words, file=None, environment=None):
        """Run a command on the file; its output."""
        result = subprocess.run(
            [CLI, "--network", str(file or self.file), *map(str, words)],
            capture_output=True, text=True, env={**os.environ, **(environment or {})},
        )  # fmt: skip
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        lines = result.stderr.splitlines()
        self.assertEqual(len(lines), 1 if status in (FAILED, MISUSED) else 0, result.stderr)
        self.said = result.stderr
        return result.stdout

    def json(self, *words):
        return json.loads(self.run_cli(DONE, *words, "--json"))

    def names(self, *words):
        return [item["name"] for item in self.json("list", "members", *words)["items"]]

    def add(self, *assignments):
        return self.json("add", "members", *assignments)

    def test_help(self):
        text = self.run_cli(DONE, "--help")
        for command in COMMANDS:
            self.assertIn(f"\n  {command} ", text)
            self.assertIn(f"maillage-cli {command} ", self.run_cli(DONE, command, "--help"))
        self.assertRegex(self.run_cli(DONE, "--version"), r"^maillage-cli \d+\.\d+\.\d+\n$")

    def test_init(self):
        self.run_cli(FAILED, "init", "Another")
        self.assertIn("already", self.said)
        other = Path(self.folder.name) / "new" / "folder" / "y.maillage"
        answer = json.loads(self.run_cli(DONE, "init", "Other", "--json", file=other))
        self.assertEqual(answer, {"file": str(other), "name": "Other"})
        networks = json.loads(self.run_cli(DONE, "list", "networks", "--json", file=other))
        self.assertEqual([item["name"] for item in networks["items"]], ["Other"])

    def test_init_keeps_the_perimeter(self):
        other = Path(self.folder.name) / "p.maillage"
        self.run_cli(FAILED, "init", "X", "--region", "ZZ", file=other)
        self.assertFalse(other.exists())
        self.run_cli(DONE, "init", "X", "--region", "frf3", "--region", "FRE1", file=other)
        shown = json.loads(self.run_cli(DONE, "show", "network", "X", "--json", file=other))
        self.assertEqual(shown["perimeter"], "FRE1 FRF3")

    def test_sample(self):
        other = Path(self.folder.name) / "s.maillage"
        self.run_cli(DONE, "init", "Hauts-de-France", "--sample", file=other)
        members = json.loads(self.run_cli(DONE, "list", "members", "--json", file=other))
        people = json.loads(self.run_cli(DONE, "list", "people", "--json", file=other))
        self.assertGreater(members["total"], 55)
        self.assertTrue(all(p["email"].endswith("@example.org") for p in people["items"]))
        lille = json.loads(self.run_cli(DONE, "show", "member", "Lille", "--json", file=other))
        self.assertEqual(lille["siren"], "215903501")
        meetings = json.loads(self.run_cli(DONE, "list", "meetings", "--json", file=other))
        self.assertEqual({m["state"] for m in meetings["items"]}, {"convened", "approved", "locked"})
        actions = json.loads(self.run_cli(DONE, "meeting", "actions", "--json", file=other))
        self.assertGreater(actions["total"], 1)
        self.run_cli(DONE, "verify", file=other)
        self.run_cli(DONE, "undo", file=other)
        for kind in ("members", "meetings"):
            left = json.loads(self.run_cli(DONE, "list", kind, "--json", file=other))
            self.assertEqual(left["total"], 0, kind)

    def test_default_file(self):
        environment = {"XDG_DATA_HOME": self.folder.name, "XDG_DATA_DIRS": "/nowhere"}
        result = subprocess.run([CLI, "init", "X"], env={**os.environ, **environment},
                                stdout=subprocess.DEVNULL)  # fmt: skip
        self.assertEqual(result.returncode, DONE)
        self.assertTrue((Path(self.folder.name) / "maillage/network.maillage").is_file())

    def test_add_set_show_remove(self):
        added = self.add("name=Métropole de Lille", "departement=59")
        self.assertEqual(added["name"], "Métropole de Lille")
        self.add("name=Lille", "status=member", "parent=Métropole de Lille")
        shown = self.json("show", "members", "Lille")
        self.assertEqual((shown["kind"], shown["parent"]), ("body", added["id"]))
        self.run_cli(DONE, "set", "bodies", shown["id"], "population=238 246", "status=")
        shown = self.json("show", "members", shown["id"])
        self.assertEqual((shown["population"], shown["status"]), (238246, None))
        self.assertIn("Métropole de Lille", self.run_cli(DONE, "show", "members", "Lille"))
        self.run_cli(DONE, "remove", "members", "Lille")
        self.assertEqual(self.names(), ["Métropole de Lille"])

    def test_dry_run_changes_nothing(self):
        self.run_cli(DONE, "add", "members", "name=Lille", "--dry-run")
        self.assertEqual(self.names(), [])

    def test_bad_values_are_refused(self):
        self.add("name=Lille")
        self.run_cli(FAILED, "set", "members", "Lille", "population=many")
        self.assertIn("“many”", self.said)
        self.run_cli(FAILED, "set", "members", "Lille", "parent=Nowhere")
        self.run_cli(FAILED, "add", "members", "city=Lille")
        self.assertEqual(self.names(), ["Lille"])

    def test_ambiguous_name_lists_candidates(self):
        self.add("name=Saint-Martin-Boulogne")
        self.add("name=Saint-Martin-au-Laërt")
        self.run_cli(FAILED, "show", "members", "martin")
        self.assertIn("Saint-Martin-Boulogne", self.said)
        self.assertIn("Saint-Martin-au-Laërt", self.said)
        self.assertIn("Boulogne", self.run_cli(DONE, "show", "members", "boulogne"))
        self.run_cli(FAILED, "show", "members", "Arras")

    def test_list(self):
        self.add("name=Lille", "status=member", "population=238246")
        self.add("name=Arras", "status=prospect", "population=42600")
        self.assertEqual(self.names(), ["Arras", "Lille"])
        self.assertEqual(self.names("--sort", "-population"), ["Lille", "Arras"])
        self.assertEqual(self.names("--where", "status=member"), ["Lille"])
        self.assertEqual(self.names("--where", "arra"), ["Arras"])
        limited = self.json("list", "bodies", "--limit", "1", "--columns", "population")
        self.assertEqual(limited["total"], 2)
        item = limited["items"][0]
        self.assertEqual(list(item), ["id", "kind", "name", "population"])
        self.assertEqual((item["kind"], item["population"]), ("body", 42600))
        table = self.run_cli(DONE, "list", "members", "--columns", "name,status").splitlines()
        self.assertEqual(table, ["Name   Status", "Arras  Prospect", "Lille  Member"])

    def test_table_holds_no_terminal_commands(self):
        self.add("name=Li\x1b[31mlle")
        self.assertNotIn("\x1b", self.run_cli(DONE, "list", "members"))

    def test_search(self):
        self.add("name=École de Lille", "notes=nettoyages de bureaux")
        for words in ("ecole", "nettoyage", "lil"):
            found = self.json("search", words)
            self.assertEqual(found["total"], 1, words)
            self.assertEqual(found["items"][0]["name"], "École de Lille")
            self.assertEqual(found["items"][0]["kind"], "body")
        self.assertEqual(self.json("search", "arras"), {"total": 0, "items": []})

    def test_history_undo_redo(self):
        self.add("name=Lille")
        self.add("name=Arras")
        before = self.run_cli(DONE, "list", "members", "--json")
        entries = self.json("history", "--limit", "2")["items"]
        self.assertEqual([entry["name"] for entry in entries], ["Add Arras", "Add Lille"])
        self.assertEqual(self.json("undo", "2"), {"undone": ["Add Arras", "Add Lille"]})
        self.assertEqual(self.names(), [])
        self.assertTrue(self.json("history")["items"][0]["undone"])
        self.assertEqual(self.json("redo", "2"), {"redone": ["Add Lille", "Add Arras"]})
        self.assertEqual(self.run_cli(DONE, "list", "members", "--json"), before)
        self.run_cli(FAILED, "redo")
        self.assertIn("Nothing", self.said)
        changes = self.json("history", "members", "Lille")["items"]
        self.assertIn(("name", None, "Lille"),
                      [(c["field"], c["before"], c["after"]) for c in changes])  # fmt: skip

    def test_backup_and_restore(self):
        self.add("name=Lille")
        copy = Path(self.folder.name) / "copy.maillage"
        self.assertEqual(self.json("backup", copy), {"file": str(copy)})
        self.run_cli(DONE, "backup", copy)
        self.run_cli(DONE, "remove", "members", "Lille")
        told = self.run_cli(DONE, "restore", copy)
        self.assertEqual(self.names(), ["Lille"])
        self.assertIn("-restore.maillage", told)
        listed = self.json("restore", "--list")
        self.assertGreaterEqual(listed["total"], 1)
        self.assertEqual(self.names(), ["Lille"])
        self.run_cli(DONE, "restore", listed["items"][0]["file"])
        self.assertEqual(self.names(), [])

    def test_backup_replaces_only_backups(self):
        report = Path(self.folder.name) / "report.odt"
        report.write_text("a report")
        self.run_cli(FAILED, "backup", report)
        self.assertEqual(report.read_text(), "a report")
        self.run_cli(FAILED, "backup", self.file)

    def test_verify(self):
        self.add("name=Lille")
        self.assertEqual(self.json("verify"), {"ok": True, "problems": []})
        with sqlite3.connect(self.file) as db:
            db.execute("PRAGMA foreign_keys=OFF")
            db.execute("UPDATE body SET parent=12345")
        db.close()
        answer = json.loads(self.run_cli(NO, "verify", "--json"))
        self.assertFalse(answer["ok"])
        self.assertEqual(len(answer["problems"]), 1)

    def test_import_is_one_action(self):
        folder = Path(self.folder.name)
        table = folder / "members.csv"
        rows = [f"Commune {i};{i}" for i in range(2000)]
        table.write_text("Nom;Habitants en 2026\n" + "\n".join(rows) + "\n", encoding="cp1252")
        words = ("import", "members", table, "--map", "Habitants en 2026=population")
        planned = self.json(*words, "--dry-run")
        self.assertEqual((planned["read"], planned["added"]), (2000, 2000))
        self.assertEqual(self.names(), [])
        done = self.json(*words)
        self.assertEqual(
            set(done),
            {"read", "added", "merged", "replaced", "skipped", "unchanged", "left_aside", "issues"},
        )
        self.assertEqual(done["added"], 2000)
        self.assertEqual(self.json("show", "body", "Commune 1999")["population"], 1999)
        self.run_cli(DONE, "export", "members", folder / "before.csv")
        self.run_cli(DONE, "undo")
        self.assertEqual(self.names(), [])
        self.run_cli(DONE, "redo")
        self.run_cli(DONE, "export", "members", folder / "after.csv")
        self.assertEqual((folder / "before.csv").read_bytes(), (folder / "after.csv").read_bytes())
        self.assertTrue(self.json("verify")["ok"])
        again = self.json(*words)
        self.assertEqual((again["skipped"], again["unchanged"], again["left_aside"]), (2000, 2000, 0))
        self.run_cli(MISUSED, "import", "members", table, "--mode", "mix")
        self.run_cli(MISUSED, "import", "members", table, "--status", "friend")
        table.write_text("Nom\nFriville\n", encoding="utf-8")
        self.run_cli(DONE, "import", "members", table, "--status", "member")
        self.assertEqual(self.json("show", "body", "Friville")["status"], "member")
        self.run_cli(FAILED, "import", "members", folder / "none.csv")

    def test_export(self):
        out = Path(self.folder.name) / "out.csv"
        self.add("name=Lille", "status=member", "notes==1+1")
        self.add("name=Arras", "status=prospect")
        self.run_cli(DONE, "export", "members", out, "--where", "lille", "--columns", "name,notes")
        text = out.read_bytes().decode("utf-8-sig")
        self.assertEqual(text.split("\r\n")[1:], ["Lille;'=1+1", ""])
        for where in (["status=member"], ["Status=Member", "lille"], ["lille"]):
            words = [word for each in where for word in ("--where", each)]
            said = self.run_cli(DONE, "export", "members", out, *words, "--columns", "name")
            self.assertEqual(said, f"{out}: 1 record\n", where)
            self.assertEqual(out.read_text(encoding="utf-8-sig").split(), ["Name", "Lille"])
        said = self.run_cli(DONE, "export", "members", out, "--where", "status=member",
                            "--where", "arras")  # fmt: skip
        self.assertEqual(said, f"{out}: 0 records\n")
        for words in (["export", "members", out], ["list", "members"]):
            self.run_cli(MISUSED, *words, "--where", "status=zzz")
            self.assertIn("“zzz”", self.said)
            self.run_cli(MISUSED, *words, "--where", "nothing=1")
        self.run_cli(DONE, "export", "members", out, "--audience", "public")
        self.assertNotIn("=1+1", out.read_text(encoding="utf-8"))
        self.run_cli(MISUSED, "export", "members", out, "--audience", "world")
        self.run_cli(MISUSED, "export", "members", "out.xlsx")

    def test_what_the_schema_refuses_is_told_by_row(self):
        table = Path(self.folder.name) / "members.csv"
        table.write_text("Nom;Population\nLille;-5\nAmiens;12\n", encoding="utf-8")
        done = self.json("import", "members", table)
        self.assertEqual(done["added"], 2)
        self.assertEqual(done["issues"][0]["line"], 2)
        self.assertIsNone(self.json("show", "body", "Lille").get("population"))

    def test_values_are_read_in_both_languages(self):
        table = Path(self.folder.name) / "members.csv"
        rows = {
            "A": ("Membre", "Commune", "member", "7210"),
            "B": ("Adhérent", "Métropole", "member", "7344"),
            "C": ("member", "Communauté d'agglomération", "member", "7348"),
            "D": ("Ancien adhérent", "Community of communes", "former", "7346"),
            "E": ("PROSPECT", "Département", "prospect", "7220"),
        }
        lines = [f"{name};{row[0]};{row[1]}\n" for name, row in rows.items()]
        table.write_text("Nom;Statut;Catégorie\n" + "".join(lines), encoding="utf-8")
        done = self.json("import", "members", table)
        self.assertEqual((done["added"], done["issues"]), (len(rows), []))
        for name, row in rows.items():
            body = self.json("show", "body", name)
            self.assertEqual((body["status"], body["category"]), row[2:], name)
        self.assertEqual(self.names("--where", "status=Membre"), ["A", "B", "C"])
        self.assertEqual(self.names("--where", "category=EPCI"), ["B", "C", "D"])
        self.assertEqual(self.names("--where", "category=intercommunalités"), ["B", "C", "D"])
        table.write_text("Nom;Statut;Catégorie\nF;zzz;EPCI\n", encoding="utf-8")
        said = [issue["message"] for issue in self.json("import", "members", table)["issues"]]
        self.assertIn("it is not in the list: Prospect, Interested, Member", said[0])
        self.assertIn("it is not in the list: Urban community, Metropolis", said[1])

    def test_nothing_found_is_said(self):
        self.add("name=Lille")
        for words in (("search", "zzz"), ("search", " "), ("list", "members", "--where", "zzz"),
                      ("list", "people"), ("duplicates",), ("privacy", "reviews")):  # fmt: skip
            self.assertEqual(self.run_cli(DONE, *words).splitlines()[-1], "Nothing found", words)
        self.assertIn("Lille", self.run_cli(DONE, "search", "  lille "))

    def test_history_is_in_words(self):
        body = self.add("name=Lille", "status=member")["id"]
        self.run_cli(DONE, "set", "member", body, "status=former")
        said = self.run_cli(DONE, "history", "member", body)
        self.assertRegex(said, r"Status +Member +→ +Former member\n")
        before = {c["field"]: c["before"] for c in self.json("history", "member", body)["items"]}
        self.assertIn("status", before)

    def test_people_are_listed_with_what_they_do(self):
        body = self.add("name=Lille")["id"]
        person = self.json("add", "people", "family_name=Achats")["id"]
        for words in (("role=procurement-head", "main=yes"), ("title=Juriste",),
                      ("title=Ancien", "until=2020-01-01")):  # fmt: skip
            self.run_cli(DONE, "add", "function", f"person={person}", f"body={body}", *words)
        said = self.run_cli(DONE, "list", "people")
        self.assertRegex(said, r"Achats +Head of procurement; Juriste +Lille; Lille")
        item = self.json("list", "people", "--columns", "name,function")["items"][0]
        self.assertEqual(
            [(f["function"], f["role"], f["body_name"]) for f in item["functions"]],
            [("Head of procurement", "procurement-head", "Lille"), ("Juriste", None, "Lille")],
        )
        self.assertEqual(item["functions"][0]["body"], body)
        self.run_cli(MISUSED, "list", "members", "--columns", "function")

    def test_fill_tells_where(self):
        folder = Path(self.folder.name)
        template = (
            Path(os.environ["MLG_DATA_DIR"], "templates", "cleaning.xml").read_text("utf-8")
        )
        broken = folder / "broken.xml"
        broken.write_text(template.replace('test="count(', 'test="foo(', 1), encoding="utf-8")
        said = self.run_cli(FAILED, "fill", broken, folder / "out.txt")
        self.assertRegex(said, r"broken\.xml:\d+:\d+: error: “foo\(.*cannot be evaluated")
        self.run_cli(FAILED, "fill", "cleaning", folder / "out.txt", "--answers", folder / "no.xml")
        self.assertIn("no.xml: no such file", self.said)

    def test_import_counts_broken_rows(self):
        table = Path(self.folder.name) / "members.csv"
        table.write_text('Nom;Ville\nLille;Lille\n"Arras;Arras\nAmiens;Amiens\n', encoding="utf-8")
        done = json.loads(self.run_cli(NO, "import", "members", table, "--dry-run", "--json"))
        self.assertEqual((done["read"], done["added"], done["skipped"]), (3, 2, 1))
        self.assertEqual((done["unchanged"], done["left_aside"]), (0, 1))
        self.assertEqual(done["issues"][0]["line"], 3)
        said = self.run_cli(NO, "import", "members", table, "--dry-run")
        self.assertIn("Nothing is written: this is what would be done.", said)
        told = "Read: 3; added: 2; changed: 0; unchanged: 0; left aside: 1"
        self.assertIn(told, said)
        self.assertEqual(self.names(), [])
        said = self.run_cli(NO, "import", "members", table)
        self.assertNotIn("Nothing is written", said)
        self.assertIn(told, said)
        self.assertEqual(self.names(), ["Amiens", "Lille"])

    def test_import_people(self):
        folder = Path(self.folder.name)
        self.add("name=Lille", "siren=215903501")
        table = folder / "people.csv"
        table.write_text(
            "Nom;Organisme;Fonction;Courriel\nA;Ville de Lille;Chef;a@example.org\n"
            "B;Ailleurs;Cheffe;b@example.org\n", encoding="utf-8",
        )  # fmt: skip
        card = folder / "card.VCF"
        card.write_text(
            "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89t=C3=A9;C\n"
            "ORG:Lille\nTITLE:Achats\nPHOTO;BASE64:\n AAAA\n\nEND:VCARD\n"
        )
        planned = self.json("import", "people", table, card, "--dry-run")
        self.assertEqual(self.json("list", "people")["total"], 0)
        done = self.json("import", "people", table, card)
        self.assertEqual(done, planned)
        self.assertEqual((done["read"], done["added"]), (3, 3))
        self.assertEqual((done["functions"], done["bodies"]), (3, 1))
        self.assertIn(("card.VCF", 1), [(i["file"], i["line"]) for i in done["issues"]])
        self.assertIn("Été", str(self.json("list", "people")))
        self.run_cli(DONE, "undo")
        self.assertEqual(self.json("list", "people")["total"], 0)
        self.assertEqual(self.names(), ["Lille"])
        self.run_cli(FAILED, "import", "people", table, folder / "none.vcf")
        card.write_text("no card")
        self.run_cli(FAILED, "import", "people", table, card)
        self.assertEqual(self.json("list", "people")["total"], 0)

    def test_export_cards(self):
        folder = Path(self.folder.name)
        body = self.add("name=Lille", "siren=215903501", "address=1, place")
        person = self.json("add", "people", "family_name=A", "email=a@example.org", "objection=oui")
        self.json("add", "functions", f"person={person['id']}", f"body={body['id']}", "title=Chef")
        for version in ("3", "4"):
            out = folder / f"{version}.vcf"
            said = self.run_cli(DONE, "export", "people", out, "--vcard", version)
            self.assertIn("Personal data of 1 person leaves.", said)
            text = out.read_bytes().decode()
            self.assertIn(f"\r\nVERSION:{version}.0\r\n", text)
            self.assertIn("\r\nORG:Lille\r\nTITLE:Chef\r\n", text)
            self.assertEqual(self.json("import", "people", out, "--mode", "replace")["skipped"], 1)
        out = folder / "members.vcf"
        self.run_cli(DONE, "export", "members", out)
        self.assertIn("\r\nX-SIREN:215903501\r\n", out.read_bytes().decode())
        report = self.json("export", "people", folder / "no.csv", "--report")
        self.assertFalse((folder / "no.csv").exists())
        self.assertEqual((report["people"], report["emails"], report["objecting"]), (1, 1, 1))
        for words in (["people", "x.vcf", "--vcard", "2"], ["groups", "x.vcf"],
                      ["people", "x.vcf", "--columns", "email"], ["people", "x.txt"]):  # fmt: skip
            self.run_cli(MISUSED, "export", *words)
        self.run_cli(FAILED, "export", "people", folder / "x.vcf", "--audience", "public")

    def test_misuse(self):
        for words in (
            [], ["frobnicate"], ["--frobnicate"], ["list"], ["list", "nothing"],
            ["list", "members", "more"], ["list", "members", "--frobnicate"],
            ["list", "members", "--columns", "nothing"], ["list", "members", "--sort", "nothing"],
            ["list", "members", "--where", "nothing=1"], ["show", "members"], ["add", "members"],
            ["add", "members", "Lille"], ["add", "members", "nothing=1"], ["undo", "many"],
            ["restore"], ["history", "members"], ["search"], ["verify", "more"], ["init"],
        ):  # fmt: skip
            self.run_cli(MISUSED, *words)
            self.assertIn("--help", self.said)

    def test_files_that_cannot_be_opened(self):
        folder = Path(self.folder.name)
        self.run_cli(FAILED, "list", "members", file=folder / "missing.maillage")
        self.assertIn("missing.maillage", self.said)
        text = folder / "text.maillage"
        text.write_text("no database at all, but long enough to be looked at\n" * 40)
        self.run_cli(FAILED, "list", "members", file=text)
        self.assertIn("not a network file", self.said)
        foreign = folder / "foreign.maillage"
        db = sqlite3.connect(foreign)
        db.execute("CREATE TABLE t(x)")
        db.commit()
        db.close()
        self.run_cli(FAILED, "list", "members", file=foreign)
        self.assertIn("another program", self.said)

    def test_newer_file(self):
        db = sqlite3.connect(self.file)
        db.execute("PRAGMA user_version=9999")
        db.close()
        self.run_cli(FAILED, "list", "members")
        self.assertIn("newer", self.said)

    def test_file_open_elsewhere_can_be_read(self):
        self.add("name=Lille")
        with open(f"{self.file}-lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write("maillage\nelsewhere\n12\nlasting\n")
            lock.flush()
            self.run_cli(FAILED, "add", "members", "name=Arras")
            self.assertIn("already open for writing (maillage, process 12 on elsewhere)", self.said)
            self.assertEqual(self.names(), ["Lille"])

    def test_commands_at_once_wait_for_each_other(self):
        writers = [
            subprocess.Popen(
                [CLI, "--network", str(self.file), "add", "members", f"name=Commune {n}"],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
            for n in range(6)
        ]
        for writer in writers:
            said = writer.communicate()
            self.assertEqual(writer.returncode, DONE, said)
        self.assertEqual(sorted(self.names()), [f"Commune {n}" for n in range(6)])

    def test_a_command_that_does_not_end_is_told(self):
        with open(f"{self.file}-lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write("maillage-cli\nelsewhere\n12\n\n")
            lock.flush()
            self.run_cli(FAILED, "add", "members", "name=Arras")
        self.assertIn("already open for writing (maillage-cli, process 12 on elsewhere)", self.said)
        self.assertIn("after 10 seconds: let it finish, or end it, then try again", self.said)

    def test_a_full_disk_is_no_success(self):
        self.add("name=Lille")
        with open("/dev/full", "w") as full:
            result = subprocess.run(
                [CLI, "--network", str(self.file), "list", "members"], stdout=full,
                stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
        self.assertEqual(result.returncode, FAILED)
        self.assertEqual(len(result.stderr.splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
