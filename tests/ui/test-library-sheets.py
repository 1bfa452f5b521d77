#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback sheets tell which clauses were asked for, and clauses where to set the bar; codes come in from a table."""

import os
import re

import harness

SHIPPED = harness.BUILD / "data/templates"
CODES = "code\tlabel_fr\n30192700-8\tPapeterie\n30197630-1\tPapier d’impression\n"


class Sheets(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.network = self.empty()
        self.cli("import", "templates", SHIPPED / "office-supplies.xml", network=self.network)
        self.clause = self.query(self.network, "SELECT title FROM clause ORDER BY title LIMIT 1")[0][0]

    def told(self):
        return self.query(
            self.network,
            "SELECT c.title, s.ambition FROM sheet_clause s JOIN clause c ON c.id=s.clause",
        )

    def test_clauses_of_a_sheet(self):
        self.cli("add", "sheet", "title=Achat de papier", "offers=4", network=self.network)
        with self.program(self.network, size=(1280, 1000)) as program:
            program.find("label", "Library").click()
            program.find("page tab", "Feedback").click()
            program.find("label", "Achat de papier").click()
            program.find("label", "Clauses That Were Asked For")
            entry = program.find("text", "Clause to add")
            entry.write(self.clause)
            program.find("label", self.clause).click()
            program.choose("Ambition of the clause to add", "Exemplary")
            program.find("push button", "Add the Clause").activate()
            program.wait_until(lambda: self.told() == [(self.clause, "exemplary")], "the clause")
            if os.environ.get("MLG_UI_PICTURES"):
                program.screenshot(os.environ["MLG_UI_PICTURES"] + "/sheet.png")
        with self.program(self.network, size=(1280, 1000)) as program:
            program.find("label", "Library").click()
            program.find("page tab", "Clauses").click()
            program.find("label", self.clause).click()
            program.find("label", re.compile("asked for in 1 purchase · 4 to 4 offers"))

    def test_codes(self):
        table = self.folder / "codes.tsv"
        table.write_text(CODES)
        with self.program(self.network, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.find("label", "Fournitures de bureau")
            program.find_all("push button", "List Menu")[-1].click()
            program.find("menu item", "Import Codes of Purchases…").click()
            program.choose_file(table)
            program.find("label", re.compile("^2 codes read"))


if __name__ == "__main__":
    harness.main()
