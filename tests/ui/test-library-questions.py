#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft is answered question after question, by the keyboard alone, in the order of the template."""

import re

import harness

SHIPPED = harness.BUILD / "data/templates"
MODEL = "Fournitures de bureau"


class Questions(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.network = self.empty()
        self.cli("import", "templates", SHIPPED / "office-supplies.xml", network=self.network)

    def answers(self):
        return self.query(self.network, "SELECT answers FROM draft")[0][0] or ""

    def draft(self, program):
        program.find("label", "Library").click()
        program.find("label", MODEL).click()
        program.find("label", "Award criteria")
        program.find("push button", "Draft from It").click()
        program.wait_until(lambda: self.query(self.network, "SELECT id FROM draft"), "a draft")
        program.find("push button", "One by One").click()

    def number(self, program):
        """Which question is asked, and how many there are."""
        label = program.find("label", re.compile("^Question [0-9]+ of [0-9]+$"))
        return [int(word) for word in re.findall("[0-9]+", label.name)]

    def wait_number(self, program, number):
        program.wait_until(lambda: self.number(program)[0] == number, f"question {number}")

    def test_one_after_another(self):
        with self.program(self.network, size=(1280, 900)) as program:
            self.draft(program)
            self.wait_number(program, 1)
            program.find("push button", "Skip")
            program.find("label", re.compile("^The answer stands in “.+"))
            program.find("text", "L’acheteur")
            program.wait_gone("text", "Adresse de l’acheteur")

            program.find("text", "L’acheteur").write("Ville d’Essai")
            program.find("push button", "Next")
            program.key("Return")
            self.wait_number(program, 2)
            program.wait_until(lambda: "Ville d’Essai" in self.answers(), "the answer")

            program.type("Service achats")
            program.key("ctrl+Return")
            self.wait_number(program, 3)
            program.wait_until(lambda: "Service achats" in self.answers(), "the second answer")
            program.key("ctrl+shift+Return")
            self.wait_number(program, 2)

    def test_skip_and_come_back(self):
        with self.program(self.network, size=(1280, 900)) as program:
            self.draft(program)
            self.wait_number(program, 1)
            program.find("push button", "Skip").click()
            self.wait_number(program, 2)
            program.key("alt+m")
            self.wait_number(program, 1)
            self.assertEqual(self.answers().count("<answer"), 0)

    def test_the_whole_way(self):
        with self.program(self.network, size=(1280, 900)) as program:
            self.draft(program)
            number, count = self.number(program)
            asked = self.query(self.network, "SELECT content FROM draft")[0][0].count("<field ")
            self.assertLessEqual(count, asked)
            for step in range(number + 1, count + 1):
                program.key("ctrl+Return")
                self.wait_number(program, step)
            program.key("ctrl+Return")
            self.assertEqual(self.number(program), [count, count])


if __name__ == "__main__":
    harness.main()
