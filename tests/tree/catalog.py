# SPDX-License-Identifier: GPL-3.0-or-later
"""What gettext sees in the tree, and what the French catalogue answers."""

import ast
import re

import tree

# The same words as the “glib” preset that po/meson.build asks for.
KEYWORDS = (
    "_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"
)  # fmt: skip
CALLED = re.compile(r"\b(?:_|N_|C_|NC_|n?gettext|g_d[a-z]*gettext2?) \(\s*(?:\w+,\s*)?\"")
MARKED = re.compile(r"translatable=\"(?:yes|true|1)\"")


def listed():
    """The paths of po/POTFILES."""
    lines = tree.read("po/POTFILES").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def has_messages(path, text):
    """Whether the file holds strings to translate."""
    if path.suffix in (".c", ".h"):
        return bool(CALLED.search(tree.without_comments(text)))
    if path.suffix == ".ui":
        return bool(MARKED.search(text))
    return path.name.endswith((".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml"))


def extract(output):
    """Write a fresh template of the whole tree to OUTPUT; what gettext complains of, such as a string
    that a macro cuts short (write PRId64, not G_GINT64_FORMAT, in what is translated)."""
    keywords = [f"--keyword={word}" for word in KEYWORDS]
    result = tree.run(
        "xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--package-name=maillage",
        "--msgid-bugs-address=none", "--files-from=po/POTFILES", *keywords, f"--output={output}",
        cwd=tree.ROOT,
    )  # fmt: skip
    return result.stderr


def messages(text):
    """The entries of a catalogue: each a dictionary of its keywords' strings, and its flags."""
    for block in re.split(r"\n\s*\n", text):
        entry, last = {"flags": ""}, None
        for line in block.splitlines():
            match = re.match(r"(msg[a-z_]+(?:\[\d\])?) (\".*\")$", line)
            if match:
                last = match[1]
                entry[last] = ast.literal_eval(match[2])
            elif line.startswith('"') and last:
                entry[last] += ast.literal_eval(line)
            elif line.startswith("#,"):
                entry["flags"] += line[2:]
        if "msgid" in entry:
            yield entry


def translations(entry):
    return [text for key, text in entry.items() if key.startswith("msgstr")]
