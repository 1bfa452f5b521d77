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

    def archived(self):
        return [title for title, in self.query(
            self.network, "SELECT title FROM sheet WHERE archived=1 ORDER BY title")]

    def archive_shown(self, program, entry):
        program.find("push button", "Record Menu").click()
        program.find("menu item", entry).click()

    def test_archive(self):
        for title in ("Achat de papier", "Achat de stylos", "Achat de tampons"):
            self.cli("add", "sheet", f"title={title}", network=self.network)
        with self.program(self.network, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.find("page tab", "Feedback").click()
            program.find("label", "Achat de papier").click()
            self.archive_shown(program, "Archive")
            program.wait_until(lambda: self.archived() == ["Achat de papier"], "one archived")
            program.find("label", "2 feedback sheets · 1 archived")
            program.find("label", "Achat de stylos").click()
            program.key("ctrl+a")
            program.find("push button", "Archive").activate()  # a message covers it
            program.wait_until(lambda: len(self.archived()) == 3, "all archived")
            # Nothing is listed any more, and the facet that shows them is still there.
            program.find("label", "No Feedback Sheets Yet")
            program.find("push button", "Archived")
            program.key("ctrl+z")
            program.wait_until(lambda: self.archived() == ["Achat de papier"], "one action taken back")

    def labels(self):
        return self.query(self.network, "SELECT labels FROM clause WHERE title=?", self.clause)[0][0] or ""

    def test_labels(self):
        before = self.labels()
        with self.program(self.network, size=(1280, 1000)) as program:
            program.find("label", "Library").click()
            program.find_all("push button", "List Menu")[-1].click()
            program.find("menu item", "Labels").click()
            program.find("entry", "Search labels").write("Imprim’Vert")
            program.find("label", "Imprim’Vert")
            program.wait_gone("label", "Ange bleu (Blauer Engel)")
            if os.environ.get("MLG_UI_PICTURES"):
                program.screenshot(os.environ["MLG_UI_PICTURES"] + "/labels.png")
            program.key("Escape")
            program.wait_gone("entry", "Search labels")
            program.find("page tab", "Clauses").click()
            program.find("label", self.clause).click()
            program.reveal("label", "Choose a Label…").click()
            program.find("entry", "Search labels").write("ange bleu")
            program.find("label", "Ange bleu (Blauer Engel)").click()
            line = "blue-angel: Ange bleu (Blauer Engel) or equivalent"
            program.wait_until(lambda: self.labels() == f"{before}\n{line}".strip(), "the label")

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
