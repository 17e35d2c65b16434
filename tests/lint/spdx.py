# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence lines on top of every source, build file, script, picture and page that can carry a comment."""

from tree import run

LICENSE = "SPDX-License-Identifier: GPL-3.0-or-later"
OWNER = "SPDX-FileCopyrightText: "
TOP = 12
ENDINGS = (".h", ".cpp", ".py", ".sh", ".cmake", ".cmake.in", ".svg", ".qrc", ".desktop", ".1", ".yml", ".in",
           "CMakeLists.txt", ".clang-format", ".clang-tidy", ".gitignore", ".supp")


def wants_lines(tree, path):
    return path.endswith(ENDINGS) or tree.text(path).startswith("#!")


def check(tree):
    """Every such file has the two SPDX lines among its first ones."""
    faults = []
    for path in tree.paths:
        if not path.endswith((".png", ".ico")) and wants_lines(tree, path):
            top = "\n".join(tree.text(path).split("\n")[:TOP])
            if OWNER not in top or LICENSE not in top:
                faults.append(f"{path}: the two SPDX lines are missing")
    return faults


if __name__ == "__main__":
    run(check)
