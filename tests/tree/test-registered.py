#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test program of the tree is one that meson runs: a test left out cannot fail."""

import json
import os
import unittest

import tree


def told(name):
    return json.loads((tree.BUILD / f"meson-info/intro-{name}.json").read_text(encoding="utf-8"))


class Registered(unittest.TestCase):
    def setUp(self):
        commands = [test["cmd"] for test in told("tests") + told("benchmarks")]
        self.run_files = {os.path.realpath(word) for command in commands for word in command}

    def sources_that_run(self):
        for target in told("targets"):
            if any(os.path.realpath(name) in self.run_files for name in target["filename"]):
                for group in target["target_sources"]:
                    yield from group.get("sources", [])

    def test_programs(self):
        compiled = {os.path.realpath(path) for path in self.sources_that_run()}
        for path in tree.files(".c", under="tests"):
            if path.name.startswith(("test-", "bench-")):
                self.assertIn(str(tree.ROOT / path), compiled, f"meson does not run {path}")

    def test_scripts(self):
        for path in tree.files(".py", ".sh", under="tests"):
            if path.name.startswith(("test-", "test_", "bench-")):
                self.assertIn(str(tree.ROOT / path), self.run_files, f"meson does not run {path}")


if __name__ == "__main__":
    unittest.main()
