#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a clause is written in its window, by the keyboard, and saved."""

import re

import harness

TITLE = "Aaa savon"


class Clause(harness.TestCase):
    def test_write(self):
        path = self.empty()
        self.cli("add", "clause", f"title={TITLE}", "phase=performance", "text=Du savon.", network=path)
        with self.program(str(path)) as program:
            program.find("label", "Library").click()
            program.find("label", "Clauses").click()
            program.find("label", TITLE).click()
            program.find("push button", "Edit the Text").activate()
            program.find("text", "Text").click()
            program.key("ctrl+Home")
            program.type("Seulement ")
            program.key("ctrl+s")
            program.wait_until(
                lambda: self.query(path, "SELECT text FROM clause")[0][0]
                == "<d:p>Seulement Du savon.</d:p>",
                "the text in the file",
            )
            program.key("Escape")
            program.wait_gone("text", "Text")
            program.find("label", "Seulement Du savon.")

    def test_keep(self):
        """A template holds on to the older wording, after a look at what changed."""
        path = self.empty()
        model = harness.BUILD / "data" / "templates" / "cleaning.xml"
        self.cli("import", "templates", model, network=path)
        clause = self.query(path, "SELECT clause FROM clause_use ORDER BY id LIMIT 1")[0][0]
        text = self.query(path, "SELECT text FROM clause WHERE id=?1", clause)[0][0]
        changed = text.replace("<d:heading>", "<d:heading>Autre ", 1)
        self.cli("set", "clause", clause, f"title={TITLE}", f"text={changed}", network=path)
        with self.program(str(path), size=(1200, 900)) as program:
            program.find("label", "Library").click()
            program.find("label", "Clauses").click()
            program.find("label", TITLE).click()
            program.find("push button", "Wording")
            program.find("push button", "Edit the Text").click(button=5, times=40)  # the wheel
            program.find("push button", "Wording").click()
            program.find("label", re.compile("^Autre "))
            program.find("push button", "Keep the Older Wording Here").activate()
            program.wait_until(
                lambda: self.query(path, "SELECT kept FROM clause_use WHERE clause=?1", clause)[0][0]
                == 1,
                "the older wording kept",
            )
            program.find("label", re.compile("keeps the wording 1$"))


if __name__ == "__main__":
    harness.main()
