# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the source tree, for the tests that read it."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(os.environ.get("MLG_SOURCE_ROOT", Path(__file__).resolve().parents[2])).resolve()
BUILD = Path(os.environ.get("MLG_BUILD_ROOT", ROOT / "build"))

# What .gitignore leaves out; the tree is also tested where there is no Git.
IGNORED = re.compile(r"(build.*|__pycache__|.*~|\..*\.swp|\.git)$")


def files(*suffixes, under="."):
    """Paths below UNDER, relative to the root, sorted; only those ending in SUFFIXES when given."""
    found = []
    for folder, folders, names in os.walk(ROOT / under):
        folders[:] = [name for name in folders if not IGNORED.match(name)]
        for name in names:
            if not IGNORED.match(name) and (not suffixes or name.endswith(suffixes)):
                found.append((Path(folder) / name).relative_to(ROOT))
    return sorted(found)


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def run(*command, **options):
    """The finished process, its output as text. A command that is not installed is an error that says so."""
    try:
        return subprocess.run(
            [str(word) for word in command], capture_output=True, text=True, **options
        )
    except FileNotFoundError as error:
        raise AssertionError(f"{command[0]} is not installed") from error


def without_comments(code):
    """C code without its comments, the lines kept where they were."""
    pattern = r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*'

    def blank(match):
        text = match[0]
        return text if text.startswith('"') else re.sub(r"[^\n]", " ", text)

    return re.sub(pattern, blank, code, flags=re.DOTALL)
