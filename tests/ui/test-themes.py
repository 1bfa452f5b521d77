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

    def test_work_ends_with_its_restitution(self):
        """The steps of a theme are ticked one by one; the last, the restitution, delivers the theme."""
        path = self.sample()
        self.cli("theme", "start", "Mobilier", "--day", "2027-01-04", network=path)
        steps = [
            row[0]
            for row in self.query(
                path, "SELECT s.title FROM theme_step s JOIN theme t ON t.id=s.theme"
                " WHERE t.title='Mobilier' ORDER BY s.position"
            )
        ]  # fmt: skip
        self.assertEqual(len(steps), 6)
        state = lambda: self.query(path, "SELECT state FROM theme WHERE title='Mobilier'")
        with self.program(path, size=(1280, 990)) as program:
            program.find("label", "Aisne")
            program.find("list item", re.compile("^Themes")).click()
            program.find("page tab", "Questionnaires")
            self.open_row(program, "Mobilier", "mobilier", "theme")
            program.find("label", "0 of 6 steps done")
            for n, step in enumerate(steps, 1):
                self.assertEqual(state(), [("in-work",)])
                program.reveal("check box", f"Done: {step}").click()
                program.find("label", f"{n} of 6 steps done")
            program.wait_until(lambda: state() == [("delivered",)], "a theme that is delivered")
            program.reveal("label", "Delivered")
            program.key("ctrl+z")
            program.wait_until(lambda: state() == [("in-work",)], "a theme in work again")
            program.find("label", "5 of 6 steps done")

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

    def open_row(self, program, title, words, kind):
        """A row of the page opened from the list on the left."""
        program.key("ctrl+f")
        program.type(words)
        program.find("label", re.compile(f"^1 {kind}"))
        self.find_in_list(program, title).click()

    def test_objective_of_a_theme(self):
        """The objective that a theme serves is chosen where the theme is read, by a part of its name."""
        path, objective = self.sample(), "Structurer des filières"
        served = "SELECT o.title FROM theme t JOIN objective o ON o.id=t.objective WHERE t.title='Mobilier'"
        with self.program(path) as program:
            program.find("label", "Aisne")
            program.find("list item", re.compile("^Themes")).click()
            program.find("page tab", "Questionnaires")
            self.open_row(program, "Mobilier", "mobilier", "theme")
            program.reveal("label", "Objective").click()
            program.find("text", "Objective")
            program.type("structurer")
            program.find("label", objective)
            program.settle(program.describe)
            program.key("Return")
            program.wait_until(lambda: self.query(path, served) == [(objective,)], "the objective")
            program.find("label", objective)
            program.key("ctrl+z")
            program.wait_until(lambda: self.query(path, served) == [], "no objective again")

    def test_sections(self):
        """A questionnaire gets two sections; a question goes into the one, and a new name is written."""
        path = self.sample()
        self.cli("add", "questionnaire", "title=Bilan", "purpose=free", network=path)
        [(form,)] = self.query(path, "SELECT id FROM questionnaire WHERE title='Bilan'")
        self.cli("add", "question", f"questionnaire={form}", "type=text", "text=Et ensuite", network=path)
        ask = f"SELECT title FROM questionnaire_section WHERE questionnaire={form} ORDER BY position"
        where = (
            "SELECT s.title FROM question q JOIN questionnaire_section s ON s.id=q.section"
            f" WHERE q.questionnaire={form}"
        )
        with self.program(path) as program:
            program.find("label", "Aisne")
            program.find("list item", re.compile("^Themes")).click()
            program.find("page tab", "Questionnaires").click()
            program.find("label", "Bilan").click()
            program.reveal("text", "New section").click()
            for titles in (["Besoins"], ["Besoins", "La suite"]):
                program.type(titles[-1])
                program.key("Return")
                program.wait_until(lambda: self.query(path, ask) == [(t,) for t in titles], titles[-1])
            program.find("text", "Section 2")
            program.reveal("label", "Et ensuite").click()
            program.reveal("label", "Section").click()
            program.find("label", "La suite").click()
            program.wait_until(lambda: self.query(path, where) == [("La suite",)], "the section")
            program.reveal("text", "Section 2").click()
            program.key("ctrl+a")
            program.type("La suite du programme")
            program.key("Return")
            program.wait_until(lambda: self.query(path, where) == [("La suite du programme",)], "its name")
        page = self.folder / "form.html"
        self.cli("export", "questionnaire", "Bilan", page, network=path)
        self.assertIn("La suite du programme", page.read_text(encoding="utf-8"))

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
