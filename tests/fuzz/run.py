#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A run of one fuzz target over its corpus.

Usage: run.py TARGET CORPUS

The run is short and always the same; with MLG_TEST_LONG=1 it takes five minutes. What the fuzzer finds on its way is kept in
MLG_FUZZ_DIR when that is set, else forgotten; the corpus of the tree is only read.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

SHORT = ["-runs=1000", "-seed=1"]
LONG = ["-max_total_time=300"]


def run(target, corpus, found):
    length = LONG if os.environ.get("MLG_TEST_LONG") == "1" else SHORT
    limits = ["-max_len=8192", "-timeout=60", "-print_final_stats=1", f"-artifact_prefix={found}/"]
    return subprocess.run([target, *length, *limits, found, corpus]).returncode


def main():
    target, corpus = sys.argv[1:]
    if not any(Path(corpus).iterdir()):
        sys.exit(f"{corpus} is empty")
    kept = os.environ.get("MLG_FUZZ_DIR")
    if kept:
        found = Path(kept) / Path(target).name
        found.mkdir(parents=True, exist_ok=True)
        return run(target, corpus, found)
    with tempfile.TemporaryDirectory() as found:
        return run(target, corpus, found)


if __name__ == "__main__":
    sys.exit(main())
