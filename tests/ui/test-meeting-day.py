#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day of a meeting, driven by the keyboard: it is started late, people come in, things are decided, and
the minutes are approved."""

import json
import re

import harness

KICK_OFF = "Réunion de lancement du réseau élargi"


class MeetingDay(harness.TestCase):
    def open_tab(self, program, meeting, tab):
        program.find("list item", "Meetings").click()
        program.find("label", meeting).click()
        program.find("page tab", tab).click()

    def find_last(self, program, role, name):
        """Each tab that was looked at has its own; the last tab's comes last."""
        return program.wait(lambda: program.find_all(role, name)[-1:], f"{role} {name.pattern}")[0]

    def attendances(self, path):
        return dict(
            self.query(
                path,
                "SELECT coalesce(attendance,''), count(*) FROM invitation AS i JOIN meeting AS m"
                " ON m.id=i.meeting WHERE m.title=? GROUP BY 1",
                KICK_OFF,
            )
        )

    def state(self, path):
        return self.query(path, "SELECT state FROM meeting WHERE title=?", KICK_OFF)[0][0]

    def items(self, path):
        return [
            row[0]
            for row in self.query(
                path,
                "SELECT a.state FROM agenda_item AS a JOIN meeting AS m ON m.id=a.meeting"
                " WHERE m.title=? ORDER BY position",
                KICK_OFF,
            )
        ]

    def test_day(self):
        path = self.sample()
        [(first,)] = self.query(
            path,
            "SELECT a.title FROM agenda_item AS a JOIN meeting AS m ON m.id=a.meeting"
            " WHERE m.title=? ORDER BY position LIMIT 1",
            KICK_OFF,
        )
        with self.program(path) as program:
            self.open_tab(program, KICK_OFF, "Hold")
            program.find("label", "The meeting has not begun")
            program.key("F5")
            program.wait_until(lambda: self.state(path) == "convened", "the meeting has begun")
            program.find("label", re.compile(r"^Item 1 of"))

            # Who is there: a name and Return; then one key each in the list.
            program.key("F9")
            program.type("lille")
            program.key("Return")
            program.wait_until(lambda: self.attendances(path).get("present") == 1, "somebody present")
            program.key("Down")
            program.key("e")
            program.wait_until(lambda: self.attendances(path).get("excused") == 1, "one excused")
            program.key("a")
            program.wait_until(lambda: self.attendances(path).get("absent") == 1, "the next absent")

            # A visitor nobody knows.
            program.key("F9")
            program.type("zoe visitor, Lens")
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, "SELECT visitor_name, visitor_body FROM invitation"
                                   " WHERE attendance='visitor'") == [("zoe visitor", "Lens")],
                "the visitor in the file",
            )  # fmt: skip

            # A decision and an action, on the item that is dealt with.
            program.key("F7")
            program.type("The network is created")
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, "SELECT o.type, a.title FROM outcome AS o JOIN agenda_item"
                                   " AS a ON a.id=o.item WHERE o.text='The network is created'")
                == [("decision", first)],
                "the decision in the file",
            )  # fmt: skip
            program.key("F8")
            program.type("Write the charter")
            program.key("Tab")
            program.type("The Region")
            program.key("Tab")
            program.type("soon")
            program.key("Return")
            program.find("label", re.compile("Due on"))
            program.key("ctrl+a")
            program.type("2027-01-15")
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, "SELECT who, due_on, state FROM outcome"
                                   " WHERE text='Write the charter'")
                == [("The Region", "2027-01-15", "open")],
                "the action in the file",
            )  # fmt: skip
            program.find("label", "Write the charter")

            # On to the next item, and over the whole screen and back.
            program.key("F3")
            program.wait_until(lambda: self.items(path)[0] == "closed", "the first item is closed")
            program.find("label", re.compile(r"^Item 2 of"))
            program.key("shift+F3")
            program.find("label", re.compile(r"^Item 1 of"))
            program.key("F3")
            program.key("F11")
            program.wait_until(lambda: len(program.top_windows()) == 2, "the whole screen")
            program.key("F3")
            program.find("label", re.compile(r"^Item 3 of"))
            program.key("Escape")
            program.wait_until(lambda: len(program.top_windows()) == 1, "the window again")

            # The end, and the minutes.
            program.key("shift+F5")
            program.wait_until(lambda: self.state(path) == "held", "the meeting is held")
            self.assertEqual(self.items(path)[:3], ["closed"] * 3)
            program.find("page tab", "Follow Up").click()
            self.find_last(program, "push button", re.compile("Approve the Minutes$")).click()
            program.wait_until(lambda: self.state(path) == "approved", "the minutes are approved")
        actions = json.loads(self.cli("--json", "meeting", "actions", network=path))
        self.assertIn("Write the charter", json.dumps(actions))
        decisions = json.loads(self.cli("--json", "meeting", "decisions", network=path))
        self.assertIn("The network is created", json.dumps(decisions))
        count = json.loads(self.cli("--json", "meeting", "count", KICK_OFF, network=path))
        self.assertIn('"visitors": 1', json.dumps(count))

    def test_goes_on(self):
        """The program ends in the middle of a meeting, as in a power cut, and goes on where it was."""
        path = self.sample()
        lapses = "SELECT count(*), count(ended), min(began) FROM item_lapse"
        with self.program(path) as program:
            self.open_tab(program, KICK_OFF, "Hold")
            program.find("label", "The meeting has not begun")
            program.key("F5")
            program.find("label", re.compile(r"^Item 1 of"))
            program.key("F3")
            program.find("label", re.compile(r"^Item 2 of"))
            program.wait_until(lambda: self.query(path, lapses)[0][:2] == (2, 1), "two lapses")
            began = self.query(path, lapses)[0][2]
            program.kill()
        with self.program(path) as program:
            self.open_tab(program, KICK_OFF, "Hold")
            program.find("label", re.compile(r"^Item 2 of"))
            program.find("label", re.compile(r"elapsed"))
            program.key("ctrl+z")
            program.find("label", re.compile(r"^Item 1 of"))
            self.assertEqual(self.items(path)[0], "open")
            program.key("F3", "F3")
            program.find("label", re.compile(r"^Item 3 of"))
            program.key("shift+F5")
            program.wait_until(lambda: self.state(path) == "held", "the meeting is held")
        self.assertEqual(self.query(path, lapses), [(3, 3, began)])

    def test_registers(self):
        """The actions of all meetings, late ones first; one is done, and the list is written."""
        path = self.sample()
        done = "SELECT state, done_on IS NOT NULL FROM outcome WHERE text LIKE 'Réserver une salle%'"
        out = self.folder / "actions.csv"
        with self.program(path) as program:
            program.find("list item", "Meetings").click()
            program.find("page tab", "Actions").click()
            program.find("label", "3 entries")
            program.find("label", "Réserver une salle pour les auditions").click()
            program.find("check box", "Done")  # its meeting is shown beside it
            self.find_last(program, "push button", re.compile("^List Menu$")).click()
            program.find("menu item", re.compile("Export the Actions…$")).click()
            program.choose_file(out)
            program.wait_until(out.exists, "the file")
            program.find("page tab", "Decisions").click()
            program.find("label", "3 entries")
        self.cli("set", "outcome", "Réserver une salle pour les auditions", "state=done", network=path)
        self.assertEqual(self.query(path, done), [("done", 1)])
        lines = out.read_text(encoding="utf-8-sig").splitlines()
        self.assertIn("Proposer une liste", lines[1])
        self.assertEqual(len(lines), 5)

    def test_follow_up(self):
        """Approved minutes are reopened with a reason, written item by item, and the next meeting is made."""
        path = self.sample()
        series = "SELECT number, substr(starts,1,10), state FROM meeting WHERE series IS NOT NULL"
        out = self.folder / "minutes.odt"
        with self.program(path) as program:
            self.open_tab(program, re.compile("auditions$"), "Follow Up")
            program.find("label", "Left Open by Earlier Meetings")
            program.find("label", re.compile("^Version")).click()
            program.find("label", re.compile("^Version 1, approved on"))
            program.find("label", "In force")
            self.find_last(program, "push button", re.compile("^Other States$")).click()
            program.find("menu item", re.compile("Reopen the Minutes")).click()
            program.find("text", "Reason for reopening")
            program.type("A name was wrong")
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, "SELECT reason FROM minutes_version WHERE reason IS NOT NULL")
                == [("A name was wrong",)],
                "the reason in the file",
            )
            program.find("label", re.compile("A name was wrong$"))
            program.find("label", "Write the Minutes as a Document…").click()
            program.choose_file(out)
            program.wait_until(out.exists, "the minutes")
            program.find("text", "Day of the next meeting").click()
            program.type("2027-01-12")
            program.key("Return")
            program.wait_until(
                lambda: (3, "2027-01-12", "draft") in self.query(path, series), "the next meeting"
            )
        self.assertEqual(self.cli("list", "meetings", network=path).count("préparation des auditions"), 2)


if __name__ == "__main__":
    harness.main()
