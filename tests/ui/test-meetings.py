#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kick-off meeting is prepared with mouse and keys: its kind, its agenda, its people, its replies."""

import json
import re

import harness


class Meetings(harness.TestCase):
    def go(self, program):
        program.settle(program.describe)
        program.find("list item", re.compile("^Meetings")).click()

    def reveal(self, program, role, name):
        """Turns the wheel over the meeting until something is in sight."""
        node = program.find(role, name)
        program.xdotool("mousemove", program.size[0] - 30, 500)
        for _ in range(60):
            program.settle(lambda: node.extents)
            middle = node.extents[1] + node.extents[3] / 2
            if 165 < middle < program.size[1] - 60:
                return node
            program.xdotool("click", 5 if middle > 500 else 4)
        raise harness.Missing(f"{node} does not come in sight")

    def add_kick_off(self, program):
        """With keys alone: the second kind of the list, and what is written in each entry."""
        program.find("push button", "New Meeting").click()
        program.find("text", "Title")
        program.key("space")
        program.find("label", "Supplier hearing")
        program.key("Down", "Return")
        program.find("label", re.compile(r"^With the usual agenda \(\d items"))
        for words in ("Kick-off of the network", "10/12/2026", "9h30", "12h30"):
            program.key("Tab")
            program.type(words)
        program.key("Return")
        program.find("label", re.compile("^Thursday 10 December 2026, 09:30 – 12:30"))
        program.find("label", "Kick-off meeting · Draft")

    def test_prepare(self):
        path = self.sample()
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.go(program)
            self.add_kick_off(program)
            ask = "SELECT id FROM meeting WHERE title='Kick-off of the network'"
            meeting = program.wait_until(lambda: self.query(path, ask), "the meeting")[0][0]
            self.agenda(program, path, meeting)
            self.people(program, path, meeting)
        told = json.loads(self.cli("meeting", "count", str(meeting), "--json", network=path))
        self.assertEqual((told["yes"], told["no"]), (1, 1))

    def agenda(self, program, path, meeting):
        ask = f"SELECT title FROM agenda_item WHERE meeting={meeting} ORDER BY position, id"
        usual = self.query(path, ask)
        self.assertGreaterEqual(len(usual), 5)
        self.reveal(program, "text", "Add an item to the agenda").click()
        program.type("Lunch")
        program.key("Return")
        program.wait_until(lambda: self.query(path, ask) == usual + [("Lunch",)], "the item")
        self.reveal(program, "label", "Lunch").click()
        program.key("alt+Up")
        moved = usual[:-1] + [("Lunch",)] + usual[-1:]
        program.wait_until(lambda: self.query(path, ask) == moved, "the item moved up")
        program.key("alt+Up")
        moved = usual[:-2] + [("Lunch",)] + usual[-2:]
        program.wait_until(lambda: self.query(path, ask) == moved, "the item moved up again")
        program.key("ctrl+z", "ctrl+z")
        program.wait_until(lambda: self.query(path, ask) == usual + [("Lunch",)], "both undone")

    def people(self, program, path, meeting):
        ask = f"SELECT count(*), count(reply) FROM invitation WHERE meeting={meeting}"
        self.reveal(program, "label", "Invite").click()
        self.reveal(program, "push button", "Invite All of These").click()
        program.wait_until(lambda: self.query(path, ask)[0][0] > 20, "the members invited")
        self.reveal(program, "push button", "Convene").click()
        state = f"SELECT state FROM meeting WHERE id={meeting}"
        program.wait_until(lambda: self.query(path, state) == [("convened",)], "the meeting convened")
        invitees = program.find("list", "Invitees")
        self.reveal(program, "label", re.compile("^In the list, a letter"))
        next(node for node in invitees.walk() if node.role == "label").click()
        program.key("y")
        program.wait_until(lambda: self.query(path, ask)[0][1] == 1, "a reply")
        program.key("Down", "n")
        program.wait_until(lambda: self.query(path, ask)[0][1] == 2, "another reply")
        replies = f"SELECT reply FROM invitation WHERE meeting={meeting} AND reply IS NOT NULL"
        self.assertEqual(sorted(self.query(path, replies)), [("no",), ("yes",)])


if __name__ == "__main__":
    harness.main()
