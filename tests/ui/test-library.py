#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tender is drafted from a model, breaks a rule, is mended by the clause that is proposed, and goes out."""

import json
import re
import zipfile

import harness

RULE = "ENV-04"  # sustainable development in the technical specifications
MODEL = "Papier, enveloppes et travaux d’impression"


class Library(harness.TestCase):
    def answers(self, path):
        return self.query(path, "SELECT answers FROM draft")[0][0] or ""

    def open_model(self, program, path):
        program.find("label", "Library").click()
        program.find("label", "No Templates Yet")
        program.find("push button", "Bring the Model Tenders That Come with Maillage").click()
        program.wait_until(
            lambda: self.query(path, "SELECT count(*) FROM template")[0][0] >= 6, "the model tenders"
        )
        program.find("label", MODEL).click()
        program.find("label", "Award criteria")
        program.find("label", re.compile("^Not met: 0 "))

    def take_out_specifications(self, program, path):
        """Every technical specification that the library knows by this phase."""
        program.find("entry", "Find in the text").write("technical specification")
        program.find("label", re.compile("^Technical specification"))

        def count():
            content = self.query(path, "SELECT content FROM draft")[0][0]
            return content.count('phase="specification"')

        while (left := count()) > 0:
            program.find("push button", re.compile("^Take Out “")).activate()
            program.wait_until(lambda: count() < left, "a clause less")
        program.find("label", "Nothing Found")

    def export(self, program, path, title):
        program.find("push button", "Record Menu").click()
        program.find("menu item", "Export…").click()
        program.choose_file(path)
        program.wait_until(path.exists, title)

    def outcome(self, file):
        command = ["check", str(file), "--date", "2026-11-23", "--value", "50000", "--json"]
        done = harness.subprocess.run(
            [str(harness.CLI), *command], env=harness.environment(self.folder, "C.UTF-8"),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        rules = {rule["id"]: rule for rule in json.loads(done.stdout)["rules"]}
        return rules[RULE]["outcome"]

    def test_draft_break_mend_export(self):
        path = self.empty()
        odt, xml = self.folder / "tender.odt", self.folder / "tender.xml"
        with self.program(path, size=(1280, 900)) as program:
            self.open_model(program, path)
            program.find("push button", "Draft from It").click()
            program.wait_until(lambda: self.query(path, "SELECT id FROM draft"), "a draft")
            program.find("label", re.compile("answers are missing$"))
            program.find("text", "L’acheteur").write("Ville d’Essai")
            program.key("Return")
            program.wait_until(lambda: "Ville d’Essai" in self.answers(path), "the answer")

            program.find("text", "Launch on").write("2026-11-23")
            program.find("text", "Value in euros").write("50000")
            program.find("label", re.compile("^Not met: 0 "))
            program.find("page tab", "Text").click()
            self.take_out_specifications(program, path)
            broken = program.find("label", f"Obligation {RULE}: Not Met")
            program.find("label", re.compile("^Not met: [1-9]"))

            broken.click()
            program.find("push button", re.compile("^Add “")).activate()
            program.wait_gone("label", f"Obligation {RULE}: Not Met")
            content = self.query(path, "SELECT content FROM draft")[0][0]
            self.assertEqual(content.count('phase="specification"'), 1)

            self.export(program, odt, "the OpenDocument file")
            self.export(program, xml, "the XML file")

        with zipfile.ZipFile(odt) as package:
            text = package.read("content.xml").decode()
        self.assertIn("Ville d’Essai", text)
        self.cli("validate", xml)
        self.assertEqual(self.outcome(xml), "met")


if __name__ == "__main__":
    harness.main()
