#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers are keyed in from paper by keys alone and corrected; hands are counted at the end of a meeting."""

import json
import re

import harness


class Answers(harness.TestCase):
    def count(self, path, table):
        return self.query(path, f"SELECT count(*) FROM {table}")[0][0]

    def test_correct_a_sheet(self):
        """Sheets are keyed one after the other without waiting; one is called back and corrected."""
        path = self.sample()
        # Those who have not answered, each told by its whole name, of letters that xdotool never loses.
        first, second, third = [
            row[0]
            for row in self.query(
                path, "SELECT name FROM body WHERE status='member' AND id NOT IN"
                " (SELECT body FROM answer WHERE body IS NOT NULL) AND name NOT GLOB '*[^ -~]*'"
                " ORDER BY length(name) DESC, name LIMIT 3"
            )
        ]  # fmt: skip
        asked = ("SELECT b.name, q.code, l.value FROM answer_line l JOIN answer a ON a.id=l.answer"
                 " JOIN question q ON q.id=l.question LEFT JOIN body b ON b.id=a.body"
                 " LEFT JOIN question_option o ON o.id=l.option"
                 " WHERE b.name IN (?,?,?) AND (o.position=1 OR o.id IS NULL)"
                 " ORDER BY b.name, q.code")  # fmt: skip
        expected = lambda room: sorted(
            [(first, "Q1", 1.0), (first, "Q3", room), (second, "Q1", 1.0), (second, "Q3", 1.0),
             (third, "Q1", 1.0), (third, "Q3", 1.0)]
        )  # fmt: skip
        before = self.count(path, "answer")
        with self.program(path, size=(1280, 980)) as program:
            program.find("label", "Aisne")
            program.find("list item", re.compile("^Themes")).click()
            program.find("page tab", "Questionnaires").click()
            program.find("label", "Choix des thèmes de travail").click()
            program.find("page tab", "Answers").click()
            program.find("text", re.compile("Body|name")).click()
            for body in (first, second, third):
                for words in (body, "1 2", "", "y"):
                    if words:
                        program.type(words)
                    program.key("Return")
            program.wait_until(lambda: self.query(path, asked, first, second, third) == expected(1.0),
                               "three sheets")  # fmt: skip
            program.type(first)
            program.key("Return")
            program.find("label", re.compile("^They answered already"))
            program.key("Return", "Return")
            program.key("ctrl+a")
            program.type("n")
            program.key("Return")
            program.wait_until(lambda: self.query(path, asked, first, second, third) == expected(0.0),
                               "the corrected sheet")  # fmt: skip
            # A name that nobody has is kept as it is written.
            program.type("Personne d'ici")
            program.key("Return")
            program.find("label", re.compile("is not in the list"))
            program.type("2")
            program.key("Return", "Return", "Return")
            program.wait_until(
                lambda: self.query(path, "SELECT respondent FROM answer WHERE respondent IS NOT NULL"),
                "a name that is not in the list",
            )
        self.assertEqual(self.count(path, "answer"), before + 4)

    def test_hands(self):
        """Hands are counted at the end of a meeting, shown again, and counted with the answers."""
        path = self.sample()
        title = self.query(path, "SELECT title FROM meeting ORDER BY length(title) LIMIT 1")[0][0]
        asked = ("SELECT h.hands, m.title FROM hand_count h JOIN question_option o ON o.id=h.option"
                 " LEFT JOIN meeting m ON m.id=h.meeting ORDER BY o.position")  # fmt: skip
        with self.program(path, size=(1280, 990)) as program:
            program.find("label", "Aisne")
            program.find("list item", re.compile("^Themes")).click()
            program.find("page tab", "Questionnaires").click()
            program.find("label", "Choix des thèmes de travail").click()
            program.find("page tab", "Answers").click()
            program.find("label", "Show of Hands").click()
            program.find("text", re.compile("^Qu’attendez-vous")).click()
            program.type("12 3 - 5")
            program.key("Return")
            program.wait_until(lambda: len(self.query(path, asked)) == 3, "three counts")
            program.find("label", "20 hands counted")
            program.find("text", "Meeting").click()
            program.type(title)
            program.find("label", title)
            program.settle(lambda: program.describe())
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, asked) == [(12, title), (3, title), (5, title)], "the meeting"
            )
            program.find("label", re.compile("^20 hands counted at"))
            program.find("page tab", "Results").click()
            program.find("label", re.compile("18 answers counted"))
        tally = json.loads(
            self.cli("--json", "tally", "Choix des thèmes de travail", "--question", "Q2", network=path)
        )
        self.assertEqual(tally["hands"], 20)


if __name__ == "__main__":
    harness.main()
