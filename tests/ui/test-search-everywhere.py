#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search from anywhere, and the history of what was done."""

import re

import harness


class SearchEverywhere(harness.TestCase):
    def test_results_as_one_types(self):
        with self.program(self.sample()) as program:
            program.find("list item", "Members")
            program.key("ctrl+k")
            program.type("metropole euro")
            program.find("label", "Métropole Européenne de Lille")
            program.key("ctrl+a")
            program.type("zzzz")
            program.find("label", "Nothing in the network has these words.")
            program.key("Escape")
            program.wait_gone("label", "Nothing in the network has these words.")


class History(harness.TestCase):
    def test_go_back_and_forth(self):
        path = self.sample()
        bodies = "SELECT count(*) FROM body"
        [(before,)] = self.query(path, bodies)
        with self.program(path) as program:
            program.find("list item", "Members")
            program.key("ctrl+h")
            program.find("label", "You are here")
            program.find("label", re.compile("^Create ")).click()
            program.find("label", "Go Back to Here").click()
            program.wait_until(lambda: self.query(path, bodies) == [(0,)])
            program.find("label", "Undone")
            program.find("label", "Sample network").click()
            program.find("label", "Do Again up to Here").click()
            program.wait_until(lambda: self.query(path, bodies) == [(before,)])

    def test_fields(self):
        with self.program(self.sample()) as program:
            program.find("list item", "Members")
            program.key("ctrl+h")
            program.find("label", re.compile("^Create ")).click()
            program.find("label", re.compile("^Network “.*” added$"))


if __name__ == "__main__":
    harness.main()
