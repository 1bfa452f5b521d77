#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a clause is written in its window, by the keyboard, and saved."""

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


if __name__ == "__main__":
    harness.main()
