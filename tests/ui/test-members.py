#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Members are added from the directory, changed in place and taken back, with keys alone."""

import re

import harness


class Members(harness.TestCase):
    def emails(self, path):
        return [row[0] for row in self.query(path, "SELECT email FROM body WHERE name='Lille'")]

    def test_add_edit_undo(self):
        path = self.empty()
        with self.program(path) as program:
            program.find("label", "No Members Yet")
            program.find("push button", "Add a Member").click()
            program.find("text", "Name of the new member")
            program.type("lill")
            program.find("label", re.compile("^Commune · Nord"))
            program.key("Return")
            program.wait_until(lambda: self.emails(path) == [None], "Lille in the file")
            email = program.find("list item", re.compile("^E-mail"))
            email.click()
            program.find("text", "E-mail")
            program.type("lille")
            program.key("Return")
            program.find("label", re.compile("is not right for “E-mail”"))
            program.type("@lille.example")
            program.key("Return")
            program.wait_until(lambda: self.emails(path) == ["lille@lille.example"], "the address")
            program.find("list item", "E-mail lille@lille.example")
            program.key("ctrl+z")
            program.wait_until(lambda: self.emails(path) == [None], "no address any more")
            program.key("ctrl+z")
            program.wait_until(lambda: self.emails(path) == [], "no Lille any more")
            program.find("label", "No Members Yet")

    def test_leave_a_list(self):
        """A list of codes that pops up is left for something else: nothing changes, nothing breaks."""
        path = self.sample()
        ask = "SELECT status FROM body WHERE name='Amiens'"
        before = self.query(path, ask)
        with self.program(path) as program:
            program.find("label", "Amiens").click()
            program.find("list item", re.compile("^Status Member")).click()
            program.find("combo box", "Status")
            program.key("Escape")
            program.find("push button", "Record Menu").click()
            program.find("menu item", "Show Empty Fields")
            program.key("Escape")
            program.find("list item", re.compile("^Status Member"))
        self.assertEqual(self.query(path, ask), before)

    def test_groups(self):
        path = self.empty()
        with self.program(path) as program:
            program.find("label", "No Members Yet")
            program.find("page tab", "Groups").click()
            program.find("label", "No Groups Yet")
            program.find("push button", "New Group").click()
            program.find("list item", re.compile("^Name New group")).click()
            program.find("text", "Name")
            program.key("ctrl+a")
            program.type("College of cities")
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, "SELECT name FROM member_group")
                == [("College of cities",)],
                "the name in the file",
            )

    def test_group_in_a_narrow_window(self):
        """One click opens, where there is room for one pane only."""
        with self.program(self.sample(), size=(360, 760)) as program:
            program.find("page tab", "Groups").click()
            program.find("label", "Services de l’État").click()
            program.find("push button", "Back to the List")
            program.find("list item", "Name Services de l’État")


if __name__ == "__main__":
    harness.main()
