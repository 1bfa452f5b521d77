#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model tenders against the rules: each keeps them."""

import itertools
import subprocess
import unittest

from tender_case import CLI, DATA, DONE, TENDERS, TenderCase

AMBITIONS = ("base", "good", "exemplary")

# What a person must still judge, and why the model cannot settle it: for every tender, then for one.
TO_CHECK = {
    "*": {"LAB-02": "EMAS and ISO 14001 prove a capacity; whether such a label may be required is judged"},
    "it": {"LCC-01": "whether each item of the life-cycle cost is one that the code admits is judged"},
    "catering": {"EGA-02": "the share of meat and fish depends on whether the restaurant is the State's"},
    "building-works": {"THR-02": "only the buyer knows where the notice of an adapted procedure is published"},
    "vehicles": {
        "LCC-01": "the buyer judges each cost that is counted over the life of a vehicle",
        "VEH-01": "only the buyer knows its fleet, over which the share is counted each year",
    },
}


class Tenders(TenderCase):
    def test_there_are_tenders(self):
        self.assertLessEqual({"cleaning", "office-supplies", "paper-printing"}, set(TENDERS))
        self.assertEqual(len(TENDERS), 10)

    def test_each_is_valid(self):
        paths = [DATA / "templates" / f"{name}.xml" for name in TENDERS]
        result = subprocess.run([CLI, "validate", *paths], capture_output=True, text=True)
        self.assertEqual(result.returncode, DONE, result.stdout + result.stderr)

    def test_each_keeps_the_rules(self):
        for name, ambition in itertools.product(TENDERS, AMBITIONS):
            for value, procedure in self.values(name):
                with self.subTest(name, ambition=ambition, value=value):
                    found = self.check(name, name, value, procedure, ambition).values()
                    not_met = [rule["id"] for rule in found if rule["outcome"] == "not-met"]
                    open_ones = {rule["id"] for rule in found if rule["outcome"] == "to-check"}
                    self.assertEqual(not_met, [])
                    self.assertLessEqual(open_ones, {*TO_CHECK["*"], *TO_CHECK.get(name, {})})
                    self.assertGreaterEqual(sum(rule["outcome"] == "met" for rule in found), 20)

    def test_the_publications_that_each_proposes(self):
        """An environmental and a social consideration in each, in the words of the open data."""
        for name in TENDERS:
            with self.subTest(name):
                result = subprocess.run(
                    [CLI, "check", name, "--json", "--date=2026-11-23"], capture_output=True, text=True
                )
                text = result.stdout
                self.assertIn("Critère environnemental", text)
                self.assertIn("Clause environnementale", text)
                self.assertIn("Clause sociale", text)


if __name__ == "__main__":
    unittest.main()
