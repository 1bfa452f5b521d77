#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file is where it belongs, says its licence and can be read in one sitting."""

import os
import unittest

import tree

TOP = {"COPYING", "README.md", "data", "meson.build", "po", "src", "tests", "ui"}
LONGEST = 500
# Path: why it is longer.
LONGER = {}


class Files(unittest.TestCase):
    def test_top_level_holds_only_what_it_should(self):
        names = {name for name in os.listdir(tree.ROOT) if not tree.IGNORED.match(name)}
        strangers = {name for name in names - TOP if not name.startswith(".")}
        self.assertEqual(strangers, set(), "nothing else belongs at the top of the tree")
        self.assertEqual(TOP - names, set(), "missing at the top of the tree")

    def test_each_file_says_its_licence(self):
        silent = []
        for path in tree.files(".c", ".h", ".ui", ".py", ".sh", ".build", ".css", ".in"):
            head = "".join(tree.read(path).splitlines(keepends=True)[:5])
            if "SPDX-License-Identifier: " not in head:
                silent.append(str(path))
        self.assertEqual(silent, [], "no SPDX-License-Identifier in the first five lines")

    def test_no_file_is_too_long(self):
        for path in tree.files(".c", ".h", ".ui"):
            length = len(tree.read(path).splitlines())
            if str(path) not in LONGER:
                self.assertLessEqual(length, LONGEST, f"{path}: split it by concern")

    def test_long_files_still_are(self):
        for path in LONGER:
            self.assertGreater(len(tree.read(path).splitlines()), LONGEST, f"unlist {path}")

    def test_text_ends_in_one_newline(self):
        for path in tree.files(".c", ".h", ".ui", ".py", ".sh", ".build", ".md", ".css"):
            text = tree.read(path)
            self.assertTrue(text.endswith("\n") and not text.endswith("\n\n"), path)
            self.assertNotIn("\r", text, path)

    def test_shell_scripts_parse(self):
        for path in tree.files(".sh") + [".ci/run"]:
            result = tree.run("sh", "-n", tree.ROOT / path)
            self.assertEqual(result.returncode, 0, result.stderr)


if __name__ == "__main__":
    unittest.main()
