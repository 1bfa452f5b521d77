#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about members do: the directory, duplicates, merging, privacy, territory."""

import datetime
import json
import os
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3
MEL = "200093201"


class Members(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "x.maillage"
        self.run_cli(DONE, "init", "Réseau d’essai", "--region", "FRE11")

    def run_cli(self, status, *words):
        """Run a command on the file; its output."""
        result = subprocess.run(
            [CLI, "--network", str(self.file), *map(str, words)], capture_output=True, text=True
        )
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        self.said = result.stderr
        return result.stdout

    def json(self, *words, status=DONE):
        return json.loads(self.run_cli(status, *words, "--json"))

    def add(self, kind, *assignments):
        return self.json("add", kind, *assignments)["id"]

    def members(self, *words):
        return self.json("list", "members", *words)["items"]

    def test_add_from_directory(self):
        answer = self.json("add", "body", "--from-directory", "59350", "--status", "member")
        self.assertEqual((answer["added"], answer["present"]), (1, 0))
        answer = self.json("add", "body", "--from-directory", "lille")
        self.assertEqual((answer["added"], answer["present"]), (0, 1))
        member = self.members()[0]
        self.assertEqual((member["name"], member["siren"]), ("Lille", "215903501"))
        self.assertEqual(member["joined_on"], datetime.date.today().isoformat())

    def test_add_from_directory_asks_which(self):
        self.run_cli(FAILED, "add", "body", "--from-directory", "Saint-Martin")
        self.assertIn("may be several", self.said)
        self.run_cli(FAILED, "add", "body", "--from-directory", "zzzz")
        self.run_cli(FAILED, "add", "body", "--from-directory", "59350", "--status", "king")
        self.run_cli(MISUSED, "add", "people", "--from-directory", "59350")
        self.run_cli(MISUSED, "add", "body", "name=Lille", "--from-directory", "59350")
        self.run_cli(MISUSED, "add", "body")
        self.assertEqual(self.members(), [])

    def test_add_many_from_directory(self):
        planned = self.json("add", "bodies", "--members-of", MEL, "--dry-run")
        self.assertEqual(self.members(), [])
        answer = self.json("add", "bodies", "--members-of", MEL)
        self.assertEqual(answer, planned)
        self.assertGreater(answer["added"], 80)
        answer = self.json("add", "bodies", "--members-of", MEL)
        self.assertEqual(answer["added"], 0)
        answer = self.json("add", "bodies", "--groupings-of", "59")
        self.assertGreater(answer["added"], 10)
        self.run_cli(DONE, "undo", "2")
        self.assertEqual(self.members(), [])

    def test_compare(self):
        self.run_cli(DONE, "add", "body", "--from-directory", "59350")
        self.run_cli(DONE, "compare")
        self.run_cli(DONE, "set", "body", "Lille", "population=12", "name=Lens")
        self.add("body", "name=Ancienne", "insee=59999", "category=7210")
        found = self.json("compare", status=NO)
        self.assertEqual(
            [(item["name"], item.get("field"), item["gone"]) for item in found["items"]],
            [("Ancienne", None, True), ("Lens", "name", False), ("Lens", "population", False)],
        )
        self.assertEqual(found["items"][1]["theirs"], "Lille")
        self.run_cli(DONE, "compare", "--apply", "--field", "population")
        self.assertEqual(self.json("compare", status=NO)["total"], 2)
        self.assertGreater(self.members("--where", "insee=59350")[0]["population"], 200000)
        self.run_cli(MISUSED, "compare", "--field", "colour")

    def test_duplicates_and_merge(self):
        first = self.add("body", "name=Lille", "siren=215903501", "city=Lille")
        second = self.add("body", "name=Ville de Lille", "siren=215903501", "city=LILLE",
                          "insee=59350")  # fmt: skip
        person = self.add("person", "family_name=Responsable")
        self.add("function", f"person={person}", f"body={second}", "role=procurement")
        found = self.json("duplicates")
        self.assertEqual(
            [(item["id"], item["other"], item["reason"]) for item in found["items"]],
            [(first, second, "Same SIREN")],
        )
        self.assertIn("Same SIREN", self.run_cli(DONE, "duplicates", "members"))
        self.run_cli(DONE, "duplicates", "--apart", "members", second, first)
        self.assertEqual(self.json("duplicates")["total"], 0)
        self.run_cli(MISUSED, "duplicates", "--apart", "members", first)
        self.run_cli(FAILED, "duplicates", "--apart", "members", first, first)
        self.run_cli(DONE, "undo")
        plan = self.json("merge", "body", first, second, "--dry-run")
        fields = {field["field"]: field for field in plan["fields"]}
        self.assertTrue(fields["city"]["conflict"])
        self.assertEqual(fields["insee"]["choice"], "other")
        self.assertEqual(len(self.members()), 2)
        self.run_cli(DONE, "merge", "body", first, second, "--other", "city")
        member = self.members()[0]
        self.assertEqual((member["city"], member["insee"]), ("LILLE", "59350"))
        self.assertEqual(self.json("list", "functions")["items"][0]["body"], first)
        self.assertEqual(self.json("duplicates")["total"], 0)
        self.run_cli(DONE, "undo")
        self.assertEqual(len(self.members()), 2)
        self.run_cli(FAILED, "merge", "body", first, first)
        self.run_cli(MISUSED, "merge", "body", first, second, "--other", "colour")
        self.run_cli(MISUSED, "duplicates", "groups")

    def test_status_is_dated(self):
        body = self.add("body", "name=Lille")
        self.run_cli(DONE, "set", "body", body, "status=prospect", "prospect_on=2024-03-03")
        self.run_cli(DONE, "set", "body", body, "status=member")
        shown = self.json("show", "body", body)
        self.assertEqual(shown["prospect_on"], "2024-03-03")
        self.assertEqual(shown["joined_on"], datetime.date.today().isoformat())

    def test_odd_values_are_told(self):
        """A number whose key is wrong is kept, and said; a value of another type is refused."""
        body = self.add("body", "name=Lille")
        changed = self.json("set", "body", body, "siren=123456789")
        self.assertEqual(changed["siren"], "123456789")
        self.assertEqual([i["severity"] for i in changed["issues"]], ["warning"])
        self.assertEqual(self.json("set", "body", body, "siren=215903501")["issues"], [])
        field = self.add("custom-field", "name=Agents", "kind=body", "type=integer")
        wrong = ("add", "custom-value", f"field={field}", f"body={body}", "value=douze")
        self.run_cli(FAILED, *wrong)
        value = self.add("custom-value", f"field={field}", f"body={body}", "value=1 200")
        self.assertEqual(self.json("show", "custom-value", value)["value"], "1200")

    def test_show(self):
        """A member is shown with what belongs to it."""
        person = self.add("person", "family_name=Responsable")
        body = self.add("body", "name=Lille")
        self.add("body", "name=CCAS", f"parent={body}")
        group = self.add("group", "name=Restauration")
        field = self.add("custom-field", "name=Agents", "kind=body", "type=integer")
        self.add("function", f"person={person}", f"body={body}", "role=procurement", "main=1")
        self.add("group-member", f"grp={group}", f"body={body}", "until=2020-01-01")
        self.add("custom-value", f"field={field}", f"body={body}", "value=1200")
        shown = self.json("show", "body", body)
        self.assertEqual(
            [(p["id"], p["current"], p["link"]["role"]) for p in shown["people"]],
            [(person, True, "procurement")],
        )
        self.assertEqual([g["current"] for g in shown["groups"]], [False])
        self.assertEqual([part["name"] for part in shown["parts"]], ["CCAS"])
        self.assertEqual(shown["custom"], [{"name": "Agents", "type": "integer", "value": "1200"}])
        self.assertEqual(self.json("show", "person", person)["functions"][0]["name"], "Lille")
        self.assertEqual(self.json("show", "group", group)["members"][0]["name"], "Lille")
        text = self.run_cli(DONE, "show", "body", body)
        self.assertRegex(text, r"People +Responsable \(Procurement, Main contact\)\n")
        self.assertRegex(text, r"Agents +1200\n")

    def test_territory(self):
        self.run_cli(DONE, "add", "body", "--from-directory", "59350", "--status", "member")
        answer = self.json("territory")
        self.assertEqual([item["code"] for item in answer["items"]], ["59"])
        nord = answer["items"][0]
        self.assertEqual((nord["members"], nord["covered_communes"]), (1, 1))
        self.assertEqual(answer["perimeter"]["covered"], nord["covered"])
        self.assertAlmostEqual(nord["coverage"], nord["covered"] / nord["population"])
        self.assertIn("Nord", self.run_cli(DONE, "territory"))

    def add_person(self):
        person = self.add("person", "family_name=Achats", "email=a@example.org",
                          "last_contact=2020-01-31")  # fmt: skip
        body = self.add("body", "name=Lille")
        self.add("function", f"person={person}", f"body={body}", "title=Directrice")
        return person

    def test_privacy_export(self):
        person = self.add_person()
        out = self.folder / "person.xml"
        self.run_cli(DONE, "privacy", "export", person, out)
        tree = ElementTree.parse(out)
        self.assertEqual(tree.findtext("person/email"), "a@example.org")
        self.assertEqual(tree.findtext("person/functions/function/body/name"), "Lille")
        self.assertIsNotNone(tree.find("person/history/change"))
        self.run_cli(FAILED, "privacy", "export", person, self.folder / "person.zzz")
        self.assertFalse((self.folder / "person.zzz").exists())

    def test_privacy_register(self):
        out = self.folder / "register.xml"
        self.run_cli(DONE, "set", "network", "1", "controller=Métropole d’essai")
        self.run_cli(DONE, "privacy", "register", out)
        self.run_cli(DONE, "validate", out)
        self.assertIn("Métropole d’essai", out.read_text(encoding="utf-8"))

    def test_control_characters_do_not_come_in(self):
        table = self.folder / "people.csv"
        table.write_bytes(b"Nom;Courriel;Groupes\nZed\x01\x1b[31m\x7fx;z@example.org;G\x1bx\n")
        self.assertEqual(self.json("import", "people", table)["added"], 1)
        name = self.json("list", "people")["items"][0]["family_name"]
        self.assertEqual(name, "Zed  [31m x")
        person = self.add("person", "family_name=A\x02B")
        self.run_cli(DONE, "set", "person", person, "notes=\x1b[0mC\x01")
        self.run_cli(DONE, "set", "person", person, "notes=D")
        for each in (name, person):
            out = self.folder / "person.xml"
            self.run_cli(DONE, "privacy", "export", each, out)
            ElementTree.parse(out)
        cards = self.folder / "people.vcf"
        self.run_cli(DONE, "export", "people", cards)
        self.assertFalse(set(cards.read_bytes()) & set(b"\x00\x01\x02\x1b\x7f"))

    def test_privacy_reviews(self):
        person = self.add_person()
        self.assertEqual(self.json("privacy", "reviews")["total"], 0)
        self.run_cli(DONE, "set", "network", "1", "retention_months=36")
        items = self.json("privacy", "reviews")["items"]
        self.assertEqual([(item["id"], item["due"]) for item in items], [(person, "2023-01-31")])
        self.assertEqual(self.json("privacy", "reviews", "2023-01-30")["total"], 0)

    def test_privacy_erase(self):
        person = self.add_person()
        foreseen = self.json("privacy", "erase", person, "--dry-run")
        self.assertEqual(foreseen["would_erase"], person)
        self.assertIn({"kind": "function", "removed": 1, "released": 0}, foreseen["parts"])
        said = self.run_cli(DONE, "privacy", "erase", person, "--dry-run")
        self.assertIn("would be erased", said)
        self.assertIn("Copies made elsewhere are not reached", said)
        self.run_cli(MISUSED, "privacy", "reviews", "--dry-run")
        self.assertEqual(self.json("list", "people")["total"], 1)
        self.assertEqual(self.json("list", "functions")["total"], 1)
        self.assertEqual(self.json("privacy", "erase", person)["issues"], [])
        self.assertEqual(self.json("list", "people")["total"], 0)
        self.assertEqual(self.json("list", "functions")["total"], 0)
        self.run_cli(DONE, "undo")
        self.assertEqual(self.json("list", "people")["total"], 0)
        for path in self.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(b"a@example.org", path.read_bytes(), path)
        self.run_cli(FAILED, "privacy", "erase", person)

    def test_privacy_misused(self):
        for words in ((), ("export", "1"), ("erase",), ("forget", "1"), ("register",)):
            self.run_cli(MISUSED, "privacy", *words)


if __name__ == "__main__":
    unittest.main()
