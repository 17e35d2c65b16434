# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the lint checks read, and C++ text without what is not code."""

import argparse
import os
import re
import sys

SKIPPED_FOLDERS = {".git", ".cache", "build", "node_modules", "__pycache__"}
CPP = (".h", ".cpp")


class Tree:
    """The project's own files below a root: (path relative to it, with '/') -> text."""

    def __init__(self, root):
        self.root = root
        self.paths = sorted(self._walk())

    def _walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS and not f.startswith("build-")]
            for name in files:
                yield os.path.relpath(os.path.join(folder, name), self.root).replace(os.sep, "/")

    def text(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8", errors="replace") as file:
            return file.read()

    def below(self, *folders, endings=CPP):
        return [p for p in self.paths if p.split("/")[0] in folders and p.endswith(endings)]


_NOT_CODE = re.compile(
    r"//[^\n]*"                        # comment to the end of the line
    r"|/\*.*?\*/"                      # comment
    r'|R"(?P<d>[^(\s]*)\(.*?\)(?P=d)"'  # raw string
    r'|"(?:\\.|[^"\\\n])*"'            # string
    r"|'(?:\\.|[^'\\\n])'",            # character
    re.DOTALL)


def code_only(text):
    """The text with comments and literals emptied; lines keep their numbers. Includes are kept."""

    def blank(match):
        found = match.group(0)
        return '""' + "\n" * found.count("\n") if found[0] in "\"'R" else "\n" * found.count("\n")

    lines = text.split("\n")
    kept = {n: line for n, line in enumerate(lines) if line.lstrip().startswith("#include")}
    out = _NOT_CODE.sub(blank, text).split("\n")
    for number, line in kept.items():
        out[number] = line
    return "\n".join(out)


def find_in_code(tree, paths, pattern, message):
    """One fault for each place where pattern stands in the code of these files."""
    faults = []
    for path in paths:
        for number, line in enumerate(code_only(tree.text(path)).split("\n"), 1):
            if re.search(pattern, line):
                faults.append(f"{path}:{number}: {message}")
    return faults


def run(check, warn=None):
    """The main function of every check: prints its faults, exit status 1 with any."""
    options = argparse.ArgumentParser(description=check.__doc__)
    options.add_argument("--root", default=os.path.join(os.path.dirname(__file__), "..", ".."))
    tree = Tree(os.path.abspath(options.parse_args().root))
    if not tree.below("core"):
        sys.exit(f"{tree.root} holds no sources below core/: is it the project's folder?")
    for line in warn(tree) if warn else []:
        print("note:", line)
    faults = check(tree)
    for line in faults:
        print(line)
    print(f"{len(faults)} faults in {len(tree.paths)} files")
    sys.exit(1 if faults else 0)
