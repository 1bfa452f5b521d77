#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A model becomes the network's own, and the original again; a template is duplicated."""

import harness

TITLE = "Fournitures de bureau"


class Page(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.path = self.empty()
        self.cli("import", "templates", harness.BUILD / "data/templates/office-supplies.xml", network=self.path)
        self.template = self.query(self.path, "SELECT id FROM template")[0][0]

    def summary(self):
        return self.query(self.path, "SELECT summary FROM template WHERE id=?", self.template)[0][0]

    def test_original(self):
        before = self.summary()
        self.cli("set", "template", str(self.template), "summary=À notre façon.", network=self.path)
        with self.program(self.path, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.find("label", TITLE).click()
            program.find("label", "The network’s own version of a model that comes with Maillage")
            program.find("push button", "Take the Original Back").click()
            program.wait_until(lambda: self.summary() == before, "the summary of before")
            program.wait_gone("push button", "Take the Original Back")
            program.find("label", "The template is the original again")
            program.key("ctrl+z")
            program.wait_until(lambda: self.summary() == "À notre façon.", "the network's own again")
            program.find("push button", "Take the Original Back")

    def test_duplicate(self):
        """The copy says that it is one, and is shown."""
        with self.program(self.path, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.find("label", TITLE).click()
            program.find("label", "Award criteria")
            program.find("push button", "Record Menu").click()
            program.find("menu item", "Duplicate").click()
            program.wait_until(lambda: len(self.query(self.path, "SELECT id FROM template")) == 2, "a second one")
            first, second = self.query(self.path, "SELECT uri, title FROM template ORDER BY id")
            self.assertNotEqual(first[0], second[0])
            self.assertEqual((first[1], second[1]), (TITLE, f"{TITLE} (copy)"))
            program.find("label", f"{TITLE} (copy)")
            program.key("ctrl+z")
            program.wait_until(lambda: len(self.query(self.path, "SELECT id FROM template")) == 1, "the first alone")


if __name__ == "__main__":
    harness.main()
