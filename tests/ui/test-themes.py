#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Themes are chosen together: a questionnaire is made, answered from paper and from a file, counted, and
the group of a theme is made."""

import json
import re

import harness

THEMES = [
    "Nettoyage des locaux",
    "Mobilier",
    "Papier",
    "Restauration collective",
    "Impression et reprographie",
    "Fournitures de bureau",
    "Livraisons et logistique",
    "Espaces verts",
    "Entretien du linge",
    "Objets promotionnels",
    "Produits pour la petite enfance",
    "Formation",
]
QUESTION = "What first"


class Themes(harness.TestCase):
    def count(self, path, table):
        return self.query(path, f"SELECT count(*) FROM {table}")[0][0]

    def state(self, path):
        return self.query(path, "SELECT state FROM questionnaire WHERE title='Vote'")

    def make_questionnaire(self, program, path):
        program.find("label", "Aisne")
        program.find("list item", re.compile("^Themes")).click()
        program.find("page tab", "Questionnaires").click()
        program.find("label", "Choix des thèmes de travail")
        program.find("push button", "New Questionnaire").click()
        program.find("text", "Title")
        program.type("Vote")
        program.key("Return")
        program.find("label", re.compile("^No question yet"))
        program.find("text", "New question").click()
        program.type(QUESTION)
        program.key("Return")
        program.find("label", QUESTION).click()
        program.find("text", re.compile("^New options")).click()
        for i, title in enumerate(THEMES, 1):
            program.type(f"{i}. {title}")
            program.key("Return")
        # What was typed is what a person has on the clipboard from elsewhere.
        program.key("ctrl+a", "ctrl+x", "ctrl+v", "ctrl+Return")
        self.wait_for_options(program, path)
        program.find("push button", "Open").click()
        program.wait_until(lambda: self.state(path) == [("open",)], "an open questionnaire")

    def wait_for_options(self, program, path):
        asked = "SELECT o.label, o.theme FROM question_option o JOIN question q ON q.id=o.question WHERE q.text=?"
        program.wait_until(
            lambda: {row[0] for row in self.query(path, asked, QUESTION)} == set(THEMES),
            "twelve options",
        )
        theme = self.query(path, "SELECT id FROM theme WHERE title='Papier'")[0][0]
        self.assertIn(("Papier", theme), self.query(path, asked, QUESTION))

    def bodies(self, path):
        return [
            row[0]
            for row in self.query(
                path, "SELECT name FROM body WHERE status='member' ORDER BY length(name), name"
            )
        ]

    def key_in(self, program, path, bodies):
        program.find("page tab", "Answers").click()
        program.find("text", re.compile("Body|name")).click()
        before = self.count(path, "answer")
        for n, body in enumerate(bodies, 1):
            program.type(body)
            program.find("label", re.compile(re.escape(body)))
            program.settle(lambda: program.describe())
            program.key("Return")
            program.settle(lambda: program.describe())
            program.type("3 1=5 2")
            program.key("Return")
            program.wait_until(
                lambda: self.count(path, "answer") == before + n, f"the answer of {body}"
            )
            program.find("label", re.compile("is saved"))

    def import_answers(self, program, path, bodies):
        table = self.folder / "answers.csv"
        rows = [f"{body};Papier > Mobilier" for body in bodies]
        table.write_text("\n".join(["Organisme;Q1", *rows]) + "\n", encoding="utf-8")
        before = self.count(path, "answer")
        program.find("push button", "Import…").click()
        program.choose_file(table)
        program.find("label", re.compile(f"Read: {len(bodies)}; added: {len(bodies)}"))
        self.assertEqual(self.count(path, "answer"), before)
        program.find("push button", "Import").click()
        program.wait_until(
            lambda: self.count(path, "answer") == before + len(bodies), "the answers of the file"
        )

    def find_in_list(self, program, title):
        """The row of the list on the left: results elsewhere name the same."""
        return program.wait(
            lambda: next(
                (n for n in program.find_all("label", title) if n.extents and n.extents[0] < 600), None
            ),
            f"“{title}” in the list",
        )

    def test_from_questionnaire_to_group(self):
        path = self.sample()
        bodies = self.bodies(path)
        with self.program(path) as program:
            self.make_questionnaire(program, path)
            self.key_in(program, path, bodies[:5])
            self.import_answers(program, path, bodies[5:15])
            program.find("page tab", "Results").click()
            program.find("label", "15 answers counted")
            program.find("label", re.compile("^The result.*Papier"))
            program.find("image", re.compile("^Bar chart, Borda count: Papier [0-9]+"))
            program.find("image", re.compile("^Bar chart by group. Borda count.*First, .*: Papier [0-9]"))
            program.find("page tab", "Themes").click()
            program.find("label", "Themes")
            program.key("ctrl+f")
            program.type("papier")
            program.find("label", "1 theme")
            self.find_in_list(program, "Papier").click()
            program.find("push button", "Create the Working Group").click()
            program.find("label", "0 of 6 steps done")
        tally = json.loads(self.cli("--json", "tally", "Vote", network=path))
        self.assertEqual(tally["ballots"], 15)
        progress = self.cli("theme", "progress", "Papier", network=path)
        self.assertIn("0/6", progress)

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

    def test_printed_form(self):
        """The form is looked at as it would be printed, and saved from there."""
        path, form = self.sample(), self.folder / "form.pdf"
        with self.program(path) as program:
            program.find("label", "Aisne")
            program.find("list item", re.compile("^Themes")).click()
            program.find("page tab", "Questionnaires").click()
            program.find("label", "Choix des thèmes de travail").click()
            program.find("page tab", "Results")
            program.find("push button", "Record Menu").click()
            program.find("menu item", "Preview the Form").click()
            program.find("image", re.compile("^Page 1 of"))
            program.find("push button", "Save…").click()
            program.choose_file(form)
            program.wait_until(lambda: form.exists() and form.stat().st_size > 0, "the form")
            program.wait_until(lambda: len(program.top_windows()) == 2, "the chooser closed")
            program.key("Escape")
            program.wait_gone("image", re.compile("^Page 1 of"))
        self.assertEqual(form.read_bytes()[:5], b"%PDF-")

    def test_usual_themes(self):
        path = self.empty()
        with self.program(path) as program:
            program.find("list item", re.compile("^Themes")).click()
            program.find("label", "No Themes Yet")
            program.find("push button", "Add the Usual Themes").click()
            program.wait_until(lambda: self.count(path, "theme") >= 30, "the usual themes")
            program.key("ctrl+z")
            program.wait_until(lambda: self.count(path, "theme") == 0, "no theme any more")


if __name__ == "__main__":
    harness.main()
