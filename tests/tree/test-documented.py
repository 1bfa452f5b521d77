#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each function that the core offers says what it is for, above its definition."""

import re
import unittest

import tree

DECLARED = re.compile(r"^(?!typedef|static|G_D)[A-Za-z_][\w *]*?\b(mlg_\w+) *\(", re.MULTILINE)
# Made by macros of GObject and GLib, which say it for all of them.
MADE = ("_get_type", "_quark")
SHORTEST = 12  # characters of a comment that tells something


def declared(header):
    """The functions that the text of a header declares."""
    code = tree.without_comments(header).replace("\\\n", " ")
    code = "\n".join("" if line.lstrip().startswith("#") else line for line in code.split("\n"))
    # A type on a line of its own, and the name on the next one.
    code = re.sub(r"(?<=[\w*])\n(?=mlg_)", " ", code)
    return [name for name in DECLARED.findall(code) if not name.endswith(MADE)]


def words(comment, name):
    """What a comment says beside the name of the function."""
    text = re.sub(r"^\s*/?\*+/?|\*/$", "", comment, flags=re.MULTILINE)
    return " ".join(text.replace(f"{name}:", "").split())


def comment_above(code, name):
    """The comment right above the definition of NAME; "" for none, None when it is not defined here."""
    found = re.search(rf"^(?!static)[A-Za-z_][\w *]*[\n *]{name} \([^;{{]*\)\n\{{", code, re.MULTILINE)
    if not found:
        return None
    above = code[: found.start()]
    return above[above.rindex("/*") :] if above.endswith("*/\n") else ""


def silent(headers, sources):
    """Of the functions that HEADERS declare, those that no comment of SOURCES or HEADERS explains."""
    for header in headers:
        for name in declared(header):
            said = [comment_above(code, name) for code in sources]
            if not any(comment and len(words(comment, name)) >= SHORTEST for comment in said):
                if any(comment is not None for comment in said):
                    yield name


class Documented(unittest.TestCase):
    def test_functions_of_the_core(self):
        rooms = {path.parent for path in tree.files(".h", under="src/core")}
        for room in sorted(rooms):
            headers = [
                tree.read(path)
                for path in tree.files(".h", under=room)
                if path.parent == room and not path.stem.endswith("-private")
            ]
            sources = [tree.read(p) for p in tree.files(".c", under=room) if p.parent == room]
            self.assertEqual(list(silent(headers, sources)), [], f"{room}: say what these are for")

    def test_what_is_declared_is_seen(self):
        header = (
            "#define X(a) mlg_macro (a)\nint mlg_one (void);\nchar *\nmlg_two (int a);\n"
            "GType mlg_two_get_type (void);\n/* mlg_three (x); */\ntypedef int (*MlgF) (int);\n"
        )
        self.assertEqual(declared(header), ["mlg_one", "mlg_two"])

    def test_silence_is_seen(self):
        header = "int mlg_one (void);\n"
        body = "int\nmlg_one (void)\n{\n  return 1;\n}\n"
        self.assertEqual(list(silent([header], [body])), ["mlg_one"])
        self.assertEqual(list(silent([header], ["/**\n * mlg_one:\n */\n" + body])), ["mlg_one"])
        told = "/**\n * mlg_one:\n *\n * Counts what is there.\n */\n"
        self.assertEqual(list(silent([header], [told + body])), [])
        self.assertEqual(list(silent([header], ["/* Counts what is there. */\n" + body])), [])


if __name__ == "__main__":
    unittest.main()
