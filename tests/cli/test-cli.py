#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""maillage-cli as people and scripts use it: what it prints, its JSON, its exit statuses."""

import json
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = range(4)


class Cli(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.folder / "network.maillage"

    def run_cli(self, *arguments, status=DONE):
        done = subprocess.run(
            [PROGRAM, "--network", self.file, *arguments], capture_output=True, text=True
        )
        self.assertEqual(done.returncode, status, done.stderr)
        if status in (FAILED, MISUSED):
            self.assertEqual(done.stderr.count("\n"), 1, "one line says why")
        return done

    def json(self, *arguments):
        return json.loads(self.run_cli(*arguments, "--json").stdout)

    def names(self, *arguments):
        return [item["name"] for item in self.json("list", "bodies", *arguments)["items"]]

    def init(self, *bodies):
        self.run_cli("init", "Réseau")
        for body in bodies:
            self.run_cli("add", "body", f"name={body}")

    def test_init_refuses_a_file_that_is_there(self):
        self.init()
        before = self.file.read_bytes()
        self.assertIn("network.maillage", self.run_cli("init", "X", status=FAILED).stderr)
        self.assertEqual(self.file.read_bytes(), before)

    def test_init_keeps_the_perimeter(self):
        self.run_cli("init", "Réseau", "--region", "frf3", "--region", "FRE1")
        self.assertEqual(self.json("show", "network", "1")["perimeter"], "FRE1 FRF3")
        other = self.folder / "other.maillage"
        done = subprocess.run(
            [PROGRAM, "-n", other, "init", "X", "--region", "ZZ"], capture_output=True, text=True
        )
        self.assertEqual(done.returncode, FAILED)
        self.assertFalse(other.exists(), "nothing is left of a command that failed")

    def test_add_set_show_remove(self):
        self.init()
        self.run_cli(
            "add", "body", "name=Lille", "siren=215 903 501", "insee=59350", "population=238 246",
            "joined_on=03/03/2024", "status=member",
        )  # fmt: skip
        shown = self.json("show", "body", "lille")
        self.assertEqual(shown["siren"], "215903501")
        self.assertEqual(shown["population"], 238246)
        self.assertEqual(shown["joined_on"], "2024-03-03")
        self.run_cli("set", "body", str(shown["id"]), "population=")
        self.assertIsNone(self.json("show", "body", "Lille")["population"])
        self.run_cli("remove", "body", "Lille")
        self.assertEqual(self.json("list", "bodies"), {"total": 0, "items": []})

    def test_values_that_are_refused_change_nothing(self):
        self.init("Lille")
        for wrong in ("siren=12", "joined_on=31/02/2024", "status=friend", "colour=blue", "name="):
            self.run_cli("set", "body", "Lille", wrong, status=FAILED)
        self.assertEqual(self.json("history")["total"], 2)

    def test_a_wrong_key_is_told_and_kept(self):
        self.init()
        done = self.run_cli("add", "body", "name=X", "siren=404833047")
        self.assertIn("SIREN", done.stderr)
        self.assertEqual(self.json("show", "body", "X")["siren"], "404833047")

    def test_ambiguous_names_are_listed(self):
        self.init("Saint-Omer", "Saint-Quentin")
        error = self.run_cli("show", "body", "saint", status=FAILED).stderr
        self.assertIn("Saint-Omer", error)
        self.assertIn("Saint-Quentin", error)

    def test_list(self):
        self.init("Lille", "Arras", "École")
        self.assertEqual(self.names(), ["Arras", "École", "Lille"])
        self.assertEqual(self.names("--where", "ecole"), ["École"])
        self.run_cli("set", "body", "Lille", "status=member")
        self.assertEqual(self.names("--where", "status=member"), ["Lille"])
        self.assertEqual(self.json("list", "members", "--limit", "2")["total"], 3)
        self.run_cli("list", "members", "--columns", "nothing", status=FAILED)
        table = self.run_cli("list", "bodies", "--columns", "name,status").stdout.splitlines()
        self.assertEqual(len(table), 4)
        self.assertEqual(re.split(r"\s{2,}", table[3])[1:], ["Lille", "Member"])

    def test_search(self):
        self.init("Lille")
        self.run_cli("set", "body", "Lille", "notes=des prestations de nettoyages")
        found = self.json("search", "nettoyage")
        self.assertEqual(found["total"], 1)
        self.assertEqual(found["items"][0]["kind"], "body")
        self.assertIn("*nettoyages*", found["items"][0]["snippet"])

    def test_undo_and_redo(self):
        self.init("Lille", "Arras")
        self.run_cli("undo", "2")
        self.assertEqual(self.names(), [])
        self.run_cli("redo")
        self.assertEqual(self.names(), ["Lille"])
        self.run_cli("redo")
        self.run_cli("redo", status=NO)
        self.assertEqual(self.names(), ["Arras", "Lille"])
        self.run_cli("undo", "many", status=MISUSED)

    def test_history_of_a_record(self):
        self.init("Lille")
        self.run_cli("set", "body", "Lille", "population=1")
        changes = self.json("history", "body", "Lille")["items"]
        self.assertEqual(
            [(c["name"], c["before"], c["after"]) for c in changes],
            [("population", None, "1"), ("name", None, "Lille")],
        )

    def test_restore_replaces_and_can_be_undone(self):
        self.init("Lille")
        backup = self.folder / "copy.maillage"
        self.run_cli("backup", backup)
        self.run_cli("add", "body", "name=Arras")
        self.run_cli("restore", backup)
        self.assertEqual(self.names(), ["Lille"])
        newest = self.run_cli("restore", "--list").stdout.splitlines()[0]
        self.run_cli("restore", newest)
        self.assertEqual(self.names(), ["Arras", "Lille"])
        self.assertTrue(self.json("verify")["ok"])

    def test_verify_finds_what_is_wrong(self):
        self.init("Lille")
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE body SET siren='12'")
        problems = json.loads(self.run_cli("verify", "--json", status=NO).stdout)
        self.assertFalse(problems["ok"])
        self.assertTrue(any("SIREN" in problem for problem in problems["problems"]))

    def test_files_that_are_no_network(self):
        self.run_cli("list", "bodies", status=FAILED)
        self.file.write_text("A letter.\n" * 100)
        self.assertIn("not a network file", self.run_cli("list", "bodies", status=FAILED).stderr)
        self.file.unlink()
        with sqlite3.connect(self.file) as db:
            db.execute("CREATE TABLE other(x)")
        self.assertIn("another program", self.run_cli("list", "bodies", status=FAILED).stderr)

    def test_a_newer_file(self):
        self.init()
        with sqlite3.connect(self.file) as db:
            db.execute("PRAGMA user_version=999")
        self.assertIn("newer Maillage", self.run_cli("list", "bodies", status=FAILED).stderr)

    def test_backup_replaces_only_backups(self):
        self.init("Lille")
        report = self.folder / "report.odt"
        report.write_text("A report.")
        self.run_cli("backup", report, status=FAILED)
        self.assertEqual(report.read_text(), "A report.")
        self.run_cli("backup", self.file, status=FAILED)
        backup = self.folder / "copy.maillage"
        self.run_cli("backup", backup)
        self.run_cli("backup", backup)
        self.assertEqual(self.names(), ["Lille"])

    def test_a_table_holds_no_terminal_commands(self):
        self.init("Li\x1b[31mlle")
        table = self.run_cli("list", "bodies").stdout
        self.assertIn("Li [31mlle", table)

    def test_the_folder_of_the_default_file_is_made(self):
        environment = {**os.environ, "GSETTINGS_BACKEND": "memory", "XDG_DATA_HOME": str(self.folder)}
        subprocess.run([PROGRAM, "init", "X"], env=environment, check=True, capture_output=True)
        self.assertTrue((self.folder / "maillage/network.maillage").is_file())

    def test_import_is_one_action(self):
        self.init("Lille")
        table = self.folder / "members.csv"
        rows = [f"Commune {i};{i}" for i in range(2000)]
        table.write_text("Nom;Habitants en 2026\n" + "\n".join(rows) + "\n")
        words = ("import", "members", str(table), "--map", "Habitants en 2026=population")
        planned = self.json(*words, "--dry-run")
        self.assertEqual((planned["read"], planned["added"]), (2000, 2000))
        self.assertEqual(self.names(), ["Lille"])
        done = self.json(*words)
        self.assertEqual(set(done), {"read", "added", "merged", "replaced", "skipped", "issues"})
        self.assertEqual(done["added"], 2000)
        before = self.run_cli("list", "members", "--json").stdout
        self.assertEqual(self.json("show", "body", "Commune 1999")["population"], 1999)
        self.run_cli("undo")
        self.assertEqual(self.names(), ["Lille"])
        self.run_cli("redo")
        self.assertEqual(self.run_cli("list", "members", "--json").stdout, before)
        self.assertTrue(self.json("verify")["ok"])
        self.run_cli("import", "members", str(table), "--mode", "mix", status=MISUSED)
        self.run_cli("import", "members", str(self.folder / "none.csv"), status=FAILED)

    def test_a_full_disk_is_no_success(self):
        self.init("Lille")
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [PROGRAM, "--network", self.file, "list", "bodies"],
                stdout=full, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
        self.assertEqual(done.returncode, FAILED)
        self.assertEqual(done.stderr.count("\n"), 1)

    def test_misuse(self):
        self.run_cli(status=MISUSED)
        self.run_cli("frobnicate", status=MISUSED)
        self.run_cli("list", status=MISUSED)
        self.run_cli("list", "bodies", "members", status=MISUSED)
        self.run_cli("list", "--nothing", status=MISUSED)

    def test_help_of_every_command(self):
        usage = self.run_cli("--help").stdout
        commands = re.findall(r"^  ([a-z]+) ", usage, re.MULTILINE)
        self.assertGreater(len(commands), 10)
        for command in commands:
            self.assertIn(f"maillage-cli {command}", self.run_cli(command, "--help").stdout)


if __name__ == "__main__":
    unittest.main()
