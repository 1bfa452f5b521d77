#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The territory tells where the members are, and leads to those of a département."""

import harness


class Territory(harness.TestCase):
    def test_departement_leads_to_its_members(self):
        with self.program(self.sample()) as program:
            program.find("label", "Aisne")
            program.find("page tab", "Territory").click()
            program.find("label", "Nord").click()
            program.find("label", "Armentières")
            program.wait_gone("label", "Amiens")

    def test_empty_network(self):
        with self.program(self.empty()) as program:
            program.find("page tab", "Territory").click()
            program.find("label", "Nobody on the Map Yet")


if __name__ == "__main__":
    harness.main()
