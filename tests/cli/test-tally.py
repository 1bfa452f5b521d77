#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program counts: known elections, and random ones against a slow count from definitions."""

import json
import os
import random
import subprocess
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

import slow_tally

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3
N_RANDOM = 150

# Tennessee chooses its capital: 42, 26, 15 and 17 voters of a hundred, by nearness. The usual example of
# a winner of all duels that first places do not find.
CAPITAL = """#/Candidates: Memphis ; Nashville ; Chattanooga ; Knoxville
Memphis > Nashville > Chattanooga > Knoxville * 42
Nashville > Chattanooga > Knoxville > Memphis * 26
Chattanooga > Knoxville > Nashville > Memphis * 15
Knoxville > Chattanooga > Nashville > Memphis * 17
"""
# Condorcet's circle: A before B before C before A, with majorities of different strength.
CIRCLE = "A > B > C * 7\nB > C > A * 6\nC > A > B * 5\n"
# The example of 45 voters in Markus Schulze's paper (Social Choice and Welfare 36, 2011), with its result.
FORTY_FIVE = """#/Candidates: A ; B ; C ; D ; E
A > C > B > E > D * 5
A > D > E > C > B * 5
B > E > D > A > C * 8
C > A > B > E > D * 3
C > A > E > B > D * 7
C > B > A > D > E * 2
D > C > E > B > A * 7
E > B > A > D > C * 8
"""


def sort_levels(ranking):
    return [sorted(level) for level in ranking]


class Tally(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_cli(self, status, *words):
        result = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True)
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        self.said = result.stderr
        return result.stdout

    def tally(self, name, text, *words):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return json.loads(self.run_cli(DONE, "tally", path, "--json", *words))

    def rankings(self, told):
        return {name: sort_levels(m["ranking"]) for name, m in told["methods"].items()}

    def test_capital(self):
        told = self.tally("capital.cvotes", CAPITAL)
        order = [["Nashville"], ["Chattanooga"], ["Knoxville"], ["Memphis"]]
        self.assertEqual(told["ballots"], 100)
        self.assertEqual(told["weight"], 100)
        self.assertEqual(told["condorcet_winner"], "Nashville")
        for method in ("schulze-winning", "schulze-margins", "ranked-pairs"):
            self.assertEqual(told["methods"][method]["ranking"], order, method)
        self.assertEqual(told["methods"]["borda"]["scores"],
                         {"Memphis": 126, "Nashville": 194, "Chattanooga": 173, "Knoxville": 107})
        self.assertEqual(told["methods"]["instant-runoff"]["ranking"][0], ["Knoxville"])
        self.assertEqual(told["methods"]["plurality"]["ranking"][0], ["Memphis"])
        self.assertEqual(told["pairwise"][1], [58, 0, 68, 68])
        self.assertIn("Nashville beats each other", told["dependence"])

    def test_forty_five(self):
        told = self.tally("schulze.cvotes", FORTY_FIVE)
        self.assertIsNone(told["condorcet_winner"])
        self.assertEqual(told["ballots"], 45)
        for method in ("schulze-winning", "schulze-margins"):
            self.assertEqual(told["methods"][method]["ranking"], [["E"], ["A"], ["C"], ["B"], ["D"]], method)
        self.assertEqual(dict(zip("ABCDE", told["pairwise"])),
                         {"A": [0, 20, 26, 30, 22], "B": [25, 0, 16, 33, 18], "C": [19, 29, 0, 17, 24],
                          "D": [15, 12, 28, 0, 14], "E": [23, 27, 21, 31, 0]})

    def test_circle(self):
        told = self.tally("circle.cvotes", CIRCLE)
        self.assertIsNone(told["condorcet_winner"])
        self.assertEqual(told["options"], ["A", "B", "C"])
        for method in ("schulze-winning", "schulze-margins", "ranked-pairs", "plurality"):
            self.assertEqual(told["methods"][method]["ranking"], [["A"], ["B"], ["C"]], method)
        self.assertIn("circle", told["dependence"])

    def test_perfect_tie(self):
        told = self.tally("tie.cvotes", "A > B > C\nB > C > A\nC > A > B\n")
        for method, ranking in self.rankings(told).items():
            self.assertEqual(ranking, [["A", "B", "C"]], method)

    def test_silent_and_last(self):
        text = "A * 3\nB > A * 2\nC > B * 2\n"
        last = self.tally("x.cvotes", text, "--unranked", "last")
        silent = self.tally("x.cvotes", text, "--unranked", "silent")
        self.assertEqual(last["pairwise"][0][1], 3)
        self.assertEqual(silent["pairwise"][0][1], 0)
        self.assertEqual(silent["unranked"], "silent")
        # What the file says holds when nothing else was asked.
        told = self.tally("y.cvotes", "#/Implicit Ranking: false\n" + text)
        self.assertEqual(told["pairwise"], silent["pairwise"])

    def test_weights_of_the_format(self):
        text = "A > B ^3\nB > A * 2 # two\nline, z || B > A\n"
        self.assertEqual(self.tally("x.cvotes", text)["pairwise"], [[0, 1], [3, 0]])
        told = self.tally("x.cvotes", "#/Weight Allowed: true\n" + text)
        self.assertEqual(told["pairwise"], [[0, 3], [3, 0]])
        self.assertEqual((told["ballots"], told["weight"]), (4, 6))

    def test_bad_ballots_are_told(self):
        told = self.tally("x.cvotes", "#/Candidates: A ; B\nA > C\nA > A\nB * x\nA > B\n")
        self.assertEqual(told["ballots"], 1)
        self.assertEqual([issue["line"] for issue in told["issues"]], [2, 3, 4])
        told = self.tally("x.csv", "A;B\n1;2\n2;0\nx;1\n")
        self.assertEqual(told["ballots"], 1)
        self.assertEqual([issue["line"] for issue in told["issues"]], [3, 4])

    def test_nothing_to_count(self):
        (self.folder / "x.cvotes").write_text("", encoding="utf-8")
        self.run_cli(FAILED, "tally", self.folder / "x.cvotes")
        self.assertEqual(len(self.said.strip().splitlines()), 1)
        told = self.tally("y.cvotes", "#/Candidates: A ; B\n")
        self.assertEqual(told["ballots"], 0)
        self.run_cli(MISUSED, "tally", self.folder / "x.cvotes", "--method", "dice")
        self.run_cli(MISUSED, "tally", self.folder / "x.cvotes", "--unranked", "first")

    def test_one_method(self):
        told = self.tally("x.cvotes", CIRCLE, "--method", "schulze,borda")
        self.assertEqual(set(told["methods"]), {"schulze-winning", "schulze-margins", "borda"})

    def test_groups_of_a_table(self):
        rows = ["A;B;role"] + ["1;2;Elected"] * 6 + ["2;1;Staff"] * 8 + ["1;2;"] * 5
        told = self.tally("x.csv", "\n".join(rows) + "\n")
        groups = {g["group"]: g for g in told["splits"]["role"]["groups"]}
        self.assertEqual(groups["Elected"]["ballots"], 6)
        self.assertEqual(groups["Staff"]["methods"]["borda"]["ranking"], [["B"], ["A"]])
        self.assertIn("Staff", told["splits"]["role"]["dependence"])
        self.assertEqual([issue["severity"] for issue in told["issues"]], ["note"])
        self.assertIn("5 answers are in no group", told["issues"][0]["message"])

    def make_election(self, chance):
        """Options, form, what unranked means, and ballots as (weight, count, values)."""
        options = [f"option {chr(65 + i)}" for i in range(chance.randint(1, 5))]
        form = chance.choice(["ranks", "ranks", "scores", "choices", "dots"])
        highest = {"ranks": len(options), "scores": 5, "choices": 1, "dots": 4}[form]
        weights = chance.choice([[1], [1, 2, 3], [Fraction(1, 2), Fraction(5, 4), 1], [0, 1, 7]])
        ballots = []
        for _ in range(chance.randint(1, 12)):
            named = [o for o in options if chance.random() < 0.8]
            values = {o: chance.randint(1 if form in ("ranks", "choices") else 0, highest)
                      for o in named}
            ballots.append((chance.choice(weights), chance.randint(1, 3), values))
        return options, form, chance.choice(["last", "silent"]), ballots

    def write_table(self, options, ballots):
        rows = [";".join(["poids", "nombre", *options])]
        for weight, number, values in ballots:
            cells = [f"{float(weight):g}".replace(".", ","), str(number)]
            rows.append(";".join(cells + [str(values.get(o, "")) for o in options]))
        return "\n".join(rows) + "\n"

    def test_random_elections(self):
        for seed in range(N_RANDOM):
            options, form, unranked, ballots = self.make_election(random.Random(seed))
            told = self.tally("random.csv", self.write_table(options, ballots), "--form", form,
                              "--unranked", unranked)
            plain = [(Fraction(weight) * number, values) for weight, number, values in ballots]
            winner, expected = slow_tally.count(plain, options, form, unranked)
            with self.subTest(seed=seed, form=form, unranked=unranked):
                self.assertEqual(told["condorcet_winner"], winner)
                self.assertEqual(self.rankings(told), expected)
                self.assertEqual(told["ballots"], sum(number for _, number, _ in ballots))

    def test_random_files_of_the_format(self):
        for seed in range(40):
            options, form, unranked, ballots = self.make_election(random.Random(1000 + seed))
            if form != "ranks":
                continue
            lines = [f"#/Candidates: {' ; '.join(options)}", "#/Weight Allowed: true",
                     f"#/Implicit Ranking: {str(unranked == 'last').lower()}"]
            plain = []
            for weight, number, values in ballots:
                weight = max(int(weight), 1)
                levels = [" = ".join(o for o in options if values.get(o) == level)
                          for level in sorted(set(values.values()))]
                ranking = " > ".join(levels) or "/EMPTY_RANKING/"
                lines.append(f"{ranking} ^{weight} * {number}")
                plain.append((Fraction(weight * number), values))
            told = self.tally("random.cvotes", "\n".join(lines) + "\n")
            with self.subTest(seed=seed):
                self.assertEqual(self.rankings(told),
                                 slow_tally.count(plain, options, "ranks", unranked)[1])


if __name__ == "__main__":
    unittest.main()
