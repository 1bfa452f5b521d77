#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the check: a network says its own threshold; lots and codes of the purchase are typed."""

import re

import harness

MODEL = "Papier, enveloppes et travaux d’impression"


class Thresholds(harness.TestCase):
    def open_check(self, program, path):
        program.find("label", "Library").click()
        program.find("push button", "Bring the Model Tenders That Come with Maillage").click()
        program.wait_until(
            lambda: self.query(path, "SELECT count(*) FROM template")[0][0] >= 6, "the model tenders"
        )
        program.find("label", MODEL).click()
        program.find("label", re.compile("^Not met: 0 "))
        program.find("text", "Launch on").write("2026-11-23")
        program.find("text", "Value in euros").write("50000")

    def test_say_one(self):
        path = self.empty()
        with self.program(path, size=(1280, 900)) as program:
            self.open_check(program, path)
            program.find("push button", "Check Menu").click()
            program.find("menu item", "Thresholds…").activate()
            program.find("label", "Shipped")
            program.find("label", "Add a Threshold").click()
            program.find("text", "Amount (EUR excl. tax)").write("10 000")
            program.find("text", "From (day/month/year)").write("01/01/2026")
            program.find("text", "Source").write("Délibération")
            program.find("push button", "Add").activate()
            program.wait_until(
                lambda: self.query(path, "SELECT name, amount, from_on FROM threshold")
                == [("eu", 10000.0, "2026-01-01")],
                "the threshold",
            )
            program.find("label", re.compile("^10.?000.00 € from .* · Délibération$"))
            program.key("Escape")
        self.cli("undo", network=path)
        self.assertEqual(self.query(path, "SELECT amount FROM threshold"), [])

    def test_lots_and_codes(self):
        path = self.empty()
        with self.program(path, size=(1280, 900)) as program:
            self.open_check(program, path)
            program.find("label", "More about the purchase").click()
            program.find("text", "Number of lots").write("0")
            program.find("label", re.compile("^“0”: a number of lots is expected"))
            program.find("text", "Number of lots").write("3")
            program.wait_gone("label", re.compile("^“0”: a number of lots is expected"))
            program.find("text", "CPV codes, with commas between them").write("301")
            program.find("label", re.compile("^“301”: a code of eight digits is expected"))
            program.find("text", "CPV codes, with commas between them").write("30197630-1, 22000000")
            program.wait_gone("label", re.compile("^“301”: "))


if __name__ == "__main__":
    harness.main()
