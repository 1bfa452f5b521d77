#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is chosen in a text is changed beside it: a clause, a section's condition, a criterion and those inside it."""

import re

import harness

MODEL = "cleaning.xml"
CLAUSE = "Lots réservés"


class Inspector(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.path = self.empty()
        self.cli("import", "templates", harness.BUILD / "data" / "templates" / MODEL, network=self.path)

    def head(self):
        return self.query(self.path, "SELECT head FROM template")[0][0]

    def clause(self, field, title=CLAUSE):
        return self.query(self.path, f"SELECT {field} FROM clause WHERE title=?", title)[0][0]

    def open_model(self, program):
        program.find("label", "Library").click()
        program.find("label", re.compile("^Nettoyage")).click()
        program.find("label", "Award criteria")

    def test_clause(self):
        """A clause of the library, its ambition, its other ambitions, and where it is used."""
        other = self.query(self.path, "SELECT title FROM clause WHERE title<>? ORDER BY title LIMIT 1", CLAUSE)[0][0]
        self.cli("set", "clause", CLAUSE, "need=lots réservés", network=self.path)
        self.cli("set", "clause", other, "need=lots réservés", "ambition=exemplary", network=self.path)

        def uses(title):
            return self.query(
                self.path, "SELECT count(*) FROM clause_use u JOIN clause c ON c.id=u.clause WHERE c.title=?", title
            )[0][0]

        with self.program(self.path, size=(1280, 1000)) as program:
            self.open_model(program)
            program.find("label", CLAUSE).click()
            program.key("alt+Return")
            program.find("label", "In This Text")
            program.find("label", "Where It Is Used")
            program.find("label", "Other Ambitions of the Same Need")
            before = uses(other)
            program.find("push button", "Take Instead").activate()
            program.wait_until(lambda: uses(CLAUSE) == 0, "the clause taken out")
            self.assertEqual(uses(other), before + 1)
            program.find("push button", "Undo").click()
            program.wait_until(lambda: uses(CLAUSE) == 1, "the clause of before")

    def test_criterion(self):
        with self.program(self.path, size=(1280, 1000)) as program:
            self.open_model(program)
            program.find("label", re.compile("^Valeur technique")).click()
            program.key("alt+Return")
            weight = program.find("text", "Weight (%)")
            weight.write("30")
            program.find("label", re.compile("^The sub-criteria of “Valeur technique.*: 30 are expected$"))
            program.find("push button", "Save the Criterion").activate()
            program.wait_until(lambda: re.search('weight="30"[^>]*>\\s*<title>Valeur technique', self.head()),
                               "the weight")
            program.find("label", re.compile("^Valeur technique.*: 30 %$"))
            program.key("ctrl+z")
            program.wait_until(lambda: not re.search('weight="30"[^>]*>\\s*<title>Valeur technique', self.head()),
                               "the weight of before")

    def test_sub_criteria(self):
        """A criterion goes inside the one before it, and out of it again."""
        with self.program(self.path, size=(1280, 1000)) as program:
            self.open_model(program)
            program.find("push button", "Edit the Text").click()
            program.find("menu item", "Questions, Criteria and Lots…").click()
            program.find("page tab", "Criteria").click()
            program.find("push button", "Add a Criterion").activate()
            program.find("text", "Criterion").write("Délais")
            program.find("text", "Weight (%)").write("5")
            program.find("label", "The weights add up to 105 %: 100 % are expected")
            buttons = program.find_all("push button", "Make It a Sub-Criterion of the One Before")
            buttons[-1].activate()
            program.find("label", "The weights add up to 100 %")
            program.find("label", re.compile("^The sub-criteria of “.*” add up to "))
            program.key("ctrl+s")
            program.wait_until(
                lambda: re.search("</criterion>\\s*<criterion [^>]*>\\s*<title>Délais</title>\\s*</criterion>"
                                  "\\s*</criterion>", self.head()),
                "the criterion inside another",
            )
            program.find("label", "Délais: 5 %")


if __name__ == "__main__":
    harness.main()
