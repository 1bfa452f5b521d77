#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers around a tender: its grids, the sheet of its check, and templates written to a folder."""

import re
import zipfile

import harness

SHIPPED = harness.BUILD / "data/templates"
MODEL = "Fournitures de bureau"


class Papers(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.network = self.empty()
        for name in ("office-supplies", "furniture"):
            self.cli("import", "templates", SHIPPED / f"{name}.xml", network=self.network)

    def open_model(self, program):
        program.find("label", "Library").click()
        program.find("label", MODEL).click()
        program.find("label", "Award criteria")

    def save(self, program, path):
        """Saves what the window of pages shows, and closes it."""
        program.find("push button", "Save…").click()
        program.choose_file(path)
        program.wait_until(path.exists, "the paper")
        program.wait_until(lambda: len(program.top_windows()) == 2, "the chooser closed")
        program.key("Escape")
        program.wait_gone("push button", "Save…")

    def open_grid(self, program, item):
        self.open_model(program)
        program.find("push button", "Draft from It").click()
        program.wait_until(lambda: self.query(self.network, "SELECT id FROM draft"), "a draft")
        program.find("push button", "Only What Is Missing")
        program.find("push button", "Record Menu").click()
        program.find("menu item", item).click()

    def test_needs_grid(self):
        paper = self.folder / "needs.odt"
        with self.program(self.network, size=(1280, 900)) as program:
            self.open_grid(program, "Needs Grid")
            self.save(program, paper)
        with zipfile.ZipFile(paper) as package:
            self.assertIn("besoin", package.read("content.xml").decode())

    def test_spreadsheet_of_the_offers(self):
        table = self.folder / "offers.csv"
        with self.program(self.network, size=(1280, 900)) as program:
            self.open_grid(program, "Export the Offer Analysis Grid…")
            program.choose_file(table)
            program.wait_until(table.exists, "the offer analysis grid")
            program.wait_until(lambda: len(program.top_windows()) == 1, "the chooser closed")
        self.assertTrue(table.read_bytes().startswith(b"\xef\xbb\xbf"))
        self.assertIn(b";", table.read_bytes().splitlines()[0])

    def test_check_sheet(self):
        sheet = self.folder / "sheet.odt"
        with self.program(self.network, size=(1280, 900)) as program:
            self.open_model(program)
            program.find("push button", "Record Menu").click()
            program.find("menu item", "Preview the Check Sheet").click()
            self.save(program, sheet)
        with zipfile.ZipFile(sheet) as package:
            text = package.read("content.xml").decode()
        self.assertIn("ENV-01", text)
        self.assertIn("Signature", text)

    def test_codes_to_publish(self):
        with self.program(self.network, size=(1280, 900)) as program:
            self.open_model(program)
            program.find("label", "Codes to Publish").click()
            program.find("label", re.compile("considerationsEnvironnementales: Clause environnementale"))

    def test_rules_since_the_last_check(self):
        self.cli("set", "template", MODEL, "checked_on=2026-01-01", network=self.network)
        with self.program(self.network, size=(1280, 900)) as program:
            self.open_model(program)
            program.find("label", re.compile("^[0-9]+ Rules Since the Last Legal Check")).click()
            program.find("label", re.compile("^[A-Z]+-[0-9]+ · 2026-"))

    def test_templates_to_a_folder(self):
        folder = self.folder / "out"
        folder.mkdir()
        with self.program(self.network, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.xdotool("keydown", "ctrl")
            program.find("label", MODEL).click()
            program.find("label", "Mobilier").click()
            program.xdotool("keyup", "ctrl")
            program.find("label", "2 selected")
            program.find("push button", "Export to a Folder…").click()
            program.choose_file(folder)
            program.wait_until(lambda: len(list(folder.iterdir())) == 2, "the templates")
        for name in ("fournitures-de-bureau", "mobilier"):
            self.cli("validate", folder / f"{name}.xml")

    def test_templates_to_one_file_and_back(self):
        bundle, other = self.folder / "bundle.zip", self.empty("other.maillage")
        with self.program(self.network, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.xdotool("keydown", "ctrl")
            program.find("label", MODEL).click()
            program.find("label", "Mobilier").click()
            program.xdotool("keyup", "ctrl")
            program.find("label", "2 selected")
            program.find("push button", "Export to One File…").click()
            program.choose_file(bundle)
            program.wait_until(bundle.exists, "the bundle")
        self.cli("import", "templates", SHIPPED / "furniture.xml", network=other)
        with self.program(other, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.find("label", "Mobilier")
            program.find_all("push button", "List Menu")[-1].click()
            program.find("menu item", "Import…").click()
            program.choose_file(bundle)
            program.find("label", re.compile("^1 new template.*1 template left as it is$"))
            self.assertEqual(self.query(other, "SELECT count(*) FROM template")[0][0], 1)
            program.find("push button", "Import").click()
            program.wait_until(lambda: self.query(other, "SELECT count(*) FROM template")[0][0] == 2, "both")


if __name__ == "__main__":
    harness.main()
