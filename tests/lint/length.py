# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Length of files: talk about it at 400 lines, split at 500."""

from tree import run

TALK = 400
SPLIT = 500
# Files that may be longer, each with its reason. Keep it short.
LONGER = {}


def lengths(tree):
    for path in tree.paths:
        if path.endswith((".h", ".cpp", ".py", ".sh", ".cmake", "CMakeLists.txt")) or path in ("dev", ".ci/run"):
            yield path, tree.text(path).count("\n")


def warn(tree):
    return [f"{path}: {lines} lines, think of splitting it" for path, lines in lengths(tree) if lines > TALK]


def check(tree):
    """No file is longer than 500 lines."""
    return [f"{path}: {lines} lines, more than {SPLIT}"
            for path, lines in lengths(tree) if lines > SPLIT and path not in LONGER]


if __name__ == "__main__":
    run(check, warn)
