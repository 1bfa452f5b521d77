#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview and the network's card."""

import datetime
import re

import harness


def named(text):
    """GTK 4.8 names a button by its label with the mnemonic, then without."""
    return re.compile(re.escape(text) + "$")


def day(n):
    """So many days from today: what comes next and what is late is told from the day of the test."""
    return (datetime.date.today() + datetime.timedelta(n)).isoformat()


class Overview(harness.TestCase):
    def wait_for_members(self, program):
        program.wait_until(lambda: program.find("list item", "Members").has("selected"))

    def test_figures_lead_to_their_place(self):
        path = self.sample()
        [(members,)] = self.query(path, "SELECT count(*) FROM body WHERE status='member'")
        with self.program(path) as program:
            program.find("list item", "Overview").click()
            program.find("label", str(members))
            program.find("label", re.compile(r"members without an e-mail address$")).click()
            program.find("label", "Aisne").click()
            self.wait_for_members(program)

    def test_bodies_without_a_status(self):
        path = self.empty()
        self.cli("add", "body", "name=Lille", network=path)
        with self.program(path) as program:
            program.find("list item", "Overview").click()
            program.find("label", "1 body without a status").click()
            program.find("label", "Lille").click()
            self.wait_for_members(program)

    def test_meetings(self):
        """The next meeting and what it lacks, and the actions that are late."""
        path = self.sample()
        meeting = "Réunion de lancement du réseau élargi"
        soon, before = day(10), day(-1)
        self.cli("set", "meeting", meeting, f"starts={soon}T09:30", f"ends={soon}T12:30", "place=",
                 network=path)  # fmt: skip
        self.cli("add", "action", f"meeting={meeting}", "text=Réserver une salle",
                 f"due_on={before}", network=path)  # fmt: skip
        with self.program(path) as program:
            program.find("list item", "Overview").click()
            program.find("label", "Next Meeting")
            program.find("label", re.compile("that it lacks$")).click()
            program.find("label", re.compile("place"))
            program.find("label", re.compile("late$")).click()
            program.find("label", "Réserver une salle").click()
            program.wait_until(lambda: program.find("list item", "Meetings").has("selected"))

    def test_empty(self):
        with self.program(self.empty()) as program:
            program.find("list item", "Overview").click()
            program.find("push button", named("Go to the Members")).click()
            self.wait_for_members(program)


class Network(harness.TestCase):
    def test_perimeter_and_fields(self):
        path = self.sample()
        with self.program(path) as program:
            program.find("list item", "Network").click()
            program.find("push button", named("Add a Territory")).click()
            program.type("normandie")
            program.key("Return")
            program.find("push button", named("Remove Normandie"))
            program.wait_until(
                lambda: self.query(path, "SELECT perimeter FROM network") == [("FRD FRE1 FRE2",)]
            )
            program.key("ctrl+z")
            program.wait_gone("push button", named("Remove Normandie"))
            program.reveal("push button", named("Add a Field")).click()
            program.find("label", "New field")
            self.assertEqual(
                self.query(path, "SELECT name, kind, type FROM custom_field"),
                [("New field", "body", "text")],
            )

    def test_objectives(self):
        path = self.sample()
        first = "Créer une culture commune"
        second = "Apporter une aide technique et juridique opérationnelle"
        with self.program(path) as program:
            program.find("list item", "Network").click()
            program.find("push button", named("Move Down")).click()
            program.wait_until(lambda: self.objectives(path, "common")[:2] == [second, first])
            program.key("ctrl+z")
            program.wait_until(lambda: self.objectives(path, "common")[:2] == [first, second])
            program.find("push button", named("Delete the Objective")).click()
            program.wait_until(lambda: self.objectives(path, "common")[0] == second)
            program.find("push button", named("Add an Objective")).click()
            program.find("label", "New objective")
            self.assertEqual(self.objectives(path, "common")[-1], "New objective")
            program.find_all("push button", named("Add an Objective"))[1].activate()
            program.wait_until(lambda: len(self.objectives(path, "side")) == 4)
            program.wait_until(lambda: len(program.find_all("label", "New objective")) == 2)

    def objectives(self, path, kind):
        rows = self.query(
            path, "SELECT title FROM objective WHERE type=? ORDER BY position", kind
        )
        return [title for title, in rows]


if __name__ == "__main__":
    harness.main()
