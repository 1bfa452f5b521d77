#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A spreadsheet is imported through the assistant, and the import is taken back."""

import harness

SPREADSHEET = """Organisme;SIREN;Code INSEE;Statut;Courriel
Ville de Lille;215903501;59350;membre;marches@lille.example.org
Wambrechies;215906363;59636;prospect;contact@wambrechies.example.org
Seclin;215905605;59560;membre;pas une adresse
"""


class Import(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.network = self.sample()
        self.spreadsheet = self.folder / "membres.csv"
        self.spreadsheet.write_text(SPREADSHEET, encoding="cp1252")

    def count(self):
        return self.query(self.network, "SELECT count(*) FROM body")[0][0]

    def email(self, name):
        return self.query(self.network, "SELECT email FROM body WHERE name = ?", name)[0][0]

    def open_assistant(self, program):
        program.find("push button", "List Menu").click()
        program.find("menu item", "Import…").click()
        program.choose_file(self.spreadsheet)
        program.find("label", "3 rows: 2 new, 1 completed")

    def test_import_and_undo(self):
        before = self.count()
        with self.program(self.network) as program:
            program.find("label", "Aisne")
            self.open_assistant(program)
            program.find("push button", "Import").click()
            program.wait_until(lambda: self.count() == before + 2, "two more bodies in the file")
            self.assertEqual(self.email("Lille"), "marches@lille.example.org")
            self.assertIsNone(self.email("Seclin"))
            program.find("push button", "Undo").click()
            program.wait_until(lambda: self.count() == before, "as many bodies as before")
            self.assertNotEqual(self.email("Lille"), "marches@lille.example.org")

    def test_cancel_writes_nothing(self):
        before = self.query(self.network, "SELECT count(*), max(id) FROM action")
        with self.program(self.network) as program:
            program.find("label", "Aisne")
            self.open_assistant(program)
            program.find("push button", "Cancel").click()
            program.wait_gone("label", "3 rows: 2 new, 1 completed")
        self.assertEqual(self.query(self.network, "SELECT count(*), max(id) FROM action"), before)

    def test_column_left_out(self):
        with self.program(self.network) as program:
            program.find("label", "Aisne")
            self.open_assistant(program)
            program.choose("Courriel", "Not imported")
            program.find("label", "3 rows: 2 new, 1 left out")


if __name__ == "__main__":
    harness.main()
