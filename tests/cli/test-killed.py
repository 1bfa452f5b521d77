#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A command that is killed at any instant leaves all of its action or nothing, and a sound file.

Usage: test-killed.py [RUNS]. Each run kills an import, an edit, an undo or a redo with SIGKILL.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

CLI = os.environ["MLG_CLI"]
ROWS = 2000


class Network:
    def __init__(self, folder):
        self.file = folder / "x.maillage"
        self.table = folder / "members.csv"
        self.run("init", "Réseau")
        self.run("add", "member", "name=Lille", "population=0")

    def run(self, *words):
        done = subprocess.run(
            [CLI, "--network", self.file, *words], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise AssertionError(f"{words}: {done.stderr}")
        return done.stdout

    def state(self):
        """How many members there are, and the population of Lille if it is there."""
        items = json.loads(self.run("list", "members", "--json"))["items"]
        lille = [item["population"] for item in items if item["name"] == "Lille"]
        return len(items), *lille

    def write_table(self, run):
        rows = (f"Commune {run}-{i};{i}" for i in range(ROWS))
        self.table.write_text("name;population\n" + "\n".join(rows) + "\n", encoding="utf-8")


def kill_one(network, run):
    """Kill a command at a random instant; whether it had reported that it was done."""
    before = network.state()
    n, *lille = before
    network.write_table(run)
    words, done = random.choice(
        (
            (("import", "members", network.table), (n + ROWS, *lille)),
            (("set", "member", "Lille", f"population={run + 1}"), (n, *[run + 1 for _ in lille])),
            (("undo",), None),
            (("redo",), None),
        )
    )
    if done is None:  # what an undo or a redo does is learnt by doing it and taking it back
        back = {"undo": "redo", "redo": "undo"}[words[0]]
        probe = subprocess.run([CLI, "--network", network.file, *words], capture_output=True)
        done = network.state()
        if probe.returncode == 0:
            network.run(back)
    process = subprocess.Popen([CLI, "--network", network.file, *words], stdout=subprocess.PIPE)
    time.sleep(random.uniform(0, 0.15))
    process.kill()
    reported = bool(process.communicate()[0])
    left = network.state()
    network.run("verify")
    allowed = [done] if reported else [before, done]
    assert left in allowed, f"{words}: {left} is left, {allowed} may be (reported: {reported})"
    return reported


def main():
    usual = 200 if os.environ.get("MLG_TEST_LONG") else 25
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else usual
    seed = int(os.environ.get("SEED", random.randrange(10**9)))
    random.seed(seed)
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        network = Network(pathlib.Path(folder))
        reported = sum(kill_one(network, run) for run in range(runs))
    print(f"{runs} commands killed, {reported} of them after they had reported")


if __name__ == "__main__":
    main()
