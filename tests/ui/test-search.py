#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network opens with its members, and typing finds them."""

import harness


class Search(harness.TestCase):
    def test_words_find_members(self):
        with self.program(self.sample()) as program:
            program.find("label", "Aisne")
            program.key("ctrl+f")
            program.type("metropole europeenne")
            program.find("label", "Métropole Européenne de Lille")
            program.wait_gone("label", "Aisne")
            program.find("entry", "Search members").write("")
            program.find("label", "Aisne")

    def test_last_file_opens_again(self):
        home = self.folder / "home"
        home.mkdir()
        with self.program(self.sample(), home=home) as program:
            program.find("label", "Aisne")
        with self.program(home=home) as program:
            program.find("label", "Aisne")

    def test_french(self):
        with self.program(self.sample(), language="fr_FR.UTF-8") as program:
            program.find("list item", "Membres")


if __name__ == "__main__":
    harness.main()
